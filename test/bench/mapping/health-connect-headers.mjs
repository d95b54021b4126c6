const DAY = 86_400_000;
const FROM = Date.UTC(2024, 0, 1);
const TYPES = [56, 8, 79, 74, 70];

/** Sessions as the client library gives them, each with its route's state, its device and its client id. */
const natives = (count) =>
  Array.from({ length: count }, (_, index) => {
    const start = FROM + index * (DAY / 4);
    return {
      startTime: new Date(start).toISOString(),
      endTime: new Date(start + 3_600_000).toISOString(),
      startZoneOffset: { id: '+02:00', totalSeconds: 7200 },
      endZoneOffset: { id: '+02:00', totalSeconds: 7200 },
      exerciseType: TYPES[index % TYPES.length],
      title: 'Morning',
      notes: null,
      laps: [],
      segments: [],
      exerciseRoute: { type: 'NO_DATA', route: [] },
      metadata: {
        id: `record-${index}`,
        clientRecordId: `watch-${index}`,
        clientRecordVersion: 1,
        dataOrigin: 'com.example.watch',
        lastModifiedTime: new Date(start + 3_700_000).toISOString(),
        device: { type: 1, manufacturer: 'Example', model: 'Watch' },
        recordingMethod: 1,
      },
    };
  });

/** Reading every header, and writing a draft with a distance and an energy for each. */
export const healthConnectHeaders = ({ fromHealthConnectSession, toHealthConnectRecords }, count) => {
  const sessions = natives(count);
  const drafts = sessions.map((session) => {
    const { kind, platform, key, raw, source, ...recording } = fromHealthConnectSession(session, {
      distanceMetres: 10_000,
      energyKilocalories: { active: 600 },
    });
    return { ...recording, external: { id: `ws1-${key}`, version: 1 } };
  });
  return {
    read: () => sessions.map((one) => fromHealthConnectSession(one)),
    write: () => drafts.map((one) => toHealthConnectRecords(one)),
  };
};
