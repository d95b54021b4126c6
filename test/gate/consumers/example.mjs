import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { manifest, root } from '../entries.mjs';
import { installApp } from '../install-app.mjs';
import { run } from '../run.mjs';

/**
 * Prepares a project beside this file for an example app: its libraries, the packed package, and a fresh copy of the app in
 * `generated/`.
 *
 * @param {string} app the project
 * @param {string} consumer a folder with the packed package installed
 * @param {string} example the app's folder in docs/examples
 */
export const prepareApp = (app, consumer, example) => {
  installApp(app);
  const installed = join(app, 'node_modules', manifest.name);
  rmSync(installed, { recursive: true, force: true });
  cpSync(join(consumer, 'node_modules', manifest.name), installed, { recursive: true });
  rmSync(join(app, 'generated'), { recursive: true, force: true });
  mkdirSync(join(app, 'generated'));
  cpSync(join(root, 'docs/examples', example), join(app, 'generated', example), { recursive: true });
};

/** Compiles a project. A compiler that finds no file complains; one that cannot find a library does, too. */
export const typeCheck = (project, ...options) => {
  const { ok, output } = run(process.execPath, [
    join(root, 'node_modules/typescript/lib/tsc.js'),
    '-p',
    project,
    ...options,
  ]);
  return ok ? [] : [`${project} does not compile:\n${output}`];
};

/** What a README shows of its app's files, after `<!-- file: name -->`, is what stands in them. */
export const shownAsItIs = (example) => {
  const folder = join(root, 'docs/examples', example);
  const shown = [
    ...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/<!-- file: (.+) -->\n```typescript\n(.*?)```/gs),
  ];
  const wrong = shown.filter(([, file, code]) => readFileSync(join(folder, file), 'utf8') !== code);
  return shown.length === 0
    ? [`the README of ${example} shows no file`]
    : wrong.map(([, file]) => `the README of ${example} shows another ${file}`);
};
