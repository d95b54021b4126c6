/**
 * How the command ends.
 *
 * `held`: removals wait for `--confirm`. `not-found`: no workout, or several, answer to the name. `findings`: `doctor`
 * found a problem.
 */
export const EXIT_CODES = {
  done: 0,
  failed: 1,
  usage: 2,
  unreadable: 3,
  held: 4,
  database: 5,
  'not-found': 6,
  'node-too-old': 7,
  findings: 8,
  interrupted: 130,
} as const;

/** A name of an exit code. */
export type ExitName = keyof typeof EXIT_CODES;

/** Something that ends the command: what happened, and what to do about it. */
export interface Failure {
  readonly exit: ExitName;
  readonly message: string;
  readonly advice?: string;
}

/** A failure that can be thrown. */
export const failure = (exit: ExitName, message: string, advice?: string): Error & Failure =>
  Object.assign(new Error(message), { exit, ...(advice !== undefined && { advice }) });

/** Somebody wanted it to stop before there was an answer. */
export const STOPPED = failure('interrupted', 'Stopped. Nothing was changed.');

/** Whether something that was thrown says how the command ends. */
export const isFailure = (thrown: unknown): thrown is Error & Failure =>
  thrown instanceof Error && 'exit' in thrown && typeof thrown.exit === 'string' && thrown.exit in EXIT_CODES;
