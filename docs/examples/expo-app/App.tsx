import { Suspense, use } from 'react';
import { ActivityIndicator } from 'react-native';
import { ConnectionScreen } from './screens/connection-screen';
import { Workouts } from './screens/workouts';
import { keepInSync } from './sync/background';
import { openSync } from './sync/open-sync';

keepInSync().catch((error) => console.warn(error));

const Screens = () => {
  const sync = use(openSync());
  return (
    <>
      <Workouts sync={sync} />
      <ConnectionScreen sync={sync} />
    </>
  );
};

export default function App() {
  return (
    <Suspense fallback={<ActivityIndicator />}>
      <Screens />
    </Suspense>
  );
}
