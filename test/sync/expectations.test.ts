import { describe, expect, it } from 'vitest';
import { toMirrorEntry } from '../../src/domain/mirror';
import type { Expectation, Step } from '../../src/reconcile/plan';
import { isStillTrue } from '../../src/sync/apply/expectations';
import type { LivePlanner } from '../../src/sync/plan/live-planner';
import type { RunContext } from '../../src/sync/run/context';
import { LINKS, WORKOUTS } from '../../src/sync/state/collections';
import { run, trained } from './plain-world';

const w1 = toMirrorEntry(run('w1', 0, 60));
const s1 = trained('s1', 0, 60, { revision: 'r1' });

/** What is known at the moment: one workout, one session, and one link of another session. */
const context = {
  state: {
    get: (collection: unknown, key: string) => {
      if (collection === WORKOUTS) return key === 'w1' ? w1 : undefined;
      return collection === LINKS && key === 's2' ? { state: 'detached' } : undefined;
    },
  },
} as unknown as RunContext;

const live = { session: (key: string) => (key === 's1' ? s1 : undefined) } as unknown as LivePlanner;

const stepWith = (...expected: readonly Expectation[]): Step => ({ expect: expected }) as unknown as Step;

const { facts, detail } = w1.prints;

describe('what a step takes for granted', () => {
  it.each<[string, Expectation, boolean]>([
    ['a session at its revision', { kind: 'session-at', session: 's1', revision: 'r1' }, true],
    ['a session at another revision', { kind: 'session-at', session: 's1', revision: 'r0' }, false],
    ['a session that is not there, at a revision', { kind: 'session-at', session: 's9', revision: 'r1' }, false],
    ['no session where there is none', { kind: 'session-absent', session: 's9' }, true],
    ['no session where there is one', { kind: 'session-absent', session: 's1' }, false],
    ['a workout as it is', { kind: 'workout-at', workout: 'w1', facts, detail }, true],
    ['a workout with other facts', { kind: 'workout-at', workout: 'w1', facts: 'x', detail }, false],
    ['a workout with other detail', { kind: 'workout-at', workout: 'w1', facts, detail: 'x' }, false],
    ['a workout that is not there', { kind: 'workout-at', workout: 'w9', facts, detail }, false],
    ['no workout where there is none', { kind: 'workout-absent', workout: 'w9' }, true],
    ['no workout where there is one', { kind: 'workout-absent', workout: 'w1' }, false],
    ['a link in its state', { kind: 'link-at', session: 's2', state: 'detached' }, true],
    ['a link in another state', { kind: 'link-at', session: 's2', state: 'active' }, false],
    ['no link where there is none', { kind: 'link-at', session: 's9', state: 'none' }, true],
    ['no link where there is one', { kind: 'link-at', session: 's2', state: 'none' }, false],
  ])('%s is looked at again', (_, expected, answer) => {
    expect(isStillTrue(context, live, stepWith(expected))).toBe(answer);
  });

  it('all of it must hold', () => {
    const holds: Expectation = { kind: 'session-absent', session: 's9' };
    const fails: Expectation = { kind: 'workout-absent', workout: 'w1' };
    expect(isStillTrue(context, live, stepWith(holds, fails))).toBe(false);
    expect(isStillTrue(context, live, stepWith(holds))).toBe(true);
  });
});
