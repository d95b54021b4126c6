import { useState } from 'react';
import { Button, Text, View } from 'react-native';
import type { Finding, Sync } from 'workout-sync';
import { messageForFinding, type Naming } from 'workout-sync/messages';

/** What is wrong, and what to do about it, when the user asks. */
export const Diagnosis = ({ sync, naming }: { readonly sync: Sync; readonly naming: Naming }) => {
  const [findings, setFindings] = useState<readonly Finding[]>();
  return (
    <View style={{ gap: 8 }}>
      <Button title="Something is missing?" onPress={async () => setFindings(await sync.diagnose())} />
      {findings?.length === 0 && <Text>Nothing is wrong.</Text>}
      {findings?.map((finding) => {
        const { text, advice } = messageForFinding(finding, naming);
        return <Text key={finding.code}>{[text, advice].filter(Boolean).join(' ')}</Text>;
      })}
    </View>
  );
};
