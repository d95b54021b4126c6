import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/reconcile';
import type { World } from '../../src/reconcile/world';
import { closedWorldOf } from './builders/closed-state';
import { accountingFaults, placeOf } from './builders/places';
import { OWN_APP, ownRecord, PHONE, session, WATCH, workout } from './builders/records';
import { link, world } from './builders/world';
import { appliedOf, factsOf, told } from './property';
import {
  type Action,
  changeWorkout,
  deleteSession,
  editSession,
  recordSession,
  removeForeign,
  removeOwn,
  undeleteSession,
  writeWorkout,
} from './simulation/actions';
import { ask, choose, look, loseLedger } from './simulation/choices';
import { sync } from './simulation/sync';
import { settle } from './simulation/trace';
import { type DeviceName, emptyTruth, type Truth } from './simulation/truth';

const whole = { slot: 0, variant: 'whole' } as const;
const later = { slot: 0, variant: 'later' } as const;
const elsewhere = { slot: 1, variant: 'whole' } as const;

/** Each action, a sync after it, then the end, healed and quiet. */
const play = (actions: readonly Action[], device: DeviceName = 'device-1'): Truth =>
  settle(actions.reduce((truth: Truth, act) => sync(act(truth), device), emptyTruth()));

/** Two devices take turns, each action followed by a sync of the one that is named. */
const playBoth = (turns: readonly (readonly [Action, DeviceName])[]): Truth =>
  settle(
    turns.reduce((truth: Truth, [act, device]) => sync(act(truth), device), emptyTruth()),
    ['device-1', 'device-2'],
  );

const traces: Readonly<Record<string, readonly Action[]>> = {
  'P2 the exported one of two equal sessions is deleted': [
    recordSession(whole),
    recordSession(whole),
    deleteSession(0, 'soft'),
  ],
  'P2 the same, after our record was removed from the store': [
    recordSession(whole),
    recordSession(whole),
    removeOwn(0),
    deleteSession(0, 'soft'),
  ],
  'P2 the import that a recorded session doubles is removed with its workout': [
    choose({ onWorkoutGone: 'remove-session' }),
    writeWorkout(whole, WATCH),
    recordSession(whole),
    removeForeign(0),
  ],
  'P2 an export that was asked for when there was nothing to do': [
    recordSession(whole),
    writeWorkout(whole, WATCH),
    ask(0, 'export'),
    removeForeign(0),
  ],
  'S4 a restore that was asked for when there was nothing to do': [
    writeWorkout(whole, WATCH),
    ask(0, 'restore'),
    deleteSession(0, 'hard'),
  ],
  'P2 a twin that a deleted session held back is freed with it': [
    recordSession(whole),
    deleteSession(0, 'soft'),
    writeWorkout(later, WATCH),
    undeleteSession(0),
  ],
  'S7 an edited import whose link was lost and found by its origin': [
    writeWorkout(whole, WATCH),
    editSession(0, 'facts'),
    loseLedger(),
    changeWorkout(0, 'facts'),
    changeWorkout(0, 'facts'),
  ],
  'S7 an edit of one part outlives what the store says of the other': [
    writeWorkout(whole, PHONE, 'measured'),
    editSession(0, 'facts'),
    changeWorkout(0, 'detail'),
    changeWorkout(0, 'facts'),
    changeWorkout(0, 'facts'),
  ],
  'S7 an edit outlives two changes of the same part in the store': [
    writeWorkout(whole, WATCH),
    editSession(0, 'facts'),
    changeWorkout(0, 'facts'),
    changeWorkout(0, 'facts'),
    changeWorkout(0, 'facts'),
  ],
  'S7 a distance that only the user knew outlives a lost ledger': [
    writeWorkout(whole, WATCH),
    editSession(0, 'detail'),
    loseLedger(),
    changeWorkout(0, 'detail'),
    changeWorkout(0, 'detail'),
  ],
  'P2 an open and a completed session of one time, and two workouts beside them': [
    (truth) =>
      writeWorkout({ ...whole, noise: 2 }, WATCH)(recordSession({ ...whole, noise: 2 }, { state: 'open' })(truth)),
    (truth) => writeWorkout(whole, WATCH)(recordSession({ ...whole, noise: 1 })(truth)),
  ],
  'P2 a found origin takes the better copy at once': [
    choose({ onBetterCopy: 'switch', import: { preferredSources: [PHONE, WATCH] } }),
    writeWorkout(whole, WATCH),
    writeWorkout(whole, PHONE),
    loseLedger(),
  ],
  'S8 an empty session list does not prove anything by the import that it leads to': [
    writeWorkout(whole, WATCH),
    recordSession(elsewhere),
    look({ sessionView: 'empty' }),
    writeWorkout({ slot: 1, variant: 'half' }, PHONE),
  ],
  'S8 an empty store does not prove anything by the export that it leads to': [
    writeWorkout(whole, WATCH),
    look({ storeView: 'empty' }),
    recordSession(elsewhere),
  ],
  'S13 a restore waits while a session over the same time is open': [
    writeWorkout(whole, WATCH),
    deleteSession(0, 'hard'),
    ask(0, 'restore'),
    recordSession(whole, { state: 'open' }),
  ],
};

