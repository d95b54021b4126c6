import { externalIdOf, importedSessionKey } from '../../domain/external-id';
import type { Interval } from '../../domain/interval';
import { type Link, workoutsIn } from '../../domain/link';
import type { Recording } from '../../domain/recording';
import type { Scope } from '../../domain/scope';
import type { Session } from '../../domain/session';
import type { MirrorEntry } from '../../domain/workout';
import { identityIndex } from './identity-index';
import { timeIndex } from './time-index';

/** What a record or a ledger row goes by; keys of different kinds may be alike. A row goes by the key of its session. */
export interface Name {
  readonly kind: 'session' | 'workout' | 'link';
  readonly key: string;
}

/** A record or a ledger row that planning looks at. */
export type Held =
  | { readonly kind: 'session'; readonly key: string; readonly item: Session }
  | { readonly kind: 'workout'; readonly key: string; readonly item: MirrorEntry }
  | { readonly kind: 'link'; readonly key: string; readonly item: Link };

export const holdSession = (item: Session): Held => ({ kind: 'session', key: item.key, item });
export const holdWorkout = (item: MirrorEntry): Held => ({ kind: 'workout', key: item.key, item });
export const holdLink = (item: Link): Held => ({ kind: 'link', key: item.session, item });

export const intervalOf = (held: Held): Interval => (held.kind === 'link' ? held.item.shadow : held.item);

/** The answers to which a recording is a party tie it to the other party. */
export type Ties = ReadonlyMap<string, readonly string[]>;

/** Everything that planning looks at, so that what belongs with a record is found without looking at the rest. */
export interface Neighbourhoods {
  readonly get: (name: Name) => Held | undefined;
  readonly put: (held: Held) => void;
  readonly remove: (name: Name) => void;
  /** What starts in a window. */
  readonly startingIn: (window: Interval) => Held[];
  /** What the named may have anything to do with, themselves included: nothing outside has a say in them. */
  readonly around: (names: Iterable<Name>) => Held[];
}

/** The id that all legs of one multi-sport recording share, by the key of the whole. */
const legOf = (whole: string): string => `leg ${whole}`;

const recordingIds = ({ crossIds, source, sourceId, parent }: Recording): string[] => {
  const ids: string[] = [];
  if (parent !== undefined) ids.push(legOf(parent));
  if (source && sourceId !== undefined) ids.push(`source ${source.app} ${sourceId}`);
  crossIds?.forEach((id) => {
    ids.push(`cross ${id}`);
  });
  return ids;
};

/** The workouts that a record or row is about, by key: a session's origin, those of a link. */
const workoutsOf = (held: Held): readonly string[] => {
  if (held.kind === 'workout') return [held.key];
  if (held.kind === 'session') return held.item.origin?.workout ? [held.item.origin.workout] : [];
  return workoutsIn(held.item);
};

/**
 * Indexes records and rows by key, by time and by id.
 *
 * The key of an imported session tells its workout and the other way round, so most of what belongs together needs no
 * index. External ids are hashes: they are made once there is a workout that carries one.
 *
 * **Cost** that of what a day holds for a record put in or taken out; a neighbourhood costs what it holds.
 */
export const neighbourhoodsOf = (scope: Scope, ties: Ties): Neighbourhoods => {
  const byKey = { session: new Map<string, Held>(), workout: new Map<string, Held>(), link: new Map<string, Held>() };
  const time = timeIndex(intervalOf);
  const ids = identityIndex<Held>();
  const prefix = importedSessionKey(scope, '');
  const isImportOf = (session: string, workout: string): boolean =>
    session.length === prefix.length + workout.length && session.startsWith(prefix) && session.endsWith(workout);

  /** External ids of all sessions and links, once there is a workout with one. */
  let sessionsByExternal: Map<string, string> | undefined;
  const hash = (session: string): void => {
    sessionsByExternal?.set(externalIdOf(scope, session), session);
  };
  const hashAll = (): void => {
    sessionsByExternal = new Map();
    for (const key of byKey.session.keys()) hash(key);
    for (const key of byKey.link.keys()) hash(key);
  };

  const file = (held: Held, how: 'add' | 'remove'): void => {
    time[how](held);
    if (held.kind !== 'link') for (const id of recordingIds(held.item)) ids[how](id, held);
    if (held.kind === 'workout') {
      if (held.item.external) ids[how](`external ${held.item.external.id}`, held);
      return;
    }
    for (const workout of workoutsOf(held)) if (!isImportOf(held.key, workout)) ids[how](`workout ${workout}`, held);
  };
  const remove = ({ kind, key }: Name): void => {
    const held = byKey[kind].get(key);
    if (held === undefined) return;
    byKey[kind].delete(key);
    file(held, 'remove');
  };

  const neighboursOf = (held: Held): (Held | undefined)[] => {
    const { kind, key } = held;
    const found: (Held | undefined)[] = time.near(intervalOf(held));
    const addSession = (session: string): void => {
      found.push(byKey.session.get(session), byKey.link.get(session));
    };
    for (const workout of workoutsOf(held)) {
      found.push(byKey.workout.get(workout), ...ids.sharing(`workout ${workout}`));
      const session = prefix + workout;
      for (const one of [byKey.session.get(session), byKey.link.get(session)]) {
        if (one && (kind === 'workout' || workoutsOf(one).includes(workout))) found.push(one);
      }
    }
    if (kind === 'workout') {
      const { external } = held.item;
      if (external) {
        found.push(...ids.sharing(`external ${external.id}`));
        const session = sessionsByExternal?.get(external.id);
        if (session !== undefined) addSession(session);
      }
    } else {
      addSession(key);
      if (key.startsWith(prefix)) found.push(byKey.workout.get(key.slice(prefix.length)));
      if (sessionsByExternal) found.push(...ids.sharing(`external ${externalIdOf(scope, key)}`));
    }
    const others = ties.get(key) ?? [];
    for (const other of others) {
      addSession(other);
      found.push(byKey.workout.get(other));
    }
    if (kind !== 'link') {
      const { parent } = held.item;
      if (parent !== undefined) found.push(byKey.session.get(parent), byKey.workout.get(parent));
      for (const id of [legOf(key), ...recordingIds(held.item)]) found.push(...ids.sharing(id));
    }
    return found;
  };

  return {
    get: ({ kind, key }) => byKey[kind].get(key),
    put: (held) => {
      remove(held);
      byKey[held.kind].set(held.key, held);
      if (held.kind !== 'workout') hash(held.key);
      else if (held.item.external && sessionsByExternal === undefined) hashAll();
      file(held, 'add');
    },
    remove,
    startingIn: time.startingIn,
    around: (names) => {
      const found = new Set<Held>();
      const add = (held: Held | undefined): void => {
        if (held !== undefined) found.add(held);
      };
      for (const { kind, key } of names) add(byKey[kind].get(key));
      const isAll = found.size === byKey.session.size + byKey.workout.size + byKey.link.size;
      // A set gives what is added while it is gone through, too.
      if (!isAll) for (const held of found) neighboursOf(held).forEach(add);
      return [...found];
    },
  };
};
