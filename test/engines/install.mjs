// Brings the engines: those of npm into test/engines/node_modules, those of Debian with apt-get. Does nothing where
// everything is there already.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installApp } from '../gate/install-app.mjs';
import { mustRun, run } from '../gate/run.mjs';

const here = import.meta.dirname;

/** The file of an installed package. */
export const inPackage = (name, path) => join(here, 'node_modules', name, path);

/** The first of some commands that is on the PATH. */
export const findCommand = (...names) =>
  names
    .flatMap((name) => process.env.PATH.split(delimiter).map((folder) => join(folder, name)))
    .find((file) => existsSync(file));

/** Debian's and Ubuntu's names of what holds a command, newest first. */
const DEBIAN = [
  {
    commands: ['jsc'],
    packages: ['libjavascriptcoregtk-4.1-bin', 'libjavascriptcoregtk-4.0-bin', 'libjavascriptcoregtk-bin'],
  },
  { commands: ['chromium', 'chromium-browser', 'google-chrome'], packages: ['chromium'] },
];

const asRoot = (command, ...args) =>
  process.getuid() === 0 ? mustRun(command, args) : mustRun('sudo', ['-n', command, ...args]);

const installFromDebian = () => {
  const missing = DEBIAN.filter(({ commands }) => findCommand(...commands) === undefined);
  if (missing.length === 0) return;
  asRoot('apt-get', '-o', 'DPkg::Lock::Timeout=120', 'update', '-qq');
  const chosen = missing.map(({ commands, packages }) => {
    const found = packages.find((name) => /^Package:/m.test(run('apt-cache', ['show', name]).stdout));
    if (found === undefined) throw new Error(`no package of apt has ${commands[0]}: none of ${packages.join(', ')}`);
    return found;
  });
  asRoot('apt-get', '-o', 'DPkg::Lock::Timeout=120', 'install', '-y', '-qq', '--no-install-recommends', ...chosen);
};

export const installEngines = () => {
  installApp(here);
  installFromDebian();
};
