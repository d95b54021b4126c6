import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Setting, Trace } from './trace';

/** What a commit must stand. */
export const BUDGET = { exhaustive: 80_000, crash: 100_000, random: 100_000 };

/** How many steps a trace is drawn with, at most: many short ones for a commit, where there is time long ones. */
export const LENGTHS = { commit: 5, timed: 8 };

/** Each option, and what it does. */
const HELP = {
  exhaustive: `so many short traces (${BUDGET.exhaustive}; none with --minutes)`,
  crash: `so many traces with a crash (${BUDGET.crash}; none with --minutes)`,
  random: `so many random traces (${BUDGET.random}; without end with --minutes)`,
  minutes: 'for so long, and no longer',
  seed: 'the first seed; each chunk of 500 random traces takes the next one',
  length: `so many steps are drawn for a trace, at most (${LENGTHS.commit}; ${LENGTHS.timed} with --minutes)`,
  workers: 'so many threads (one for each core)',
  where: '\'{"sessions":"sink"}\': what all random traces have in common',
  trace: "'{…}': runs this one trace again, and nothing else",
  help: 'this list',
} as const;

/** What is asked for: one trace, a stretch of many, or a word about it. */
export type Wanted =
  | { readonly kind: 'say'; readonly text: string; readonly exitCode: 0 | 2 }
  | { readonly kind: 'trace'; readonly trace: Trace }
  | {
      readonly kind: 'stretch';
      readonly exhaustive: number;
      readonly crash: number;
      readonly random: number;
      readonly minutes: number;
      readonly seed: number;
      readonly length: number;
      readonly workers: number;
      readonly where: Partial<Setting>;
    };

const helpText = (): string =>
  [
    'npm run simulate            the budget of a commit',
    'npm run soak -- --minutes 30',
    '',
    ...Object.entries(HELP).map(([name, text]) => `  --${name.padEnd(12)}${text}`),
  ].join('\n');

const numberFrom = (name: string, text: string): number => {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0)) throw new TypeError(`--${name} wants a number, and not "${text}".`);
  return number;
};

const jsonFrom = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new TypeError(`--${name} wants JSON, and not "${text}".`);
  }
};

const wantedOf = (given: readonly string[]): Wanted => {
  const string = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...given],
    options: {
      exhaustive: string,
      crash: string,
      random: string,
      minutes: string,
      seed: string,
      length: string,
      workers: string,
      where: string,
      trace: string,
      help: { type: 'boolean' },
    },
  });
  if (values.help) return { kind: 'say', text: helpText(), exitCode: 0 };
  if (values.trace !== undefined) return { kind: 'trace', trace: jsonFrom('trace', values.trace) as Trace };
  const isTimed = values.minutes !== undefined;
  const number = (name: Exclude<keyof typeof HELP, 'help'>, otherwise: number): number => {
    const text = values[name];
    return text === undefined ? otherwise : numberFrom(name, text);
  };
  return {
    kind: 'stretch',
    exhaustive: number('exhaustive', isTimed ? 0 : BUDGET.exhaustive),
    crash: number('crash', isTimed ? 0 : BUDGET.crash),
    random: number('random', isTimed ? Number.MAX_SAFE_INTEGER : BUDGET.random),
    minutes: number('minutes', Number.POSITIVE_INFINITY),
    seed: number('seed', Number(process.env.PROPERTY_SEED ?? 20_261_121)),
    length: Math.max(1, number('length', isTimed ? LENGTHS.timed : LENGTHS.commit)),
    workers: Math.max(1, number('workers', availableParallelism())),
    where: jsonFrom('where', values.where ?? '{}') as Partial<Setting>,
  };
};

/** Reads the arguments. What is not known is refused: a typing error must not cost minutes. */
export const readOptions = (given: readonly string[]): Wanted => {
  try {
    return wantedOf(given);
  } catch (thrown) {
    const known = Object.keys(HELP).map((name) => `--${name}`);
    const text = `${(thrown as Error).message}\nThere are ${known.join(', ')}.`;
    return { kind: 'say', text, exitCode: 2 };
  }
};
