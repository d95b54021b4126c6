import { describe, expect, it } from 'vitest';
import { printOf } from '../../../src/domain/prints';
import { reconcile } from '../../../src/reconcile/reconcile';
import { withFar } from '../builders/quarrels';
import { at, externalId, ownRecord, PHONE, session, WATCH, workout } from '../builders/records';
import { link } from '../builders/world';

const s1 = session({ key: 's1', distanceMetres: 10_000 });
const w1 = workout({ key: 'w1', distanceMetres: 10_000 });

describe('what a step is made of', () => {
  it('an import expects that there is neither a row nor a session yet, and the workout as it is', () => {
    const { steps } = reconcile(withFar({ workouts: [w1] }));
    expect(steps).toStrictEqual([
      {
        id: 'import apple-health:w1',
        effect: { kind: 'import', session: 'apple-health:w1', workout: 'w1' },
        link: {
          kind: 'imported',
          state: 'active',
          session: 'apple-health:w1',
          workout: 'w1',
          copies: [],
          app: WATCH,
          base: { session: w1.prints, workout: w1.prints, revision: '', version: 0 },
          shadow: { start: at(600), end: at(660), activity: 'running' },
        },
        expect: [
          { kind: 'link-at', session: 'apple-health:w1', state: 'none' },
          { kind: 'session-absent', session: 'apple-health:w1' },
          { kind: 'workout-at', workout: 'w1', facts: w1.prints.facts, detail: w1.prints.detail },
        ],
        reason: { code: 'new-workout' },
        evidence: [],
      },
    ]);
  });

  it('an export expects that there is neither a row nor a record yet, and the session as it is', () => {
    const external = { id: externalId('s1'), version: 1 };
    const { steps } = reconcile(withFar({ sessions: [s1] }));
    expect(steps).toStrictEqual([
      {
        id: 'export s1',
        effect: { kind: 'export', session: 's1', external },
        link: {
          kind: 'exported',
          state: 'active',
          session: 's1',
          workout: '',
          copies: [],
          base: { session: printOf(s1), workout: printOf(s1), revision: 'r1', version: 1 },
          shadow: { start: at(600), end: at(660), activity: 'running' },
        },
        expect: [
          { kind: 'link-at', session: 's1', state: 'none' },
          { kind: 'session-at', session: 's1', revision: 'r1' },
          { kind: 'external-absent', external: external.id },
        ],
        reason: { code: 'new-session' },
        evidence: [],
      },
    ]);
  });
});

describe('what the guard counts, and what comes last', () => {
  const own = ownRecord('w1', s1);
  const idsOf = (shape: Parameters<typeof withFar>[0]) => {
    const { steps, guard } = reconcile(withFar(shape));
    return { steps: steps.map(({ id }) => id), removals: guard.removals };
  };
  /** An export that comes later in the canonical order than the pair: what takes something away comes after it. */
  const early = session({ key: 's0', from: 300, to: 360 });

  it.each([
    [
      'a workout is removed',
      { sessionSide: { gone: ['s1'] }, workouts: [own], links: [link('exported', s1, own)] },
      'remove-workout s1',
    ],
    ['a workout is removed that no row knows', { sessionSide: { gone: ['s1'] }, workouts: [own] }, 'remove-workout s1'],
    [
      'a workout is removed once more, beside a tombstone',
      {
        sessionSide: { gone: ['s1'] },
        workouts: [own],
        links: [link('exported', s1, own, { state: 'session-deleted' as const })],
      },
      'remove-workout s1',
    ],
    [
      'a session is removed',
      {
        sessions: [s1],
        workoutSide: { gone: ['w1'] },
        links: [link('imported', s1, w1)],
        settings: { onWorkoutGone: 'remove-session' as const },
      },
      'remove-session s1',
    ],
    [
      'a link is detached',
      { sessions: [s1], workoutSide: { gone: ['w1'] }, links: [link('imported', s1, w1)] },
      'set-link s1',
    ],
    [
      'a link is closed',
      { sessions: [s1], workoutSide: { gone: ['w1'] }, links: [link('matched', s1, w1)] },
      'set-link s1',
    ],
  ])('%s', (_, shape, id) => {
    const found = idsOf({ ...shape, sessions: [...('sessions' in shape ? shape.sessions : []), early] });
    expect(found).toEqual({ steps: ['export s0', id], removals: 1 });
  });

  it.each([
    [
      'a row that is new and closed takes nothing away',
      { sessions: [{ ...s1, state: 'deleted' as const }], workouts: [w1] },
    ],
    [
      'a copy beside a tombstone',
      {
        sessions: [s1],
        workouts: [workout({ key: 'w2', app: PHONE })],
        links: [link('exported', s1, own, { state: 'workout-removed' as const })],
      },
    ],
    [
      'a row that is opened again',
      {
        sessions: [{ ...s1, revision: 'r2' }],
        workouts: [w1],
        links: [link('imported', s1, w1, { state: 'session-deleted' as const })],
      },
    ],
    [
      'a row that stays active',
      { sessions: [s1], workouts: [w1, workout({ key: 'w2', app: PHONE })], links: [link('imported', s1, w1)] },
    ],
  ])('but not: %s', (_, shape) => {
    const found = idsOf({ ...shape, sessions: [...shape.sessions, early] });
    expect(found).toEqual({ steps: ['set-link s1', 'export s0'], removals: 0 });
  });
});

