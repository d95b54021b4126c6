const DAY = 86_400_000;
const FROM = Date.UTC(2024, 0, 1);
const TYPES = [37, 13, 52, 46, 50];

/** Headers as the client library gives them: a watch's, with all that Apple's own workouts carry. */
const natives = (count) =>
  Array.from({ length: count }, (_, index) => {
    const start = FROM + index * (DAY / 4);
    return {
      uuid: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      workoutActivityType: TYPES[index % TYPES.length],
      startDate: new Date(start),
      endDate: new Date(start + 3_600_000),
      duration: { quantity: 3500, unit: 's' },
      totalDistance: { quantity: 10_000 + index, unit: 'meters' },
      totalEnergyBurned: { quantity: 600, unit: 'kcal' },
      metadata: {
        HKIndoorWorkout: index % 3 === 0,
        HKTimeZone: 'GMT+0200',
        HKElevationAscended: { quantity: 80, unit: 'm' },
        HKAverageMETs: { quantity: 9, unit: 'kcal/(kg*hr)' },
      },
      sourceRevision: {
        source: { name: 'Watch', bundleIdentifier: 'com.apple.health.9' },
        productType: 'Watch7,11',
        version: '11.1',
      },
      device: { name: 'Apple Watch', manufacturer: 'Apple Inc.', model: 'Watch', hardwareVersion: 'Watch7,11' },
    };
  });

/** Reading every header, and writing a draft for each. */
export const healthKitHeaders = ({ fromHealthKitWorkout, toHealthKitWorkout }, count) => {
  const records = natives(count);
  const drafts = records.map((record) => {
    const { kind, platform, key, raw, source, ...recording } = fromHealthKitWorkout(record);
    return { ...recording, external: { id: `ws1-${key}`, version: 1 } };
  });
  return {
    read: () => records.map((one) => fromHealthKitWorkout(one)),
    write: () => drafts.map((one) => toHealthKitWorkout(one)),
  };
};
