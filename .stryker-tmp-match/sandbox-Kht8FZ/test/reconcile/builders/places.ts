// @ts-nocheck
import type { Plan, Step } from '../../../src/reconcile/plan';
import type { World } from '../../../src/reconcile/world';

/** One place in which a plan puts a record: `step import`, `skipped malformed`, `waiting session-open`. */
export type Place = string;

/** Every key that a step's link row names. */
const namedBy = (step: Step): readonly string[] => [
  `session ${step.link.session}`,
  ...[step.link.workout, ...step.link.copies].map((key) => `workout ${key}`),
];

/** Every place of every record: `workout w1` or `session s1` to its places. A record without any is settled. */
export const placesOf = (plan: Plan): ReadonlyMap<string, readonly Place[]> => {
  const places = new Map<string, Place[]>();
  const put = (record: string, place: Place): void => {
    const held = places.get(record);
    if (held === undefined) places.set(record, [place]);
    else held.push(place);
  };
  for (const step of plan.steps) for (const record of new Set(namedBy(step))) put(record, `step ${describeStep(step)}`);
  for (const list of ['skipped', 'waiting', 'blocked'] as const) {
    for (const { kind, key, reasons } of plan[list]) {
      put(`${kind} ${key}`, `${list} ${reasons.map(({ code }) => code).join('+')}`);
    }
  }
  return places;
};

/** What a step does, in words: `import`, `set-link workout-removed`. */
export const describeStep = ({ effect, link }: Step): string =>
  effect.kind === 'set-link' ? `set-link ${link.state}` : effect.kind;

/** The one place of a record; all of them, loudly, where it has several. */
export const placeOf = (plan: Plan, record: string): Place => placesOf(plan).get(record)?.join(' AND ') ?? 'settled';

/** Every record of the world, duplicated keys included. */
export const recordsOf = ({ sessions, mirror }: World): readonly string[] => [
  ...sessions.items.map(({ key }) => `session ${key}`),
  ...mirror.items.map(({ key }) => `workout ${key}`),
];

/** P9: what is wrong with the accounting of a plan, or nothing. */
export const accountingFaults = (world: World, plan: Plan): readonly string[] => {
  const places = placesOf(plan);
  const records = recordsOf(world);
  const faults: string[] = [];
  const distinct = new Set(records);
  for (const record of distinct) {
    const copies = records.filter((other) => other === record).length;
    const held = places.get(record) ?? [];
    if (held.length > copies) faults.push(`${record} stands in ${held.join(' and ')}`);
  }
  for (const list of ['skipped', 'waiting', 'blocked'] as const) {
    for (const { kind, key } of plan[list]) {
      if (!distinct.has(`${kind} ${key}`)) faults.push(`${kind} ${key} is ${list} but not in the world`);
    }
  }
  const placed = records.length - plan.settled;
  const held = [...distinct].reduce((sum, record) => sum + (places.get(record)?.length ?? 0), 0);
  if (held !== placed) faults.push(`${records.length} records, ${held} placed, ${plan.settled} settled`);
  return faults;
};
