// The package in an Expo app's tests: jest-expo resolves `exports` its own way, once per platform condition, and transforms
// with Expo's Babel preset.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifest } from '../entries.mjs';
import { mustRun, run } from '../run.mjs';
import { expectedLine, programThatUsesAll } from './program.mjs';

const app = join(import.meta.dirname, 'jest-expo');

const isInstalled = () => {
  const wanted = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')).dependencies;
  return Object.entries(wanted).every(([name, version]) => {
    const file = join(app, 'node_modules', name, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version;
  });
};

const install = () => {
  if (isInstalled()) return;
  mustRun('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--no-save'], {
    cwd: app,
  });
};

const testOf = (program) => `
let said;
${program}
test('every entry is loaded and a plan is run', () => {
  expect(said).toBe(${JSON.stringify(expectedLine())});
});
`;

/** @param {string} folder a project with the packed package installed */
export const runInJestExpo = (folder) => {
  install();
  const installed = join(app, 'node_modules', manifest.name);
  rmSync(installed, { recursive: true, force: true });
  cpSync(join(folder, 'node_modules', manifest.name), installed, { recursive: true });
  mkdirSync(join(app, 'generated'), { recursive: true });
  writeFileSync(join(app, 'generated/all.js'), testOf(programThatUsesAll('cjs', '((line) => { said = line; })')));
  const done = run(process.execPath, [join(app, 'node_modules/jest/bin/jest.js'), '--ci', '--runInBand'], { cwd: app });
  return done.ok && /Tests: +1 passed, 1 total/.test(done.output) ? [] : [`jest-expo: ${done.output.slice(0, 3000)}`];
};
