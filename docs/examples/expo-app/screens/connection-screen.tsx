import { useState } from 'react';
import { Button, Linking, Platform, ScrollView, Switch, Text, View } from 'react-native';
import { openHealthConnectSettings } from 'react-native-health-connect';
import type { Connection, Status, Sync } from 'workout-sync';
import { messageForConnection, messageForProblem } from 'workout-sync/messages';
import { useSyncStatus } from 'workout-sync/react';
import { STORE_NAME } from '../sync/health-store';
import { REASONS, type Switches, settingsWith } from '../sync/settings';
import { loadSwitches, saveSwitches } from '../sync/switches';
import { Diagnosis } from './diagnosis';
import { SyncHistory } from './sync-history';

const NAMING = { store: STORE_NAME };

/** The one thing that the user can do about the connection; nothing where the advice is all there is. */
const ACTIONS: Record<Connection['action'], { title: string; act: (sync: Sync) => Promise<unknown> } | undefined> = {
  none: undefined,
  'check-if-empty': undefined,
  connect: { title: `Connect ${STORE_NAME}`, act: async (sync) => sync.connect().then(() => sync.run()) },
  'open-settings': {
    title: 'Open settings',
    act: async () => (Platform.OS === 'ios' ? Linking.openURL('x-apple-health://') : openHealthConnectSettings()),
  },
  'update-store': {
    title: `Update ${STORE_NAME}`,
    act: async () => Linking.openURL('market://details?id=com.google.android.apps.healthdata'),
  },
};

const doingText = ({ sync: doing, lastRun }: Status): string => {
  switch (doing.kind) {
    case 'running':
      return `Syncing: ${doing.progress.done} of ${doing.progress.total ?? '…'}`;
    case 'held':
      return 'More would be removed than usual. Nothing is, until you say so.';
    case 'paused':
      return `Goes on at ${new Date(doing.resumeAt).toLocaleTimeString()}.`;
    default:
      return lastRun?.endedAt ? `Last synced ${new Date(lastRun.endedAt).toLocaleString()}.` : 'Never synced.';
  }
};

export const ConnectionScreen = ({ sync }: { readonly sync: Sync }) => {
  const status = useSyncStatus(sync);
  const [switches, setSwitches] = useState(loadSwitches);
  const [failure, setFailure] = useState<string>();

  const attempt = async (act: () => Promise<unknown>): Promise<void> => {
    setFailure(undefined);
    await act().catch(({ message }: Error) => setFailure(message));
  };

  const choose = (chosen: Switches) =>
    attempt(async () => {
      await sync.configure(settingsWith(chosen));
      saveSwitches(chosen);
      setSwitches(chosen);
    });

  const { connection, problem, sync: doing } = status;
  const { text, advice } = messageForConnection(connection, NAMING);
  const action = ACTIONS[connection.action];
  return (
    <ScrollView contentContainerStyle={{ padding: 16, gap: 16 }}>
      <Text accessibilityRole="header">{STORE_NAME}</Text>
      <Text>{`${REASONS.read} ${REASONS.write}`}</Text>
      <Text>{[text, connection.action === 'none' ? undefined : advice].filter(Boolean).join(' ')}</Text>
      {action && <Button title={action.title} onPress={() => attempt(() => action.act(sync))} />}
      <Toggle title="Import workouts" isOn={switches.imports} flip={(imports) => choose({ ...switches, imports })} />
      <Toggle title="Export sessions" isOn={switches.exports} flip={(exports) => choose({ ...switches, exports })} />
      <Text>{doingText(status)}</Text>
      {problem && <Text>{messageForProblem(problem, NAMING).text}</Text>}
      {failure && <Text accessibilityRole="alert">{failure}</Text>}
      {doing.kind === 'held' ? (
        <Button
          title="Remove them"
          onPress={() =>
            attempt(async () => {
              await sync.decide({ kind: 'confirm', guard: doing.guard });
              await sync.run();
            })
          }
        />
      ) : (
        <Button title="Sync now" disabled={doing.kind === 'running'} onPress={() => attempt(() => sync.run())} />
      )}
      <SyncHistory sync={sync} naming={NAMING} />
      <Diagnosis sync={sync} naming={NAMING} />
    </ScrollView>
  );
};

const Toggle = (props: { readonly title: string; readonly isOn: boolean; readonly flip: (isOn: boolean) => void }) => (
  <View style={{ flexDirection: 'row', justifyContent: 'space-between' }}>
    <Text>{props.title}</Text>
    <Switch accessibilityLabel={props.title} value={props.isOn} onValueChange={props.flip} />
  </View>
);
