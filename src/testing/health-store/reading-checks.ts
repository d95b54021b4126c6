import { covers, WHOLE_HISTORY } from '../../domain/interval';
import type { Recording } from '../../domain/recording';
import { toStoreError } from '../../ports/store-error';
import { type ContractCheck, clause, NOT_TRIED, rejectionOf, type Verdict } from '../contract';
import { foreignRun, type HealthStoreBench, type MakeHealthStore, measuredRun, ownRun } from './health-store-bench';
import { allPages, changesSince, everyWorkout } from './read-everything';

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

const TOTALS: readonly (readonly [string, (workout: Partial<Recording>) => number | undefined])[] = [
  ['distance', ({ distanceMetres }) => distanceMetres],
  ['energy', ({ energyKilocalories }) => energyKilocalories?.active],
];

/** Whether two numbers that are there differ by more than rounding explains. */
const isFar = (read: number | undefined, measured: number | undefined): boolean =>
  read !== undefined && measured !== undefined && Math.abs(read - measured) > measured / 100;

/** The clauses about reading. */
export const readingChecks = (make: MakeHealthStore): readonly ContractCheck[] => [
  clause(
    'HS1',
    'a record keeps its key',
    'Take the platform’s own record id as the key.',
    async (): Promise<Verdict> => {
      const { store, keys } = await filled(make);
      if (keys.length === 0) return NOT_TRIED;
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
      if (store.writing === undefined) return NOT_TRIED;
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
      const { store, keys } = await filled(make);
      if (keys.length === 0) return NOT_TRIED;
      const workouts = [...(await everyWorkout(store)).values()];
      const wrong = workouts.find(
        (one) => NUMBERS.some((name) => one[name] === 0) || one.energyKilocalories?.active === 0,
      );
      return wrong && `${wrong.key} has a zero that nobody measured.`;
    },
  ),
  clause(
    'HS3',
    'what was measured comes in metres, seconds and kilocalories',
    'Ask the platform for these units, or convert what it gives.',
    async (): Promise<Verdict> => {
      const { store, writeAsOther } = await make();
      const measured = measuredRun(0);
      const key = await writeAsOther?.(measured);
      if (key === undefined) return NOT_TRIED;
      const read = (await everyWorkout(store)).get(key);
      if (read === undefined) return `${key} is in no read.`;
      if (read.start !== measured.start || read.end !== measured.end) return 'A workout was read with other times.';
      const wrong = TOTALS.find(([, of]) => isFar(of(read), of(measured)));
      return wrong && `A ${wrong[0]} of ${wrong[1](measured)} was read as ${wrong[1](read)}.`;
    },
  ),
  clause(
    'HS4',
    'a locked phone is an error, and not an empty store',
    'Throw `storeError("locked", …)` while the phone is locked.',
    async (): Promise<Verdict> => {
      const { store, lock } = await filled(make);
      if (lock === undefined) return NOT_TRIED;
      await lock();
      const rejection = await rejectionOf(() => store.readWorkouts({ window: WHOLE_HISTORY }));
      if (rejection === undefined) return 'Reading a locked phone gave an answer.';
      return toStoreError(rejection.thrown).kind === 'locked' ? undefined : 'The error is not `locked`.';
    },
  ),
  clause(
    'HS4',
    'a read that shows own records only does not say that it saw all',
    'Say `complete: false` for a read in the background without leave for it.',
    async (): Promise<Verdict> => {
      const { store, sendToBackground } = await filled(make);
      if (sendToBackground === undefined) return NOT_TRIED;
      await sendToBackground();
      const last = [...((await allPages(store, 1000)) ?? [])].pop();
      return last?.complete ? 'A read in the background said that it was complete.' : undefined;
    },
  ),
  clause(
    'HS4',
    'the window of a page is a part of the window that was asked for',
    'Give back the part of the window that the platform lets the app read.',
    async (): Promise<Verdict> => {
      const { store, keys } = await filled(make);
      if (keys.length === 0) return NOT_TRIED;
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
      if (keys.length === 0) return NOT_TRIED;
      const pages = await allPages(store, 1);
      if (pages === undefined) return 'The pages do not end.';
      const given = new Set(pages.flatMap(({ items }) => items.map(({ key }) => key)));
      const lost = keys.find((key) => !given.has(key));
      return lost === undefined ? undefined : `${lost} was on no page.`;
    },
  ),
  clause(
    'HS5',
    'a record that stays is given, while others come and go between two pages',
    'Page by start and key, never by position.',
    async (): Promise<Verdict> => {
      const { store, keys, writeAsOther, eraseAsOther } = await filled(make);
      const [first, ...staying] = keys;
      if (first === undefined || eraseAsOther === undefined) return NOT_TRIED;
      const page = await store.readWorkouts({ window: WHOLE_HISTORY, limit: 1 });
      await eraseAsOther(first);
      await writeAsOther?.(foreignRun(9));
      const rest = page.next ? await allPages(store, 1, page.next) : [];
      const given = new Set([page, ...(rest ?? [])].flatMap(({ items }) => items.map(({ key }) => key)));
      const lost = staying.find((key) => !given.has(key));
      return lost === undefined ? undefined : `${lost} was skipped when another record went.`;
    },
  ),
];
