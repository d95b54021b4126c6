import type { Finding, MissingField } from '../sync/surface/finding';
import type { ItemOutcome, ItemReport, Problem, RunReport } from '../sync/surface/report';
import type { Connection } from '../sync/surface/status';
import { fill } from './fill';
import { lookUp } from './look-up';
import { type Message, messageFor } from './message-for';
import type { Naming } from './naming';
import { countText } from './quantity-text';
import type { Text } from './reason-texts';
import {
  CONNECTION_TEXTS,
  FINDING_TEXTS,
  ITEM_TEXTS,
  MISSING_TEXTS,
  PROBLEM_TEXTS,
  RUN_TEXTS,
  STATE_TEXTS,
} from './run-texts';

type Params = Readonly<Record<string, unknown>>;

/** A code of a newer version has no text here: its words must do. */
const spelt = (code: unknown): Text => [`It says: ${(String(code).match(/\w+/g) ?? []).join(' ')}.`];

const messageIn = (table: Readonly<Record<string, Text>>, code: string, params: Params, naming: Naming): Message => {
  const [text, advice] = lookUp(table, code) ?? spelt(code);
  return { text: fill(text, params, naming), ...(advice !== undefined && { advice: fill(advice, params, naming) }) };
};

/**
 * What stood in the way of a run or of an item, and what to do about it.
 *
 * @example
 * ```ts
 * import { messageForProblem } from 'workout-sync/messages';
 *
 * messageForProblem({ code: 'offline', side: 'session-store' }).text; // => "There is no connection to the app's sessions."
 * ```
 */
export const messageForProblem = ({ code, side }: Pick<Problem, 'code' | 'side'>, naming: Naming = {}): Message =>
  messageIn(side === 'state' ? { ...PROBLEM_TEXTS, ...STATE_TEXTS } : PROBLEM_TEXTS, code, { side }, naming);

/**
 * What `diagnose` found, and what to do about it.
 *
 * @example
 * ```ts
 * import { messageForFinding } from 'workout-sync/messages';
 *
 * const finding = { code: 'set-aside', evidence: { count: 2 } } as const;
 * messageForFinding(finding).text; // => 'Some items failed too often and were set aside: 2.'
 * ```
 */
export const messageForFinding = (
  { code, evidence }: Pick<Finding, 'code' | 'evidence'>,
  naming: Naming = {},
): Message => messageIn(FINDING_TEXTS, code, evidence, naming);

/**
 * Why a field of a workout is missing, and what to do about it.
 *
 * @example
 * ```ts
 * import { messageForMissing } from 'workout-sync/messages';
 *
 * messageForMissing({ field: 'route', why: 'indoor' }).text; // => 'It has no route, since it took place indoors.'
 * ```
 */
export const messageForMissing = ({ field, why }: Pick<MissingField, 'field' | 'why'>, naming: Naming = {}): Message =>
  messageIn(MISSING_TEXTS, why, { field }, naming);

/**
 * How the app and the health store are connected. The advice is the one action of that state.
 *
 * @example
 * ```ts
 * import { messageForConnection } from 'workout-sync/messages';
 *
 * messageForConnection({ state: 'never-asked' }, { store: 'Apple Health' }).advice; // => 'Connect it.'
 * ```
 */
export const messageForConnection = ({ state }: Pick<Connection, 'state'>, naming: Naming = {}): Message =>
  messageIn(CONNECTION_TEXTS, state, {}, naming);

const KILLED: Text = [
  'Sync has not ended: it is still running, or the phone stopped it. Nothing is lost.',
  'The next sync goes on from there.',
];

const PARTIAL: Text = ['All is done but what failed, which is tried again.', 'Sync again later.'];

/** How a run ended, in which so many items ended so. One that has not ended has no name. */
const endTexts = ({ failed }: RunReport['counts']): Readonly<Record<string, Text>> => ({
  ...RUN_TEXTS,
  ...(failed && { done: PARTIAL }),
  '': KILLED,
});

const OUTCOMES = Object.keys(ITEM_TEXTS) as readonly ItemOutcome[];

const countsText = (counts: RunReport['counts'], naming: Naming): string => {
  const parts = OUTCOMES.flatMap((outcome) => {
    const count = counts[outcome] ?? 0;
    return count > 0 ? [`${countText(count)} ${fill(ITEM_TEXTS[outcome][1], {}, naming)}`] : [];
  });
  return parts.length > 0 ? ` ${parts.join(', ')}.` : '';
};

/**
 * A run as a line of the sync history: how it ended, why, and how many items ended how.
 *
 * **Shape** a run without an end is still running or was killed.
 *
 * @example
 * ```ts
 * import { messageForRun } from 'workout-sync/messages';
 *
 * messageForRun({ end: 'done', counts: { imported: 2, exported: 1 } }).text; // => 'Everything is in sync. 2 imported, 1 exported.'
 * ```
 */
export const messageForRun = (
  { end, problem, resumeAt, counts }: Pick<RunReport, 'end' | 'problem' | 'resumeAt' | 'counts'>,
  naming: Naming = {},
): Message => {
  const ended = messageIn(endTexts(counts), end ?? '', { until: resumeAt }, naming);
  const why = problem && messageForProblem(problem, naming);
  const advice = why?.advice ?? ended.advice;
  return {
    text: `${ended.text}${why ? ` ${why.text}` : ''}${countsText(counts, naming)}`,
    ...(advice !== undefined && { advice }),
  };
};

/**
 * One item as a line of the sync history: what happened to it, and why.
 *
 * **Shape** begins with the record's name where `naming` has one.
 *
 * @example
 * ```ts
 * import { messageForItem } from 'workout-sync/messages';
 *
 * const item = { outcome: 'refused', workout: 'w1', reasons: [{ code: 'manual-entry' }] } as const;
 * messageForItem(item).text; // => 'Left where it is. Somebody typed this workout in, and typed-in workouts stay out.'
 * ```
 */
export const messageForItem = (
  { outcome, session, workout, reasons, problem }: Omit<ItemReport, 'at'>,
  naming: Naming = {},
): Message => {
  const [sentence] = lookUp<readonly [string, string]>(ITEM_TEXTS, outcome) ?? spelt(outcome);
  const key = session ?? workout;
  const name = key === undefined ? undefined : naming.record?.(key);
  const why = [
    ...(problem ? [messageForProblem(problem, naming)] : []),
    ...reasons.map((one) => messageFor(one, naming)),
  ];
  const advice = why.find((one) => one.advice !== undefined)?.advice;
  return {
    text: `${name === undefined ? '' : `${name}: `}${[fill(sentence, {}, naming), ...why.map(({ text }) => text)].join(' ')}`,
    ...(advice !== undefined && { advice }),
  };
};
