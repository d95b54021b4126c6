import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './run.mjs';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

const isInstalled = (folder, name, wanted) => {
  const file = join(folder, 'node_modules', name, 'package.json');
  // `npm:other-name@1.2.3` is wanted under another name.
  return existsSync(file) && wanted.endsWith(read(file).version);
};

/** Installs what a project beside the package names, each in exactly one version. Does nothing where all of it is there. */
export const installApp = (folder) => {
  const wanted = Object.entries(read(join(folder, 'package.json')).dependencies);
  if (wanted.every(([name, version]) => isInstalled(folder, name, version))) return;
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--no-save'];
  mustRun('npm', ['install', ...options], { cwd: folder });
};
