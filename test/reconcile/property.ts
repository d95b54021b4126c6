import fc from 'fast-check';
import { test } from 'vitest';
import { applyPlan } from '../../src/reconcile/apply-plan';
import type { Plan, Step } from '../../src/reconcile/plan';
import { reconcile } from '../../src/reconcile/reconcile';
import type { World } from '../../src/reconcile/world';
import { describeStep } from './builders/places';
import { sketch } from './builders/sketch';
import { runs, seedOf } from './runs';

const isWorld = (value: unknown): value is World => typeof value === 'object' && value !== null && 'ledger' in value;

const show = (value: unknown): string =>
  isWorld(value) ? sketch(value) : Array.isArray(value) ? value.map(show).join('\n') : JSON.stringify(value);

/** A property with a seed of its own; a counterexample is told in a few lines, with all that is needed to replay it. */
export const holds = <Value>(
  title: string,
  usual: number,
  cases: fc.Arbitrary<Value>,
  law: (value: Value) => void,
): void => {
  test(title, () => {
    const details = fc.check(fc.property(cases, law), { numRuns: runs(usual), seed: seedOf(title) });
    if (!details.failed) return;
    const cause = details.errorInstance instanceof Error ? details.errorInstance.message : details.errorInstance;
    throw new Error(
      [`seed ${details.seed}, path ${details.counterexamplePath}`, show(details.counterexample), cause].join('\n'),
    );
  });
};

/** The world after its plan, which the user confirms where the guard holds it. */
export const appliedOf = (world: World, plan: Plan = reconcile(world)): World => {
  const { guard } = plan;
  const sure: Plan = guard.held ? { ...plan, guard: { ...guard, held: false } } : plan;
  const applied = applyPlan(world, sure);
  if (applied.kind === 'error') throw new Error(`refused: ${JSON.stringify(applied.error)}`);
  return applied.value;
};

/** The steps of a plan in words, for a person to read. */
export const told = (plan: Plan): readonly string[] =>
  plan.steps.map((step) => `${describeStep(step)} ${step.link.session} ${step.link.workout}+${step.link.copies}`);

/** What a revision says is opaque: the in-memory world names the ledger's state in it. */
const plainRevisions = (text: string): string => text.replace(/ after \d+/g, '');

const byText = <Item>(items: readonly Item[]): readonly string[] =>
  items.map((item) => plainRevisions(JSON.stringify(item))).sort();

/** A world as a set of facts: the order of lists and the number of ledger writes left out. */
export const factsOf = ({ sessions, mirror, ledger }: World): unknown => ({
  sessions: byText(sessions.items),
  workouts: byText(mirror.items),
  links: byText(ledger.links.map((link) => ({ ...link, copies: [...link.copies].sort() }))),
  answers: byText(ledger.answers),
});

/** Whether a step removes, tombstones or detaches something that was linked: what the guard counts. */
export const isRemoval = (world: World, { effect, link }: Step): boolean => {
  if (effect.kind === 'remove-session' || effect.kind === 'remove-workout') return true;
  const was = world.ledger.links.find(({ session }) => session === link.session);
  return was !== undefined && link.state !== 'active' && was.state !== link.state;
};

/** Draws an order for a list, as the numbers by which to sort it. */
export const order = fc.array(fc.nat({ max: 1000 }), { minLength: 12, maxLength: 12 });

export const shuffled = <Item>(items: readonly Item[], keys: readonly number[]): readonly Item[] =>
  items
    .map((item, index) => [item, keys[index % keys.length] ?? 0] as const)
    .sort(([, a], [, b]) => a - b)
    .map(([item]) => item);
