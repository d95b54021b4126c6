import type { Instant } from '../domain/interval';
import type { Result } from '../domain/result';
import type { World } from '../reconcile/world';
import { DEFAULT_PACE } from '../sync/default-pace';
import { keysOf } from '../sync/observe/keys';
import { historyPage } from '../sync/report/history';
import { COLLECTIONS, COVERAGE, EXPORTS, FORMAT, HEAD, SEEDS, TROUBLES } from '../sync/state/collections';
import { isOurs } from '../sync/state/is-ours';
import { openState, type State } from '../sync/state/state';
import type { SyncHost } from '../sync/surface/host';
import type { Problem, RunReport } from '../sync/surface/report';
import { systemClock } from '../sync/system-clock';
import { listening, type Names, namesFor } from './redact/names';
import { type BundledRun, type BundledTrouble, redactRun, redactTrouble } from './redact/redact-runs';
import { redactWorld } from './redact/redact-world';
import { rememberedWorld } from './remembered-world';
import { attempt } from './state-host';

/** How a bundle is made. */
export interface DebugBundleOptions {
  /**
   * Moves every moment by so much, so that nobody can tell when somebody trained.
   * @defaultValue 0
   */
  readonly shiftSeconds?: number;
}

/** What support needs to see what sync sees: redacted, and plain JSON. */
export interface DebugBundle {
  readonly kind: 'workout-sync-debug';
  /** The form of the state that it was made from. */
  readonly format: number;
  readonly at: Instant;
  /** Hand it to `reconcile`, and the plan is the one that a run would make. */
  readonly world: World;
  readonly runs: readonly BundledRun[];
  readonly troubles: readonly BundledTrouble[];
  /** Whether the state belongs to this device, account and platform; absent for an empty one. */
  readonly isOurs?: boolean;
  readonly lastFullReadAt?: Instant;
  /** Whether changes can be read on from somewhere. */
  readonly hasCursor: boolean;
  readonly seeds: number;
  /** Writes of which nobody knows yet whether they arrived. */
  readonly pendingExports: number;
  /** How many rows of the state could not be read. */
  readonly damaged: number;
}

const runsIn = (state: State): readonly RunReport[] => {
  const keys = keysOf(state);
  return historyPage(state).runs.map((run) => ({
    ...run,
    items: run.items.map((item) => ({
      ...item,
      ...(item.session !== undefined && { session: keys.inside(item.session) }),
    })),
  }));
};

/** Nobody's, where nothing is written yet. */
const isOursIn = (state: State, host: SyncHost): boolean | undefined =>
  COLLECTIONS.some((one) => state.all(one).size > 0) ? isOurs(state, host) : undefined;

const bundleOf = (state: State, host: SyncHost, world: World, names: Names): DebugBundle => {
  const coverage = state.get(COVERAGE);
  const ours = isOursIn(state, host);
  return {
    kind: 'workout-sync-debug',
    format: state.get(HEAD)?.format ?? FORMAT,
    at: names.time(world.now),
    world: redactWorld(world, names),
    runs: runsIn(state).map((run) => redactRun(run, names)),
    troubles: [...state.all(TROUBLES).values()].map((trouble) => redactTrouble(trouble, names)),
    ...(ours !== undefined && { isOurs: ours }),
    ...(coverage && { lastFullReadAt: names.time(coverage.fullReadAt) }),
    hasCursor: coverage?.cursor !== undefined,
    seeds: state.all(SEEDS).size,
    pendingExports: [...state.all(EXPORTS).values()].filter((one) => one.state === 'pending').length,
    damaged: state.damaged().length,
  };
};

/**
 * Everything that a run decides by, without what says whose it is.
 *
 * **Shape** keys, apps, ids, revisions, devices and the account are numbered names, the same for the same thing throughout one
 * bundle; titles are numbers; what platforms and the host have said is left out; the host's own fields are left out. Times and
 * totals stay, times moved by `shiftSeconds`. The workouts are those that were last seen, the sessions are read now.
 * **Laws** `reconcile(bundle.world)` gives the steps of the real world under those names, unless rules of the host's own or a
 * confirmation decide. Neither side and nothing of the state is changed.
 * **Errors** `state-newer`, and what the state's store says.
 *
 * @example
 * ```ts no-run It needs a phone's health store.
 * import type { SyncHost } from 'workout-sync';
 * import { debugBundle } from 'workout-sync/state';
 *
 * declare const host: SyncHost;
 *
 * const bundle = await debugBundle(host, { shiftSeconds: -86_400 });
 * if (bundle.kind === 'ok') console.log(JSON.stringify(bundle.value));
 * ```
 */
export const debugBundle = (
  host: SyncHost,
  { shiftSeconds = 0 }: DebugBundleOptions = {},
): Promise<Result<DebugBundle, Problem>> => {
  const clock = host.clock ?? systemClock;
  return attempt(async () => {
    const { now } = clock;
    const { leaseSeconds } = DEFAULT_PACE;
    const state = openState(host.state, { now, breathe: () => clock.sleep(0), holder: 'debug', leaseSeconds });
    await state.refresh();
    const world = await rememberedWorld(host, state);
    const { heard, names } = listening();
    bundleOf(state, host, world, names);
    return bundleOf(state, host, world, namesFor(world.scope, heard, shiftSeconds));
  }, clock);
};
