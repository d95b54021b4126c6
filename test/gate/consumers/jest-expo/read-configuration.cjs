// What Expo writes into a native project for generated/expo-app, as `expo config --type introspect` has it: one name a line.
const { join } = require('node:path');
const { compileModsAsync } = require('expo/config-plugins');
const { getPrebuildConfigAsync } = require('@expo/prebuild-config');

const projectRoot = join(__dirname, 'generated/expo-app');
const platforms = ['ios', 'android'];

const readConfiguration = async () => {
  const { exp } = await getPrebuildConfigAsync(projectRoot, { platforms });
  const { _internal } = await compileModsAsync(exp, { projectRoot, platforms, introspect: true });
  const { ios, android } = _internal.modResults;
  const { manifest } = android.manifest;
  return [
    ...Object.keys(ios.infoPlist),
    ...Object.keys(ios.entitlements),
    ...manifest['uses-permission'].map(({ $ }) => $['android:name']),
    ...manifest.application.flatMap((one) => one['activity-alias'] ?? []).map(({ $ }) => $['android:name']),
    ...android.gradleProperties.map(({ key, value }) => `${key}=${value}`),
  ];
};

readConfiguration().then((names) => console.log(names.join('\n')));
