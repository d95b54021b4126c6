import type { Result } from '../domain/result';
import type { StateStore } from '../ports/state-store';
import type { Problem } from '../sync/surface/report';
import { change } from './read-rows';
import { attempt } from './state-host';

/**
 * Forgets everything, in one transaction. Sessions and workouts stay as they are.
 *
 * **Shape** answers how many rows were forgotten.
 * **Laws** whatever version wrote them: nothing is left. A run that is under way ends with `busy`. What is still recognisable
 * by its ids or as the same activity is linked again by the next run; deleted sessions that the app does not remember may
 * come back.
 *
 * @example
 * ```ts
 * import { erase } from 'workout-sync/state';
 *
 * const state = {
 *   processes: 'one' as const,
 *   read: async () => ({ revision: 1, rows: [{ key: 'alias/new', value: '{"key":"old"}' }] }),
 *   transact: async () => 'done' as const,
 * };
 * await erase(state); // => { kind: 'ok', value: { rows: 1 } }
 * ```
 *
 * @see `Sync.disconnect` to take away what sync brought, and keep the links of what stays.
 */
export const erase = (state: StateStore): Promise<Result<{ readonly rows: number }, Problem>> =>
  attempt(() =>
    change(state, ({ rows, damaged }) => {
      const remove = [...new Set([...rows.map(({ key }) => key), ...damaged])];
      const answer = { rows: remove.length };
      return remove.length === 0 ? { answer } : { answer, change: { put: [], remove } };
    }),
  );
