import type { Instant } from '../../domain/interval';
import { type Access, NO_ACCESS } from '../../ports/access';
import { type Ask, AUTHORIZATION } from './calls';
import { HEALTHKIT_WORKOUT, type HealthKitModule, type HealthKitWorkoutObject } from './healthkit-module';

/** Raw value of `HKAuthorizationRequestStatus`: a sheet would show nothing new. */
const UNNECESSARY = 2;

/** From when on workouts may be read, where the user set a limit (iOS 27). */
export const readableSince = async <Native extends HealthKitWorkoutObject>(
  module: HealthKitModule<Native>,
  ask: Ask,
): Promise<Instant | undefined> => {
  const dates = await ask(() => module.getEarliestAuthorizedSampleDates?.([HEALTHKIT_WORKOUT]));
  return dates?.[HEALTHKIT_WORKOUT]?.getTime();
};

/**
 * What HealthKit says of access.
 *
 * **Shape** `read` is always unknown: HealthKit hides it, and its "request status" says only whether a sheet would show.
 */
export const accessState = async <Native extends HealthKitWorkoutObject>(
  module: HealthKitModule<Native>,
  ask: Ask,
): Promise<Access> => {
  if (!module.isHealthDataAvailable()) return NO_ACCESS;
  const status = await ask(() => module.authorizationStatusFor(HEALTHKIT_WORKOUT));
  const sheet = await ask(() => module.getRequestStatusForAuthorization({ toRead: [HEALTHKIT_WORKOUT], toShare: [] }));
  const since = await readableSince(module, ask);
  return {
    store: 'available',
    asked: sheet === UNNECESSARY || status !== AUTHORIZATION.notDetermined,
    read: 'unknown',
    write: status === AUTHORIZATION.authorized ? 'granted' : status === AUTHORIZATION.denied ? 'denied' : 'unknown',
    background: 'granted',
    history: since === undefined ? 'granted' : 'denied',
    ...(since !== undefined && { readableSince: since }),
  };
};
