import { useEffect, useState } from 'react';
import { Button, Text, View } from 'react-native';
import type { Session, Sync } from 'workout-sync';
import { deleteWorkout, listWorkouts } from '../sync/workouts';

/** The app's own list: what was recorded here and what came in, read again after every run. */
export const Workouts = ({ sync }: { readonly sync: Sync }) => {
  const [sessions, setSessions] = useState<readonly Session[]>([]);
  useEffect(() => {
    const show = () => void listWorkouts().then(setSessions);
    show();
    return sync.subscribe(({ kind }) => {
      if (kind === 'run-ended') show();
    });
  }, [sync]);
  return (
    <View style={{ gap: 8 }}>
      <Text accessibilityRole="header">Workouts</Text>
      {sessions.map(({ key, title, activity, start }) => (
        <View key={key}>
          <Text>{`${title ?? activity}, ${new Date(start).toLocaleString()}`}</Text>
          <Button title={`Delete ${title ?? activity}`} onPress={() => deleteWorkout(key)} />
        </View>
      ))}
    </View>
  );
};
