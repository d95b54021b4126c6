import fc from 'fast-check';
import type { Answer } from '../../src/domain/ledger';
import type { Link, LinkKind, LinkState } from '../../src/domain/link';
import type { Session } from '../../src/domain/session';
import type { MirrorEntry } from '../../src/domain/workout';
import type { SettingsOverrides } from '../../src/policy/settings-from';
import type { World } from '../../src/reconcile/world';
import {
  at,
  changedWorkout,
  edited,
  externalId,
  OTHER_DEVICE,
  OWN_APP,
  ownRecord,
  PHONE,
  session,
  WATCH,
  workout,
} from '../reconcile/builders/records';
import { link, world } from '../reconcile/builders/world';

/** Keys and times are drawn from tiny sets, so that they collide. */
const SESSION_KEYS = ['s1', 's2', 's3', 's4'] as const;
const WORKOUT_KEYS = ['w1', 'w2', 'w3', 'w4', 'w5'] as const;

/** Hour slots far apart, and how a recording lies in its slot: alike within minutes, possibly alike, a half. */
const SLOTS = [0, 400, 800] as const;
const SHAPES = [
  [0, 60],
  [1, 61],
  [2, 59],
  [22, 84],
  [0, 20],
] as const;

const span = fc.record({
  slot: fc.constantFrom(...SLOTS),
  shape: fc.constantFrom(...SHAPES),
  activity: fc.oneof(
    { weight: 6, arbitrary: fc.constant('running' as const) },
    { weight: 1, arbitrary: fc.constant('strength-training' as const) },
  ),
});

const minutes = ({
  slot,
  shape,
  activity,
}: {
  slot: number;
  shape: readonly [number, number];
  activity: Session['activity'];
}) => ({
  from: 100 + slot + shape[0],
  to: 100 + slot + shape[1],
  activity,
});

const plainSession = (key: string): fc.Arbitrary<Session> =>
  fc
    .record({
      span,
      state: fc.constantFrom(
        'completed' as const,
        'completed' as const,
        'completed' as const,
        'open' as const,
        'deleted' as const,
      ),
      owner: fc.constantFrom(undefined, undefined, 'device-1', OTHER_DEVICE),
      origin: fc.constantFrom(undefined, undefined, undefined, ...WORKOUT_KEYS),
    })
    .map(({ span: where, state, owner, origin }) =>
      session({
        key,
        ...minutes(where),
        state,
        ...(owner === undefined ? {} : { owner }),
        ...(origin === undefined ? {} : { origin: { platform: 'apple-health', workout: origin } }),
      }),
    );

const plainWorkout = (key: string): fc.Arbitrary<MirrorEntry> =>
  fc
    .record({
      span,
      app: fc.constantFrom(WATCH, WATCH, PHONE, PHONE, OWN_APP),
      of: fc.constantFrom(undefined, undefined, undefined, undefined, ...SESSION_KEYS, 'nobody'),
      detail: fc.constantFrom(undefined, undefined, { series: {}, route: 'none' as const, routePoints: 0 }),
    })
    .map(({ span: where, app, of, detail }) =>
      workout({
        key,
        app,
        ...minutes(where),
        ...(of !== undefined && app === OWN_APP ? { external: { id: externalId(of), version: 1 } } : {}),
        ...(detail === undefined ? {} : { detail }),
      }),
    );

/** A link in a legal shape, with what became of both records since: kept, edited, opened, deleted, or not listed. */
interface Pair {
  readonly sessions: readonly Session[];
  readonly workouts: readonly MirrorEntry[];
  readonly link: Link;
  readonly goneSessions: readonly string[];
  readonly goneWorkouts: readonly string[];
}

const LEGAL: readonly (readonly [LinkKind, LinkState])[] = [
  ['imported', 'active'],
  ['imported', 'active'],
  ['exported', 'active'],
  ['exported', 'active'],
  ['matched', 'active'],
  ['imported', 'detached'],
  ['imported', 'session-deleted'],
  ['exported', 'session-deleted'],
  ['matched', 'session-deleted'],
  ['exported', 'workout-removed'],
  ['matched', 'workout-removed'],
];

const pairOf = (sessionKey: string, workoutKey: string): fc.Arbitrary<Pair> =>
  fc
    .record({
      span,
      legal: fc.constantFrom(...LEGAL),
      session: fc.constantFrom('kept', 'kept', 'edited', 'open', 'deleted', 'gone', 'absent'),
      workout: fc.constantFrom('kept', 'kept', 'changed', 'gone', 'absent'),
    })
    .map(({ span: where, legal: [kind, state], session: fate, workout: end }) => {
      const base = session({ key: sessionKey, ...minutes(where) });
      const record =
        kind === 'exported' ? ownRecord(workoutKey, base) : workout({ key: workoutKey, ...minutes(where) });
      const version = { id: externalId(sessionKey), version: 4 };
      const change = { end: record.end - 120_000, ...(kind === 'exported' ? { external: version } : {}) };
      const now: Readonly<Record<string, Session>> = {
        kept: base,
        edited: edited(base),
        open: { ...base, state: 'open', revision: 'r8' },
        deleted: { ...base, state: 'deleted', revision: 'r9' },
      };
      const listed = now[fate];
      return {
        sessions: listed === undefined ? [] : [listed],
        workouts: end === 'kept' ? [record] : end === 'changed' ? [changedWorkout(record, change)] : [],
        link: link(kind, base, record, { state }),
        goneSessions: fate === 'gone' ? [sessionKey] : [],
        goneWorkouts: end === 'gone' ? [workoutKey] : [],
      };
    });

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
