import { type StoreError, type StoreErrorKind, storeError, toStoreError } from '../../ports/store-error';

/** The plugin gives messages and no codes. */
const BY_MESSAGE: readonly (readonly [RegExp, StoreErrorKind])[] = [
  [/quota|rate.?limit/i, 'rate-limited'],
  [/protected health data|inaccessible/i, 'locked'],
  [/needs? (an )?update|update required/i, 'update-required'],
  [/permission|securityexception|not authori[sz]ed|authorization/i, 'permission'],
  [/unavailable|not available|not supported|not implemented/i, 'unavailable'],
  [/enddate must be|invalid/i, 'invalid'],
];

/**
 * Classes what `@capgo/capacitor-health` rejected with, by its message.
 *
 * **Laws** total; what no message explains is `unknown`.
 */
export const toCapacitorError = (thrown: unknown): Error & StoreError => {
  const known = toStoreError(thrown);
  if (known.kind !== 'unknown') return storeError(known.kind, known.message, known);
  const kind = BY_MESSAGE.find(([pattern]) => pattern.test(known.message))?.[1] ?? 'unknown';
  return storeError(kind, known.message, { cause: thrown, ...(kind === 'rate-limited' && { retryAfterSeconds: 60 }) });
};