describe('traces that once broke a promise', () => {
  test.each(Object.entries(traces))('%s', (_, actions) => {
    expect(play(actions).faults).toEqual([]);
  });

  test('S7 a second device that first sees an import when it is edited already', () => {
    const end = playBoth([
      [writeWorkout(whole, WATCH), 'device-2'],
      [editSession(0, 'facts'), 'device-1'],
      [changeWorkout(0, 'facts'), 'device-1'],
      [changeWorkout(0, 'facts'), 'device-2'],
    ]);
    expect(end.faults).toEqual([]);
  });

  test('S11 a second device does not import what was deleted for good on the first', () => {
    const end = playBoth([
      [writeWorkout(whole, WATCH), 'device-1'],
      [deleteSession(0, 'hard'), 'device-1'],
      [recordSession(elsewhere), 'device-2'],
    ]);
    expect(end.faults).toEqual([]);
    expect([...end.sessions.keys()]).toHaveLength(1);
  });
});

const s1 = session({ key: 's1' });
const w1 = workout({ key: 'w1' });

const worlds: Readonly<Record<string, World>> = {
  'P2 a restored import whose workout is gone takes the twin that is there': closedWorldOf({
    kind: 'imported',
    state: 'session-deleted',
    session: 'edited',
    store: 'twin',
    direction: 'on',
  }),
  'P2 a deleted session whose removed record came back': closedWorldOf({
    kind: 'exported',
    state: 'workout-removed',
    session: 'deleted',
    store: 'workout',
    direction: 'on',
  }),
  'P9 a copy that takes the place of the primary keeps it as its copy': world({
    sessions: [s1],
    workouts: [w1, workout({ key: 'w2', app: PHONE })],
    links: [link('imported', s1, w1)],
    settings: { onBetterCopy: 'switch', import: { preferredSources: [PHONE, WATCH] } },
  }),
  'P9 a removed record is back beside a twin of another app': world({
    sessions: [s1],
    workouts: [ownRecord('w1', s1), workout({ key: 'w5' })],
    links: [link('exported', s1, ownRecord('w1', s1), { state: 'workout-removed' })],
  }),
  'P2 an import takes the recording that the user prefers': world({
    workouts: [w1, workout({ key: 'w4', app: OWN_APP })],
    ledger: { answers: [{ kind: 'prefer', workout: 'w1' }] },
  }),
  'P9 two own records of one deleted session': world({
    sessions: [{ ...s1, state: 'deleted' }],
    workouts: [ownRecord('w1', s1), ownRecord('w2', s1)],
  }),
  'P9 a detached session that was set aside, beside a twin of its workout': world({
    sessions: [s1],
    workouts: [workout({ key: 'w3' })],
    links: [link('imported', s1, w1, { state: 'detached' })],
    ledger: { quarantined: ['s1'] },
  }),
  'S14 a session that was moved keeps its origin and gathers no copies at its new time': world({
    sessions: [session({ key: 's4', from: 900, to: 960, origin: { platform: 'apple-health', workout: 'w2' } })],
    workouts: [workout({ key: 'w2', from: 100, to: 160 }), workout({ key: 'w3', from: 900, to: 960, app: PHONE })],
  }),
};

describe('worlds that once broke a promise', () => {
  test.each(Object.entries(worlds))('%s', (_, before) => {
    const plan = reconcile(before);
    expect(accountingFaults(before, plan)).toEqual([]);
    expect(told(reconcile(appliedOf(before, plan)))).toEqual([]);
    const times = new Map(before.mirror.items.map(({ key, start }) => [key, start]));
    const far = plan.steps.filter(
      ({ link: row }) => new Set([row.workout, ...row.copies].map((key) => times.get(key))).size > 1,
    );
    expect(told({ ...plan, steps: far })).toEqual([]);
  });

  test('P5 two sessions that are part of each other end alike, cut or not', () => {
    const before = world({ sessions: [session({ key: 's3', to: 620 }), session({ key: 's4' })] });
    const first = reconcile(before).steps[0];
    expect(first?.effect.kind).toBe('export');
    const whole = appliedOf(before);
    const half = appliedOf(appliedOf(before, { ...reconcile(before), steps: reconcile(before).steps.slice(0, 1) }));
    expect(half.mirror.items.length).toBe(whole.mirror.items.length);
  });

  test('P5 a completed and a deleted session of one time, and two workouts beside them', () => {
    const before = world({
      sessions: [s1, session({ key: 's3', from: 601, to: 661, state: 'deleted' })],
      workouts: [workout({ key: 'w1', from: 602, to: 659 }), workout({ key: 'w4', from: 601, to: 661 })],
    });
    const plan = reconcile(before);
    const cut = appliedOf(appliedOf(before, { ...plan, steps: plan.steps.slice(0, 1) }));
    expect(factsOf(cut)).toEqual(factsOf(appliedOf(before, plan)));
  });

  test('S8 a malformed session is there all the same: its record stays in the store', () => {
    const entry = ownRecord('w1', s1);
    const before = world({
      sessions: [{ ...s1, distanceMetres: Number.NaN }, session({ key: 's9', from: 100, to: 130 })],
      workouts: [entry, workout({ key: 'w9', from: 100, to: 130 })],
      links: [link('exported', s1, entry)],
    });
    expect(reconcile(before).steps.filter(({ effect }) => effect.kind === 'remove-workout')).toEqual([]);
    expect(placeOf(reconcile(before), 'session s1')).toBe('skipped malformed');
  });
});
