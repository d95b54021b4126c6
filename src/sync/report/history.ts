import { ITEMS, RUNS } from '../state/collections';
import type { State } from '../state/state';
import type { ItemReport } from '../surface/report';
import type { HistoryPage } from '../surface/sync';

const RUNS_PER_PAGE = 20;

const itemsOf = (state: State, run: string): readonly ItemReport[] =>
  [...state.all(ITEMS)]
    .filter(([key]) => key.startsWith(`${run}:`))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { items }]) => items);

/** A page of the runs, newest first, each with the items that are still kept. */
export const historyPage = (state: State, before?: string): HistoryPage => {
  const ids = [...state.all(RUNS).keys()].sort().reverse();
  const rest = before === undefined ? ids : ids.filter((id) => id < before);
  const page = rest.slice(0, RUNS_PER_PAGE);
  const last = page[page.length - 1];
  return {
    runs: page.flatMap((id) => {
      const run = state.all(RUNS).get(id);
      return run ? [{ ...run, items: itemsOf(state, id) }] : [];
    }),
    ...(rest.length > page.length && last !== undefined && { next: last }),
  };
};
