import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { build } from 'esbuild';
import { sqliteState } from '../../../src/stores/sqlite';
import { nodeDriver } from '../../../src/stores/sqlite/node';
import { rowsAt } from './changes';

/** What some kills have shown. `inChange`: kills between the beginning of a change and its answer. */
export interface Kills {
  readonly kills: number;
  readonly inChange: number;
  /** Kills after which the change that was under way had happened, though it was never answered. */
  readonly happened: number;
  readonly lost: readonly string[];
  readonly halfWritten: readonly string[];
}

/** The same numbers for the same seed, one after the other (a linear congruential generator). */
const numbersFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

export const bundleScript = async (script: string, folder: string): Promise<string> => {
  const outfile = join(folder, `${script}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, `${script}.ts`)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'warning',
  });
  return outfile;
};

/** Runs a writer, kills it some time after it is ready, and gives the last line of its log. */
const killWriter = (script: string, path: string, how: readonly string[], wait: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const log = `${path}.log`;
    const writer = spawn(process.execPath, [script, path, log, ...how], { stdio: ['ignore', 'pipe', 'inherit'] });
    writer.stdout.once('data', () => setTimeout(() => writer.kill('SIGKILL'), wait));
    writer.on('error', reject);
    writer.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(readFileSync(log, 'utf8').trimEnd().split('\n').pop() ?? '');
      else reject(new Error('the writer ended by itself'));
    });
  });

const readAll = async (path: string) => {
  const database = new DatabaseSync(path);
  try {
    const [check] = database.prepare('PRAGMA integrity_check').all();
    return {
      ...(await sqliteState(nodeDriver(database)).read({ from: '', to: '\u007f' })),
      check: check?.integrity_check,
    };
  } finally {
    database.close();
  }
};

/**
 * Kills writers over one database file after the other, each at a random moment, and looks after every kill whether a change
 * that was answered is lost, or one is half there.
 */
export const killWriters = async (
  count: number,
  { seed = 1, killsPerFile = 10, driver = 'right' } = {},
): Promise<Kills> => {
  const folder = mkdtempSync(join(tmpdir(), 'workout-sync-kills-'));
  const random = numbersFrom(seed);
  const lost: string[] = [];
  const halfWritten: string[] = [];
  let [inChange, happened, settled] = [0, 0, 0];
  try {
    const script = await bundleScript('writer', folder);
    for (let kill = 0; kill < count; kill++) {
      const file = Math.floor(kill / killsPerFile);
      const path = join(folder, `${file}.db`);
      const journal = file % 2 === 0 ? 'DELETE' : 'WAL';
      const lastLine = await killWriter(script, path, [journal, driver], random() * 12);
      if (kill % killsPerFile === 0) settled = 0;
      const [word, number] = lastLine.split(' ');
      // Killed before its first change, a writer has told nothing: then nothing may have changed.
      const answered = lastLine === '' ? settled : Number(number);
      const { revision, rows, check } = await readAll(path);
      const what = `kill ${kill} (${journal}) after "${lastLine}": revision ${revision}`;
      settled = revision;
      if (word === 'begin') inChange += 1;
      if (word === 'begin' && revision === answered + 1) happened += 1;
      if (revision < answered || revision > answered + 1) lost.push(what);
      if (JSON.stringify(rows) !== JSON.stringify(rowsAt(revision)) || check !== 'ok')
        halfWritten.push(`${what}, ${check}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { kills: count, inChange, happened, lost, halfWritten };
};
