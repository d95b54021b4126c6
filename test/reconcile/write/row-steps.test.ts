import { describe, expect, it } from 'vitest';
import type { Link } from '../../../src/domain/link';
import { printOf } from '../../../src/domain/prints';
import type { MirrorEntry } from '../../../src/domain/workout';
import { compareRecordings } from '../../../src/match/compare-recordings';
import type { Expectation, Plan, Step } from '../../../src/reconcile/plan';
import { reconcile } from '../../../src/reconcile/reconcile';
import { withFar } from '../builders/quarrels';
import { at, changedWorkout, edited, externalId, ownRecord, PHONE, session, WATCH, workout } from '../builders/records';
import { link, type WorldShape } from '../builders/world';

/** What a world of one link and a settled pair far away comes to, with every field of the step. */
const planOf = (shape: WorldShape): Pick<Plan, 'steps' | 'settled' | 'waiting' | 'skipped' | 'blocked'> => {
  const { steps, settled, waiting, skipped, blocked } = reconcile(withFar(shape));
  return { steps, settled, waiting, skipped, blocked };
};

const FAR_SETTLED = 2;
const oneStep = (step: Step) => ({ steps: [step], settled: FAR_SETTLED, waiting: [], skipped: [], blocked: [] });

const linkAt = (state: Link['state'] | 'none'): Expectation => ({ kind: 'link-at', session: 's1', state });
const workoutAt = ({ key, prints }: MirrorEntry): Expectation => ({ kind: 'workout-at', workout: key, ...prints });

const s1 = session({ key: 's1' });
const w1 = workout({ key: 'w1' });
const copy = workout({ key: 'w2', app: PHONE });
const own = ownRecord('w1', s1, 3);
const SHADOW = { start: at(600), end: at(660), activity: 'running' } as const;
const BASE = { session: printOf(s1), workout: w1.prints, revision: 'r1', version: 0 };
const OWN_BASE = { session: printOf(s1), workout: own.prints, revision: 'r1', version: 3 };

/** The ledger row of `s1` and `w1`, written out. */
const row = (kind: Link['kind'], rest: Partial<Link> = {}): Link => ({
  kind,
  state: 'active',
  session: 's1',
  workout: 'w1',
  copies: [],
  base: kind === 'exported' ? OWN_BASE : BASE,
  shadow: SHADOW,
  ...rest,
});

describe('a row that nothing happened to', () => {
  it.each([
    ['imported', link('imported', s1, w1), w1],
    ['exported', link('exported', s1, own), own],
    ['matched', link('matched', s1, w1), w1],
  ] as const)('is settled with all its records: %s', (_, known, record) => {
    const found = planOf({
      sessions: [s1],
      workouts: [record, copy],
      links: [{ ...known, copies: ['w2'] }],
    });
    expect(found).toEqual({ steps: [], settled: FAR_SETTLED + 3, waiting: [], skipped: [], blocked: [] });
  });
});

describe('records that joined a row', () => {
  it('are written down as copies, with the comparison that ties them to it', () => {
    const found = planOf({ sessions: [s1], workouts: [w1, copy], links: [row('imported', { app: WATCH })] });
    expect(found).toEqual(
      oneStep({
        id: 'set-link s1',
        effect: { kind: 'set-link' },
        link: row('imported', { app: WATCH, copies: ['w2'] }),
        expect: [linkAt('active'), workoutAt(w1)],
        reason: { code: 'copy-found' },
        evidence: compareRecordings(w1, copy).evidence,
      }),
    );
  });

  it('are written down on a tombstone, which stays closed and expects nothing of the workout', () => {
    const found = planOf({
      sessions: [s1],
      workouts: [copy],
      links: [row('exported', { state: 'workout-removed' })],
    });
    expect(found).toEqual(
      oneStep({
        id: 'set-link s1',
        effect: { kind: 'set-link' },
        link: row('exported', { state: 'workout-removed', copies: ['w2'] }),
        expect: [linkAt('workout-removed')],
        reason: { code: 'copy-found' },
        evidence: compareRecordings(s1, copy).evidence,
      }),
    );
  });
});

