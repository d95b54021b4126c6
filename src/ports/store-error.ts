/**
 * What can go wrong on either side, classed once where the host's code is called.
 *
 * | kind | means | the run |
 * |---|---|---|
 * | `unavailable` | the store is not there, or not there now | ends |
 * | `update-required` | the store must be updated by the user first (Health Connect's provider) | ends |
 * | `permission` | the user has not allowed this | goes on without that direction |
 * | `locked` | the phone is locked and its health data with it | ends |
 * | `auth-required` | the app's account is signed out | ends |
 * | `offline` | the app's server cannot be reached | ends |
 * | `rate-limited` | asked too often; `retryAfterSeconds` says when to come back, where it is known | waits for two seconds at most, else ends |
 * | `cursor-expired` | the change token is no longer good | reads everything again |
 * | `precondition` | what was expected of the item is no longer true | plans the item anew |
 * | `invalid` | the item was refused for what it holds | tries again later, then sets it aside |
 * | `too-large` | the item is larger than the store takes | tries again later, then sets it aside |
 * | `partial` | the item was written in part (`Written.missing` is the better answer) | tries again later, then sets it aside |
 * | `cancelled` | the caller gave up | ends |
 * | `unknown` | anything else: taken to be passing, never to be a success | tries again later, then sets it aside |
 */
export type StoreErrorKind =
  | 'unavailable'
  | 'update-required'
  | 'permission'
  | 'locked'
  | 'auth-required'
  | 'offline'
  | 'rate-limited'
  | 'cursor-expired'
  | 'precondition'
  | 'invalid'
  | 'too-large'
  | 'partial'
  | 'cancelled'
  | 'unknown';

/** An error of a port. `cause` is what the platform threw, kept for the log and never stored. */
export interface StoreError {
  readonly kind: StoreErrorKind;
  readonly message: string;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

const KINDS: ReadonlySet<string> = new Set<StoreErrorKind>([
  'unavailable',
  'update-required',
  'permission',
  'locked',
  'auth-required',
  'offline',
  'rate-limited',
  'cursor-expired',
  'precondition',
  'invalid',
  'too-large',
  'partial',
  'cancelled',
  'unknown',
]);

/**
 * An error that an adapter throws: a true `Error`, with its kind.
 *
 * @example
 * ```ts
 * import { storeError } from 'workout-sync';
 *
 * const tooOften = storeError('rate-limited', 'API call quota exceeded', { retryAfterSeconds: 60 });
 * tooOften.kind; // => 'rate-limited'
 * tooOften instanceof Error; // => true
 * ```
 */
export const storeError = (
  kind: StoreErrorKind,
  message: string,
  options: Pick<StoreError, 'retryAfterSeconds' | 'cause'> = {},
): Error & StoreError => Object.assign(new Error(message), { kind, ...options });

const isObject = (thrown: unknown): thrown is Readonly<Record<string, unknown>> =>
  typeof thrown === 'object' && thrown !== null;

/**
 * Classes whatever a host's code threw.
 *
 * **Laws** what carries a known `kind` keeps it; an aborted call is `cancelled`; everything else is `unknown`, which is
 * never a success.
 */
export const toStoreError = (thrown: unknown): StoreError => {
  if (!isObject(thrown)) return { kind: 'unknown', message: String(thrown), cause: thrown };
  const { kind, name, message, retryAfterSeconds } = thrown;
  const known = typeof kind === 'string' && KINDS.has(kind);
  return {
    kind: known ? (kind as StoreErrorKind) : name === 'AbortError' ? 'cancelled' : 'unknown',
    message: typeof message === 'string' ? message : String(thrown),
    ...(typeof retryAfterSeconds === 'number' && retryAfterSeconds >= 0 && { retryAfterSeconds }),
    cause: thrown,
  };
};
