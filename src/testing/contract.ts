/**
 * One check of a contract, for any test runner: `run` rejects where the clause is broken, and says which clause it is, what
 * was seen, and how to mend it.
 */
export interface ContractCheck {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** What a check found wrong; nothing where the clause holds. */
export type Verdict = string | undefined;

/** A check of one clause. */
export const clause = (
  id: string,
  title: string,
  mend: string,
  look: () => Promise<Verdict> | Verdict,
): ContractCheck => ({
  name: `${id} ${title}`,
  run: async () => {
    const wrong = await look();
    if (wrong !== undefined) throw new Error(`${id}: ${wrong} ${mend}`);
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
