import { type ContractCheck, clause, NOT_TRIED, rejectionOf, type Verdict } from '../contract';
import { foreignRun, type HealthStoreBench, type MakeHealthStore, ownRun } from './health-store-bench';
import { everyWorkout } from './read-everything';

type WritingBench = HealthStoreBench & { readonly writing: NonNullable<HealthStoreBench['store']['writing']> };

const writable = async (make: MakeHealthStore): Promise<WritingBench | undefined> => {
  const bench = await make();
  const { writing } = bench.store;
  return writing && { ...bench, writing };
};

const SAMPLES = { series: { 'heart-rate': [{ at: ownRun(1).start, value: 120 }] }, routes: [] } as const;

/** The clauses about writing. */
export const writingChecks = (make: MakeHealthStore): readonly ContractCheck[] => [
  clause(
    'HS9',
    'saving again is harmless: one external id is one record, under the key that the answer names',
    'Save under the platform’s own idempotency key, and look the record’s key up afterwards.',
    async (): Promise<Verdict> => {
      const bench = await writable(make);
      if (bench === undefined || bench.writing.replaces === 'never') return NOT_TRIED;
      for (const version of [2, 2, 3, 1]) {
        const { key } = await bench.writing.save(ownRun(version));
        const records = [...(await everyWorkout(bench.store)).values()].filter(
          ({ external }) => external !== undefined,
        );
        if (records.length !== 1) return `After saving version ${version} there are ${records.length} records.`;
        if (records[0]?.key !== key) return `After saving version ${version} the answer names ${key}.`;
      }
      const [record] = [...(await everyWorkout(bench.store)).values()];
      return record?.end === ownRun(3).end ? undefined : 'An older version replaced a newer one.';
    },
  ),
  clause(
    'HS10',
    'a removal takes along what was written beside the workout',
    'Delete the records that `children` names before the workout itself.',
    async (): Promise<Verdict> => {
      const bench = await writable(make);
      if (bench?.countOrphans === undefined) return NOT_TRIED;
      await bench.writing.remove(await bench.writing.save({ ...ownRun(1), detail: SAMPLES }));
      const left = await bench.countOrphans();
      return left === 0 ? undefined : `${left} samples were left behind.`;
    },
  ),
  clause(
    'HS11',
    'removing what is not there says so',
    'Answer `absent` where the platform deleted nothing.',
    async (): Promise<Verdict> => {
      const bench = await writable(make);
      if (bench === undefined) return NOT_TRIED;
      const written = await bench.writing.save(ownRun(1));
      const answers = [await bench.writing.remove(written), await bench.writing.remove(written)];
      return answers.join() === 'removed,absent' ? undefined : `Removing twice answered ${answers.join(' and ')}.`;
    },
  ),
  clause(
    'HS11',
    'another app’s record is not touched',
    'Check that the record is of an own source before it is removed.',
    async (): Promise<Verdict> => {
      const bench = await writable(make);
      const key = await bench?.writeAsOther?.(foreignRun(0));
      if (bench === undefined || key === undefined) return NOT_TRIED;
      const answer = await bench.writing.remove({ key, external: ownRun(1).external });
      if (!(await everyWorkout(bench.store)).has(key)) return 'A record of another app was removed.';
      return answer === 'absent' ? undefined : 'The answer says that a record of another app was removed.';
    },
  ),
  clause(
    'HS12',
    'what reached the store in part is said, not thrown',
    'Catch what fails after the workout is saved, and name the part in `missing`.',
    async (): Promise<Verdict> => {
      const bench = await writable(make);
      if (bench?.failSamples === undefined) return NOT_TRIED;
      await bench.failSamples();
      const draft = { ...ownRun(1), detail: SAMPLES };
      if (await rejectionOf(() => bench.writing.save(draft))) return 'A write that lacked its samples was rejected.';
      const { missing = [] } = await bench.writing.save({ ...draft, external: ownRun(2).external });
      return missing.includes('series') ? undefined : 'The samples that could not be written are not named.';
    },
  ),
];
