import { type StoreError, type StoreErrorKind, storeError, toStoreError } from '../../ports/store-error';

/**
 * How long to wait once Health Connect refuses to answer so often. Its quota is no fixed window: it refills all the time, 2000
 * reads and 1000 writes in 15 minutes, so that a minute buys more than a hundred calls.
 *
 * **Source** AOSP `RateLimiter`; the limits can be changed by the server.
 */
const RETRY_AFTER_SECONDS = 60;

/** The codes of `ExceptionsUtils.kt`. */
const BY_CODE: Readonly<Record<string, StoreErrorKind>> = {
  PERMISSION_ERROR: 'permission',
  SDK_VERSION_ERROR: 'update-required',
  IO_EXCEPTION: 'unavailable',
  SERVICE_UNAVAILABLE: 'unavailable',
  CLIENT_NOT_INITIALIZED: 'unavailable',
  ARGUMENT_VALIDATION_ERROR: 'invalid',
  INVALID_RECORD_TYPE: 'invalid',
  INVALID_TEMPERATURE: 'invalid',
  INVALID_ENERGY: 'invalid',
  INVALID_POWER: 'invalid',
  INVALID_BLOOD_GLUCOSE_LEVEL: 'invalid',
  INVALID_BLOOD_PRESSURE: 'invalid',
  INVALID_MASS: 'invalid',
  AGGREGATION_NOT_SUPPORTED: 'invalid',
};

/**
 * By what the message says. It stands above the code: too many calls come as `SERVICE_UNAVAILABLE` from Android 14 on and as
 * `UNDERLYING_ERROR` before.
 */
const BY_MESSAGE: readonly (readonly [RegExp, StoreErrorKind])[] = [
  [/quota|rate.?limit/i, 'rate-limited'],
  [/size exceeded|too ?large/i, 'too-large'],
  [/doesn't seem to be linked|platform not supported/i, 'unavailable'],
  [/access exercise route denied/i, 'permission'],
  // Thrown by the library's own JavaScript, or under a code that it forgot to name.
  [/insertRecords: |is not valid$/i, 'invalid'],
];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Classes what Health Connect, or the library around it, threw.
 *
 * **Laws** total. An error that has a kind already keeps it. What neither a message nor a code explains is `unknown`: tried again,
 * and never taken for a success.
 *
 * @example
 * ```ts
 * import { toHealthConnectError } from 'workout-sync/health-connect';
 *
 * toHealthConnectError({ code: 'SERVICE_UNAVAILABLE', message: 'API call quota exceeded, availableQuota: 0.0' }).kind; // => 'rate-limited'
 * toHealthConnectError({ code: 'PERMISSION_ERROR' }).kind; // => 'permission'
 * ```
 */
export const toHealthConnectError = (thrown: unknown): Error & StoreError => {
  const known = toStoreError(thrown);
  if (known.kind !== 'unknown') return storeError(known.kind, known.message, known);
  const { code, message } = Object(thrown) as { readonly code?: unknown; readonly message?: unknown };
  const text = textOf(message);
  const kind = BY_MESSAGE.find(([pattern]) => pattern.test(text))?.[1] ?? BY_CODE[textOf(code)] ?? 'unknown';
  return storeError(kind, text || textOf(code) || known.message, {
    cause: thrown,
    ...(kind === 'rate-limited' && { retryAfterSeconds: RETRY_AFTER_SECONDS }),
  });
};