describe('a record that took the place of another', () => {
  it('is written down under its new key', () => {
    const replaced = ownRecord('w7', s1, 3);
    const found = planOf({ sessions: [s1], workouts: [replaced], links: [link('exported', s1, own)] });
    expect(found).toEqual(
      oneStep({
        id: 'set-link s1',
        effect: { kind: 'set-link' },
        link: { ...link('exported', s1, own), workout: 'w7' },
        expect: [linkAt('active'), workoutAt(replaced)],
        reason: { code: 'record-replaced' },
        evidence: [],
      }),
    );
  });
});

describe('a row with another workout', () => {
  it('names the app of the copy that was promoted, and takes its print as the base', () => {
    const longer = changedWorkout(copy, { distanceMetres: 10_000 });
    const found = planOf({
      sessions: [s1],
      workouts: [longer],
      workoutSide: { gone: ['w1'] },
      links: [row('imported', { app: WATCH, copies: ['w2'] })],
    });
    expect(found).toEqual(
      oneStep({
        id: 'set-link s1',
        effect: { kind: 'set-link' },
        link: row('imported', { app: PHONE, workout: 'w2', base: { ...BASE, workout: longer.prints } }),
        expect: [linkAt('active'), workoutAt(longer)],
        reason: { code: 'copy-promoted' },
        evidence: [],
      }),
    );
  });

  it('names no app where the workout names none any more', () => {
    const { source: _forgotten, ...nameless } = changedWorkout(w1, { end: at(655) });
    const found = planOf({ sessions: [s1], workouts: [nameless], links: [row('matched', { app: WATCH })] });
    expect(found.steps).toStrictEqual([
      {
        id: 'set-link s1',
        effect: { kind: 'set-link' },
        link: row('matched', { base: { ...BASE, workout: nameless.prints } }),
        expect: [linkAt('active'), workoutAt(nameless)],
        reason: { code: 'workout-changed' },
        evidence: [],
      },
    ]);
  });

  it('keeps the app of a workout that is gone while the session waits for it, detached', () => {
    const found = planOf({
      sessions: [s1],
      workoutSide: { gone: ['w1'] },
      links: [row('imported', { app: WATCH })],
    });
    expect(found.steps).toStrictEqual([
      {
        id: 'set-link s1',
        effect: { kind: 'set-link' },
        link: row('imported', { app: WATCH, state: 'detached' }),
        expect: [linkAt('active')],
        reason: { code: 'workout-removed' },
        evidence: [],
      },
    ]);
  });
});

describe('a link that is closed', () => {
  it('because the workout was removed: while the session is as it was', () => {
    const found = planOf({ sessions: [s1], workoutSide: { gone: ['w1'] }, links: [row('matched', { app: WATCH })] });
    expect(found.steps).toStrictEqual([
      {
        id: 'set-link s1',
        effect: { kind: 'set-link' },
        link: row('matched', { state: 'workout-removed' }),
        expect: [linkAt('active'), { kind: 'session-at', session: 's1', revision: 'r1' }],
        reason: { code: 'workout-removed' },
        evidence: [],
      },
    ]);
  });

  it.each([
    ['listed as deleted', { sessions: [{ ...s1, state: 'deleted', revision: 'r2' }] }],
    ['named as gone', { sessionSide: { gone: ['s1'] } }],
    ['not listed any more', {}],
  ] as const)('because the session is %s: whatever else is found at that moment', (_, deleted) => {
    const found = planOf({
      ...deleted,
      workouts: [w1, copy],
      links: [row('imported', { app: WATCH, copies: ['w2'] })],
    });
    expect(found.steps).toStrictEqual([
      {
        id: 'set-link s1',
        effect: { kind: 'set-link' },
        link: row('imported', { state: 'session-deleted', copies: ['w2'] }),
        expect: [linkAt('active')],
        reason: { code: 'session-deleted' },
        evidence: [],
      },
    ]);
  });
});

