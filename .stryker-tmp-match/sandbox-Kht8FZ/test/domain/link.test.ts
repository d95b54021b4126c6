// @ts-nocheck
import { describe, expect, it } from 'vitest';
import { isTombstone, LINK_MOVES, type Link, type LinkState } from '../../src/domain/link';

const STATES = Object.keys(LINK_MOVES) as LinkState[];

const link = (state: LinkState): Link => {
  const prints = { facts: '', detail: '' };
  return {
    kind: 'imported',
    state,
    session: 's1',
    workout: 'w1',
    copies: [],
    base: { session: prints, workout: prints, revision: '1', version: 0 },
    shadow: { start: 0, end: 1, activity: 'running' },
  };
};

const reachableFrom = (state: LinkState): ReadonlySet<LinkState> => {
  const reached = new Set<LinkState>();
  const visit = (from: LinkState): void => {
    for (const to of LINK_MOVES[from]) {
      if (reached.has(to)) continue;
      reached.add(to);
      visit(to);
    }
  };
  visit(state);
  return reached;
};

describe('isTombstone', () => {
  it.each<readonly [LinkState, boolean]>([
    ['active', false],
    ['detached', false],
    ['session-deleted', true],
    ['workout-removed', true],
  ])('%s: %s', (state, expected) => {
    expect(isTombstone(link(state))).toBe(expected);
  });
});

describe('LINK_MOVES', () => {
  it('knows the four states, and no move from a state to itself or twice to the same', () => {
    expect([...STATES].sort()).toEqual(['active', 'detached', 'session-deleted', 'workout-removed']);
    for (const state of STATES) {
      expect(LINK_MOVES[state]).not.toContain(state);
      expect(new Set(LINK_MOVES[state]).size).toBe(LINK_MOVES[state].length);
    }
  });

  it('leads from every state to every other, so that no link is stuck', () => {
    for (const state of STATES) expect([state, [...reachableFrom(state)].sort()]).toEqual([state, [...STATES].sort()]);
  });

  it.each(STATES.filter((state) => state !== 'active'))('opens %s again in one move', (state) => {
    expect(LINK_MOVES[state]).toContain('active');
  });

  it.each(STATES.filter((state) => state !== 'session-deleted'))('closes %s when the session is deleted', (state) => {
    expect(LINK_MOVES[state]).toContain('session-deleted');
  });

  it('takes a removed workout for removed only while the pair is active', () => {
    expect(STATES.filter((state) => LINK_MOVES[state].includes('workout-removed'))).toEqual(['active']);
  });

  it('detaches no session whose own record the user removed', () => {
    expect(LINK_MOVES['workout-removed']).not.toContain('detached');
  });
});
