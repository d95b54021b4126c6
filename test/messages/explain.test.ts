import { describe, expect, it } from 'vitest';
import type { LinkState } from '../../src/domain/link';
import type { MirrorEntry } from '../../src/domain/workout';
import { reconcile } from '../../src/index';
import { describeNotices, describePlan, explain, guardText, namingOf, summaryText } from '../../src/messages/index';
import type { Effect, Notice } from '../../src/reconcile/plan';
import { at, session, WATCH, type WorkoutShape, workout } from '../reconcile/builders/records';
import { world } from '../reconcile/builders/world';
import { EMPTY_PLAN, IMPORT, LINK, step } from './plan-samples';

const watch = { app: WATCH, appName: 'Watch', device: { type: 'watch' } } as const;
/** A workout of a source whose name the platform shows. */
const watched = (shape: WorkoutShape): MirrorEntry => ({ ...workout(shape), source: watch });
const comparison = { verdict: 'same', rung: 'evidence', evidence: [] } as const;

describe('describePlan', () => {
  it('says when, what, which app, what happens and why', () => {
    const small = world({
      workouts: [watched({ key: 'w1', distanceMetres: 10_020, offsetSeconds: 7200 })],
    });
    expect(describePlan(reconcile(small), small)).toEqual([
      {
        group: 'steps',
        kind: 'workout',
        key: 'w1',
        start: at(600),
        when: 'Mon 4 May 2026, 12:00',
        activity: 'Running',
        what: '1 h, 10.02 km',
        app: 'Watch',
        action: 'Import',
        codes: ['new-workout'],
        why: 'The app has no session for this workout yet.',
        advice: '',
      },
    ]);
  });

  it('tells a step without a world from its ledger row', () => {
    expect(describePlan({ ...EMPTY_PLAN, steps: [IMPORT] })[0]).toMatchObject({
      kind: 'workout',
      key: 'w1',
      when: 'Tue 3 Nov 2026, 17:22 UTC',
      what: '45 min',
      app: 'com.example.watch',
    });
  });

  it('shows all reasons, each piece of advice once, and times in the zone of the record', () => {
    const open = session({ key: 's1', offsetSeconds: 3600 });
    const [line] = describePlan(
      {
        ...EMPTY_PLAN,
        skipped: [
          {
            kind: 'session',
            key: 's1',
            reasons: [
              { code: 'session-too-short', params: { actualSeconds: 5, minimumSeconds: 60 } },
              { code: 'no-detail' },
              { code: 'in-the-future', params: { until: at(0) } },
            ],
          },
        ],
      },
      world({ sessions: [open] }),
    );
    expect(line).toMatchObject({
      group: 'skipped',
      action: 'Leave it',
      app: 'this app',
      codes: ['session-too-short', 'no-detail', 'in-the-future'],
      why:
        'It lasts 5 s, and sessions under 1 min stay home. It has no samples behind it, such as heart rate, speed or a ' +
        'route. It ends in the future, at Mon 4 May 2026, 01:00.',
      advice:
        'Export it by hand if it should go out all the same. Check the clock of this phone and of the device that ' +
        'recorded it.',
    });
  });

  it('keeps the groups in the order steps, held, waiting, skipped', () => {
    const placed = { kind: 'workout', key: 'w', reasons: [{ code: 'deleted' }] } as const;
    const groups = describePlan({
      ...EMPTY_PLAN,
      steps: [IMPORT],
      skipped: [placed],
      waiting: [placed],
      blocked: [placed],
    }).map(({ group, action }) => `${group}: ${action}`);
    expect(groups).toEqual(['steps: Import', 'held: Ask you', 'waiting: Wait', 'skipped: Leave it']);
  });

  it.each<[Effect, string]>([
    [{ kind: 'import', session: 's1', workout: 'w1' }, 'Import'],
    [{ kind: 'update-session', session: 's1', workout: 'w1', parts: ['facts'] }, 'Update the session'],
    [{ kind: 'enrich-session', session: 's1', workout: 'w1', parts: ['detail'] }, 'Add detail to the session'],
    [{ kind: 'remove-session', session: 's1' }, 'Remove the session'],
    [{ kind: 'remove-workout', workout: 'w1', external: 'ws1' }, 'Remove from Apple Health'],
    [{ kind: 'export', session: 's1', external: { id: 'ws1', version: 1 } }, 'Write to Apple Health'],
    [{ kind: 'update-workout', session: 's1', external: { id: 'ws1', version: 2 } }, 'Rewrite in Apple Health'],
    [{ kind: 'set-link' }, 'Link both'],
  ])('$kind', (effect, action) => {
    expect(describePlan({ ...EMPTY_PLAN, steps: [step(effect)] }, world())[0]?.action).toBe(action);
  });

  it('counts the copies that an import takes along', () => {
    const withCopies = (copies: string[]) => step(IMPORT.effect, { link: { ...LINK, copies } });
    const actions = describePlan({ ...EMPTY_PLAN, steps: [withCopies(['w2']), withCopies(['w2', 'w3'])] });
    expect(actions.map(({ action }) => action)).toEqual(['Import, with 1 copy', 'Import, with 2 copies']);
  });

  it.each<[LinkState, string]>([
    ['detached', 'Keep the session, without its workout'],
    ['session-deleted', 'Remember that it was deleted'],
    ['workout-removed', 'Remember that it was removed'],
  ])('a link that becomes %s', (state, action) => {
    const change = step({ kind: 'set-link' }, { link: { ...LINK, state } });
    expect(describePlan({ ...EMPTY_PLAN, steps: [change] })[0]?.action).toBe(action);
  });

  it('speaks of the session where the app writes, and of the workout everywhere else', () => {
    const both = world({ sessions: [session({ key: 's1' })], workouts: [workout({ key: 'w1' })] });
    const keyOf = (effect: Effect) => describePlan({ ...EMPTY_PLAN, steps: [step(effect)] }, both)[0]?.key;
    expect(keyOf({ kind: 'export', session: 's1', external: { id: 'x', version: 1 } })).toBe('s1');
    expect(keyOf({ kind: 'remove-session', session: 's1' })).toBe('s1');
    expect(keyOf({ kind: 'set-link' })).toBe('w1');
    expect(keyOf({ kind: 'remove-workout', workout: 'w7', external: 'x' })).toBe('s1');
  });

  it('notes a copy without calling it a link', () => {
    const noted = step({ kind: 'set-link' }, { reason: { code: 'copy-found' } });
    expect(describePlan({ ...EMPTY_PLAN, steps: [noted] })[0]?.action).toBe('Note the copy');
  });
});

