import { Button, Text, View } from 'react-native';
import type { RunReport, Sync } from 'workout-sync';
import { messageForItem, messageForRun, type Naming } from 'workout-sync/messages';
import { useSyncHistory } from 'workout-sync/react';

/** What sync did, newest first, with a line for each item that it did something about. */
export const SyncHistory = ({ sync, naming }: { readonly sync: Sync; readonly naming: Naming }) => {
  const { runs, hasMore, loadMore } = useSyncHistory(sync);
  return (
    <View style={{ gap: 8 }}>
      <Text accessibilityRole="header">History</Text>
      {runs.map((run) => (
        <Run key={run.id} run={run} naming={naming} />
      ))}
      {hasMore && <Button title="Earlier" onPress={loadMore} />}
    </View>
  );
};

const Run = ({ run, naming }: { readonly run: RunReport; readonly naming: Naming }) => (
  <View>
    <Text>{`${new Date(run.startedAt).toLocaleString()}: ${messageForRun(run, naming).text}`}</Text>
    {run.items.map((item) => (
      <Text key={`${item.outcome} ${item.session ?? ''} ${item.workout ?? ''}`}>
        {`  ${messageForItem(item, naming).text}`}
      </Text>
    ))}
  </View>
);
