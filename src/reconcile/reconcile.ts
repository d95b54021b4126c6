import { certaintyOf, presenceOf } from './gather/certainty';
import type { PlanOptions } from './options';
import type { Plan } from './plan';
import { countLinked, planPart } from './plan-part';
import type { World } from './world';
import { settingsPrint } from './write/settings-print';

/**
 * What should be done to bring both sides together: three trees in, one plan out.
 *
 * The session side, the health store's side (the mirror) and what both were when they last agreed (the ledger) are
 * compared item by item. For an active link:
 *
 * | link | session | workout same | workout changed | workout gone |
 * |---|---|---|---|---|
 * | imported | unedited | settled | update-session | promote a copy; else detach or remove-session |
 * | imported | edited | settled | conflict by part: the edit stays | promote a copy; else detach |
 * | imported, matched | deleted | close | close | close |
 * | exported | unedited | settled | write | close: workout-removed |
 * | exported | edited | write | equal: rebase; else write | close: workout-removed |
 * | exported | deleted | remove-workout | remove-workout | close |
 * | matched | live | settled | rebase | promote a copy; else close: workout-removed |
 *
 * The gates before it, the tombstones, and all that has no link yet are in `docs/outcome-table.md`.
 *
 * **Shape** every workout and every session stands in exactly one place of the plan. Steps are ordered newest first,
 * removals last.
 * **Laws** pure and deterministic: same world, same bytes, whatever the order of the input; planning again after
 * applying gives no steps; nothing is deleted on an absence that is not proven.
 * **Cost** O(n log n) in sessions and workouts, plus what truly overlaps.
 * **Errors** none: a malformed record becomes a skip with the reason `malformed` and the field.
 *
 * @example
 * ```ts
 * import { DEFAULT_SETTINGS, EMPTY_LEDGER, reconcile, type World } from 'workout-sync';
 *
 * const everything = { start: 0, end: 4102444800000 };
 * const world: World = {
 *   sessions: { items: [], window: everything, complete: true, absence: 'deleted', gone: [] },
 *   mirror: { items: [], window: everything, complete: true, absence: 'deleted', gone: [] },
 *   ledger: EMPTY_LEDGER,
 *   scope: {
 *     kind: 'scope', account: 'ada', device: 'phone', platform: 'apple-health',
 *     ownSources: ['com.example.runs'], readAccess: 'unknown', mappingVersion: 1,
 *   },
 *   settings: DEFAULT_SETTINGS,
 *   now: 1_790_000_000_000,
 * };
 * console.assert(reconcile(world).steps.length === 0);
 * ```
 *
 * @see {@link openPlanner} to plan a window, or only what changed.
 */
export const reconcile = (world: World, options: PlanOptions = {}): Plan =>
  planPart(world, options, {
    certainty: certaintyOf(world, presenceOf(world)),
    linked: countLinked(world),
    settings: settingsPrint(world.settings),
  });
