import { type ContractCheck, clause, NOT_TRIED, rejectionOf, type Verdict } from '../contract';
import { foreignRun, type MakeHealthStore, ownRun } from './health-store-bench';
import { changesSince } from './read-everything';

/** The clauses about reading what changed. */
export const changeChecks = (make: MakeHealthStore): readonly ContractCheck[] => [
  clause(
    'HS6',
    'a cursor tells every later change',
    'Take the platform’s token in `begin`, and keep everything that comes after it.',
    async (): Promise<Verdict> => {
      const { store, writeAsOther } = await make();
      if (store.changes === undefined || writeAsOther === undefined) return NOT_TRIED;
      const cursor = await store.changes.begin();
      const key = await writeAsOther(foreignRun(0));
      const pages = await changesSince(store.changes, cursor);
      const told = pages?.some(({ upserts }) => upserts.some((one) => one.key === key)) ?? false;
      return told ? undefined : 'A workout that was written after `begin` was not told.';
    },
  ),
  clause(
    'HS6',
    'a cursor tells every later deletion, with what the feed says that a deletion carries',
    'Hand on the deletions of the platform’s feed, and set `deletions` to what they hold.',
    async (): Promise<Verdict> => {
      const { store } = await make();
      const { changes, writing } = store;
      if (changes === undefined || changes.deletions === 'none' || writing === undefined) return NOT_TRIED;
      const written = await writing.save(ownRun(1));
      const cursor = await changes.begin();
      await writing.remove(written);
      const told = (await changesSince(changes, cursor))?.flatMap(({ deletions }) => deletions) ?? [];
      const deletion = told.find(({ key }) => key === written.key);
      if (deletion === undefined) return 'A workout that was removed after `begin` was not told.';
      if (changes.deletions === 'id') return undefined;
      return deletion.external?.id === written.external.id ? undefined : 'A deletion lacks the external id.';
    },
  ),
  clause(
    'HS7',
    'a cursor that is no good is expired, not an error',
    'Answer `{ kind: "expired" }` for whatever the platform refuses to read.',
    async (): Promise<Verdict> => {
      const { store } = await make();
      const { changes } = store;
      if (changes === undefined) return NOT_TRIED;
      for (const cursor of ['', 'nonsense', '{"of":"another phone"}']) {
        const rejection = await rejectionOf(() => changes.read(cursor));
        if (rejection) return `Reading from ${JSON.stringify(cursor)} was rejected.`;
        if ((await changes.read(cursor)).kind !== 'expired') return `${JSON.stringify(cursor)} was taken for a cursor.`;
      }
      return undefined;
    },
  ),
  clause(
    'HS8',
    'a key that is put and deleted in one page lives',
    'Give a record that is there among the `upserts`, whatever else the page says of its key.',
    async (): Promise<Verdict> => {
      const { store, writeAsOther, reinsert } = await make();
      if (store.changes === undefined || writeAsOther === undefined || reinsert === undefined) return NOT_TRIED;
      const key = await writeAsOther(foreignRun(0));
      const cursor = await store.changes.begin();
      await reinsert(key);
      const alive = new Set<string>([key]);
      for (const { upserts, deletions } of (await changesSince(store.changes, cursor)) ?? []) {
        for (const deletion of deletions) alive.delete(deletion.key);
        for (const one of upserts) alive.add(one.key);
      }
      return alive.has(key) ? undefined : 'A record that was deleted and put back was told as deleted.';
    },
  ),
];
