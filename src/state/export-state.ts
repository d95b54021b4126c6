import type { Result } from '../domain/result';
import type { StateStore } from '../ports/state-store';
import { partsOf } from '../sync/state/row-key';
import type { Problem } from '../sync/surface/report';
import { headOf, parsed, readRows } from './read-rows';
import { attempt } from './state-host';

/** All that sync remembers, as one JSON value. */
export interface ExportedState {
  readonly kind: 'workout-sync-state';
  /** The form that it is written in; zero for an empty state. */
  readonly format: number;
  /** The rows by collection and key: see `docs/state.md` for what each holds. */
  readonly collections: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Keys of rows that cannot be read any more. */
  readonly damaged: readonly string[];
}

/**
 * Everything that is remembered, for somebody who asks what is stored, or for a look inside.
 *
 * **Shape** JSON, with nothing left out: it holds what the user did and when, so treat it as health data. For support, hand
 * out a {@link debugBundle}.
 * **Laws** of one moment; nothing is changed. A state of a newer format is handed out as well.
 *
 * @example
 * ```ts
 * import { exportState } from 'workout-sync/state';
 *
 * const state = {
 *   processes: 'one' as const,
 *   read: async () => ({ revision: 1, rows: [{ key: 'alias/new', value: '{"key":"old"}' }] }),
 *   transact: async () => 'done' as const,
 * };
 * const answer = await exportState(state);
 * answer.kind === 'ok' && answer.value.collections; // => { alias: { new: { key: 'old' } } }
 * ```
 */
export const exportState = (state: StateStore): Promise<Result<ExportedState, Problem>> =>
  attempt(async () => {
    const raw = await readRows(state);
    const byCollection = new Map<string, [string, unknown][]>();
    const damaged = [...raw.damaged];
    for (const row of raw.rows) {
      const { collection, key } = partsOf(row.key);
      const value = parsed(row);
      if (value === undefined) damaged.push(row.key);
      else {
        const known = byCollection.get(collection);
        if (known === undefined) byCollection.set(collection, [[key, value]]);
        else known.push([key, value]);
      }
    }
    const collections = Object.fromEntries([...byCollection].map(([name, rows]) => [name, Object.fromEntries(rows)]));
    return { kind: 'workout-sync-state', format: headOf(raw)?.format ?? 0, collections, damaged };
  });
