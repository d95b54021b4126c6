import { type StoreError, type StoreErrorKind, storeError, toStoreError } from '../../ports/store-error';

/** What `HKErrorCode` says, in our words. **Source** Apple's `HKDefines.h`; codes that are not here are `unknown`. */
const BY_CODE: Readonly<Record<number, StoreErrorKind>> = {
  1: 'unavailable', // HealthDataUnavailable
  2: 'unavailable', // HealthDataRestricted
  3: 'invalid', // InvalidArgument
  4: 'permission', // AuthorizationDenied
  5: 'permission', // AuthorizationNotDetermined
  6: 'locked', // DatabaseInaccessible
  7: 'cancelled', // UserCanceled
  10: 'permission', // RequiredAuthorizationDenied
  12: 'invalid', // WorkoutActivityNotAllowed
  13: 'too-large', // DataSizeExceeded
  15: 'permission', // NotPermissibleForGuestUserMode
};

/** What the texts say, where no code came through: native modules hand on the description alone. In this order. */
const BY_TEXT: readonly (readonly [text: RegExp, kind: StoreErrorKind])[] = [
  [/protected health data is inaccessible|database is (?:not accessible|inaccessible)/i, 'locked'],
  [/not authorized|authorization is not determined|authorization (?:was )?denied/i, 'permission'],
  [/health data is (?:unavailable|restricted)|not supported on this platform/i, 'unavailable'],
  [/endDate must not be less than startDate|invalid argument|unrecognized .*type/i, 'invalid'],
];

const CODE_IN_TEXT = /com\.apple\.healthkit\b[\s\S]*?Code=(\d+)/;

const codeOf = (thrown: unknown, message: string): number | undefined => {
  const named = CODE_IN_TEXT.exec(message)?.[1];
  if (named !== undefined) return Number(named);
  const code = (thrown as { readonly code?: unknown } | undefined)?.code;
  return typeof code === 'number' ? code : undefined;
};

/**
 * Classes what HealthKit threw, through whichever native module.
 *
 * **Shape** @kingstinct/react-native-healthkit hands on a description of the `NSError` (`… Domain=com.apple.healthkit Code=6 …`) or its text;
 * others set `code`. What is neither is `unknown`, which is never a success. An error of the closed list stays what it is.
 *
 * @example
 * ```ts
 * import { toHealthKitStoreError } from 'workout-sync/healthkit';
 *
 * toHealthKitStoreError(new Error('Protected health data is inaccessible')).kind; // => 'locked'
 * toHealthKitStoreError(new Error('Error Domain=com.apple.healthkit Code=4 "Not authorized"')).kind; // => 'permission'
 * toHealthKitStoreError(new Error('what is this?')).kind; // => 'unknown'
 * ```
 */
export const toHealthKitStoreError = (thrown: unknown): Error & StoreError => {
  const known = toStoreError(thrown);
  const { message } = known;
  if (known.kind !== 'unknown') return storeError(known.kind, message, known);
  const code = codeOf(thrown, message);
  const byCode = code === undefined ? undefined : BY_CODE[code];
  const byText = BY_TEXT.find(([text]) => text.test(message))?.[1];
  return storeError(byCode ?? byText ?? 'unknown', message, { cause: thrown });
};
