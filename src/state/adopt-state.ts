import type { Result } from '../domain/result';
import type { StateRow } from '../ports/state-store';
import {
  AGAIN,
  ANSWERS,
  BACKFILLS,
  BEGUN,
  COUNTED,
  COVERAGE,
  GONE,
  HEAD,
  HELD,
  LEASE,
  LINKS,
  ONLY,
  READING,
  SAMPLES,
  SUMMARY,
  type Summary,
  WORKOUTS,
} from '../sync/state/collections';
import { isOurs } from '../sync/state/is-ours';
import { rowKeyOf } from '../sync/state/row-key';
import type { Problem } from '../sync/surface/report';
import { systemClock } from '../sync/system-clock';
import { change, collectionOf, headOf, parsed, tableOf } from './read-rows';
import { attempt, checkFormat, type StateHost, stateProblem } from './state-host';

/** What was taken over. */
export interface AdoptedState {
  /** The device that the state was made on; absent for an empty one, and where the row that says it is damaged. */
  readonly from?: string;
  /** How many links it holds. */
  readonly links: number;
}

/** What was observed on the other device, and says nothing about this one. */
const OBSERVED: ReadonlySet<string> = new Set(
  [WORKOUTS, GONE, COVERAGE, READING, BACKFILLS, COUNTED, SAMPLES, AGAIN, LEASE].map(({ name }) => name),
);

/** What the user said of the other device alone: what may go there, and what it keeps. */
const OF_ONE_DEVICE: ReadonlySet<unknown> = new Set(['confirm', 'claim']);

/** Removals that the other device was told to make, or held. */
const REMOVALS_THERE: ReadonlySet<string> = new Set([BEGUN, HELD].map(({ name }) => name));

const isOfTheOther = (row: StateRow): boolean =>
  REMOVALS_THERE.has(collectionOf(row)) ||
  (collectionOf(row) === ANSWERS.name &&
    OF_ONE_DEVICE.has((parsed(row) as { readonly kind?: unknown } | undefined)?.kind));

/** The next run is not to be skipped because one on the other device was recent. */
const summaryFrom = (row: StateRow): StateRow => {
  const { lastCompleteAt: _old, ...rest } = (parsed(row) ?? {}) as Summary;
  return { ...row, value: JSON.stringify(rest) };
};

/**
 * Takes over a state that was made on another device: a phone that was restored from a backup (`state-elsewhere`).
 *
 * **Shape** links, tombstones, answers, seeds, names and the history stay. The mirror, the cursor, the lease, what was confirmed
 * or claimed and a backfill that was begun go: the next run reads everything anew.
 * **Laws** the guard stands: where the new phone's health store lacks what was linked, the next run holds the removals until
 * somebody confirms. A state of this very device is left as it is; one that does not say its device any more is taken for another's.
 * **Errors** `state-elsewhere` where it belongs to another account or another platform, `state-newer`, and what the store
 * says. Nothing is changed then.
 *
 * @example
 * ```ts
 * import { adoptState, type StateHost } from 'workout-sync/state';
 *
 * const head = { format: 1, account: 'ada', device: 'old', platform: 'apple-health', connected: true };
 * const host: StateHost = {
 *   state: {
 *     processes: 'one',
 *     read: async () => ({ revision: 1, rows: [{ key: 'head/', value: JSON.stringify(head) }] }),
 *     transact: async () => 'done',
 *   },
 *   account: 'ada', device: 'new', store: { platform: 'apple-health' },
 * };
 * await adoptState(host); // => { kind: 'ok', value: { from: 'old', links: 0 } }
 * ```
 */
export const adoptState = (host: StateHost): Promise<Result<AdoptedState, Problem>> => {
  const { now } = host.clock ?? systemClock;
  return attempt(
    () =>
      change<AdoptedState>(host.state, (raw) => {
        const head = headOf(raw);
        checkFormat(head, now());
        const links = raw.rows.filter((row) => collectionOf(row) === LINKS.name).length;
        if (!isOurs(tableOf(raw), { ...host, device: head?.device ?? host.device })) {
          throw stateProblem('state-elsewhere', 'The state belongs to another account or another platform.', now());
        }
        const answer = { ...(head && { from: head.device }), links };
        if (raw.rows.length === 0 || head?.device === host.device) return { answer };
        const ours = head
          ? [{ key: rowKeyOf(HEAD.name, ONLY), value: JSON.stringify({ ...head, device: host.device }) }]
          : [];
        const summary = raw.rows.filter((row) => collectionOf(row) === SUMMARY.name).map(summaryFrom);
        const remove = [
          ...raw.rows.filter((row) => OBSERVED.has(collectionOf(row)) || isOfTheOther(row)).map(({ key }) => key),
          ...raw.damaged.filter((key) => OBSERVED.has(collectionOf({ key }))),
        ];
        return { answer, change: { put: [...ours, ...summary], remove } };
      }),
    host.clock,
  );
};
