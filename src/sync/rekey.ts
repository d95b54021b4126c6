import { isTombstone } from '../domain/link';
import type { Keys } from './observe/keys';
import { ALIASES, EXPORTS, LINKS, SEEDS } from './state/collections';
import { drop, put, type RowChange, type State } from './state/state';

/** Whether something is remembered of the session that sync knows by this name. */
const isKnown = (state: State, key: string): boolean =>
  [LINKS, EXPORTS, SEEDS].some((collection) => state.all<unknown>(collection).has(key));

const isOver = (state: State, key: string): boolean => {
  const link = state.get(LINKS, key);
  return link ? isTombstone(link) : !isKnown(state, key);
};

/**
 * Told too late: a run has listed the new key already, and has taken the session for another one. Its old name is closed since, and
 * would close the session with it.
 */
const isLate = (state: State, known: string, to: string): boolean => isKnown(state, to) && isOver(state, known);

/** The session keeps the name that sync knows it by, from which its external id was made. */
export const rekeyed = (state: State, keys: Keys, from: string, to: string): readonly RowChange[] => {
  const known = keys.inside(from);
  if (known === to) return [drop(ALIASES, from), drop(ALIASES, to)];
  if (keys.outside(to) === to && isLate(state, known, to)) return [];
  return [drop(ALIASES, from), put(ALIASES, to, { key: known })];
};
