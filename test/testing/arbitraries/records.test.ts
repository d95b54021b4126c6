import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMalformedField } from '../../../src/domain/malformed';
import { printOf, sameDetail, sameFacts } from '../../../src/domain/prints';
import type { Session } from '../../../src/domain/session';
import { compareRecordings } from '../../../src/match/compare-recordings';
import { reconcile } from '../../../src/reconcile/reconcile';
import { parseWorld } from '../../../src/schema/parse-world';
import { ACCOUNT, echoOf, editOf, sessionWith, workoutWith } from '../../../src/testing/arbitraries/records';
import { world } from '../../../src/testing/arbitraries/world';

const SESSION: Session = {
  kind: 'session',
  key: 's1',
  activity: 'running',
  start: Date.UTC(2026, 4, 4, 7, 0, 0, 345),
  end: Date.UTC(2026, 4, 4, 8, 0, 0, 678),
  distanceMetres: 10_000,
  title: 'Before work',
  revision: 'r1',
  state: 'completed',
};

describe('echoOf', () => {
  it('is no edit of the session, but for a title that the store does not keep', () => {
    const { title: _title, ...untitled } = SESSION;
    fc.assert(
      fc.property(echoOf(SESSION), (echo) => {
        const kept = [SESSION, untitled].map((session) => printOf(session).facts);
        expect(kept.some((facts) => sameFacts(facts, echo.prints.facts))).toBe(true);
        expect(sameDetail(printOf(SESSION).detail, echo.prints.detail)).toBe(true);
      }),
    );
  });

  it('is never imported', () => {
    const small = { links: 0, answers: 'none', sides: 'certain' } as const;
    fc.assert(
      fc.property(world(small), echoOf(SESSION, { account: ACCOUNT }), ({ ledger, ...rest }, echo) => {
        const { steps } = reconcile({
          ...rest,
          ledger,
          sessions: { ...rest.sessions, items: [SESSION] },
          mirror: { ...rest.mirror, items: [echo] },
        });
        expect(steps.map(({ effect }) => effect.kind)).not.toContain('import');
      }),
    );
  });

  it('may have lost its title, its milliseconds and a little of its distance', () => {
    const echoes = fc.sample(echoOf(SESSION), 100);
    expect(new Set(echoes.map(({ start }) => start % 1000))).toEqual(new Set([0, 345]));
    expect(new Set(echoes.map(({ distanceMetres }) => distanceMetres))).toEqual(new Set([10_000, 10_040]));
    expect(new Set(echoes.map(({ prints }) => prints.facts)).size).toBeGreaterThan(2);
  });
});

describe('editOf', () => {
  it('changes the revision and the facts, and nothing else that sync owns', () => {
    fc.assert(
      fc.property(editOf(SESSION), (edited) => {
        expect(edited.revision).not.toBe(SESSION.revision);
        expect(sameFacts(printOf(SESSION).facts, printOf(edited).facts)).toBe(false);
        expect(edited).toMatchObject({ key: 's1', start: SESSION.start, distanceMetres: 10_000, state: 'completed' });
      }),
    );
  });
});

describe('sessionWith and workoutWith', () => {
  it('are well-formed, and of every verdict to each other', () => {
    const verdicts = fc.sample(fc.tuple(sessionWith('s1'), workoutWith('w1')), 500).map(([session, workout]) => {
      expect(findMalformedField(session)).toBeUndefined();
      expect(findMalformedField(workout)).toBeUndefined();
      return compareRecordings(session, workout).verdict;
    });
    expect(new Set(verdicts)).toEqual(new Set(['same', 'part-of', 'possible', 'different']));
  });
});

describe('world', () => {
  it('is a world to the schema, and JSON', () => {
    fc.assert(
      fc.property(world(), (small) => {
        expect(parseWorld(JSON.parse(JSON.stringify(small)))).toEqual({ kind: 'ok', value: small });
      }),
    );
  });

  it('is certain, and without answers, where that was asked for', () => {
    const options = { links: 0, answers: 'none', sides: 'certain' } as const;
    fc.assert(
      fc.property(world(options), ({ ledger, mirror, sessions, scope }) => {
        expect(ledger).toMatchObject({ links: [], answers: [], quarantined: [] });
        expect([mirror, sessions]).toMatchObject([{ complete: true, absence: 'deleted' }, { complete: true }]);
        expect(scope.readAccess).toBe('granted');
      }),
    );
  });

  it('makes a planner do, wait and leave be, in many ways', () => {
    const effects = new Set<string>();
    const reasons = new Set<string>();
    for (const small of fc.sample(world(), 1500)) {
      const { steps, skipped, waiting, blocked } = reconcile(small);
      for (const { effect } of steps) effects.add(effect.kind);
      for (const { reasons: why } of [...skipped, ...waiting, ...blocked])
        for (const { code } of why) reasons.add(code);
    }
    expect(effects).toEqual(
      new Set(['import', 'update-session', 'export', 'update-workout', 'remove-session', 'remove-workout', 'set-link']),
    );
    expect(reasons.size).toBeGreaterThan(15);
  });
});
