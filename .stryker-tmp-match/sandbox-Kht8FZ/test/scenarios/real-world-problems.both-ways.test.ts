// @ts-nocheck
import { describe, expect, it } from 'vitest';
import { externalIdOf, judgeExport, reconcile, settingsFrom, type World } from '../../src/index';
import {
  at,
  externalId,
  link,
  ownRecord,
  placesOf,
  session,
  sessionKeys,
  synced,
  withoutMemory,
  workout,
  world,
  writesOf,
} from './builders';

const STRAVA = 'com.strava';

/** Ten workouts and the sessions that they were imported as, all in step. */
const importedTen = () => {
  const workouts = Array.from({ length: 10 }, (_, n) => workout({ key: `w${n}`, from: n * 100, to: n * 100 + 60 }));
  return synced(world({ workouts }));
};

describe('real-world problems: echoes, edits and deletions', () => {
  it('P4 a workout does not run in circles through a third party', () => {
    const fromGarmin = session({ key: 's1', relayedFrom: ['garmin'] });
    const settings = { export: { relayedOrigins: ['garmin'] }, import: { refusedOrigins: ['garmin'] } };
    expect(placesOf(reconcile(world({ sessions: [fromGarmin], settings })))).toEqual([
      'skipped s1: origin-writes-there',
    ]);
    const relayed = workout({ key: 'w1', app: STRAVA, relayedFrom: ['garmin'] });
    expect(placesOf(reconcile(world({ workouts: [relayed], settings })))).toEqual(['skipped w1: origin-relayed']);

    const passedOn = { ...ownRecord('w1', session({ key: 's7' })), source: { app: STRAVA } };
    expect(writesOf(reconcile(world({ workouts: [passedOn] })))).toEqual([]);
  });

  it('P5 own exports are not imported, and imports are not exported back', () => {
    const own = session({ key: 's1' });
    const exported = world({ sessions: [own], workouts: [ownRecord('w1', own)] });
    expect(writesOf(reconcile(exported))).toEqual([]);

    const imported = synced(world({ workouts: [workout({ key: 'w1' })] }));
    expect(writesOf(reconcile(imported))).toEqual([]);
    expect(writesOf(reconcile(withoutMemory(imported)))).toEqual([]);
    const [back] = imported.sessions.items;
    const context = { now: at(2880), device: 'phone' };
    expect(back && judgeExport(back, 'apple-health', settingsFrom({}), context)).toMatchObject({
      reasons: [{ code: 'imported-from-here' }],
    });
    expect(back && judgeExport(back, 'health-connect', settingsFrom({}), context).kind).toBe('eligible');
  });

  it('P6 a reinstall or a lost ledger exports nothing twice and imports nothing twice', () => {
    const sessions = [session({ key: 's1', from: 100, to: 130 }), session({ key: 's2', from: 200, to: 230 })];
    const before = synced(world({ sessions, workouts: [workout({ key: 'w9', from: 900, to: 950 })] }));
    const after = withoutMemory(before);
    const plan = reconcile(after);
    expect(writesOf(plan)).toEqual([]);
    expect(plan.steps.map(({ reason }) => reason.code).sort()).toEqual([
      'origin-known',
      'own-record-found',
      'own-record-found',
    ]);
    expect(reconcile(synced(after)).steps).toEqual([]);
  });

  it('P7 an exported record whose session is gone is removed, and nobody else’s is', () => {
    const deleted = session({ key: 's1', state: 'deleted', revision: 'r2' });
    const own = ownRecord('w1', session({ key: 's1' }));
    expect(writesOf(reconcile(world({ sessions: [deleted], workouts: [own] })))).toEqual(['remove-workout w1']);
    const linked = link('exported', session({ key: 's1' }), own);
    const other = session({ key: 's2', from: 100, to: 130 });
    expect(writesOf(reconcile(world({ sessions: [other], workouts: [own], links: [linked] })))).toEqual([
      'export s2',
      'remove-workout w1',
    ]);
    expect(placesOf(reconcile(world({ workouts: [own] })))).toEqual(['skipped w1: unknown-owner']);
  });

  it('P8 the export key depends on account and session alone', () => {
    const phone = world({ sessions: [session({ key: 's1' })], scope: { device: 'phone' } });
    const tablet = world({ sessions: [session({ key: 's1', from: 300, to: 330 })], scope: { device: 'tablet' } });
    const keyOf = (given: World) => reconcile(given).steps.map(({ effect }) => 'external' in effect && effect.external);
    expect(keyOf(phone)).toEqual(keyOf(tablet));
    expect(externalIdOf({ account: 'ada' }, 's1')).not.toBe(externalIdOf({ account: 'bob' }, 's1'));
  });

  it('P9 what the user deleted stays deleted, on both sides', () => {
    const imported = synced(world({ workouts: [workout({ key: 'w1' }), workout({ key: 'w2', from: 100, to: 130 })] }));
    const [gone, kept] = imported.sessions.items;
    const deletedInApp: World = {
      ...imported,
      sessions: { ...imported.sessions, items: kept ? [kept] : [], gone: gone ? [gone.key] : [] },
    };
    const closed = synced(deletedInApp);
    expect(sessionKeys(closed)).toHaveLength(1);
    const again: World = {
      ...closed,
      mirror: { ...closed.mirror, items: [...closed.mirror.items, workout({ key: 'w7', app: STRAVA })] },
    };
    expect(writesOf(reconcile(again))).toEqual([]);

    const exported = synced(world({ sessions: [session({ key: 's1' })] }));
    const removed = synced({
      ...exported,
      mirror: { ...exported.mirror, items: [], gone: exported.mirror.items.map(({ key }) => key) },
    });
    expect(writesOf(reconcile(removed))).toEqual([]);
    expect(sessionKeys(removed)).toEqual(['s1']);
  });

  it('P10 what was edited or deleted at the source does not stay stale', () => {
    const before = importedTen();
    const [first, second, ...rest] = before.mirror.items;
    if (first === undefined || second === undefined) throw new Error('two are needed');
    const trimmed = workout({ key: first.key, from: 0, to: 45 });
    const after: World = { ...before, mirror: { ...before.mirror, items: [trimmed, ...rest], gone: [second.key] } };
    expect(reconcile(after).steps.map(({ effect, link: row }) => [effect.kind, row.state])).toEqual([
      ['update-session', 'active'],
      ['set-link', 'detached'],
    ]);
    const removing = { ...after, settings: settingsFrom({ onWorkoutGone: 'remove-session' }) };
    expect(writesOf(reconcile(removing))).toContain('remove-session apple-health:w1');
  });

  it('P11 an edit of time or type after a sync makes no second copy', () => {
    const before = synced(world({ sessions: [session({ key: 's1' })] }));
    const moved = session({ key: 's1', from: 720, to: 790, activity: 'hiking', revision: 'r2' });
    const edited: World = { ...before, sessions: { ...before.sessions, items: [moved] } };
    const [step, ...others] = reconcile(edited).steps;
    expect(others).toEqual([]);
    expect(step?.effect).toEqual({
      kind: 'update-workout',
      session: 's1',
      external: { id: externalId('s1'), version: 2 },
    });
    expect(synced(edited).mirror.items).toHaveLength(1);

    // HealthKit gives a replaced workout a new id: the same activity, not a second one.
    const imported = synced(world({ workouts: [workout({ key: 'w1' })] }));
    const replaced = { ...imported.mirror, items: [workout({ key: 'w1-new', to: 661 })], gone: ['w1'] };
    expect(sessionKeys(synced({ ...imported, mirror: replaced }))).toEqual(['apple-health:w1']);
  });
});
