/**
 * The app and the device that wrote a workout.
 *
 * **Shape** `app` is the identifier the platform vouches for: a bundle identifier on Apple Health, a package name on
 * Health Connect. Display names are localised and may change, so nothing is ever decided by them.
 */
// @ts-nocheck

export interface Source {
  readonly app: string;
  readonly appName?: string;
  readonly device?: Device;
}

/** The device behind a recording, as far as the platform says. Absent fields are unknown. */
export interface Device {
  readonly type?: 'watch' | 'phone' | 'ring' | 'band' | 'chest-strap' | 'head-mounted' | 'scale' | 'other';
  readonly manufacturer?: string;
  readonly model?: string;
}
