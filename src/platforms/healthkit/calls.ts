import type { CallOptions } from '../../ports/health-store';
import { storeError } from '../../ports/store-error';
import type { HealthKitModule, HealthKitType, HealthKitWorkoutObject } from './healthkit-module';
import { toHealthKitStoreError } from './store-errors';

/** Makes one native call. What it throws, at once or later, is classed. */
export type Ask = <Answer>(call: () => Promise<Answer> | Answer, options?: CallOptions) => Promise<Answer>;

/**
 * The native calls of a module.
 *
 * **Laws** no call is made where there is no health data: away from iOS the client library answers every query with an empty list,
 * which would look like an emptied store.
 */
export const askThrough =
  <Native extends HealthKitWorkoutObject>(module: HealthKitModule<Native>): Ask =>
  async (call, { signal } = {}) => {
    if (signal?.aborted) throw storeError('cancelled', 'The call was given up.');
    try {
      if (!module.isHealthDataAvailable()) {
        throw storeError('unavailable', 'There is no health data on this device.');
      }
      return await call();
    } catch (thrown) {
      throw toHealthKitStoreError(thrown);
    }
  };

/** Raw values of `HKAuthorizationStatus`. */
export const AUTHORIZATION = { notDetermined: 0, denied: 1, authorized: 2 } as const;

/** Whether the user lets this app write a type. */
export const mayWrite = <Native extends HealthKitWorkoutObject>(
  module: HealthKitModule<Native>,
  type: HealthKitType,
): boolean => {
  try {
    return module.authorizationStatusFor(type) === AUTHORIZATION.authorized;
  } catch {
    // A type that this iOS does not know.
    return false;
  }
};
