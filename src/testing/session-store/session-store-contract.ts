import type { ContractCheck } from '../contract';
import { changeChecks } from './change-checks';
import { listChecks } from './list-checks';
import type { MakeSessionStore } from './session-store-bench';

/**
 * What every session store must do, clause by clause, as plain checks for any test runner.
 *
 * **Shape** each check makes a fresh store. It answers `not-tried` where the store has no such method, or the bench no way to
 * bring the situation about.
 *
 * @see `SessionStore` for the clauses.
 */
export const sessionStoreContract = (make: MakeSessionStore): readonly ContractCheck[] => [
  ...listChecks(make),
  ...changeChecks(make),
];
