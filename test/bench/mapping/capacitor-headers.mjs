const DAY = 86_400_000;
const FROM = Date.UTC(2024, 0, 1);
const TYPES = ['running', 'cycling', 'walking', 'strengthTraining', 'rowing'];

/** Workouts as the plugin gives them on iOS, which says more of them than Android. */
const natives = (count) =>
  Array.from({ length: count }, (_, index) => {
    const start = FROM + index * (DAY / 4);
    return {
      workoutType: TYPES[index % TYPES.length],
      duration: 3500,
      startDate: new Date(start).toISOString(),
      endDate: new Date(start + 3_600_000).toISOString(),
      totalDistance: 10_000 + index,
      totalEnergyBurned: 600,
      sourceId: 'com.apple.health.9',
      sourceName: 'Watch',
      platformId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      metadata: { HKTimeZone: 'Europe/Berlin', HKWeatherTemperature: '9 degC' },
    };
  });

/** Reading every header; the plugin writes none. */
export const capacitorHeaders = ({ fromCapacitorWorkout }, count) => {
  const workouts = natives(count);
  return { read: () => workouts.map((one) => fromCapacitorWorkout(one, 'apple-health')) };
};
