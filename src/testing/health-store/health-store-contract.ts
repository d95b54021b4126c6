import { WHOLE_HISTORY } from '../../domain/interval';
import type { Signal, SignalShape } from '../../ports/signal';
import { toStoreError } from '../../ports/store-error';
import { type ContractCheck, clause, NOT_TRIED, rejectionOf, type Verdict } from '../contract';
import { changeChecks } from './change-checks';
import { type MakeHealthStore, ownRun } from './health-store-bench';
import { readingChecks } from './reading-checks';
import { writingChecks } from './writing-checks';

/** A caller that has given up already. Engines without `AbortSignal` can hand this one on, too. */
const GAVE_UP: SignalShape = { aborted: true, addEventListener: () => undefined, removeEventListener: () => undefined };

const errorChecks = (make: MakeHealthStore): readonly ContractCheck[] => [
  clause(
    'HS13',
    'what is rejected has a kind of the closed list',
    'Throw `storeError(kind, message)` with the kind that `docs/ports.md` gives for the platform’s error.',
    async (): Promise<Verdict> => {
      const { store, lock } = await make();
      const { writing } = store;
      if (lock === undefined && writing === undefined) return NOT_TRIED;
      await lock?.();
      const { start, ...rest } = ownRun(1);
      const rejection = lock
        ? await rejectionOf(() => store.readWorkouts({ window: WHOLE_HISTORY }))
        : await rejectionOf(async () => writing?.save({ ...rest, start, end: start - 60_000 }));
      if (rejection === undefined) return undefined;
      const { kind, message } = toStoreError(rejection.thrown);
      const what = lock ? 'Reading a locked store' : 'Saving a workout that ends before it starts';
      return kind === 'unknown' ? `${what} was rejected with the error “${message}”, of no known kind.` : undefined;
    },
  ),
  clause(
    'HS14',
    'a call that was given up is answered, or ends as cancelled',
    'Throw `storeError("cancelled", …)`, or the platform’s own `AbortError`, once the signal is aborted.',
    async (): Promise<Verdict> => {
      const { store } = await make();
      const rejection = await rejectionOf(() =>
        store.readWorkouts({ window: WHOLE_HISTORY, signal: GAVE_UP as Signal }),
      );
      if (rejection === undefined) return undefined;
      const { kind } = toStoreError(rejection.thrown);
      return kind === 'cancelled' ? undefined : `The error is \`${kind}\`.`;
    },
  ),
];

/**
 * What every health store must do, clause by clause, as plain checks for any test runner.
 *
 * **Shape** each check makes a fresh store. It answers `not-tried` where the store has no such group of methods, or the bench
 * no way to bring the situation about.
 *
 * @see `HealthStore` for the clauses.
 */
export const healthStoreContract = (make: MakeHealthStore): readonly ContractCheck[] => [
  ...readingChecks(make),
  ...changeChecks(make),
  ...writingChecks(make),
  ...errorChecks(make),
];
