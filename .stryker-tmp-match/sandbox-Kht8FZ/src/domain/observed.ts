// @ts-nocheck
import type { Interval } from './interval';

/**
 * What was read of one side, and how much of it can be relied on. Certainty is data.
 *
 * **Shape** `items` is what is known to be there. `complete` says that everything inside `window` was seen. `absence`
 * says what it means when a complete read lacks an item that was linked: `deleted` if the side vouches for that,
 * `unknown` if it does not (a session list whose store does not declare it, a sink that cannot list).
 * `gone` holds the keys of explicit deletions and is kept until they are absorbed.
 */
export interface Observed<Item> {
  readonly items: readonly Item[];
  readonly window: Interval;
  readonly complete: boolean;
  readonly absence: 'deleted' | 'unknown';
  readonly gone: readonly string[];
}
