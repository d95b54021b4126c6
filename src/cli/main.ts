#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { EXIT_CODES } from './failure';

const OLDEST = [22, 13] as const;

const isOldNode = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
};

/** The newest Node whose engine is known to have the flag: one that has it not would say so on the terminal. */
const NEWEST_KNOWN = 24;

/**
 * The engine doubles its space for young objects while much is made, up to 48 MB, and a reader makes much and keeps little:
 * left as small as it begins, a sync of a five-year export takes 134 MB of memory instead of 226 MB, in the same time.
 */
const keepSmall = (version: string): void => {
  if (Number.parseInt(version, 10) <= NEWEST_KNOWN) setFlagsFromString('--semi-space-growth-factor=1');
};

/** The rest is loaded only where it can run: older engines have no `node:sqlite`, and may not even parse it. */
const main = async (): Promise<void> => {
  const { node } = process.versions;
  if (isOldNode(node)) {
    process.stderr.write(
      `The workout-sync command needs Node ${OLDEST.join('.')} or newer, for its SQLite; this is Node ${node}. ` +
        'The library itself runs in Node 20.\n',
    );
    process.exitCode = EXIT_CODES['node-too-old'];
    return;
  }
  keepSmall(node);
  // Node would print that its SQLite is experimental, and the like: whoever syncs workouts can do nothing about it.
  process.removeAllListeners('warning');
  const stop = new AbortController();
  // Once to stop in a state from which the next call goes on, twice to stop at once: which is safe as well.
  process.on('SIGINT', () => {
    if (stop.signal.aborted) process.exit(EXIT_CODES.interrupted);
    stop.abort();
  });
  const { runCommand } = await import('./program');
  const { stdout, stderr } = process;
  process.exitCode = await runCommand(process.argv.slice(2), { stdout, stderr, signal: stop.signal });
};

void main();
