import { describe, expect, test } from 'vitest';
import { applySteps } from '../../src/reconcile/apply-plan';
import { combinePlans } from '../../src/reconcile/combine-plans';
import { openPlanner } from '../../src/reconcile/planner';
import { reconcile } from '../../src/reconcile/reconcile';
import type { World } from '../../src/reconcile/world';
import { at, ownRecord, PHONE, session, workout } from './builders/records';
import { EVERYTHING, link, type WorldShape, world } from './builders/world';
import { appliedOf, factsOf, told } from './property';

const from = (origin: string) => ({ origin: { platform: 'apple-health', workout: origin } }) as const;
const gym = { activity: 'strength-training' } as const;

/** Worlds in which a plan was not the last word, or its parts not those of the whole, with the steps that they have now. */
const FOUND: Readonly<Record<string, readonly [WorldShape, readonly string[]]>> = {
  'a session that was moved, and goes back to its workout because the user wants it': [
    {
      sessions: [session({ key: 's4', from: 100, to: 160, ...from('w3') })],
      workouts: [workout({ key: 'w2', from: 100, to: 160 }), workout({ key: 'w3', from: 900, to: 960 })],
      ledger: { answers: [{ kind: 'keep-workout', session: 's4' }] },
    },
    ['update-session s4 w3+', 'import apple-health:w2 w2+'],
  ],
  'the side of the store, which has a better copy': [
    {
      sessions: [session({ key: 's2', from: 100, to: 160, ...from('w5') })],
      workouts: [workout({ key: 'w4', app: PHONE, from: 100, to: 160 }), workout({ key: 'w5', from: 100, to: 120 })],
      ledger: { answers: [{ kind: 'keep-workout', session: 's2' }] },
      settings: { onBetterCopy: 'switch', import: { preferredSources: [PHONE] } },
    },
    ['set-link active s2 w4+w5'],
  ],
  'one copy like the session, and one like its workout': [
    {
      sessions: [session({ key: 's4', from: 500, to: 520, ...from('w5') })],
      workouts: [
        workout({ key: 'w2', from: 500, to: 520 }),
        workout({ key: 'w4', from: 500, to: 560 }),
        workout({ key: 'w5', from: 500, to: 560 }),
      ],
    },
    ['set-link active s4 w5+w2,w4'],
  ],
  'a deleted import that the user called the same as another workout, hours away': [
    {
      sessions: [session({ key: 's4', from: 100, to: 160, ...gym })],
      workouts: [workout({ key: 'w4', from: 100, to: 160 }), workout({ key: 'w5', from: 900, to: 960, ...gym })],
      links: [link('imported', session({ key: 's1', from: 922, to: 984, ...gym }), workout({ key: 'w1' }))],
      workoutSide: { gone: ['w1'] },
      ledger: { answers: [{ kind: 'same', a: 's1', b: 'w4' }] },
    },
    ['export s4 +', 'set-link session-deleted s1 w1+w4'],
  ],
  'an export that was asked for beside a session in progress': [
    {
      sessions: [
        session({ key: 's2', from: 100, to: 160, state: 'open', ...from('w4') }),
        session({ key: 's3', from: 101, to: 161 }),
      ],
      workouts: [workout({ key: 'w4', from: 100, to: 160 }), workout({ key: 'w5', from: 101, to: 161 })],
      ledger: { answers: [{ kind: 'export', session: 's3' }] },
    },
    ['export s3 +w5'],
  ],
  'an export that was asked for where another session was moved away from': [
    {
      sessions: [session({ key: 's3', from: 100, to: 160 }), session({ key: 's4', from: 900, to: 920, ...from('w2') })],
      workouts: [
        workout({ key: 'w2', from: 100, to: 160 }),
        workout({ key: 'w3', from: 900, to: 960 }),
        workout({ key: 'w4', from: 100, to: 160 }),
      ],
      ledger: { answers: [{ kind: 'export', session: 's3' }] },
    },
    ['import apple-health:w3 w3+', 'set-link active s4 w2+w4', 'export s3 +'],
  ],
  'two pairs of one activity, of which one is set aside': [
    {
      sessions: [session({ key: 's2', from: 901, to: 961 }), session({ key: 's3', from: 900, to: 960 })],
      workouts: [workout({ key: 'w3', from: 901, to: 961 }), workout({ key: 'w4', from: 900, to: 960 })],
      ledger: { quarantined: ['s2'] },
    },
    ['set-link active s3 w4+'],
  ],
  'two records that the user called different, each of which comes to the other side': [
    {
      sessions: [session({ key: 's1', from: 500, to: 560 })],
      workouts: [workout({ key: 'w5', from: 500, to: 560 })],
      ledger: { answers: [{ kind: 'different', a: 's1', b: 'w5' }] },
    },
    ['import apple-health:w5 w5+', 'export s1 +'],
  ],
  'a deleted session that is the same as a workout hours away, and may be another one': [
    {
      sessions: [session({ key: 's4', from: 122, to: 184, state: 'deleted' })],
      workouts: [workout({ key: 'w3', from: 100, to: 160 }), workout({ key: 'w5', from: 900, to: 960, ...gym })],
      ledger: { answers: [{ kind: 'same', a: 's4', b: 'w5' }] },
    },
    ['set-link session-deleted s4 w5+'],
  ],
  'a copy between two sessions, one of which has its own record': [
    {
      sessions: [session({ key: 's1', from: 501, to: 561 }), session({ key: 's2', from: 500, to: 560 })],
      workouts: [
        ownRecord('w1', session({ key: 's2', from: 100, to: 160, ...gym })),
        workout({ key: 'w2', from: 502, to: 559 }),
        workout({ key: 'w3', from: 501, to: 561 }),
      ],
      settings: { export: { enabled: false } },
    },
    ['set-link active s1 w3+w2'],
  ],
  'a copy between a session without its workout and a new pair': [
    {
      sessions: [session({ key: 's1', from: 100, to: 160 }), session({ key: 's3', from: 101, to: 161 })],
      workouts: [workout({ key: 'w2', from: 102, to: 159 }), workout({ key: 'w5', from: 101, to: 161 })],
      links: [link('imported', session({ key: 's1', from: 100, to: 160 }), workout({ key: 'w1', app: PHONE }))],
      settings: { import: { enabled: false } },
    },
    ['set-link active s3 w5+w2'],
  ],
  'an import whose workout the other app wrote anew, beside a session that is more like it': [
    {
      sessions: [session({ key: 's1', from: 100, to: 160 }), session({ key: 's3', from: 100, to: 161 })],
      workouts: [workout({ key: 'w2', from: 100, to: 161 })],
      links: [link('imported', session({ key: 's1', from: 100, to: 160 }), workout({ key: 'w1', from: 100, to: 160 }))],
      settings: { onWorkoutGone: 'remove-session' },
    },
    ['update-session s1 w2+'],
  ],
  'an import whose workout is gone, beside a session that is more like one of another app': [
    {
      sessions: [session({ key: 's1', from: 100, to: 160 }), session({ key: 's3', from: 100, to: 161 })],
      workouts: [workout({ key: 'w2', from: 100, to: 161, app: PHONE })],
      links: [link('imported', session({ key: 's1', from: 100, to: 160 }), workout({ key: 'w1', from: 100, to: 160 }))],
    },
    ['set-link active s3 w2+', 'set-link detached s1 w1+'],
  ],
  'a twin of a deleted session that is the same as a workout of another kind': [
    {
      sessions: [
        session({ key: 's1', from: 100, to: 160, state: 'deleted', ...gym }),
        session({ key: 's2', from: 100, to: 160, ...gym }),
      ],
      workouts: [workout({ key: 'w4', from: 100, to: 160 })],
      ledger: { answers: [{ kind: 'same', a: 's1', b: 'w4' }] },
    },
    ['set-link session-deleted s1 w4+'],
  ],
  'a link without its session, which is the same as a workout hours away': [
    {
      workouts: [workout({ key: 'w5', from: 900, to: 960 })],
      links: [link('imported', session({ key: 's3', from: 100, to: 160 }), workout({ key: 'w3', from: 100, to: 160 }))],
      ledger: { answers: [{ kind: 'same', a: 's3', b: 'w5' }] },
    },
    [],
  ],
  'a deleted session hours away from the workout that it came from, each with a record beside it': [
    {
      sessions: [session({ key: 's1', from: 100, to: 160, state: 'deleted', ...from('w1') })],
      workouts: [
        workout({ key: 'w1', from: 900, to: 960 }),
        workout({ key: 'w4', from: 100, to: 160 }),
        workout({ key: 'w5', from: 900, to: 960 }),
      ],
    },
    ['set-link session-deleted s1 w1+w4,w5'],
  ],
  'an import that is to come back, and its twin, which is to go out': [
    {
      sessions: [session({ key: 's2', from: 100, to: 160 })],
      workouts: [workout({ key: 'w1', from: 100, to: 160 })],
      links: [
        link('imported', session({ key: 's1', from: 100, to: 160 }), workout({ key: 'w1', from: 100, to: 160 }), {
          state: 'session-deleted',
        }),
      ],
      ledger: {
        answers: [
          { kind: 'restore', session: 's1' },
          { kind: 'export', session: 's2' },
        ],
      },
    },
    ['import s1 w1+', 'export s2 +'],
  ],
  'two rewrites, one of which is different from a session far away': [
    {
      sessions: [session({ key: 's1', from: 900, to: 960 }), session({ key: 's4', from: 100, to: 160 })],
      workouts: [
        workout({ key: 'w1', from: 900, to: 960 }),
        workout({ key: 'w4', from: 901, to: 961 }),
        workout({ key: 'w5', from: 901, to: 961 }),
      ],
      links: [link('imported', session({ key: 's1', from: 900, to: 960 }), workout({ key: 'w1', from: 900, to: 960 }))],
      ledger: { answers: [{ kind: 'different', a: 's4', b: 'w5' }] },
    },
    ['set-link active s1 w1+w4,w5', 'export s4 +'],
  ],
};

