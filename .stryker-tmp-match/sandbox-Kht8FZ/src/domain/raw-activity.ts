/**
 * What Apple Health itself said: the `HKWorkoutActivityType` raw value and the two metadata that tell its variants apart.
 *
 * **Shape** absent metadata is unknown: no `indoor` does not mean outdoor.
 */
// @ts-nocheck

export interface AppleHealthRawActivity {
  readonly platform: 'apple-health';
  readonly type: number;
  readonly indoor?: boolean;
  readonly swimLocation?: 'pool' | 'open-water';
}

/**
 * What Health Connect itself said: the Jetpack exercise type.
 *
 * **Shape** `platformType` is kept only where the number came from the Android platform (the SQLite export) and has no
 * Jetpack counterpart; `type` is then 0, as Jetpack shows such a session.
 */
export interface HealthConnectRawActivity {
  readonly platform: 'health-connect';
  readonly type: number;
  readonly platformType?: number;
}

/**
 * The platform's own activity number, kept beside the {@link Activity} it was read as, so that an activity which this
 * version does not know is not lost.
 *
 * **Shape** the discriminant is `platform`, not `kind`: the numbers mean nothing without it.
 */
export type RawActivity = AppleHealthRawActivity | HealthConnectRawActivity;
