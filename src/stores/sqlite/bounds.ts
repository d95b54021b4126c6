import type { StateRange } from '../../ports/state-store';
import type { SqlValue } from './driver';

const NUL = '\u0000';

/** A range as a condition on `key`. */
export interface Bounds {
  readonly where: string;
  readonly params: readonly SqlValue[];
}

/**
 * "From the key after this one" is written as the key and a NUL, and some libraries hand on texts that end at a NUL: the
 * bound is turned into the key itself, left out or let in.
 */
export const boundsOf = ({ from, to }: StateRange): Bounds => ({
  where: `key ${from.endsWith(NUL) ? '>' : '>='} ? AND key ${to.endsWith(NUL) ? '<=' : '<'} ?`,
  params: [from, to].map((bound) => (bound.endsWith(NUL) ? bound.slice(0, -1) : bound)),
});
