import type { Instant } from '../../domain/interval';
import { ITEMS } from '../state/collections';
import { drop, put, type RowChange } from '../state/table';
import type { ItemOutcome, ItemReport, RunCounts } from '../surface/report';

/** What a run writes down while it works. */
export interface Journal {
  readonly note: (item: Omit<ItemReport, 'at'>) => void;
  readonly counts: () => RunCounts;
  /** The last items, as many as a history keeps. */
  readonly items: () => readonly ItemReport[];
  readonly lastOf: (...outcomes: readonly ItemOutcome[]) => ItemReport | undefined;
  /**
   * What was noted since the last call, as a row to be written with the ledger. Older ones are dropped once they are more than
   * the history keeps: what a long run notes must not pile up in the state.
   */
  readonly flush: () => readonly RowChange[];
}

/** Opens the journal of one run. */
export const openJournal = (run: string, now: () => Instant, kept: number): Journal => {
  const counts: Partial<Record<ItemOutcome, number>> = {};
  const last: Partial<Record<ItemOutcome, ItemReport>> = {};
  let items: ItemReport[] = [];
  let fresh: ItemReport[] = [];
  let page = 0;
  let pages: { readonly key: string; readonly size: number }[] = [];

  /** The pages behind which the others hold as many items as the history keeps. */
  const outdated = (): readonly string[] => {
    let newer = 0;
    const old = new Set<string>();
    for (const { key, size } of [...pages].reverse()) {
      if (newer >= kept) old.add(key);
      newer += size;
    }
    pages = pages.filter(({ key }) => !old.has(key));
    return [...old];
  };

  return {
    note: (item) => {
      const noted = { at: now(), ...item };
      counts[item.outcome] = (counts[item.outcome] ?? 0) + 1;
      last[item.outcome] = noted;
      fresh.push(noted);
      items.push(noted);
      if (items.length > 2 * kept) items = items.slice(-kept);
    },
    counts: () => ({ ...counts }),
    items: () => items.slice(-kept),
    lastOf: (...outcomes) =>
      outcomes
        .flatMap((outcome) => last[outcome] ?? [])
        .reduce<ItemReport | undefined>((latest, item) => (latest && latest.at > item.at ? latest : item), undefined),
    flush: () => {
      if (fresh.length === 0) return [];
      const key = `${run}:${String(page).padStart(6, '0')}`;
      const written = { items: fresh.slice(-kept) };
      page += 1;
      fresh = [];
      pages.push({ key, size: written.items.length });
      return [put(ITEMS, key, written), ...outdated().map((old) => drop(ITEMS, old))];
    },
  };
};
