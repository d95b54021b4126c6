// The example app of docs/examples/capacitor-app, compiled against the real plugins and run in a page in memory: Capacitor's own
// plugins as they are in a browser, and the package's fake of the health plugin.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../entries.mjs';
import { run } from '../run.mjs';
import { prepareApp, shownAsItIs, typeCheck } from './example.mjs';

const app = join(import.meta.dirname, 'capacitor');

const test = () => {
  const { ok, output } = run(process.execPath, [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--root',
    app,
    '--environment',
    'happy-dom',
    '--test-timeout',
    '30000',
  ]);
  return ok ? [] : [`docs/examples/capacitor-app: ${output.slice(0, 6000)}`];
};

const USED = ['READ_EXERCISE', 'READ_DISTANCE', 'READ_ACTIVE_CALORIES_BURNED', 'READ_TOTAL_CALORIES_BURNED'];

/** What the README takes out of the plugin's manifest is what is in there, without what the app uses. */
const removesTheRest = () => {
  const declared = readFileSync(
    join(app, 'node_modules/@capgo/capacitor-health/android/src/main/AndroidManifest.xml'),
    'utf8',
  );
  const readme = readFileSync(join(root, 'docs/examples/capacitor-app/README.md'), 'utf8');
  const namesIn = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name).sort();
  const removed = namesIn(readme, /health\.(\w+)" tools:node="remove"/g);
  const all = namesIn(declared, /<uses-permission android:name="android\.permission\.health\.(\w+)"/g);
  return [...removed, ...USED].sort().join() === all.join()
    ? []
    : [`the plugin declares ${all.length} permissions, and the README of capacitor-app removes others: ${all}`];
};

/** @param {string} folder a project with the packed package installed */
export const runCapacitorExample = (folder) => {
  prepareApp(app, folder, 'capacitor-app');
  return [...shownAsItIs('capacitor-app'), ...removesTheRest(), ...typeCheck(app), ...test()];
};
