import { toStoreError } from '../ports/store-error';

/**
 * One check of a contract, for any test runner: `run` rejects where the clause is broken, and says which clause it is, what
 * was seen, and how to mend it. It answers `not-tried` where the adapter has no such group of methods, or the test no way to
 * bring the situation about.
 */
export interface ContractCheck {
  readonly name: string;
  readonly run: () => Promise<'held' | 'not-tried'>;
}

/** The answer of a check that could not be made. */
export const NOT_TRIED: unique symbol = Symbol('not tried');

/** What a check found wrong; nothing where the clause holds. */
export type Verdict = string | undefined | typeof NOT_TRIED;

/** A rejection that a check does not expect breaks its clause as well. */
const verdictOf = async (look: () => Promise<Verdict> | Verdict): Promise<Verdict> => {
  try {
    return await look();
  } catch (thrown) {
    const { kind, message } = toStoreError(thrown);
    return `A call was rejected with the error “${message}” (${kind}).`;
  }
};

/** A check of one clause. */
export const clause = (
  id: string,
  title: string,
  mend: string,
  look: () => Promise<Verdict> | Verdict,
): ContractCheck => ({
  name: `${id} ${title}`,
  run: async () => {
    const verdict = await verdictOf(look);
    if (verdict === NOT_TRIED) return 'not-tried';
    if (verdict !== undefined) throw new Error(`${id}: ${verdict} ${mend}`);
    return 'held';
  },
});

/** The error that a call rejects with; nothing where it does not. */
export const rejectionOf = async (call: () => Promise<unknown>): Promise<{ readonly thrown: unknown } | undefined> => {
  try {
    await call();
    return undefined;
  } catch (thrown) {
    return { thrown };
  }
};
