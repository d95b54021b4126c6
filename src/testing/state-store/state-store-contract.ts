import type { ContractCheck } from '../contract';
import { changeCases } from './change-cases';
import { damageCases } from './damage-cases';
import { rangeCases } from './range-cases';
import type { MakeStateStorePlace } from './state-store-place';

/**
 * What every state store must do, clause by clause, as plain checks for any test runner.
 *
 * **Shape** each check makes a fresh place. It answers `not-tried` where the place does not offer what it wants.
 *
 * @see `StateStore` for the clauses.
 */
export const stateStoreContract = (make: MakeStateStorePlace): readonly ContractCheck[] =>
  [...changeCases, ...rangeCases, ...damageCases].map(({ name, run }) => ({
    name,
    run: async () => run(await make()),
  }));
