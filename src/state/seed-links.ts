import type { Result } from '../domain/result';
import { FORMAT, HEAD, ONLY, SEEDS } from '../sync/state/collections';
import { put } from '../sync/state/table';
import type { Problem } from '../sync/surface/report';
import { systemClock } from '../sync/system-clock';
import { judgeSeeds, type SeedReport, type SeedRow } from './judge-seeds';
import { openOwned } from './open-owned';
import { attempt, type StateHost } from './state-host';

/** How `seedLinks` goes about it. */
export interface SeedLinksOptions {
  /**
   * Says what would be adopted and what refused, and changes nothing.
   * @defaultValue false
   */
  readonly dryRun?: boolean;
}

/**
 * Adopts the links of a home-made sync, so that the first run neither imports nor exports anything once more.
 *
 * **Shape** the rows are written down as seeds. The next run that sees both records of a seed makes a link of it, with what
 * both say at that moment as merge base. Until then neither record is imported, exported or linked otherwise.
 * **Laws** nothing is written to either side. Refused rows change nothing; all others are written in one transaction. Calling
 * it again with the same rows changes nothing. A record that the app wrote under an id of its own is linked as `matched`:
 * it is recognised, and never replaced or removed.
 * **Errors** the problems of the state: `state-newer`, `state-elsewhere`, and what the store says.
 *
 * @example
 * ```ts
 * import { seedLinks, type StateHost } from 'workout-sync/state';
 *
 * const host: StateHost = {
 *   state: { processes: 'one', read: async () => ({ revision: 0, rows: [] }), transact: async () => 'done' },
 *   account: 'ada', device: 'phone', store: { platform: 'apple-health' },
 * };
 * const rows = [
 *   { session: 's1', workout: 'w1', kind: 'imported' },
 *   { session: 's2', workout: 'w1', kind: 'imported' },
 * ] as const;
 * const answer = await seedLinks(host, rows, { dryRun: true });
 * answer.kind === 'ok' && answer.value.refused.map(({ code }) => code); // => ['workout-seeded', 'workout-seeded']
 * ```
 *
 * @see `dropSeeds` gives seeds up again.
 */
export const seedLinks = (
  host: StateHost,
  rows: readonly SeedRow[],
  { dryRun = false }: SeedLinksOptions = {},
): Promise<Result<SeedReport, Problem>> => {
  const clock = host.clock ?? systemClock;
  return attempt(async () => {
    const { state, head } = await openOwned(host, clock);
    const { seeds, ...report } = judgeSeeds(state, rows);
    if (dryRun || seeds.length === 0) return report;
    const { account, device, store } = host;
    const ours = { format: FORMAT, account, device, platform: store.platform, connected: true };
    await state.commit([
      ...(head === undefined ? [put(HEAD, ONLY, ours)] : []),
      ...seeds.map((seed) => put(SEEDS, seed.session, seed)),
    ]);
    return report;
  }, clock);
};
