import { isTombstone } from '../domain/link';
import { isKnown } from './observe/is-known';
import type { Keys } from './observe/keys';
import { ALIASES, LINKS } from './state/collections';
import type { State } from './state/state';
import { put, type RowChange } from './state/table';

const isOver = (state: State, key: string): boolean => {
  const link = state.get(LINKS, key);
  return link ? isTombstone(link) : !isKnown(state, key);
};

/** Whether the session is known by this key, and the app has listed it since it said so. */
const isSettled = (state: State, key: string): boolean => {
  const alias = state.get(ALIASES, key);
  return alias !== undefined && alias.said === undefined;
};

/**
 * Told too late: a run has listed the new key already, and has taken the session for another one. Its old name is closed since, and
 * would close the session with it.
 */
const isLate = (state: State, known: string, to: string): boolean => isKnown(state, to) && isOver(state, known);

/** Whether the key is that of another session, which keeps it. */
const isAnothers = (state: State, keys: Keys, known: string, to: string): boolean =>
  keys.outside(keys.inside(to)) === to && (state.all(ALIASES).has(to) || isLate(state, known, to));

/**
 * The session keeps the name that sync knows it by, from which its external id was made. The last word counts until the app has
 * listed the session under one of its keys. From then on a message from a key before that is an old one, or about another session.
 */
export const rekeyed = (state: State, keys: Keys, from: string, to: string): readonly RowChange[] => {
  const known = keys.inside(from);
  const present = keys.outside(known);
  const isOld = present !== from && isSettled(state, present);
  if (isOld || isAnothers(state, keys, known, to)) return [];
  return [put(ALIASES, to, { key: known, said: (state.get(ALIASES, present)?.said ?? 0) + 1, from })];
};
