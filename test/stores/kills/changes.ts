import type { StateChange, StateRow } from '../../../src/ports/state-store';

const KEYS = 60;

const keyOf = (at: number): string => `row/${String(at).padStart(2, '0')}`;

/** Every row says at which revision it was put, so a row of another change is seen. */
const rowAt = (at: number, revision: number): StateRow => ({
  key: keyOf(at),
  value: `${revision} `.repeat(40 + ((at * 7 + revision * 13) % 200)),
});

/** A third of the rows is gone after each change, another third each time. */
const isGoneAt = (at: number, revision: number): boolean => (at + revision) % 3 === 0;

const all = Array.from({ length: KEYS }, (_, at) => at);

/** The change that leads from a revision to the next: it puts or removes every row. */
export const changeAt = (revision: number): StateChange => ({
  expectRevision: revision,
  put: all.filter((at) => !isGoneAt(at, revision + 1)).map((at) => rowAt(at, revision + 1)),
  remove: all.filter((at) => isGoneAt(at, revision + 1)).map(keyOf),
});

/** All that is there at a revision. */
export const rowsAt = (revision: number): readonly StateRow[] => (revision === 0 ? [] : changeAt(revision - 1).put);
