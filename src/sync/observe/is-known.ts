import { EXPORTS, LINKS, SEEDS } from '../state/collections';
import type { State } from '../state/state';

/** Whether something is remembered of the session that sync knows by this name. */
export const isKnown = (state: State, key: string): boolean =>
  [LINKS, EXPORTS, SEEDS].some((collection) => state.all<unknown>(collection).has(key));