describe('describeNotices', () => {
  const copy: Notice = {
    kind: 'copy',
    of: 'w1',
    copy: 'w2',
    apps: { of: WATCH, copy: 'com.example.runs' },
    numbers: [
      { name: 'durationSeconds', of: 3600, copy: 3600.2 },
      { name: 'distanceMetres', of: 10_020, copy: 9910 },
      { name: 'activeKilocalories', copy: 612.4 },
      { name: 'totalKilocalories', of: 0, copy: 20 },
      { name: 'elevationGainMetres', of: 121, copy: 134 },
    ],
    comparison: { ...comparison, evidence: [{ code: 'overlap-of-union', value: 0.98, speaks: 'for' }] },
  };

  it('answers which app recorded the original, which holds a copy, and how their numbers differ', () => {
    const small = world({ workouts: [watched({ key: 'w1', offsetSeconds: 0 })] });
    expect(describeNotices({ ...EMPTY_PLAN, notices: [copy] }, small)).toEqual([
      {
        kind: 'copy',
        a: 'w1',
        b: 'w2',
        text: 'Running of Mon 4 May 2026, 10:00: the original is from Watch, a copy is in com.example.runs.',
        advice: 'Prefer the copy if it is the better recording.',
        facts: ['They share 98 % of the time that either covers.'],
        numbers: [
          { name: 'duration', of: '1 h', copy: '1 h', difference: 'the same' },
          { name: 'distance', of: '10.02 km', copy: '9.91 km', difference: '−110 m (1.1 %)' },
          { name: 'active energy', of: '', copy: '612 kcal', difference: '' },
          { name: 'total energy', of: '0 kcal', copy: '20 kcal', difference: '+20 kcal' },
          { name: 'elevation gain', of: '121 m', copy: '134 m', difference: '+13 m (10.7 %)' },
        ],
      },
    ]);
  });

  it('asks about two records and tells of a conflict', () => {
    const notices: Notice[] = [
      { kind: 'review', a: 's1', b: 'w9', comparison: { ...comparison, verdict: 'part-of' } },
      { kind: 'conflict', session: 's1', workout: 'w1', parts: ['facts', 'detail'] },
    ];
    const small = world({ sessions: [session({ key: 's1' })] });
    expect(describeNotices({ ...EMPTY_PLAN, notices }, small).map(({ text }) => text)).toEqual([
      'Running of Mon 4 May 2026, 10:00 UTC (this app) and “w9”: One is a part of the other.',
      'Running of Mon 4 May 2026, 10:00 UTC (this app) was changed on both sides (what it was and when, totals and ' +
        'samples); your edit in the app stays.',
    ]);
    expect(describeNotices({ ...EMPTY_PLAN, notices })[1]?.advice).toBe(
      'Take the side of the health store if that one is right.',
    );
  });

  it('names no app where a copy names none', () => {
    const [line] = describeNotices({ ...EMPTY_PLAN, notices: [{ ...copy, apps: {} }] });
    expect(line?.text).toBe('the original is from another app, a copy is in another app.');
  });
});

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
