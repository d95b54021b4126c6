import type { Instant } from '../../domain/interval';
import { findMalformedField } from '../../domain/malformed';
import type { Observed } from '../../domain/observed';
import type { Session } from '../../domain/session';
import type { MirrorEntry } from '../../domain/workout';
import { byStart } from '../../match/order-by-start';
import type { World } from '../world';
import { type Draft, skip } from '../write/draft';
import type { Slot } from './row';

/** The well-formed records of one side: all of them, and each by its key. */
export interface Side<Item> {
  readonly slots: readonly Slot<Item>[];
  readonly get: (key: string | undefined) => Slot<Item> | undefined;
  /** Keys that are explicitly gone. */
  readonly gone: ReadonlySet<string>;
  /** Keys of malformed records: they are there, so they are not gone, but nothing can be said of them. */
  readonly spoilt: ReadonlySet<string>;
}

/** Both sides of a sync. */
export interface Sides {
  readonly sessions: Side<Session>;
  readonly workouts: Side<MirrorEntry>;
}

/** The start of a record that may be malformed. */
const startOf = ({ start }: Session | MirrorEntry): Instant => (Number.isFinite(start) ? start : 0);

const sideOf = <Item extends Session | MirrorEntry>({ items, gone }: Observed<Item>, draft: Draft): Side<Item> => {
  const byKey = new Map<string | undefined, Slot<Item>>();
  const slots: Slot<Item>[] = [];
  const spoilt = new Set<string>();
  for (const item of byStart(items, startOf)) {
    const field = findMalformedField(item);
    if (field !== undefined) {
      skip(draft, item, { code: 'malformed', params: { field } });
      spoilt.add(item.key);
      continue;
    }
    const before = byKey.get(item.key);
    if (before === undefined) {
      const slot: Slot<Item> = { item, row: undefined };
      byKey.set(item.key, slot);
      slots.push(slot);
      continue;
    }
    // Two records under one key: which one is meant cannot be told, so the choice must at least not depend on order.
    const replaces = JSON.stringify(item) < JSON.stringify(before.item);
    skip(draft, replaces ? before.item : item, { code: 'malformed', params: { field: 'key' } });
    if (replaces) before.item = item;
  }
  return { slots, get: (key) => byKey.get(key), gone: new Set(gone), spoilt };
};

/** Sets malformed and doubled records aside, and makes the rest easy to find. */
export const sidesOf = ({ sessions, mirror }: World, draft: Draft): Sides => ({
  sessions: sideOf(sessions, draft),
  workouts: sideOf(mirror, draft),
});
