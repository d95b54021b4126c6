import { applyPlan } from '../../../src/reconcile/apply-plan';
import type { Plan } from '../../../src/reconcile/plan';
import { reconcile } from '../../../src/reconcile/reconcile';
import type { World } from '../../../src/reconcile/world';
import { accountingFaults, describeStep } from '../builders/places';
import { externalId } from '../builders/records';
import { findFaults } from './checks';
import { observe } from './observe';
import { type DeviceName, identityOf, type Truth } from './truth';

/** What a faulty planner would make of what it sees: the harness is tried against such bugs. */
export type Bug = (seen: World) => World;

/** What one sync did, for the checks: both truths, what was seen, and the plan that was carried out. */
export interface Round {
  readonly before: Truth;
  readonly after: Truth;
  readonly device: DeviceName;
  readonly seen: World;
  readonly plan: Plan;
}

const keyed = <Item extends { readonly key: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.key, item]));

/**
 * Carries over what changed between what was seen before and after: records put, and keys that are gone. What is there
 * but was hidden is not created again: a store answers that it exists already.
 */
const carry = <Item extends { readonly key: string }>(
  truth: ReadonlyMap<string, Item>,
  before: readonly Item[],
  after: readonly Item[],
): { readonly items: ReadonlyMap<string, Item>; readonly gone: readonly string[] } => {
  const old = keyed(before);
  const now = keyed(after);
  const gone = [...old.keys()].filter((key) => !now.has(key));
  const items = new Map(truth);
  for (const key of gone) items.delete(key);
  for (const [key, item] of now) {
    const hidden = !old.has(key) && truth.has(key);
    if (!hidden && JSON.stringify(old.get(key)) !== JSON.stringify(item)) items.set(key, item);
  }
  return { items, gone };
};

/** Which real activity the records are of that the plan created. */
const nameCreated = (truth: Truth, plan: Plan, made: Truth): ReadonlyMap<string, string> => {
  const identity = new Map(truth.identity);
  for (const { effect } of plan.steps) {
    if (effect.kind === 'import')
      identity.set(`session ${effect.session}`, identityOf(truth, `workout ${effect.workout}`));
    if (effect.kind !== 'export' && effect.kind !== 'update-workout') continue;
    for (const entry of made.workouts.values()) {
      if (entry.external?.id === externalId(effect.session) && !identity.has(`workout ${entry.key}`)) {
        identity.set(`workout ${entry.key}`, identityOf(truth, `session ${effect.session}`));
      }
    }
  }
  return identity;
};

const merge = (truth: Truth, device: DeviceName, seen: World, applied: World, plan: Plan): Truth => {
  const sessions = carry(truth.sessions, seen.sessions.items, applied.sessions.items);
  const workouts = carry(truth.workouts, seen.mirror.items, applied.mirror.items);
  const next: Truth = {
    ...truth,
    sessions: sessions.items,
    workouts: workouts.items,
    goneSessions: [...truth.goneSessions, ...sessions.gone].filter((key) => !sessions.items.has(key)),
    goneWorkouts: [...truth.goneWorkouts, ...workouts.gone].filter((key) => !workouts.items.has(key)),
    ledgers: { ...truth.ledgers, [device]: applied.ledger },
  };
  return { ...next, identity: nameCreated(truth, plan, next) };
};

/** The plan, confirmed by the user where the guard holds it. */
const confirmed = (seen: World): { readonly seen: World; readonly plan: Plan } => {
  const plan = reconcile(seen);
  if (!plan.guard.held) return { seen, plan };
  const answers = [...seen.ledger.answers, { kind: 'confirm', guard: plan.guard.id } as const];
  const answered: World = { ...seen, ledger: { ...seen.ledger, revision: seen.ledger.revision + 1, answers } };
  return { seen: answered, plan: reconcile(answered) };
};

/** One sync of one device: see, plan, check P2 and P9, carry out, check what must never happen. */
export const sync = (truth: Truth, device: DeviceName = 'device-1', bug: Bug = (seen) => seen): Truth => {
  const { seen, plan } = confirmed(bug(observe(truth, device)));
  const applied = applyPlan(seen, plan);
  if (applied.kind === 'error') {
    return { ...truth, faults: [...truth.faults, `the plan was refused: ${JSON.stringify(applied.error)}`] };
  }
  const rest = reconcile(applied.value).steps.map(describeStep);
  const after = merge(truth, device, seen, applied.value, plan);
  const faults = [
    ...accountingFaults(seen, plan).map((fault) => `P9 ${fault}`),
    ...(rest.length === 0 ? [] : [`P2 after ${plan.steps.map(describeStep)} again ${rest}`]),
    ...findFaults({ before: truth, after, device, seen, plan }),
  ];
  return faults.length === 0 ? after : { ...after, faults: [...truth.faults, ...faults] };
};
