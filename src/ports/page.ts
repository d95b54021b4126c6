import type { Interval } from '../domain/interval';
import type { Signal } from './signal';

/**
 * Asks for one page of what starts in a window.
 *
 * **Shape** `page` is the `next` of the page before, handed back untouched; absent asks for the first one. `limit` is a
 * wish: a page may hold fewer or more.
 */
export interface PageRequest {
  readonly window: Interval;
  readonly page?: string;
  readonly limit?: number;
  readonly signal?: Signal;
}

/**
 * One page.
 *
 * **Shape** an absent or empty `next` ends the reading. `window` is the part of the asked window that could be read at
 * all. `complete` says whether everything in `window` has been given, by this page and those before it; only the last
 * page's word counts.
 */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
  readonly complete: boolean;
  readonly window: Interval;
}
