import { Suspense, use } from 'react';
import { ActivityIndicator } from 'react-native';
import { ConnectionScreen } from './screens/connection-screen';
import { keepInSync } from './sync/background';
import { openSync } from './sync/open-sync';

keepInSync().catch((error) => console.warn(error));

const Connection = () => <ConnectionScreen sync={use(openSync())} />;

export default function App() {
  return (
    <Suspense fallback={<ActivityIndicator />}>
      <Connection />
    </Suspense>
  );
}
