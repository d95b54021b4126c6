import { describe, expect, test } from 'vitest';
import { viewOf } from '../../../src/reconcile/decide/view';
import { certaintyOf } from '../../../src/reconcile/gather/certainty';
import { sidesOf } from '../../../src/reconcile/gather/sides';
import type { PlanOptions } from '../../../src/reconcile/options';
import { emptyDraft } from '../../../src/reconcile/write/draft';
import { at, DEVICE, OWN_APP, session, workout } from '../builders/records';
import { link, type WorldShape, world } from '../builders/world';

const view = (shape: WorldShape, options: PlanOptions = {}) => {
  const whole = world({ ...shape, now: at(700) });
  const draft = emptyDraft();
  const certainty = certaintyOf(whole, { recorded: true, foreign: true });
  return viewOf(whole, options, { sides: sidesOf(whole, draft), certainty, draft });
};

describe('the view of a world', () => {
  test('sorts the answers by what they are about; those about pairs belong to matching, a confirmation to the guard', () => {
    const { answers } = view({
      ledger: {
        answers: [
          { kind: 'export', session: 's1' },
          { kind: 'export', session: 's2' },
          { kind: 'restore', session: 's3', held: true },
          { kind: 'claim', session: 's4', over: 'tablet' },
          { kind: 'keep-workout', session: 's5' },
          { kind: 'prefer', workout: 'w1' },
          { kind: 'confirm', guard: 'g1' },
          { kind: 'same', a: 'a1', b: 'b1' },
          { kind: 'different', a: 'a2', b: 'b2' },
        ],
      },
    });
    expect(answers).toEqual({
      exported: new Set(['s1', 's2']),
      restored: new Map([['s3', { kind: 'restore', session: 's3', held: true }]]),
      claims: new Map([['s4', { kind: 'claim', session: 's4', over: 'tablet' }]]),
      workoutKept: new Set(['s5']),
      preferred: new Set(['w1']),
    });
  });

  test('knows the open sessions, and what was set aside', () => {
    const open = session({ key: 's2', state: 'open' });
    const { openSessions, quarantined } = view({
      sessions: [session({ key: 's1' }), open, session({ key: 's3', state: 'deleted' })],
      ledger: { quarantined: ['w7'] },
    });
    expect(openSessions).toEqual([open]);
    expect(quarantined).toEqual(new Set(['w7']));
  });

  test('says of a session key whether it is in use: listed, or in the ledger', () => {
    const { isTaken } = view({
      sessions: [session({ key: 's1' })],
      links: [link('imported', session({ key: 's2' }), workout({ key: 'w2' }), { state: 'session-deleted' })],
    });
    expect(['s1', 's2', 's3', 'w2'].map(isTaken)).toEqual([true, true, false, false]);
  });

  test('tells the rules the time, the device and the own writers', () => {
    const { importContext, exportContext } = view({});
    expect(importContext).toStrictEqual({ now: at(700), ownSources: [OWN_APP] });
    expect(exportContext).toStrictEqual({ now: at(700), device: DEVICE });
  });

  test('hands on the rules of the host', () => {
    const options = { importRules: [() => undefined], exportRules: [() => undefined] };
    const { importContext, exportContext } = view({}, options);
    expect(importContext.rules).toBe(options.importRules);
    expect(exportContext.rules).toBe(options.exportRules);
  });
});
