import { findMalformedField } from '../domain/malformed';
import type { Session } from '../domain/session';
import type { MirrorEntry } from '../domain/workout';
import { type Draft, skip } from './draft';
import type { Slot } from './row';
import type { World } from './world';

/** The well-formed records of both sides, by key, and what is explicitly gone. */
export interface Sides {
  readonly sessions: ReadonlyMap<string, Slot<Session>>;
  readonly workouts: ReadonlyMap<string, Slot<MirrorEntry>>;
  readonly goneSessions: ReadonlySet<string>;
  readonly goneWorkouts: ReadonlySet<string>;
}

const slotsOf = <Item extends Session | MirrorEntry>(items: readonly Item[], draft: Draft): Map<string, Slot<Item>> => {
  const slots = new Map<string, Slot<Item>>();
  for (const item of items) {
    const field = findMalformedField(item);
    if (field !== undefined) {
      skip(draft, item, { code: 'malformed', params: { field } });
      continue;
    }
    const before = slots.get(item.key)?.item;
    if (before === undefined) {
      slots.set(item.key, { item });
      continue;
    }
    // Two records under one key: which one is meant cannot be told, so the choice must at least not depend on order.
    const replaces = JSON.stringify(item) < JSON.stringify(before);
    if (replaces) slots.set(item.key, { item });
    skip(draft, replaces ? before : item, { code: 'malformed', params: { field: 'key' } });
  }
  return slots;
};

/** Sets malformed and doubled records aside, and makes the rest easy to find. */
export const sidesOf = ({ sessions, mirror }: World, draft: Draft): Sides => ({
  sessions: slotsOf(sessions.items, draft),
  workouts: slotsOf(mirror.items, draft),
  goneSessions: new Set(sessions.gone),
  goneWorkouts: new Set(mirror.gone),
});
