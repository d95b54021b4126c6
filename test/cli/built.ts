import { spawn } from 'node:child_process';
import { buildSync } from 'esbuild';
import { commandConstants } from '../gate/command-constants.mjs';
import { freshPath } from './places';

/** How a process of the command ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Builds the command as the package does, and gives the path of its one file. */
export const buildCommand = (): string => {
  const outfile = freshPath('cjs');
  buildSync({
    entryPoints: ['src/cli/main.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2020',
    mainFields: ['module', 'main'],
    define: commandConstants(),
    outfile,
    logLevel: 'error',
  });
  return outfile;
};

export interface SpawnOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeArguments?: readonly string[];
  /** Told of each piece of what the process prints. */
  readonly onOutput?: (child: ReturnType<typeof spawn>) => void;
}

/** Runs the built command as a process. */
export const spawnCommand = (command: string, argv: readonly string[], options: SpawnOptions = {}): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const { NO_COLOR: _no, FORCE_COLOR: _force, ...env } = process.env;
    const child = spawn(process.execPath, [...(options.nodeArguments ?? []), command, ...argv], {
      env: { ...env, ...options.env },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (piece: Buffer) => {
      out += piece;
      options.onOutput?.(child);
    });
    child.stderr.on('data', (piece: Buffer) => {
      err += piece;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, out, err }));
  });
