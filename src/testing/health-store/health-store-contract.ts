import { toStoreError } from '../../ports/store-error';
import { type ContractCheck, clause, rejectionOf, type Verdict } from '../contract';
import { foreignRun, type MakeHealthStore } from './health-store-bench';
import { ALL_TIME, changesSince } from './read-everything';
import { readingChecks } from './reading-checks';
import { writingChecks } from './writing-checks';

const changeChecks = (make: MakeHealthStore): readonly ContractCheck[] => [
  clause(
    'HS6',
    'a cursor tells every later change',
    'Take the platform’s token in `begin`, and keep everything that comes after it.',
    async (): Promise<Verdict> => {
      const { store, writeAsOther } = await make();
      if (store.changes === undefined || writeAsOther === undefined) return undefined;
      const cursor = await store.changes.begin();
      const key = await writeAsOther(foreignRun(0));
      const pages = await changesSince(store.changes, cursor);
      const told = pages?.some(({ upserts }) => upserts.some((one) => one.key === key)) ?? false;
      return told ? undefined : 'A workout that was written after `begin` was not told.';
    },
  ),
  clause(
    'HS7',
    'a cursor that is no good is expired, not an error',
    'Answer `{ kind: "expired" }` for whatever the platform refuses to read.',
    async (): Promise<Verdict> => {
      const { store } = await make();
      const { changes } = store;
      if (changes === undefined) return undefined;
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
      if (store.changes === undefined || writeAsOther === undefined || reinsert === undefined) return undefined;
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

const errorChecks = (make: MakeHealthStore): readonly ContractCheck[] => [
  clause(
    'HS13',
    'what is rejected has a kind of the closed list',
    'Throw `storeError(kind, message)` with the kind that `docs/ports.md` gives for the platform’s error.',
    async (): Promise<Verdict> => {
      const { store, lock } = await make();
      if (lock === undefined) return undefined;
      await lock();
      const rejection = await rejectionOf(() => store.readWorkouts({ window: ALL_TIME }));
      if (rejection === undefined) return undefined;
      return toStoreError(rejection.thrown).kind === 'unknown' ? 'An error came without a known kind.' : undefined;
    },
  ),
];

/**
 * What every health store must do, clause by clause, as plain checks for any test runner.
 *
 * **Shape** each check makes a fresh store. A check passes where the store has no such group of methods, or the bench no way
 * to bring the situation about.
 *
 * @see `HealthStore` for the clauses.
 */
export const healthStoreContract = (make: MakeHealthStore): readonly ContractCheck[] => [
  ...readingChecks(make),
  ...changeChecks(make),
  ...writingChecks(make),
  ...errorChecks(make),
];
