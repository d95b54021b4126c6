// @ts-nocheck
import type { Recording } from '../domain/recording';
import type { Session } from '../domain/session';
import type { MirrorEntry } from '../domain/workout';
import type { World } from '../reconcile/world';

/** The records of a world by kind and key. Without a world there are none, and every text does without them. */
export interface Records {
  readonly sessions: ReadonlyMap<string, Session>;
  readonly workouts: ReadonlyMap<string, MirrorEntry>;
}

const byKey = <Item extends Recording>(items: readonly Item[] = []): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.key, item]));

export const recordsOf = (world: World | undefined): Records => ({
  sessions: byKey(world?.sessions.items),
  workouts: byKey(world?.mirror.items),
});

/** A record of either kind. A review names two keys and not what they are. */
export const recordOf = ({ sessions, workouts }: Records, key: string): Session | MirrorEntry | undefined =>
  workouts.get(key) ?? sessions.get(key);
