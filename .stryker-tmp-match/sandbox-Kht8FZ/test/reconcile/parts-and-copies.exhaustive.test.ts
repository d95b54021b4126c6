// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { printOf } from '../../src/domain/prints';
import type { Session } from '../../src/domain/session';
import type { MirrorEntry } from '../../src/domain/workout';
import { applyPlan } from '../../src/reconcile/apply-plan';
import { reconcile } from '../../src/reconcile/reconcile';
import { describeStep, placeOf } from './builders/places';
import { at, changedWorkout, edited, ownRecord, PHONE, session, WATCH, workout } from './builders/records';
import { link, world } from './builders/world';
import { outcomesFor, readTable } from './tables/read-table';

const RUN = { distanceMetres: 10_000 };
const base = session({ key: 's1', ...RUN });
const record = workout({ key: 'w1', ...RUN });
const far = { s: session({ key: 's9', from: 100, to: 130 }), w: workout({ key: 'w9', from: 100, to: 130 }) };
const farLink = link('matched', far.s, far.w);

/** Facts in the app, detail in the app, facts in the store, detail in the store; then the step and its notice. */
const PARTS = readTable(`
as-was | *      | as-was       | as-was       => settled
as-was | as-was | changed      | *            => update-session facts? no-conflict
as-was | as-was | as-was       | changed      => enrich-session no-conflict
as-was | edited | changed      | as-was       => update-session facts? no-conflict
as-was | edited | as-was       | changed      => set-link active conflict:detail
as-was | edited | changed      | changed      => update-session facts? conflict:detail
edited | *      | as-was       | as-was       => settled
edited | as-was | as-was       | changed      => enrich-session no-conflict
edited | as-was | changed      | as-was       => set-link active conflict:facts
edited | as-was | changed      | changed      => enrich-session conflict:facts
edited | edited | changed      | as-was       => set-link active conflict:facts
edited | edited | as-was       | changed      => set-link active conflict:detail
edited | edited | changed      | changed      => set-link active conflict:facts+detail
`);

const sessionAs = (facts: string, detail: string): Session => {
  if (facts === 'as-was' && detail === 'as-was') return base;
  return edited(base, {
    ...(facts === 'edited' ? { activity: 'treadmill-running' } : {}),
    ...(detail === 'edited' ? { distanceMetres: 12_000 } : {}),
  });
};

const workoutAs = (facts: string, detail: string): MirrorEntry =>
  changedWorkout(record, {
    ...(facts === 'changed' ? { end: at(655) } : {}),
    ...(detail === 'changed' ? { distanceMetres: 10_800 } : {}),
  });

const partCases = ['as-was', 'edited'].flatMap((sessionFacts) =>
  ['as-was', 'edited'].flatMap((sessionDetail) =>
    ['as-was', 'changed'].flatMap((facts) =>
      ['as-was', 'changed'].map((detail) => [sessionFacts, sessionDetail, facts, detail] as const),
    ),
  ),
);

describe('parts of an imported link', () => {
  test.each(partCases)(
    'P7 total: session facts %s, session detail %s, workout facts %s, workout detail %s',
    (...state) => {
      const [sessionFacts, sessionDetail, facts, detail] = state;
      const before = world({
        sessions: [sessionAs(sessionFacts, sessionDetail), far.s],
        workouts: [workoutAs(facts, detail), far.w],
        links: [link('imported', base, record), farLink],
      });
      const plan = reconcile(before);
      const step = plan.steps.find((one) => one.link.session === 's1');
      const conflict = plan.notices.find((notice) => notice.kind === 'conflict');
      const found =
        step === undefined
          ? placeOf(plan, 'session s1')
          : `${describeStep(step)} ${conflict?.kind === 'conflict' ? `conflict:${conflict.parts.join('+')}` : 'no-conflict'}`;
      const [expected = 'nothing said', ...more] = outcomesFor(PARTS, state);
      expect(more).toEqual([]);
      expect(found).toBe(expected.replace(' facts?', ''));
      if (step === undefined) return;
      expect(step.link.base.workout).toEqual(workoutAs(facts, detail).prints);
      const effect = step.effect;
      if (effect.kind === 'update-session' || effect.kind === 'enrich-session') {
        const taken = [
          ...(facts === 'changed' && sessionFacts === 'as-was' ? ['facts'] : []),
          ...(detail === 'changed' && sessionDetail === 'as-was' ? ['detail'] : []),
        ];
        expect(effect.parts).toEqual(taken);
      }
      const applied = applyPlan(before, plan);
      if (applied.kind === 'error') throw new Error(JSON.stringify(applied));
      const kept = applied.value.sessions.items.find(({ key }) => key === 's1');
      if (sessionDetail === 'edited') expect(kept?.distanceMetres).toBe(12_000);
      if (sessionFacts === 'edited') expect(kept?.activity).toBe('treadmill-running');
      expect(reconcile(applied.value).steps).toEqual([]);
    },
  );

  test('both sides changed to the same: the base moves without a notice', () => {
    const plan = reconcile(
      world({
        sessions: [edited(base, { end: at(655) }), far.s],
        workouts: [changedWorkout(record, { end: at(655) }), far.w],
        links: [link('imported', base, record), farLink],
      }),
    );
    expect(plan.steps.map(describeStep)).toEqual(['set-link active']);
    expect(plan.notices.filter(({ kind }) => kind === 'conflict')).toEqual([]);
    expect(plan.steps[0]?.link.base).toMatchObject({ session: printOf(edited(base, { end: at(655) })) });
  });
});

