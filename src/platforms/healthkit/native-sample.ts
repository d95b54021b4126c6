/** A number with its unit, as HealthKit names units: `m`, `kcal`, `count/min`. */
export interface HealthKitQuantity {
  readonly quantity: number;
  readonly unit: string;
}

/** The app that wrote a sample, and on what. */
export interface HealthKitSourceRevision {
  readonly source: { readonly name: string; readonly bundleIdentifier: string };
  /** `Watch7,11`, `iPhone17,3`. */
  readonly productType?: string;
}

/** The device behind a sample, as far as the writing app said. */
export interface HealthKitDevice {
  readonly manufacturer?: string;
  readonly model?: string;
  /** `Watch7,11` where Apple's devices say so. */
  readonly hardwareVersion?: string;
}

/** What happened during a workout: a pause, a lap. `type` is the raw value of `HKWorkoutEventType`. */
export interface HealthKitEvent {
  readonly type: number;
  readonly startDate: Date;
  readonly endDate: Date;
}

/**
 * A workout as HealthKit shows it, in the shape of @kingstinct/react-native-healthkit; what another native module gives is
 * easily put into it.
 *
 * **Shape** `metadata` by the raw strings of the keys (`HKIndoorWorkout`, but `HKMetadataKeySyncIdentifier`).
 */
export interface HealthKitWorkout {
  readonly uuid: string;
  readonly workoutActivityType: number;
  readonly startDate: Date;
  readonly endDate: Date;
  /** Without the pauses, or any number that the writing app gave. */
  readonly duration?: HealthKitQuantity;
  readonly totalDistance?: HealthKitQuantity;
  /** Active energy, whatever its name says. */
  readonly totalEnergyBurned?: HealthKitQuantity;
  readonly events?: readonly HealthKitEvent[];
  readonly metadata?: object;
  readonly sourceRevision?: HealthKitSourceRevision;
  readonly device?: HealthKitDevice;
}

/** One measured value: a heart rate, a stretch of distance. */
export interface HealthKitSample {
  readonly startDate: Date;
  readonly endDate: Date;
  readonly quantity: number;
  readonly sourceRevision?: HealthKitSourceRevision;
}

/** One point of a route to write: a `CLLocation`, whose negative accuracies and speeds mean unknown. */
export interface HealthKitLocation {
  readonly date: Date;
  readonly latitude: number;
  readonly longitude: number;
  readonly altitude: number;
  readonly horizontalAccuracy: number;
  readonly verticalAccuracy: number;
  readonly course: number;
  readonly speed: number;
}

/** One piece of a route as it is read. */
export interface HealthKitRoute {
  readonly locations: readonly Omit<HealthKitLocation, 'course'>[];
}
