import { PassThrough } from 'node:stream';
import { runCommand } from '../../src/cli/program';

/** What a call of the command left. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

const textOf = (stream: PassThrough): string => stream.read()?.toString() ?? '';

/** Runs the command in this process, with streams that are no terminal. */
export const run = async (...argv: readonly string[]): Promise<Ran> => {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const exit = await runCommand(argv, { stdout, stderr, signal: new AbortController().signal });
  return { exit, out: textOf(stdout), err: textOf(stderr) };
};

/** The one JSON value that a call with `--json` prints. */
export const json = ({ out }: Ran): Record<string, never> => {
  const lines = out.trimEnd().split('\n');
  if (lines.length !== 1) throw new Error(`Not one line but ${lines.length}:\n${out}`);
  return JSON.parse(lines[0] ?? '');
};
