import 'tsx/cjs'; // Expo's configuration may import TypeScript with it.
import type { ExpoConfig } from 'expo/config';
import { requiredAccess } from 'workout-sync/required-access';
import { REASONS, settingsWith } from './sync/settings';

/** What is declared is the most that the switches can ask for. `header`: the app's sessions hold no samples. */
const { androidPermissions } = requiredAccess(settingsWith({ imports: true, exports: true }), 'health-connect', {
  takes: 'header',
  writes: 'header',
});

const config: ExpoConfig = {
  name: 'Runlog',
  slug: 'runlog',
  ios: { bundleIdentifier: 'com.example.runlog' },
  android: { package: 'com.example.runlog', permissions: [...androidPermissions] },
  plugins: [
    // Writes the sentences of Info.plist, and the entitlements with background delivery.
    [
      '@kingstinct/react-native-healthkit',
      { NSHealthShareUsageDescription: REASONS.read, NSHealthUpdateUsageDescription: REASONS.write, background: true },
    ],
    // Writes the manifest's entries that say why the app asks.
    'react-native-health-connect',
    ['expo-build-properties', { android: { minSdkVersion: 26 } }],
    'expo-background-task',
    'expo-sqlite',
  ],
};

export default config;