const NOON = at(720);

/** What a plan says, whatever the order of its lists. */
const saidBy = (of: World, plan: ReturnType<typeof reconcile>): readonly string[] =>
  [
    ...told(plan),
    ...[...plan.skipped, ...plan.waiting, ...plan.blocked, ...plan.notices].map((one) => JSON.stringify(one)),
  ]
    .concat(`${plan.settled} settled of ${of.sessions.items.length}`)
    .sort();

describe.each(Object.entries(FOUND))('%s', (_, [shape, steps]) => {
  const before = world(shape);
  const plan = reconcile(before);

  test('has these steps', () => expect(told(plan)).toEqual(steps));

  test('P2 leaves nothing to do', () => expect(told(reconcile(appliedOf(before)))).toEqual([]));

  test('P5 comes to one end wherever it is cut off', () => {
    const ends = plan.steps.map((_step, cut) => factsOf(appliedOf(applySteps(before, plan.steps.slice(0, cut)))));
    expect(ends).toEqual(plan.steps.map(() => factsOf(appliedOf(before))));
  });

  test('P6 is planned in two halves as in one', () => {
    const planner = openPlanner(before);
    const halves = combinePlans(
      [
        planner.planWindow({ start: NOON, end: EVERYTHING.end }),
        planner.planWindow({ start: EVERYTHING.start, end: NOON }),
      ],
      before,
    );
    expect(saidBy(before, halves)).toEqual(saidBy(before, plan));
  });
});
