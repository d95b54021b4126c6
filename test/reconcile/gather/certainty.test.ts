import { describe, expect, it } from 'vitest';
import { certaintyOf, originIn, presenceOf } from '../../../src/reconcile/gather/certainty';
import type { World } from '../../../src/reconcile/world';
import { at, OWN_APP, PHONE, session, workout } from '../builders/records';
import { link, world } from '../builders/world';

const DAY = { start: at(0), end: at(1000) };
const seen = (changes: Partial<World>): World => {
  const whole = world({});
  return {
    ...whole,
    ...changes,
    sessions: { ...whole.sessions, window: DAY, ...changes.sessions },
    mirror: { ...whole.mirror, window: DAY, ...changes.mirror },
  };
};
const BOTH = { recorded: true, foreign: true } as const;

describe('what an interval must be covered by', () => {
  it.each([
    ['all of the window', at(0), at(1000), true],
    ['one millisecond before it', at(0) - 1, at(1000), false],
    ['one millisecond after it', at(0), at(1000) + 1, false],
  ])('%s', (_, start, end, covered) => {
    const { seesSession, seesWorkout, provesSessionDeleted, provesWorkoutGone } = certaintyOf(seen({}), BOTH);
    const all = [seesSession, seesWorkout, provesSessionDeleted, provesWorkoutGone];
    expect(all.map((proves) => proves({ start, end }))).toEqual([covered, covered, covered, covered]);
  });

  it('starts where the health store can be read', () => {
    const { scope } = world({});
    const certainty = certaintyOf(seen({ scope: { ...scope, readFrom: at(100) } }), BOTH);
    expect(certainty.seesWorkout({ start: at(100), end: at(200) })).toBe(true);
    expect(certainty.seesWorkout({ start: at(100) - 1, end: at(200) })).toBe(false);
    expect(certainty.provesWorkoutGone({ start: at(100) - 1, end: at(200) })).toBe(false);
    expect(certainty.seesSession({ start: at(50), end: at(200) })).toBe(true);
  });

  it('does not start before the window where the health store can be read for longer', () => {
    const { scope } = world({});
    const certainty = certaintyOf(seen({ scope: { ...scope, readFrom: at(-500) } }), BOTH);
    expect(certainty.seesWorkout({ start: at(-1), end: at(200) })).toBe(false);
  });
});

describe('what a read proves', () => {
  const inside = { start: at(10), end: at(20) };
  const proofs = (changed: World, presence = BOTH as { recorded: boolean; foreign: boolean }) => {
    const { seesSession, seesWorkout, provesSessionDeleted, provesWorkoutGone } = certaintyOf(changed, presence);
    return [seesSession, seesWorkout, provesSessionDeleted, provesWorkoutGone].map((proves) => proves(inside));
  };
  const { sessions, mirror, scope } = seen({});

  it.each([
    ['everything whole', seen({}), BOTH, [true, true, true, true]],
    ['a partial list', seen({ sessions: { ...sessions, complete: false } }), BOTH, [false, true, false, true]],
    ['a partial read', seen({ mirror: { ...mirror, complete: false } }), BOTH, [true, false, true, false]],
    [
      'a list that vouches for nothing',
      seen({ sessions: { ...sessions, absence: 'unknown' } }),
      BOTH,
      [true, true, false, true],
    ],
    [
      'a read that vouches for nothing',
      seen({ mirror: { ...mirror, absence: 'unknown' } }),
      BOTH,
      [true, true, true, false],
    ],
    ['reading denied', seen({ scope: { ...scope, readAccess: 'denied' } }), BOTH, [true, false, true, false]],
    ['access unknown', seen({ scope: { ...scope, readAccess: 'unknown' } }), BOTH, [true, true, true, true]],
    ['nothing recorded in the app', seen({}), { recorded: false, foreign: true }, [true, true, false, true]],
    ['nothing of another app', seen({}), { recorded: true, foreign: false }, [true, true, true, false]],
  ] as const)('%s', (_, changed, presence, expected) => {
    expect(proofs(changed, presence)).toEqual(expected);
  });
});

describe('who proves that a side was read', () => {
  const recorded = session({ key: 's1' });
  const foreign = workout({ key: 'w1' });

  it('a session without an origin, a workout of another app', () => {
    expect(presenceOf(world({ sessions: [recorded], workouts: [foreign] }))).toEqual(BOTH);
    expect(presenceOf(world({}))).toEqual({ recorded: false, foreign: false });
  });

  it('no session that came from this store: by origin, by key, or by its link', () => {
    const byOrigin = session({ key: 's1', origin: { platform: 'apple-health', workout: 'w1' } });
    const byKey = session({ key: 'apple-health:w1' });
    expect(presenceOf(world({ sessions: [byOrigin, byKey] })).recorded).toBe(false);
    const links = [link('imported', recorded, foreign)];
    expect(presenceOf({ ...world({ sessions: [recorded] }), ledger: { ...world({}).ledger, links } }).recorded).toBe(
      false,
    );
    const matched = [link('matched', recorded, foreign)];
    expect(
      presenceOf({ ...world({ sessions: [recorded] }), ledger: { ...world({}).ledger, links: matched } }).recorded,
    ).toBe(true);
  });

  it('no workout of an own source, and none without a source', () => {
    const own = workout({ key: 'w2', app: OWN_APP });
    const { source: _unknown, ...nameless } = workout({ key: 'w3' });
    expect(presenceOf(world({ workouts: [own, nameless] })).foreign).toBe(false);
    expect(presenceOf(world({ workouts: [own, workout({ key: 'w4', app: PHONE })] })).foreign).toBe(true);
  });

  it('an origin on the other platform is not from here', () => {
    const { scope } = world({});
    expect(originIn(scope, { key: 's1', origin: { platform: 'health-connect', workout: 'w1' } })).toBeUndefined();
    expect(originIn(scope, { key: 's1', origin: { platform: 'apple-health', workout: 'w1' } })).toBe('w1');
    expect(originIn(scope, { key: 'apple-health:w1' })).toBe('w1');
    expect(originIn(scope, { key: 's1' })).toBeUndefined();
  });
});
