import fc from 'fast-check';
import type { Answer } from '../../src/domain/ledger';
import type { SettingsOverrides } from '../../src/policy/settings-from';
import type { World } from '../../src/reconcile/world';
import { at, PHONE, WATCH } from '../reconcile/builders/records';
import { world } from '../reconcile/builders/world';
import { pairOf, plainSession, plainWorkout, SESSION_KEYS, WORKOUT_KEYS } from './world-records';

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

const side = fc.record({
  complete: fc.constantFrom(true, true, true, false),
  absence: fc.constantFrom('deleted' as const, 'deleted' as const, 'unknown' as const),
  narrow: fc.constantFrom(false, false, false, true),
});

const observedAs = ({
  complete,
  absence,
  narrow,
}: {
  complete: boolean;
  absence: 'deleted' | 'unknown';
  narrow: boolean;
}) => ({
  complete,
  absence,
  ...(narrow ? { window: { start: at(0), end: at(500) } } : {}),
});

/** What a world may hold: how many of each, and whether the user has said something. */
export interface WorldOptions {
  readonly links?: number;
  readonly answers?: 'some' | 'none';
  readonly sides?: 'any' | 'certain';
}

/** Small correlated worlds of well-formed records, every key at most once, every session and workout in at most one link. */
export const smallWorld = (options: WorldOptions = {}): fc.Arbitrary<World> =>
  fc
    .record({
      pairs: fc
        .nat({ max: options.links ?? 3 })
        .chain((count) =>
          fc.tuple(...Array.from({ length: count }, (_, index) => pairOf(`s${index + 1}`, `w${index + 1}`))),
        ),
      sessions: fc.tuple(...SESSION_KEYS.map((key) => fc.option(plainSession(key), { freq: 2, nil: undefined }))),
      workouts: fc.tuple(...WORKOUT_KEYS.map((key) => fc.option(plainWorkout(key), { freq: 2, nil: undefined }))),
      settings,
      answers: options.answers === 'none' ? fc.constant([]) : answers,
      sessionSide: side,
      workoutSide: side,
      access: fc.constantFrom('granted' as const, 'granted' as const, 'unknown' as const, 'denied' as const),
      quarantined: fc.constantFrom([], [], [], ['w1'], ['s2']),
    })
    .map((parts) => {
      const certain = options.sides === 'certain';
      const linked = parts.pairs.length;
      return world({
        sessions: [
          ...parts.pairs.flatMap((pair) => pair.sessions),
          ...parts.sessions.slice(linked).flatMap((item) => (item === undefined ? [] : [item])),
        ],
        workouts: [
          ...parts.pairs.flatMap((pair) => pair.workouts),
          ...parts.workouts.slice(linked).flatMap((item) => (item === undefined ? [] : [item])),
        ],
        sessionSide: {
          ...(certain ? {} : observedAs(parts.sessionSide)),
          gone: parts.pairs.flatMap((pair) => pair.goneSessions),
        },
        workoutSide: {
          ...(certain ? {} : observedAs(parts.workoutSide)),
          gone: parts.pairs.flatMap((pair) => pair.goneWorkouts),
        },
        links: parts.pairs.map((pair) => pair.link),
        ledger: { answers: parts.answers, quarantined: certain ? [] : parts.quarantined },
        scope: { readAccess: certain ? 'granted' : parts.access },
        settings: parts.settings,
      });
    });
