import { describe, expect, it } from 'vitest';
import type { LinkState } from '../../src/domain/link';
import { reconcile } from '../../src/index';
import { describePlan } from '../../src/messages/index';
import type { Effect } from '../../src/reconcile/plan';
import { at, session, workout } from '../reconcile/builders/records';
import { world } from '../reconcile/builders/world';
import { EMPTY_PLAN, IMPORT, LINK, step, watched } from './plan-samples';

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
    [{ kind: 'remove-workout', workouts: ['w1'], external: 'ws1' }, 'Remove from Apple Health'],
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
    expect(keyOf({ kind: 'remove-workout', workouts: ['w1'], external: 'x' })).toBe('w1');
  });

  it('notes a copy without calling it a link', () => {
    const noted = step({ kind: 'set-link' }, { reason: { code: 'copy-found' } });
    expect(describePlan({ ...EMPTY_PLAN, steps: [noted] })[0]?.action).toBe('Note the copy');
  });
});
