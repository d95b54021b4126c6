import { covers } from '../../domain/interval';
import { toStoreError } from '../../ports/store-error';
import { type ContractCheck, clause, rejectionOf, type Verdict } from '../contract';
import { foreignRun, type HealthStoreBench, type MakeHealthStore, ownRun } from './health-store-bench';
import { ALL_TIME, allPages, changesSince, everyWorkout } from './read-everything';

/** A store with some records of another app. */
const filled = async (make: MakeHealthStore): Promise<HealthStoreBench & { readonly keys: readonly string[] }> => {
  const bench = await make();
  const keys: string[] = [];
  for (const hour of [0, 1, 2]) {
    const key = await bench.writeAsOther?.(foreignRun(hour));
    if (key !== undefined) keys.push(key);
  }
  return { ...bench, keys };
};

const NUMBERS = ['distanceMetres', 'elevationGainMetres', 'activeSeconds'] as const;

/** The clauses about reading. */
export const readingChecks = (make: MakeHealthStore): readonly ContractCheck[] => [
  clause(
    'HS1',
    'a record keeps its key',
    'Take the platform’s own record id as the key.',
    async (): Promise<Verdict> => {
      const { store } = await filled(make);
      const [first, second] = [await everyWorkout(store), await everyWorkout(store)];
      const isSame = [...first.keys()].sort().join() === [...second.keys()].sort().join();
      return isSame ? undefined : 'Two readings gave different keys.';
    },
  ),
  clause(
    'HS2',
    'our records show their external id and version in every read',
    'Read back `HKMetadataKeySyncIdentifier` and its version, or `clientRecordId` and its version.',
    async (): Promise<Verdict> => {
      const { store } = await make();
      if (store.writing === undefined) return undefined;
      const cursor = await store.changes?.begin();
      const { external, ...draft } = ownRun(3);
      await store.writing.save({ ...draft, external });
      const pages = (cursor !== undefined && store.changes && (await changesSince(store.changes, cursor))) || [];
      const seen = [...(await everyWorkout(store)).values(), ...pages.flatMap(({ upserts }) => upserts)];
      const bare = seen.find((one) => one.external?.id !== external.id || one.external.version !== external.version);
      if (seen.length === 0) return 'A workout that was just saved is in no read.';
      return bare && `It was saved as ${JSON.stringify(external)} and read as ${JSON.stringify(bare.external)}.`;
    },
  ),
  clause(
    'HS3',
    'what was not measured is absent',
    'Leave a number out where the platform has none; do not fill in a zero.',
    async (): Promise<Verdict> => {
      const { store } = await filled(make);
      const workouts = [...(await everyWorkout(store)).values()];
      const wrong = workouts.find(
        (one) => NUMBERS.some((name) => one[name] === 0) || one.energyKilocalories?.active === 0,
      );
      return wrong && `${wrong.key} has a zero that nobody measured.`;
    },
  ),
  clause(
    'HS4',
    'a read that could not see everything does not say that it did',
    'Throw `locked` while the phone is locked; say `complete: false` for a background read that shows own records only.',
    async (): Promise<Verdict> => {
      const locked = await filled(make);
      if (locked.lock) {
        await locked.lock();
        const rejection = await rejectionOf(() => locked.store.readWorkouts({ window: ALL_TIME }));
        if (rejection === undefined) return 'Reading a locked phone gave an answer.';
        if (toStoreError(rejection.thrown).kind !== 'locked') return 'A locked phone was not the error `locked`.';
      }
      const hidden = await filled(make);
      if (hidden.sendToBackground) {
        await hidden.sendToBackground();
        const last = [...((await allPages(hidden.store, 1000)) ?? [])].pop();
        if (last?.complete) return 'A read in the background said that it was complete.';
      }
      return undefined;
    },
  ),
  clause(
    'HS4',
    'the window of a page is a part of the window that was asked for',
    'Give back the part of the window that the platform lets the app read.',
    async (): Promise<Verdict> => {
      const { store } = await filled(make);
      const { start } = foreignRun(1);
      const asked = { start, end: start + 1 };
      const { window, items } = await store.readWorkouts({ window: asked });
      if (!covers(asked, window)) return 'A page named a larger window than was asked for.';
      return items.every((one) => asked.start <= one.start && one.start < asked.end)
        ? undefined
        : 'A page held workouts that start outside of the window.';
    },
  ),
  clause(
    'HS5',
    'pages come to an end, and leave nothing out',
    'End with an absent or empty `next`; page by something that does not move, such as start and key.',
    async (): Promise<Verdict> => {
      const { store, keys } = await filled(make);
      const pages = await allPages(store, 1);
      if (pages === undefined) return 'The pages do not end.';
      const given = new Set(pages.flatMap(({ items }) => items.map(({ key }) => key)));
      const lost = keys.find((key) => !given.has(key));
      return lost === undefined ? undefined : `${lost} was on no page.`;
    },
  ),
];
