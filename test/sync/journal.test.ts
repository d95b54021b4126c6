import { describe, expect, it } from 'vitest';
import { openJournal } from '../../src/sync/report/journal';
import type { RowChange } from '../../src/sync/state/table';

const KEPT = 5;

/** What the state holds after these changes. */
const applied = (rows: Map<string, unknown>, changes: readonly RowChange[]): void => {
  for (const { key, value } of changes) {
    if (value === undefined) rows.delete(key);
    else rows.set(key, value);
  }
};

const itemsIn = (rows: ReadonlyMap<string, unknown>): readonly string[] =>
  [...rows.values()]
    .flatMap((row) => (row as { readonly items: { readonly workout: string }[] }).items)
    .map((item) => item.workout);

describe('openJournal', () => {
  it('never has more in the state than the history keeps and a page, however long the run is', () => {
    const journal = openJournal('run', () => 0, KEPT);
    const rows = new Map<string, unknown>();
    for (let at = 0; at < 100; at++) {
      journal.note({ outcome: 'imported', workout: `w${at}`, reasons: [] });
      if (at % 2 === 1) applied(rows, journal.flush());
      expect(itemsIn(rows).length).toBeLessThan(KEPT + 2);
    }
    expect(itemsIn(rows).slice(-KEPT)).toEqual(['w95', 'w96', 'w97', 'w98', 'w99']);
    expect(journal.counts()).toEqual({ imported: 100 });
  });

  it('drops nothing as long as there is room', () => {
    const journal = openJournal('run', () => 0, KEPT);
    const rows = new Map<string, unknown>();
    for (let at = 0; at < KEPT; at++) {
      journal.note({ outcome: 'imported', workout: `w${at}`, reasons: [] });
      applied(rows, journal.flush());
    }
    expect(itemsIn(rows)).toEqual(['w0', 'w1', 'w2', 'w3', 'w4']);
  });
});
