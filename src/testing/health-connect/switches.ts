/**
 * How Android behaves where it is not documented, or differs by version: each setting is possible, and an adapter must stand all of
 * them.
 *
 * - `rangeHolds`: whether a range holds what starts in it (the default), or what reaches into it.
 * - `lastPageToken`: an exhausted page token is null (Android 14, the default) or an empty text (before).
 * - `badToken`: a changes token that is no good is answered as expired (the default), or thrown.
 * - `deletingUnknown`: a deletion of what is not there is ignored (the default), or thrown.
 * - `missingRecord`: reading a record that is not there throws one or the other error.
 * - `routeConsent`: a route that was given for once can be read that once (the default), or from then on.
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
export const HEALTH_CONNECT_DEFAULTS: HealthConnectSwitches = {
  rangeHolds: 'starts',
  lastPageToken: 'null',
  badToken: 'expired',
  deletingUnknown: 'ignored',
  missingRecord: 'UNDERLYING_ERROR',
  routeConsent: 'once',
};

/** Every switch with all its settings: run an adapter's tests under each. */
export const HEALTH_CONNECT_SETTINGS: {
  readonly [Name in keyof HealthConnectSwitches]: readonly HealthConnectSwitches[Name][];
} = {
  rangeHolds: ['starts', 'overlaps'],
  lastPageToken: ['null', 'empty'],
  badToken: ['expired', 'thrown'],
  deletingUnknown: ['ignored', 'thrown'],
  missingRecord: ['UNDERLYING_ERROR', 'ARGUMENT_VALIDATION_ERROR'],
  routeConsent: ['once', 'lasting'],
};
