// The package in an Expo app: jest-expo resolves `exports` its own way, once per platform condition, and transforms with Expo's
// Babel preset. The example app of docs/examples/expo-app is compiled here against the real libraries, its configuration is
// read by Expo, and its screen is rendered over libraries in memory.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { machineNode } from '../machine-node.mjs';
import { run } from '../run.mjs';
import { prepareApp, shownAsItIs, typeCheck } from './example.mjs';
import { expectedLine, programThatUsesAll } from './program.mjs';

const app = join(import.meta.dirname, 'jest-expo');
const generated = join(app, 'generated');

const testOf = (program) => `
let said;
${program}
test('every entry is loaded and a plan is run', () => {
  expect(said).toBe(${JSON.stringify(expectedLine())});
});
`;

const writePrograms = () => {
  writeFileSync(join(generated, 'all.js'), testOf(programThatUsesAll('cjs', '((line) => { said = line; })')));
  // Expo reads the configuration of a project only.
  writeFileSync(join(generated, 'expo-app/package.json'), '{ "name": "runlog", "dependencies": { "expo": "*" } }');
};

/** What the example's README says that Expo writes. The permissions of Health Connect that nobody needs stay out. */
const WRITTEN = [
  'NSHealthShareUsageDescription',
  'NSHealthUpdateUsageDescription',
  'UIBackgroundModes',
  'com.apple.developer.healthkit',
  'com.apple.developer.healthkit.background-delivery',
  'android.permission.health.READ_EXERCISE',
  'android.permission.health.WRITE_EXERCISE',
  'android.permission.health.READ_HEALTH_DATA_IN_BACKGROUND',
  'ViewPermissionUsageActivity',
  'android.minSdkVersion=26',
];
const NOT_WRITTEN = ['android.permission.health.READ_EXERCISE_ROUTES', 'android.permission.health.READ_HEART_RATE'];

/** The configuration as Expo's own tools read it, in the oldest Node. */
const readConfiguration = () => {
  const { ok, output } = run(machineNode(), ['read-configuration.cjs'], { cwd: app });
  const names = output.split('\n');
  const isAsSaid = WRITTEN.every((name) => names.includes(name)) && !NOT_WRITTEN.some((name) => names.includes(name));
  return ok && isAsSaid ? [] : [`app.config.ts of docs/examples/expo-app comes to something else:\n${output}`];
};

const test = () => {
  const { ok, output } = run(process.execPath, [join(app, 'node_modules/jest/bin/jest.js'), '--ci', '--runInBand'], {
    cwd: app,
    // The bundlers before have left `production` in it, in which React cannot be tested.
    env: { ...process.env, NODE_ENV: 'test' },
  });
  const [, passed, total] = /Tests: +(\d+) passed, (\d+) total/.exec(output) ?? [];
  const suites = /Test Suites: +2 passed, 2 total/.test(output);
  return ok && suites && passed === total ? [] : [`jest-expo: ${output.slice(0, 6000)}`];
};

/** @param {string} folder a project with the packed package installed */
export const runInJestExpo = (folder) => {
  prepareApp(app, folder, 'expo-app');
  writePrograms();
  return [...shownAsItIs('expo-app'), ...typeCheck(app), ...readConfiguration(), ...test()];
};
