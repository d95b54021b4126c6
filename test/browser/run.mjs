// The readers of exports in a browser: the built entries are loaded by headless Chromium as they are, without a bundler, read
// generated exports from Blobs in a page and in a worker, and must say what Node says of the same files, byte for byte.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { nodeSqlite } from '../../dist/health-connect-export/node.js';
import { openPath } from '../../dist/node-files.js';
import { CHROMIUM_FLAGS } from '../engines/engines.mjs';
import { findCommand } from '../engines/install.mjs';
import { report } from '../gate/run.mjs';
import { FILES, readAll } from './read-all.mjs';
import { serve } from './serve.mjs';

const PATIENCE_SECONDS = 120;
/** A reader that says nothing at all would say it everywhere. */
const LEAST_CHARACTERS = { good: 4_000, refused: 60 };
const EXPECTED = {
  'apple-cut.zip': 'refused',
  'apple-cut.xml': 'refused',
  'apple-encrypted.zip': 'refused',
  'apple-other-checksum.zip': 'refused',
  'health-connect-cut.db': 'refused',
};

const folder = mkdtempSync(join(tmpdir(), 'workout-sync-browser-'));

const writeFiles = async () => {
  const outfile = join(import.meta.dirname, '../../reports/browser-files.mjs');
  const entryPoints = [join(import.meta.dirname, 'write-files.ts')];
  await build({ entryPoints, bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile });
  const written = await import(outfile);
  await written.writeFiles(folder);
};

const inBrowser = async () => {
  const chromium = findCommand('chromium', 'chromium-browser', 'google-chrome');
  if (chromium === undefined) return { error: 'no Chromium found; npm run engines installs it' };
  const { url, answers, close } = await serve(folder);
  const flags = [...CHROMIUM_FLAGS, `--user-data-dir=${join(folder, 'profile')}`];
  const browser = spawn(chromium, [...flags, `${url}/test/browser/page.html`], { stdio: 'ignore' });
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE_SECONDS * 1000, { error: `nothing came in ${PATIENCE_SECONDS} s` });
  });
  try {
    return await Promise.race([answers, late, ended.then(() => ({ error: 'Chromium ended before it answered' }))]);
  } finally {
    clearTimeout(timer);
    browser.kill();
    await ended;
    close();
  }
};

const firstDifference = (a, b) => {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return `from character ${at} on: ${b.slice(at, at + 80)} instead of ${a.slice(at, at + 80)}`;
};

const judge = (wanted, given) =>
  Object.entries(given).flatMap(([place, answers]) =>
    Object.keys(FILES)
      .filter((name) => answers[name] !== wanted[name])
      .map((name) => `${name} in ${place} ${firstDifference(wanted[name], answers[name] ?? '')}`),
  );

const judgeWanted = (wanted) =>
  Object.entries(wanted).flatMap(([name, text]) => {
    const { [name]: expected = 'good' } = EXPECTED;
    const isRefused = text.startsWith('{"refused"');
    if (isRefused !== (expected === 'refused')) return [`${name} in Node: ${text.slice(0, 200)}`];
    return text.length < LEAST_CHARACTERS[expected] ? [`${name} in Node says too little: ${text}`] : [];
  });

try {
  await writeFiles();
  const wanted = await readAll({ sourceOf: (name) => openPath(join(folder, name)), openDatabase: nodeSqlite() });
  const given = await inBrowser();
  const count = Object.keys(FILES).length;
  const characters = Object.values(wanted).reduce((sum, { length }) => sum + length, 0);
  report(
    `${count} files in a page and a worker, ${characters} characters as in Node`,
    given.error === undefined ? [...judgeWanted(wanted), ...judge(wanted, given)] : [given.error],
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
