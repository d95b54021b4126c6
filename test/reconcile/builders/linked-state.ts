import type { Link } from '../../../src/domain/link';
import type { Session } from '../../../src/domain/session';
import type { MirrorEntry } from '../../../src/domain/workout';
import type { World } from '../../../src/reconcile/world';
import { at, changedWorkout, edited, OTHER_DEVICE, ownRecord, session, workout } from './records';
import { link, type WorldShape, world } from './world';

/** Every way in which a session of a link can be met, by the state that the docs give it. */
export const SESSION_WAYS = {
  unedited: ['listed', 'new-revision-same-prints', 'listed-and-gone'],
  edited: ['edited-facts'],
  open: ['open'],
  deleted: ['deleted', 'gone', 'proven-absent'],
  unknown: ['incomplete', 'absence-unknown', 'outside-window', 'empty-list', 'only-imported'],
} as const;

/** Every way in which a workout of a link can be met. */
export const WORKOUT_WAYS = {
  same: ['there', 'there-and-gone'],
  changed: ['changed'],
  gone: ['gone', 'proven-absent', 'proven-by-foreign'],
  unknown: [
    'denied',
    'denied-but-there',
    'incomplete',
    'absence-unknown',
    'outside-window',
    'before-read-from',
    'empty',
    'only-own',
  ],
} as const;

export interface LinkedState {
  readonly kind: Link['kind'];
  readonly sessionWay: string;
  readonly workoutWay: string;
  readonly direction: 'on' | 'off';
  readonly owner: 'ours' | 'other';
}

const AFAR = { from: 100, to: 130 };
const farSession = session({ key: 's9', ...AFAR });
const farWorkout = workout({ key: 'w9', ...AFAR });
const farOwn = ownRecord('w9', farSession);
/** A window that ends before the link's shadow does. */
const EARLY = { start: at(-1000), end: at(610) };

type SessionSide = NonNullable<WorldShape['sessionSide']>;
type WorkoutSide = NonNullable<WorldShape['workoutSide']>;

const meetSession = (way: string, base: Session): [readonly Session[], SessionSide] => {
  switch (way) {
    case 'listed':
      return [[base, farSession], {}];
    case 'new-revision-same-prints':
      return [[{ ...base, revision: 'r7' }, farSession], {}];
    case 'listed-and-gone':
      return [[base, farSession], { gone: [base.key] }];
    case 'edited-facts':
      return [[edited(base), farSession], {}];
    case 'open':
      return [[{ ...base, state: 'open', revision: 'r8' }, farSession], {}];
    case 'deleted':
      return [[{ ...base, state: 'deleted', revision: 'r9' }, farSession], {}];
    case 'gone':
      return [[farSession], { gone: [base.key], complete: false, absence: 'unknown' }];
    case 'proven-absent':
      return [[farSession], {}];
    case 'incomplete':
      return [[farSession], { complete: false }];
    case 'absence-unknown':
      return [[farSession], { absence: 'unknown' }];
    case 'outside-window':
      return [[farSession], { window: EARLY }];
    case 'empty-list':
      return [[], {}];
    case 'only-imported':
      return [[{ ...farSession, origin: { platform: 'apple-health', workout: 'w9' } }], {}];
    default:
      throw new Error(`no such way: ${way}`);
  }
};

type Meeting = [readonly MirrorEntry[], WorkoutSide, NonNullable<WorldShape['scope']>];

const meetWorkout = (way: string, base: MirrorEntry): Meeting => {
  const changed =
    base.external === undefined
      ? changedWorkout(base, { end: base.end - 5 * 60_000 })
      : changedWorkout(base, { external: { ...base.external, version: 5 }, end: base.end - 5 * 60_000 });
  const there: readonly MirrorEntry[] = [base, farWorkout];
  switch (way) {
    case 'there':
      return [there, {}, {}];
    case 'there-and-gone':
      return [there, { gone: [base.key], complete: false }, {}];
    case 'changed':
      return [[changed, farWorkout], {}, {}];
    case 'gone':
      return [[farWorkout], { gone: [base.key], complete: false, absence: 'unknown' }, {}];
    case 'proven-absent':
      return [[farWorkout], {}, {}];
    case 'proven-by-foreign':
      return [[farWorkout], {}, { readAccess: 'unknown' }];
    case 'denied':
      return [[], { gone: [base.key] }, { readAccess: 'denied' }];
    case 'denied-but-there':
      return [[changed], {}, { readAccess: 'denied' }];
    case 'incomplete':
      return [[farWorkout], { complete: false }, {}];
    case 'absence-unknown':
      return [[farWorkout], { absence: 'unknown' }, {}];
    case 'outside-window':
      return [[farWorkout], { window: EARLY }, {}];
    case 'before-read-from':
      return [[farWorkout], {}, { readFrom: at(610) }];
    case 'empty':
      return [[], {}, {}];
    case 'only-own':
      return [[farOwn], {}, { readAccess: 'unknown' }];
    case 'only-own-granted':
      return [[farOwn], {}, {}];
    default:
      throw new Error(`no such way: ${way}`);
  }
};

/** The linked pair `s1` and `w1` in one of its states, beside a pair far away that proves what a list vouches for. */
export const worldOf = (state: LinkedState, extra: WorldShape = {}): World => {
  const base = session({ key: 's1', ...(state.owner === 'other' ? { owner: OTHER_DEVICE } : {}) });
  const record = state.kind === 'exported' ? ownRecord('w1', base) : workout({ key: 'w1' });
  const [sessions, sessionSide] = meetSession(state.sessionWay, base);
  const [workouts, workoutSide, scope] = meetWorkout(state.workoutWay, record);
  const off = state.direction === 'off' ? { enabled: false } : {};
  return world({
    sessions: [...sessions, ...(extra.sessions ?? [])],
    workouts: [...workouts, ...(extra.workouts ?? [])],
    sessionSide,
    workoutSide,
    scope,
    links: [
      link(state.kind, base, record, extra.links?.[0]),
      state.workoutWay.startsWith('only-own')
        ? link('exported', farSession, farOwn)
        : link('matched', farSession, farWorkout),
    ],
    settings: {
      ...extra.settings,
      ...(state.kind === 'exported' ? { export: off } : { import: off }),
    },
    ...(extra.ledger === undefined ? {} : { ledger: extra.ledger }),
  });
};