/** Link, session, kept copy of another app, `onWorkoutGone`, `prefer`: what happens when the workout is gone. */
const GONE = readTable(`
imported | *                | live | *              => set-link active
imported | unedited         | none | detach         => set-link detached
imported | unedited         | none | remove-session => remove-session
imported | edited           | none | *              => set-link detached
matched  | *                | live | *              => set-link active
matched  | *                | none | *              => set-link workout-removed
exported | *                | *    | *              => set-link workout-removed
`);

const goneCases = (['imported', 'matched', 'exported'] as const).flatMap((kind) =>
  (['unedited', 'edited'] as const).flatMap((state) =>
    (['live', 'none'] as const).flatMap((copy) =>
      (['detach', 'remove-session'] as const).map((policy) => [kind, state, copy, policy] as const),
    ),
  ),
);

describe('a workout that is gone', () => {
  test.each(goneCases)('P7 total: %s link, session %s, copy %s, onWorkoutGone %s', (kind, state, copy, policy) => {
    const twin = workout({ key: 'w2', app: PHONE, ...RUN });
    const linked = kind === 'exported' ? ownRecord('w1', base) : record;
    const before = world({
      sessions: [state === 'edited' ? edited(base) : base, far.s],
      workouts: [...(copy === 'live' ? [twin] : []), far.w],
      links: [link(kind, base, linked, { copies: ['w2'] }), farLink],
      settings: { onWorkoutGone: policy, guard: { count: 9 } },
    });
    const plan = reconcile(before);
    const steps = plan.steps.filter((one) => one.link.session === 's1');
    expect(steps.map(describeStep)).toEqual(outcomesFor(GONE, [kind, state, copy, policy]));
    if (copy === 'live' && kind !== 'exported') {
      expect(steps[0]?.link).toMatchObject({ workout: 'w2', app: PHONE, state: 'active' });
    }
    const applied = applyPlan(before, plan);
    if (applied.kind === 'error') throw new Error(JSON.stringify(applied));
    expect(reconcile(applied.value).steps).toEqual([]);
    expect(applied.value.sessions.items.some(({ key }) => key === 's1')).toBe(
      !(kind === 'imported' && state === 'unedited' && copy === 'none' && policy === 'remove-session'),
    );
  });
});

/** Link, session, `onBetterCopy`, the user's `prefer`: whether the preferred app's copy takes the primary's place. */
const BETTER = readTable(`
imported         | unedited | switch | *   => w2
imported         | edited   | switch | no  => w1
imported         | *        | keep   | no  => w1
imported         | edited   | switch | yes => w2
imported         | *        | keep   | yes => w2
matched          | *        | *      | yes => w2
matched          | edited   | *      | no  => w1
matched          | unedited | keep   | no  => w1
matched          | unedited | switch | no  => w1
exported         | *        | *      | *   => w1
`);

const betterCases = (['imported', 'matched', 'exported'] as const).flatMap((kind) =>
  (['unedited', 'edited'] as const).flatMap((state) =>
    (['keep', 'switch'] as const).flatMap((policy) =>
      (['yes', 'no'] as const).map((prefer) => [kind, state, policy, prefer] as const),
    ),
  ),
);

describe('a better copy', () => {
  test.each(betterCases)('P7 total: %s link, session %s, onBetterCopy %s, preferred by hand %s', (...state) => {
    const [kind, sessionState, policy, prefer] = state;
    const linked = kind === 'exported' ? ownRecord('w1', base) : record;
    const before = world({
      sessions: [sessionState === 'edited' ? edited(base) : base, far.s],
      workouts: [linked, workout({ key: 'w2', app: PHONE, ...RUN }), far.w],
      links: [link(kind, base, linked), farLink],
      settings: { onBetterCopy: policy, import: { preferredSources: [PHONE, WATCH] } },
      ledger: { answers: prefer === 'yes' ? [{ kind: 'prefer', workout: 'w2' }] : [] },
    });
    const plan = reconcile(before);
    const applied = applyPlan(before, plan);
    if (applied.kind === 'error') throw new Error(JSON.stringify(applied));
    const after = applied.value.ledger.links.find(({ session: key }) => key === 's1');
    expect([after?.workout]).toEqual(outcomesFor(BETTER, state));
    expect([after?.workout, ...(after?.copies ?? [])].sort()).toEqual(['w1', 'w2']);
    expect(reconcile(applied.value).steps).toEqual([]);
  });
});
