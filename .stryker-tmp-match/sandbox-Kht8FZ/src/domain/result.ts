/** What worked, with its value, or what did not, with its error: the one way in which the pure rooms report failure. */
// @ts-nocheck

export type Result<Value, Failure> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'error'; readonly error: Failure };

/** A result that worked. */
export const ok = <Value>(value: Value): Result<Value, never> => ({ kind: 'ok', value });

/** A result that did not work. */
export const failed = <Failure>(error: Failure): Result<never, Failure> => ({ kind: 'error', error });
