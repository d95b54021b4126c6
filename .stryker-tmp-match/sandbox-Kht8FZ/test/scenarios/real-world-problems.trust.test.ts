// @ts-nocheck
import { describe, expect, it } from 'vitest';
import { applyPlan, applySteps, fidelityOf, openPlanner, reconcile, type World } from '../../src/index';
import { explain } from '../../src/messages/index';
import { at, placesOf, session, sessionKeys, synced, WATCH, workout, world, writesOf } from './builders';

const STRAVA = 'com.strava';

/** Ten workouts and the sessions that they were imported as, all in step. */
const importedTen = () => {
  const workouts = Array.from({ length: 10 }, (_, n) => workout({ key: `w${n}`, from: n * 100, to: n * 100 + 60 }));
  return synced(world({ workouts }));
};

describe('real-world problems: reads that fail, records that are bad, plans that are late', () => {
  it.each<[string, (full: World) => World]>([
    ['an empty health store', (full) => ({ ...full, mirror: { ...full.mirror, items: [] } })],
    ['a read that failed half way', (full) => ({ ...full, mirror: { ...full.mirror, items: [], complete: false } })],
    ['a denied permission', (full) => ({ ...full, scope: { ...full.scope, readAccess: 'denied' } })],
    ['an empty list of sessions', (full) => ({ ...full, sessions: { ...full.sessions, items: [] } })],
    ['a signed-out app', (full) => ({ ...full, sessions: { ...full.sessions, items: [], complete: false } })],
  ])('P12 %s is not taken for a deletion of everything', (_what, narrow) => {
    const plan = reconcile(narrow(importedTen()));
    expect(plan.steps).toEqual([]);
    expect(plan.waiting.length).toBeGreaterThan(0);
  });

  it('P18 a type that only one platform has is written as the nearest, or refused by name', () => {
    const sessions = [session({ key: 's1', activity: 'hand-cycling' })];
    const scope = { platform: 'health-connect' } as const;
    expect(fidelityOf('hand-cycling', 'health-connect')).toBe('lossy');
    expect(writesOf(reconcile(world({ sessions, scope })))).toEqual(['export s1']);
    const strict = world({ sessions, scope, settings: { export: { lossyActivities: 'refuse' } } });
    expect(placesOf(reconcile(strict))).toEqual(['skipped s1: activity-lossy']);
    const unknown = [session({ key: 's2', activity: 'moon-walking' as never })];
    expect(placesOf(reconcile(world({ sessions: unknown, scope })))).toEqual(['skipped s2: activity-not-writable']);
  });

  it('P19 one bad workout blocks no other', () => {
    const plan = reconcile(
      world({
        workouts: [
          workout({ key: 'backwards', from: 660, to: 600 }),
          workout({ key: 'nowhere', from: Number.NaN, to: 600 }),
          workout({ key: 'poisoned', from: 100, to: 130 }),
          workout({ key: 'good', from: 800, to: 850 }),
        ],
        ledger: { quarantined: ['poisoned'] },
      }),
    );
    expect(writesOf(plan)).toEqual(['import good']);
    expect(placesOf(plan)).toEqual([
      'blocked poisoned: quarantined',
      'skipped backwards: malformed',
      'skipped nowhere: malformed',
    ]);
  });

  it('P20 nothing is dropped in silence: every record is accounted for', () => {
    const given = world({
      sessions: [session({ key: 's1' }), session({ key: 's2', from: 900, to: 930, state: 'open' })],
      workouts: [
        workout({ key: 'w1' }),
        workout({ key: 'w2', from: 100, to: 130, method: 'manual' }),
        workout({ key: 'w3', from: 905, to: 928 }),
        workout({ key: 'w4', from: 400, to: 300 }),
      ],
      settings: { import: { manualEntries: 'refuse' } },
    });
    const plan = reconcile(given);
    const named = new Set(plan.steps.flatMap(({ link: row }) => [row.session, row.workout, ...row.copies]));
    for (const { key } of [...plan.skipped, ...plan.waiting, ...plan.blocked]) named.add(key);
    expect([...named].sort()).toEqual(['s1', 's2', 'w1', 'w2', 'w3', 'w4']);
    expect(plan.settled).toBe(0);
  });

  it('P21 a user sees what was skipped, why, and against which record', () => {
    const given = world({
      sessions: [session({ key: 's1' })],
      workouts: [workout({ key: 'w1', from: 630, to: 690 }), workout({ key: 'w2', from: 100, to: 130 })],
      settings: { onPossible: 'hold', import: { ignoredSources: [WATCH] } },
    });
    const text = explain(reconcile(given), given);
    expect(text).toContain('It may be the same activity as Running of Mon 4 May 2026, 10:30 UTC (com.watch).');
    expect(text).toContain('Workouts from com.watch are ignored.');
    expect(text).toContain('They share 50 % of the time of the shorter one (50 % is the least).');
  });

  it('P22 a plan that the world has overtaken is refused, and what was half done is finished, not repeated', () => {
    const start = world({
      sessions: [session({ key: 's1', from: 100, to: 130 }), session({ key: 's2', from: 200, to: 230 })],
      workouts: [workout({ key: 'w1' })],
    });
    const plan = reconcile(start);
    const end = synced(start);
    expect(applyPlan(end, plan)).toMatchObject({ kind: 'error', error: { kind: 'stale', what: 'ledger' } });
    for (let done = 0; done <= plan.steps.length; done += 1) {
      const interrupted = applySteps(start, plan.steps.slice(0, done));
      const resumed = synced(interrupted);
      expect(sessionKeys(resumed)).toEqual(sessionKeys(end));
      expect(resumed.mirror.items).toHaveLength(end.mirror.items.length);
      // The effect happened and nobody wrote it down: it is found again, not done again.
      const forgotten = synced({ ...interrupted, ledger: start.ledger });
      expect(sessionKeys(forgotten)).toEqual(sessionKeys(end));
      expect(forgotten.mirror.items).toHaveLength(end.mirror.items.length);
    }
  });

  it('P23 a window is planned as the whole is, and both directions use one verdict', () => {
    const workouts = [workout({ key: 'w1', from: 640, to: 700 }), workout({ key: 'w2', from: 1500, to: 1560 })];
    const given = world({ sessions: [session({ key: 's1', from: 600, to: 660 })], workouts });
    const whole = reconcile(given);
    const part = openPlanner(given).planWindow({ start: at(590), end: at(710) });
    expect(part.steps).toEqual(whole.steps.filter(({ link: row }) => row.workout !== 'w2'));

    const asImport = reconcile(
      world({ workouts: [workout({ key: 'a' }), workout({ key: 'b', app: STRAVA, to: 655 })] }),
    );
    const asExport = reconcile(
      world({ sessions: [session({ key: 'a' })], workouts: [workout({ key: 'b', to: 655 })] }),
    );
    expect(asImport.steps[0]?.evidence.map(({ code }) => code)).toContain('overlap-of-union');
    expect(writesOf(asExport)).toEqual([]);
    expect(asExport.steps.map(({ reason }) => reason.code)).toEqual(['same-activity']);
  });
});
