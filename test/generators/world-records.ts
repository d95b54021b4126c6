import fc from 'fast-check';
import type { Link, LinkKind, LinkState } from '../../src/domain/link';
import type { Session } from '../../src/domain/session';
import type { MirrorEntry } from '../../src/domain/workout';
import {
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
import { link } from '../reconcile/builders/world';

/** Keys and times are drawn from tiny sets, so that they collide. */
export const SESSION_KEYS = ['s1', 's2', 's3', 's4'] as const;
export const WORKOUT_KEYS = ['w1', 'w2', 'w3', 'w4', 'w5'] as const;

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

/** A session as it may be listed, without a link. */
export const plainSession = (key: string): fc.Arbitrary<Session> =>
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

/** A workout as it may be in the store, our own records among them. */
export const plainWorkout = (key: string): fc.Arbitrary<MirrorEntry> =>
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
export interface Pair {
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

export const pairOf = (sessionKey: string, workoutKey: string): fc.Arbitrary<Pair> =>
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
