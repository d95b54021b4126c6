import type { HealthConnectRecord } from './records';

/** Java's `Instant.toString`: no fraction where there is none. */
const textOf = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

/** Whether the route of a session may be seen, and what of it there is. */
export type RouteSight = 'DATA' | 'NO_DATA' | 'CONSENT_REQUIRED';

/** The route of a session as it was stored. */
export const routeOf = ({ fields }: HealthConnectRecord): readonly object[] =>
  Array.isArray(fields.route) ? fields.route : [];

/**
 * A record as the library shows it: `null` for what is absent, a route type that is a text, and 0 for a client version that was
 * never given.
 */
export const showRecord = (record: HealthConnectRecord, sight: RouteSight): object => {
  const { route: _route, device, ...fields } = record.fields;
  const { id, app, clientId, version, modified, method } = record;
  return {
    startTime: textOf(record.start),
    endTime: textOf(record.end),
    startZoneOffset: null,
    endZoneOffset: null,
    ...fields,
    ...(record.type === 'ExerciseSession' && {
      exerciseRoute: { type: sight, route: sight === 'DATA' ? routeOf(record) : [] },
    }),
    metadata: {
      id,
      dataOrigin: app,
      clientRecordId: clientId ?? null,
      clientRecordVersion: version,
      lastModifiedTime: textOf(modified),
      device: device ?? { type: 0, manufacturer: null, model: null },
      recordingMethod: method,
    },
  };
};
