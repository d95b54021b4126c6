import type { HealthKitModule, HealthKitWorkoutObject } from '../../platforms/healthkit/healthkit-module';
import type { HealthKitSeriesType } from '../../platforms/healthkit/series-types';
import type { ENERGY } from './stored-object';

/** A sample that is saved along with a workout. Its own metadata is ignored. */
export interface FakeQuantity {
  readonly startDate: Date;
  readonly endDate: Date;
  readonly quantityType: HealthKitSeriesType | typeof ENERGY;
  readonly quantity: number;
  readonly unit: string;
  readonly metadata?: object;
}

/** The JavaScript API of @kingstinct/react-native-healthkit 16, as far as this library uses it, over a shelf of objects. */
export type FakeModule = Omit<HealthKitModule<HealthKitWorkoutObject>, 'saveWorkoutSample'> & {
  readonly saveWorkoutSample: (
    type: number,
    quantities: readonly FakeQuantity[],
    start: Date,
    end: Date,
    totals?: { readonly distance?: number; readonly energyBurned?: number },
    metadata?: Record<string, unknown>,
  ) => Promise<HealthKitWorkoutObject>;
};
