import type { Result } from '../domain/result';
import { keysOf } from '../sync/observe/keys';
import { SEEDS } from '../sync/state/collections';
import { drop } from '../sync/state/table';
import type { Problem } from '../sync/surface/report';
import { systemClock } from '../sync/system-clock';
import type { SeedRow } from './judge-seeds';
import { openOwned } from './open-owned';
import { attempt, type StateHost } from './state-host';

/** What was given up, as it was sown. */
export interface DroppedSeeds {
  readonly dropped: readonly SeedRow[];
}

/**
 * Gives seeds up that wait for a record which will not come: what is there of the pair is synced like any other record.
 *
 * **Shape** `sessions` are the app's keys of the rows that were sown; `'all'` is every seed that still waits. The next run
 * imports the workout, exports the session, or recognises it, as the settings say.
 * **Laws** nothing is written to either side. A seed that a run has made a link of already is no seed any more, and stays a
 * link; keys without a seed change nothing. While a run is under way it may still make links of what was dropped: wait for
 * its end.
 * **Errors** as `seedLinks`.
 *
 * @example
 * ```ts
 * import { dropSeeds, type StateHost } from 'workout-sync/state';
 *
 * const host: StateHost = {
 *   state: { processes: 'one', read: async () => ({ revision: 0, rows: [] }), transact: async () => 'done' },
 *   account: 'ada', device: 'phone', store: { platform: 'apple-health' },
 * };
 * await dropSeeds(host, ['s1']); // => { kind: 'ok', value: { dropped: [] } }
 * ```
 *
 * @see `seedLinks`, which sows them.
 */
export const dropSeeds = (
  host: StateHost,
  sessions: readonly string[] | 'all',
): Promise<Result<DroppedSeeds, Problem>> => {
  const clock = host.clock ?? systemClock;
  return attempt(async () => {
    const { state } = await openOwned(host, clock);
    const keys = keysOf(state);
    const wanted = sessions === 'all' ? undefined : new Set(sessions.map(keys.inside));
    const seeds = [...state.all(SEEDS).values()].filter(({ session }) => wanted === undefined || wanted.has(session));
    if (seeds.length > 0) await state.commit(seeds.map(({ session }) => drop(SEEDS, session)));
    return {
      dropped: seeds.map(({ session, workout, kind }) => ({ session: keys.outside(session), workout, kind })),
    };
  }, clock);
};
