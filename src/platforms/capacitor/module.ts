/** One workout, as `@capgo/capacitor-health` shows it. **Units** seconds, kilocalories, metres. */
export interface CapacitorWorkout {
  readonly workoutType: string;
  readonly duration: number;
  readonly startDate: string;
  readonly endDate: string;
  readonly totalEnergyBurned?: number | undefined;
  readonly totalDistance?: number | undefined;
  readonly sourceId?: string | undefined;
  readonly sourceName?: string | undefined;
  readonly platformId?: string | undefined;
  /** On iOS alone: HealthKit's metadata as texts. */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

/** What may be read, as far as the plugin says. */
export interface CapacitorAuthorization {
  readonly readAuthorized: readonly string[];
  readonly readDenied: readonly string[];
  readonly historyAccessAuthorized?: boolean | undefined;
}

/** The data types that are asked for: sessions, and what their totals are made of on Android. */
export type CapacitorDataType = 'workouts' | 'distance' | 'calories' | 'totalCalories';

export interface CapacitorAuthorizationOptions {
  read: CapacitorDataType[];
  requestHistoryAccess?: boolean;
}

/**
 * What is used of `@capgo/capacitor-health` 8: pass its `Health`.
 *
 * **Shape** structural, so that nothing is imported; the tests check it against the real package's declarations.
 */
export interface CapacitorHealthModule {
  readonly isAvailable: () => Promise<{
    readonly available: boolean;
    readonly platform?: 'ios' | 'android' | 'web' | undefined;
    readonly reason?: string | undefined;
  }>;
  readonly checkAuthorization: (options: CapacitorAuthorizationOptions) => Promise<CapacitorAuthorization>;
  readonly requestAuthorization: (options: CapacitorAuthorizationOptions) => Promise<CapacitorAuthorization>;
  readonly queryWorkouts: (options: {
    startDate: string;
    endDate: string;
    limit: number;
    ascending: boolean;
  }) => Promise<{ readonly workouts: readonly CapacitorWorkout[]; readonly anchor?: string | null | undefined }>;
}
