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
