import type { Instant } from '../../domain/interval';

/**
 * What a user, Android and its service do, beside the records.
 *
 * - `sdkStatus`: Jetpack's `SDK_UNAVAILABLE` 1, `…_PROVIDER_UPDATE_REQUIRED` 2, `SDK_AVAILABLE` 3.
 * - `granted`: what the user has granted, as `read Distance`; `answer`: what is granted on being asked.
 * - `history`: whether `READ_HEALTH_DATA_HISTORY` is granted, which the library never reports.
 * - `firstGrantAt`: other apps' records that start more than 30 days before it cannot be read without it.
 * - `inBackground`: whether the app is not in front.
 * - `routes`: whether routes of other apps may be read; `routeAnswer`: what the user says when asked for one.
 * - `failing`: types of record that cannot be inserted.
 * - `isOverQuota`: every call that has a quota is refused.
 */
export interface HealthConnectPhone {
  readonly sdkStatus: 1 | 2 | 3;
  readonly granted: ReadonlySet<string>;
  readonly answer: 'everything' | 'nothing';
  readonly history: boolean;
  readonly firstGrantAt: Instant;
  readonly inBackground: boolean;
  readonly routes: 'always' | 'one-by-one';
  readonly routeAnswer: 'given' | 'refused';
  readonly failing: readonly string[];
  readonly isOverQuota: boolean;
}

/**
 * How Android behaves where it is not documented, or differs by version. Both settings are run.
 *
 * - `rangeHolds`: whether a range holds what starts in it, or what reaches into it.
 * - `lastPageToken`: an exhausted page token is null (Android 14) or an empty text (before).
 * - `badToken`: a changes token that is no good is answered as expired, or thrown.
 * - `deletingUnknown`: a deletion of what is not there is ignored, or thrown.
 * - `missingRecord`: reading a record that is not there throws one or the other error.
 * - `routeConsent`: a route that was given for once can be read that once, or from then on.
 */
export interface HealthConnectSwitches {
  readonly rangeHolds: 'starts' | 'overlaps';
  readonly lastPageToken: 'null' | 'empty';
  readonly badToken: 'expired' | 'thrown';
  readonly deletingUnknown: 'ignored' | 'thrown';
  readonly missingRecord: 'UNDERLYING_ERROR' | 'ARGUMENT_VALIDATION_ERROR';
  readonly routeConsent: 'once' | 'lasting';
}

/** What the sources of AOSP suggest. */
export const LIKELY: HealthConnectSwitches = {
  rangeHolds: 'starts',
  lastPageToken: 'null',
  badToken: 'expired',
  deletingUnknown: 'ignored',
  missingRecord: 'UNDERLYING_ERROR',
  routeConsent: 'once',
};

/** The other way round, everywhere. */
export const UNLIKELY: HealthConnectSwitches = {
  rangeHolds: 'overlaps',
  lastPageToken: 'empty',
  badToken: 'thrown',
  deletingUnknown: 'thrown',
  missingRecord: 'ARGUMENT_VALIDATION_ERROR',
  routeConsent: 'lasting',
};
