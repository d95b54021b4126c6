// @ts-nocheck
import type { Instant } from './interval';
import type { Platform } from './platform';

/**
 * What the stored state is valid for. A cursor, a mirror and a ledger belong to one scope; another account, platform,
 * permission, start or mapping is another scope.
 *
 * `readAccess` is `unknown` on HealthKit, which hides it: a denied read looks like an empty one.
 * `ownSources` are the identifiers of this app's own writers (the phone app, its watch companion).
 */
export interface Scope {
  readonly kind: 'scope';
  readonly account: string;
  readonly device: string;
  readonly platform: Platform;
  readonly ownSources: readonly string[];
  readonly readAccess: 'granted' | 'denied' | 'unknown';
  readonly readFrom?: Instant;
  readonly mappingVersion: number;
}
