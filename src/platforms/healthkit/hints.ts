import type { HealthStore } from '../../ports/health-store';
import { HEALTHKIT_WORKOUT, type HealthKitModule, type HealthKitWorkoutObject } from './healthkit-module';

/** Raw values of `HKUpdateFrequency`. */
const FREQUENCIES = { immediate: 1, hourly: 2, daily: 3 } as const;

export type BackgroundDelivery = keyof typeof FREQUENCIES;

/**
 * Listens for changes of workouts.
 *
 * **Shape** one native subscription, however many listen, since the client library keeps one callback for each type. Its own observer
 * sees only workouts that *start* after it was made; with background delivery it is registered without that limit, and survives
 * the app's end.
 */
export const hintsOf = <Native extends HealthKitWorkoutObject>(
  module: HealthKitModule<Native>,
  background: BackgroundDelivery | undefined,
): NonNullable<HealthStore['onHint']> => {
  const listeners = new Set<() => void>();
  let subscription: { readonly remove: () => boolean } | undefined;

  const hear = (): void => {
    for (const listener of listeners) listener();
  };

  const subscribe = (): void => {
    if (subscription !== undefined || listeners.size === 0) return;
    try {
      subscription = module.subscribeToChanges(HEALTHKIT_WORKOUT, ({ errorMessage }) => {
        if (!errorMessage) hear();
      });
    } catch {
      // Without health data there is nothing to hear; whoever runs sync is told so.
    }
  };

  const start = (): void => {
    if (background === undefined || module.configureBackgroundTypes === undefined) subscribe();
    else module.configureBackgroundTypes([HEALTHKIT_WORKOUT], FREQUENCIES[background]).then(subscribe, subscribe);
  };

  return (listener) => {
    const entry = (): void => listener();
    listeners.add(entry);
    if (listeners.size === 1) start();
    return () => {
      listeners.delete(entry);
      if (listeners.size > 0) return;
      subscription?.remove();
      subscription = undefined;
    };
  };
};
