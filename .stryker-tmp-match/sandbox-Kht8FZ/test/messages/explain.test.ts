// @ts-nocheck
import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/index';
import { explain, guardText, namingOf, summaryText } from '../../src/messages/index';
import { session, WATCH, workout } from '../reconcile/builders/records';
import { world } from '../reconcile/builders/world';
import { EMPTY_PLAN, IMPORT, watched } from './plan-samples';

describe('explain', () => {
  it('prints a plan with its reasons', () => {
    const small = world({
      workouts: [
        watched({ key: 'w1' }),
        workout({ key: 'w2', app: 'com.example.runs', to: 659 }),
        workout({ key: 'w3', from: 700, to: 730, method: 'manual' }),
      ],
      settings: { import: { manualEntries: 'refuse' } },
    });
    const text = explain(reconcile(small), small);
    expect(text.split('\n').slice(0, 11)).toEqual([
      '1 step, 1 left as they are, 0 settled.',
      '',
      'What happens',
      '  Mon 4 May 2026, 10:00 UTC · Running · 1 h · Watch',
      '    Import, with 1 copy. The app has no session for this workout yet.',
      '',
      'Left as it is',
      '  Mon 4 May 2026, 11:40 UTC · Running · 30 min · Watch',
      '    Leave it. Somebody typed this workout in, and typed-in workouts stay out.',
      '    → Allow manual entries in the sync settings to bring it in.',
      '',
    ]);
    expect(text).toContain(
      '  Running of Mon 4 May 2026, 10:00 UTC: the original is from Watch, a copy is in com.example.runs.',
    );
    expect(text).toContain('    duration: 1 h | 59 min | −1 min (1.7 %)\n');
    expect(text.endsWith('\n')).toBe(true);
  });

  it('falls back to keys where there is no world', () => {
    const plan = { ...EMPTY_PLAN, skipped: [{ kind: 'workout', key: 'w3', reasons: [{ code: 'deleted' }] }] } as const;
    expect(explain(plan)).toContain('  workout “w3”\n');
  });

  it('says first that the guard holds the plan', () => {
    const guard = { id: 'g', removals: 7, linked: 9, held: true };
    expect(guardText(guard)).toBe(
      'Nothing is done until you confirm: 7 of 9 linked items would be removed or given up.',
    );
    expect(explain({ ...EMPTY_PLAN, guard }).split('\n')[1]).toBe(guardText(guard));
  });

  it('counts in one line', () => {
    const placed = { kind: 'workout', key: 'w', reasons: [{ code: 'deleted' }] } as const;
    expect(summaryText({ ...EMPTY_PLAN, settled: 3 })).toBe('Nothing to do: 3 settled.');
    expect(summaryText({ ...EMPTY_PLAN, steps: [IMPORT, IMPORT], blocked: [placed], waiting: [placed] })).toBe(
      '2 steps, 1 held for you, 1 waiting, 0 settled.',
    );
  });
});

describe('namingOf', () => {
  it('takes the names from the records and the scope', () => {
    const naming = namingOf(
      world({
        sessions: [session({ key: 's1' })],
        workouts: [watched({ key: 'w1' })],
        scope: { platform: 'health-connect' },
      }),
    );
    expect(naming.app?.(WATCH)).toBe('Watch');
    expect(naming.app?.('com.unheard.of')).toBeUndefined();
    expect(naming.record?.('w1')).toBe('Running of Mon 4 May 2026, 10:00 UTC (Watch)');
    expect(naming.record?.('nothing')).toBeUndefined();
    expect(naming.store).toBe('Health Connect');
  });
});