describe('own records of a deleted session', () => {
  const removal = (workouts: readonly string[], copies: readonly string[], session: Expectation): Step => ({
    id: 'remove-workout s1',
    effect: { kind: 'remove-workout', workouts, external: externalId('s1') },
    link: row('exported', { state: 'session-deleted', copies }),
    expect: [linkAt('active'), session],
    reason: { code: 'session-deleted' },
    evidence: [],
  });
  const links = [link('exported', s1, own)];

  it('are removed while the session is still deleted', () => {
    const deleted = { ...s1, state: 'deleted', revision: 'r2' } as const;
    const found = planOf({ sessions: [deleted], workouts: [own], links });
    expect(found).toStrictEqual(oneStep(removal(['w1'], [], { kind: 'session-at', session: 's1', revision: 'r2' })));
  });

  it('are removed while the session is still not there', () => {
    const found = planOf({ sessionSide: { gone: ['s1'] }, workouts: [own], links });
    expect(found).toStrictEqual(oneStep(removal(['w1'], [], { kind: 'session-absent', session: 's1' })));
  });

  it('are all removed, where a store let one in twice', () => {
    const again = ownRecord('w0', s1, 3);
    const found = planOf({ sessionSide: { gone: ['s1'] }, workouts: [own, again], links });
    expect(found).toStrictEqual(oneStep(removal(['w0', 'w1'], ['w0'], { kind: 'session-absent', session: 's1' })));
  });

  it('stay while exports are off, and the link waits', () => {
    const settings = { export: { enabled: false } };
    const found = planOf({ settings, sessionSide: { gone: ['s1'] }, workouts: [own], links });
    expect(found).toStrictEqual({
      steps: [],
      settled: FAR_SETTLED,
      waiting: [{ kind: 'workout', key: 'w1', reasons: [{ code: 'direction-off' }] }],
      skipped: [],
      blocked: [],
    });
  });

  it('go with a detached import that was exported as well', () => {
    const beside = ownRecord('w5', s1, 2);
    const found = planOf({
      sessionSide: { gone: ['s1'] },
      workouts: [beside],
      links: [row('imported', { state: 'detached', app: WATCH, copies: ['w5'] })],
    });
    expect(found.steps).toStrictEqual([
      {
        id: 'remove-workout s1',
        effect: { kind: 'remove-workout', workouts: ['w5'], external: externalId('s1') },
        link: row('imported', { state: 'session-deleted', copies: ['w5'] }),
        expect: [linkAt('detached'), { kind: 'session-absent', session: 's1' }],
        reason: { code: 'session-deleted' },
        evidence: [],
      },
    ]);
  });

  it('of a detached import stay while exports are off, and its link is closed', () => {
    const beside = ownRecord('w5', s1, 2);
    const found = planOf({
      sessionSide: { gone: ['s1'] },
      workouts: [beside],
      links: [row('imported', { state: 'detached', copies: ['w5'] })],
      settings: { export: { enabled: false } },
    });
    expect(found.steps).toStrictEqual([
      {
        id: 'set-link s1',
        effect: { kind: 'set-link' },
        link: row('imported', { state: 'session-deleted', copies: ['w5'] }),
        expect: [linkAt('detached')],
        reason: { code: 'session-deleted' },
        evidence: [],
      },
    ]);
  });

  it('are not removed where another app wrote what the link names: the link is closed', () => {
    const foreign = workout({ key: 'w1' });
    const found = planOf({ sessionSide: { gone: ['s1'] }, workouts: [foreign], links });
    expect(found.steps).toStrictEqual([
      {
        id: 'set-link s1',
        effect: { kind: 'set-link' },
        link: row('exported', { state: 'session-deleted' }),
        expect: [linkAt('active')],
        reason: { code: 'session-deleted' },
        evidence: [],
      },
    ]);
  });
});

describe('two sides that agree', () => {
  it('become the base as they are, with the version that was found', () => {
    const titled = edited(s1, { end: at(655) });
    const written = ownRecord('w1', titled, 5);
    const found = planOf({ sessions: [titled], workouts: [written], links: [link('exported', s1, own)] });
    expect(found).toEqual(
      oneStep({
        id: 'set-link s1',
        effect: { kind: 'set-link' },
        link: {
          ...link('exported', s1, own),
          base: { session: printOf(titled), workout: written.prints, revision: 'r1+', version: 5 },
        },
        expect: [linkAt('active'), workoutAt(written)],
        reason: { code: 'both-agree' },
        evidence: [],
      }),
    );
  });
});
