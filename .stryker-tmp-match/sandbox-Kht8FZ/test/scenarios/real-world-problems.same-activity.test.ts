// @ts-nocheck
import { describe, expect, it } from 'vitest';
import { clusterRecordings, compareRecordings, type Recording, reconcile, type World } from '../../src/index';
import { at, session, sessionKeys, synced, workout, world, writesOf } from './builders';

const GARMIN = 'com.garmin.connect';
const STRAVA = 'com.strava';
const RUN = { distanceMetres: 10_000 };

const recording = (key: string, from: number, to: number, rest: Partial<Recording> = {}): Recording => ({
  key,
  activity: 'running',
  start: at(from),
  end: at(to),
  ...rest,
});

describe('real-world problems: one activity, or two', () => {
  it('P1 the same session recorded by two devices or apps is counted once', () => {
    const twice = world({
      workouts: [
        workout({ key: 'watch', from: 600, to: 660, ...RUN }),
        workout({ key: 'phone', from: 604, to: 662, app: STRAVA, distanceMetres: 9_910 }),
      ],
    });
    const plan = reconcile(twice);
    expect(plan.steps.map(({ effect }) => effect.kind)).toEqual(['import']);
    expect(plan.steps[0]?.link.copies).toHaveLength(1);
    expect(sessionKeys(synced(twice))).toHaveLength(1);
  });

  it('P2 two real sessions are never collapsed into one', () => {
    const day = world({
      workouts: [
        workout({ key: 'to-work', from: 480, to: 500, activity: 'cycling', distanceMetres: 6_100 }),
        workout({ key: 'home', from: 500, to: 520, activity: 'cycling', distanceMetres: 6_100 }),
        workout({ key: 'strength', from: 1020, to: 1080, activity: 'strength-training' }),
        workout({ key: 'detected-walk', from: 1030, to: 1042, activity: 'walking', app: STRAVA }),
        workout({ key: 'forgotten', from: 0, to: 2800, activity: 'other', app: GARMIN }),
      ],
      settings: { import: { maximumDurationSeconds: 7 * 86_400 } },
    });
    expect(writesOf(reconcile(day))).toEqual([
      'import detected-walk',
      'import forgotten',
      'import home',
      'import strength',
      'import to-work',
    ]);
  });

  it('P3 a wrong match can destroy nothing: evidence never updates, removes or renames', () => {
    const possible = world({
      sessions: [session({ key: 's1', from: 600, to: 660, title: 'Leg day' })],
      workouts: [workout({ key: 'w1', from: 630, to: 690, app: STRAVA })],
    });
    const plan = reconcile(possible);
    expect(plan.notices.map(({ kind }) => kind)).toEqual(['review']);
    expect(plan.steps.every(({ effect }) => effect.kind === 'import' || effect.kind === 'set-link')).toBe(true);

    const matched = world({ sessions: [session({ key: 's1', title: 'Leg day' })], workouts: [workout({ key: 'w1' })] });
    expect(writesOf(reconcile(matched))).toEqual([]);
    expect(synced(matched).sessions.items[0]).toMatchObject({ key: 's1', title: 'Leg day', revision: 'r1' });
  });

  it('P13 a time-zone fault is a hint and never a merge, and offsets do not move a recording', () => {
    const shifted = compareRecordings(recording('a', 600, 660, RUN), recording('b', 900, 960, RUN));
    expect(shifted.verdict).toBe('possible');
    expect(shifted.evidence.map(({ code }) => code)).toContain('hour-shift');
    const known = { ...RUN, offsetSeconds: 0 };
    expect(compareRecordings(recording('a', 600, 660, known), recording('b', 900, 960, known)).verdict).toBe(
      'different',
    );
    const here = recording('a', 600, 660, { offsetSeconds: -18_000 });
    expect(compareRecordings(here, recording('b', 600, 660, { offsetSeconds: 20_700 })).verdict).toBe('same');
  });

  it('P14 a watch copy that arrives hours later becomes a copy, and an export can wait for it', () => {
    const phoneFirst = synced(world({ workouts: [workout({ key: 'phone', app: STRAVA })] }));
    const late = workout({ key: 'watch', from: 598, to: 661, ...RUN });
    const later: World = { ...phoneFirst, mirror: { ...phoneFirst.mirror, items: [...phoneFirst.mirror.items, late] } };
    const plan = reconcile(later);
    expect(writesOf(plan)).toEqual([]);
    expect(plan.steps[0]?.link.copies).toEqual(['watch']);

    const fresh = { sessions: [session({ key: 's1' })], settings: { export: { graceSeconds: 3600 } } };
    const waiting = reconcile(world({ ...fresh, now: at(665) }));
    expect(waiting.waiting).toMatchObject([{ key: 's1', until: at(720), reasons: [{ code: 'grace-period' }] }]);
    expect(writesOf(reconcile(world({ ...fresh, now: at(720) })))).toEqual(['export s1']);
    const arrived = reconcile(world({ ...fresh, workouts: [late], now: at(720) }));
    expect(writesOf(arrived)).toEqual([]);
  });

  it('P15 a multisport recording and its legs are neither duplicates nor one giant swim', () => {
    const race = recording('race', 480, 720, { activity: 'multisport' });
    const legs = [
      recording('swim', 480, 515, { activity: 'open-water-swimming', parent: 'race' }),
      recording('ride', 520, 650, { activity: 'cycling', parent: 'race' }),
      recording('run', 655, 720, { activity: 'running', parent: 'race' }),
    ];
    expect(legs.map((leg) => compareRecordings(race, leg).verdict)).toEqual(['part-of', 'part-of', 'part-of']);
    expect(clusterRecordings([race, ...legs]).map(({ copies }) => copies)).toEqual([[], [], [], []]);
    const unnamed = legs.map(({ parent: _unknown, ...leg }) => compareRecordings(race, leg).verdict);
    expect(unnamed).toEqual(['part-of', 'part-of', 'part-of']);
  });

  it('P16 pauses make neither a difference nor many sessions of one', () => {
    const elapsed = recording('phone', 600, 690, { activeSeconds: 4200, ...RUN });
    const moving = recording('watch', 601, 689, { activeSeconds: 3500, distanceMetres: 9_950 });
    expect(compareRecordings(elapsed, moving).verdict).toBe('same');

    const whole = recording('whole', 600, 690, RUN);
    const halves = [
      recording('half-1', 600, 643, { distanceMetres: 4_900 }),
      recording('half-2', 647, 690, { distanceMetres: 5_000 }),
    ];
    expect(halves.map((half) => compareRecordings(whole, half).verdict)).toEqual(['part-of', 'part-of']);
    const recorded = world({
      sessions: [session({ key: 's1', from: 600, to: 690, ...RUN })],
      workouts: halves.map(({ key }, n) =>
        workout({ key, from: n === 0 ? 600 : 647, to: n === 0 ? 643 : 690, distanceMetres: 4_950 }),
      ),
    });
    expect(writesOf(reconcile(recorded))).toEqual([]);
    expect(reconcile(recorded).notices.filter(({ kind }) => kind === 'review').length).toBeGreaterThan(0);
  });

  it.each([
    ['cycling', 'indoor-cycling'],
    ['weightlifting', 'strength-training'],
    ['treadmill-running', 'other'],
    ['walking', 'hiking'],
  ] as const)('P17 %s and %s are one activity under two labels', (one, other) => {
    const a = recording('a', 600, 660, { activity: one });
    expect(compareRecordings(a, recording('b', 601, 661, { activity: other })).verdict).toBe('same');
  });

  it('P25 every session says where it came from, and the better copy is never hidden', () => {
    const detail = { series: { 'heart-rate': { count: 900, coverage: 1 } }, route: 'none', routePoints: 0 } as const;
    const poor = workout({ key: 'poor', app: STRAVA });
    const rich = workout({ key: 'rich', app: GARMIN, to: 659, detail });
    const both = world({ workouts: [poor, rich] });
    expect(synced(both).sessions.items[0]).toMatchObject({ source: { app: GARMIN }, origin: { workout: 'rich' } });
    const preferring = world({ workouts: [poor, rich], settings: { import: { preferredSources: [STRAVA] } } });
    expect(synced(preferring).sessions.items[0]).toMatchObject({ source: { app: STRAVA } });
    expect(reconcile(both).notices).toMatchObject([
      { kind: 'copy', of: 'rich', copy: 'poor', apps: { of: GARMIN, copy: STRAVA } },
    ]);

    const first = synced(world({ workouts: [poor], settings: { onBetterCopy: 'switch' } }));
    const [known] = first.mirror.items;
    const later: World = { ...first, mirror: { ...first.mirror, items: known ? [known, rich] : [] } };
    expect(reconcile(later).steps.map(({ reason, link: row }) => [reason.code, row.workout, row.copies])).toEqual([
      ['better-copy', 'rich', ['poor']],
    ]);
  });
});
