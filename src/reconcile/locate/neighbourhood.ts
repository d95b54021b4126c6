import type { Interval } from '../../domain/interval';
import type { Link } from '../../domain/link';
import type { Scope } from '../../domain/scope';
import type { Session } from '../../domain/session';
import type { MirrorEntry } from '../../domain/workout';
import { identityIndex, legOf, linkIds, sessionIds, workoutIds } from './identity-index';
import { timeIndexOf } from './time-index';

/** A record or a ledger row that planning looks at. */
export type Held =
  | { readonly kind: 'session'; readonly item: Session }
  | { readonly kind: 'workout'; readonly item: MirrorEntry }
  | { readonly kind: 'link'; readonly item: Link };

/** What holds a record in an index: the kind and the key, since keys of different kinds may be alike. */
export const nameOf = (held: Held): string =>
  held.kind === 'link' ? `link ${held.item.session}` : `${held.kind} ${held.item.key}`;

const intervalOf = (held: Held): Interval => (held.kind === 'link' ? held.item.shadow : held.item);

const idsOf = (scope: Scope, held: Held): string[] => {
  switch (held.kind) {
    case 'session':
      return sessionIds(scope, held.item);
    case 'workout':
      return workoutIds(scope, held.item);
    case 'link':
      return linkIds(scope, held.item);
  }
};

/** Everything that planning looks at, so that what belongs with a record is found without looking at the rest. */
export interface Neighbourhoods {
  readonly get: (name: string) => Held | undefined;
  readonly put: (held: Held) => void;
  readonly remove: (name: string) => void;
  /** Names of what starts in a window. */
  readonly startingIn: (window: Interval) => string[];
  /** What the given records may have anything to do with, themselves included: nothing outside has a say in them. */
  readonly around: (names: Iterable<string>) => Held[];
  readonly all: () => IterableIterator<Held>;
}

/** What a leg of a multi-sport recording is a part of. */
const wholeOf = (one: Held): readonly string[] =>
  one.kind === 'link' || one.item.parent === undefined ? [] : [one.item.parent];

/** The answers to which a recording is a party tie it to the other party. */
export type Ties = ReadonlyMap<string, readonly string[]>;

/**
 * Indexes records and rows by time and by id.
 *
 * **Cost** O(n log n) once; a neighbourhood costs what it holds.
 */
export const neighbourhoodsOf = (scope: Scope, all: readonly Held[], ties: Ties): Neighbourhoods => {
  const held = new Map<string, Held>();
  const ids = identityIndex();
  for (const one of all) {
    const name = nameOf(one);
    held.set(name, one);
    ids.add(name, idsOf(scope, one));
  }
  const entryOf = (one: Held): Interval & { key: string } => {
    const { start, end } = intervalOf(one);
    return { start, end, key: nameOf(one) };
  };
  const time = timeIndexOf(all.map(entryOf));
  const remove = (name: string): void => {
    const one = held.get(name);
    if (one === undefined) return;
    held.delete(name);
    time.remove(entryOf(one));
    ids.remove(name, idsOf(scope, one));
  };
  const neighboursOf = (one: Held): string[] => {
    const key = one.kind === 'link' ? one.item.session : one.item.key;
    return [
      ...time.near(intervalOf(one)),
      ...ids.sharing(idsOf(scope, one)),
      ...(one.kind === 'link' ? [] : ids.sharing([legOf(key)])),
      ...[...(ties.get(key) ?? []), ...wholeOf(one)].flatMap((other) => [`session ${other}`, `workout ${other}`]),
    ];
  };
  return {
    get: (name) => held.get(name),
    put: (one) => {
      const name = nameOf(one);
      remove(name);
      held.set(name, one);
      time.add(entryOf(one));
      ids.add(name, idsOf(scope, one));
    },
    remove,
    startingIn: time.startingIn,
    around: (names) => {
      const found = new Map<string, Held>();
      const queue = [...names];
      for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
        const one = held.get(name);
        if (one === undefined || found.has(name)) continue;
        found.set(name, one);
        queue.push(...neighboursOf(one));
      }
      return [...found.values()];
    },
    all: () => held.values(),
  };
};
