// The example app of docs/examples/capacitor-app, compiled against the real plugins and run in a page in memory: Capacitor's own
// plugins as they are in a browser, and the package's fake of the health plugin.
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
  ]);
  return ok ? [] : [`docs/examples/capacitor-app: ${output.slice(0, 6000)}`];
};

/** @param {string} folder a project with the packed package installed */
export const runCapacitorExample = (folder) => {
  prepareApp(app, folder, 'capacitor-app');
  return [...shownAsItIs('capacitor-app'), ...typeCheck(app), ...test()];
};
