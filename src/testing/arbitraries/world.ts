import fc from 'fast-check';
import { type Answer, EMPTY_LEDGER } from '../../domain/ledger';
import type { Observed } from '../../domain/observed';
import { type SettingsOverrides, settingsFrom } from '../../policy/settings-from';
import type { World } from '../../reconcile/world';
import { linkedPair } from './linked-pair';
import { PHONE, SCOPE, SESSION_KEYS, sessionWith, WATCH, WORKOUT_KEYS, workoutWith } from './records';
import { at } from './spans';

const settings: fc.Arbitrary<SettingsOverrides> = fc
  .record({
    imports: fc.constantFrom(true, true, true, false),
    exports: fc.constantFrom(true, true, true, false),
    onWorkoutGone: fc.constantFrom('detach' as const, 'remove-session' as const),
    onPossible: fc.constantFrom('import' as const, 'hold' as const),
    onBetterCopy: fc.constantFrom('keep' as const, 'switch' as const),
    running: fc.constantFrom(true, true, true, false),
    ignored: fc.constantFrom([], [], [], [WATCH]),
    preferred: fc.constantFrom([], [PHONE, WATCH]),
    grace: fc.constantFrom(0, 0, 0, 864_000),
  })
  .map(({ imports, exports, running, ignored, preferred, grace, ...rest }) => ({
    ...rest,
    guard: { count: 99, share: 1 },
    import: { enabled: imports, categories: { running }, ignoredSources: ignored, preferredSources: preferred },
    export: { enabled: exports, graceSeconds: grace },
  }));

const answers: fc.Arbitrary<readonly Answer[]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: fc
      .record({
        kind: fc.constantFrom('export' as const, 'restore' as const, 'claim' as const, 'keep-workout' as const),
        session: fc.constantFrom(...SESSION_KEYS),
      })
      .map((answer) => [answer]),
  },
  { weight: 1, arbitrary: fc.constantFrom(...WORKOUT_KEYS).map((key) => [{ kind: 'prefer' as const, workout: key }]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('same' as const, 'different' as const),
        fc.constantFrom(...SESSION_KEYS),
        fc.constantFrom(...WORKOUT_KEYS),
      )
      .map(([kind, a, b]) => [{ kind, a, b }]),
  },
);

/** How much of a side may be relied on. */
interface Certainty {
  readonly complete: boolean;
  readonly absence: 'deleted' | 'unknown';
  readonly isNarrow: boolean;
}

const certainty: fc.Arbitrary<Certainty> = fc.record({
  complete: fc.constantFrom(true, true, true, false),
  absence: fc.constantFrom('deleted' as const, 'deleted' as const, 'unknown' as const),
  isNarrow: fc.constantFrom(false, false, false, true),
});

const CERTAIN: Certainty = { complete: true, absence: 'deleted', isNarrow: false };

/** Everything that a small world holds lies well inside of the wide window; a part of it inside of the narrow one. */
const observed = <Item>(
  { complete, absence, isNarrow }: Certainty,
  items: readonly Item[],
  gone: readonly string[],
): Observed<Item> => ({
  items,
  window: isNarrow ? { start: at(0), end: at(500) } : { start: at(-100_000), end: at(100_000) },
  complete,
  absence,
  gone,
});

export interface WorldOptions {
  /**
   * How many sessions and workouts belong together already, at most.
   * @defaultValue 3
   */
  readonly links?: number;
  /**
   * Whether the user has said something.
   * @defaultValue 'some'
   */
  readonly answers?: 'some' | 'none';
  /**
   * Whether both sides can be relied on.
   * @defaultValue 'any'
   */
  readonly sides?: 'any' | 'certain';
}

/** The records of some keys, each there as often as not. */
const some = <Item>(keys: readonly string[], make: (key: string) => fc.Arbitrary<Item>) =>
  fc.tuple(...keys.map((key) => fc.option(make(key), { freq: 2, nil: undefined })));

/**
 * Small worlds of well-formed records that have to do with each other: copies, echoes, edits, deletions, links in every legal
 * state, sides that were read in part.
 *
 * **Shape** every key at most once, every session and workout in at most one link. Nothing is held by the guard.
 *
 * @example
 * ```ts
 * import fc from 'fast-check';
 * import { reconcile } from 'workout-sync';
 * import { world } from 'workout-sync/testing/arbitraries';
 *
 * // A side that was not read completely never costs anybody a session.
 * fc.assert(
 *   fc.property(world(), (small) => {
 *     const { steps } = reconcile({ ...small, mirror: { ...small.mirror, complete: false, gone: [] } });
 *     return steps.every(({ effect }) => effect.kind !== 'remove-session');
 *   }),
 * );
 * ```
 */
export const world = (options: WorldOptions = {}): fc.Arbitrary<World> =>
  fc
    .record({
      pairs: fc
        .nat({ max: options.links ?? 3 })
        .chain((count) =>
          fc.tuple(...Array.from({ length: count }, (_, index) => linkedPair(`s${index + 1}`, `w${index + 1}`))),
        ),
      sessions: some(SESSION_KEYS, sessionWith),
      workouts: some(WORKOUT_KEYS, workoutWith),
      settings,
      answers: options.answers === 'none' ? fc.constant([]) : answers,
      sessionSide: certainty,
      workoutSide: certainty,
      access: fc.constantFrom('granted' as const, 'granted' as const, 'unknown' as const, 'denied' as const),
      quarantined: fc.constantFrom([], [], [], ['w1'], ['s2']),
    })
    .map(({ pairs, ...parts }) => {
      const isCertain = options.sides === 'certain';
      const unlinked = <Item>(items: readonly (Item | undefined)[]): readonly Item[] =>
        items.slice(pairs.length).flatMap((item) => item ?? []);
      const sessions = [...pairs.flatMap((pair) => pair.sessions), ...unlinked(parts.sessions)];
      const workouts = [...pairs.flatMap((pair) => pair.workouts), ...unlinked(parts.workouts)];
      const goneSessions = pairs.flatMap((pair) => pair.goneSessions);
      const goneWorkouts = pairs.flatMap((pair) => pair.goneWorkouts);
      return {
        sessions: observed(isCertain ? CERTAIN : parts.sessionSide, sessions, goneSessions),
        mirror: observed(isCertain ? CERTAIN : parts.workoutSide, workouts, goneWorkouts),
        ledger: {
          ...EMPTY_LEDGER,
          revision: 1,
          links: pairs.map((pair) => pair.link),
          answers: parts.answers,
          quarantined: isCertain ? [] : parts.quarantined,
        },
        scope: { ...SCOPE, ...(!isCertain && { readAccess: parts.access }) },
        settings: settingsFrom(parts.settings),
        now: at(2880),
      };
    });