describe('a step of which one record was set aside', () => {
  const copy = workout({ key: 'w2', app: PHONE });
  const blocked = ['s1', 'w1', 'w2'].map((key) => ({
    kind: key === 's1' ? 'session' : 'workout',
    key,
    reasons: [{ code: 'quarantined' }],
  }));

  it.each(['s1', 'w1', 'w2'])('is not taken, and all its records are blocked: %s', (key) => {
    const world = withFar({
      sessions: [s1],
      workouts: [w1, copy],
      links: [link('imported', s1, w1)],
      ledger: { quarantined: [key] },
    });
    const plan = reconcile(world);
    expect(plan).toMatchObject({ steps: [], skipped: [], waiting: [], settled: 2 });
    expect(plan.blocked).toEqual(blocked);
  });

  it('is taken all the same where another record was set aside', () => {
    const world = withFar({
      sessions: [s1],
      workouts: [w1, copy],
      links: [link('imported', s1, w1)],
      ledger: { quarantined: ['w9'] },
    });
    const { steps, blocked: held } = reconcile(world);
    expect([steps.map(({ id }) => id), held]).toEqual([['set-link s1'], []]);
  });
});

describe('a step of which one record awaits its partner', () => {
  it.each(['s1', 'w1', 'w2'])('is not taken, and all its records wait: %s', (key) => {
    const plan = reconcile(
      withFar({
        sessions: [s1],
        workouts: [w1, workout({ key: 'w2', app: PHONE })],
        links: [link('imported', s1, w1)],
        ledger: { awaiting: [key] },
      }),
    );
    expect(plan).toMatchObject({ steps: [], skipped: [], blocked: [], settled: 2 });
    expect(plan.waiting.map((placed) => [placed.key, placed.reasons])).toEqual(
      ['s1', 'w1', 'w2'].map((name) => [name, [{ code: 'awaits-partner' }]]),
    );
  });

  it('is taken all the same where a record of the other kind has its key', () => {
    const plan = reconcile(
      withFar({
        sessions: [s1],
        workouts: [w1, workout({ key: 'w2', app: PHONE })],
        links: [link('imported', s1, w1)],
        ledger: {
          awaiting: [
            { kind: 'workout', key: 's1' },
            { kind: 'session', key: 'w1' },
          ],
        },
      }),
    );
    expect([plan.steps.map(({ id }) => id), plan.waiting]).toEqual([['set-link s1'], []]);
  });

  it('is blocked where another of its records was set aside: that needs somebody, waiting does not', () => {
    const ledger = { quarantined: ['w1'], awaiting: ['s1'] };
    const plan = reconcile(
      withFar({
        sessions: [s1],
        workouts: [w1, workout({ key: 'w2', app: PHONE })],
        links: [link('imported', s1, w1)],
        ledger,
      }),
    );
    expect([plan.waiting, plan.blocked.map(({ key }) => key)]).toEqual([[], ['s1', 'w1', 'w2']]);
  });
});
