import type { RunContext } from './context';

/** So many records are looked at before other work may run: a fraction of a millisecond on a desk, a few on a phone. */
const LOOKS_AT_ONCE = 1000;

/** What gives the thread back. */
export type Breathing = Pick<RunContext, 'breathe'>;

/** Visits every item without holding the thread, however many there are. */
export const visitAll = async <Item>(
  { breathe }: Breathing,
  items: Iterable<Item>,
  visit: (item: Item) => void,
): Promise<void> => {
  let visited = 0;
  for (const item of items) {
    visit(item);
    visited += 1;
    if (visited % LOOKS_AT_ONCE === 0) await breathe();
  }
};
