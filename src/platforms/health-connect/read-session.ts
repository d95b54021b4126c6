import type { Energy, RecordingMethod } from '../../domain/recording';
import type { Device, Source } from '../../domain/source';
import type { Workout } from '../../domain/workout';
import { fromHealthConnectActivity } from './activity-map';
import { instantOf } from './instant-text';
import { pausesOf } from './read-segments';
import type { NativeMetadata, NativeSession } from './records';

/** What other records say of a session as a whole. An absent number was not measured. */
export interface SessionTotals {
  readonly distanceMetres?: number;
  readonly energyKilocalories?: Energy;
  readonly elevationGainMetres?: number;
}

/** By Jetpack's `Metadata.RECORDING_METHOD_*`; 0 is unknown. */
const METHODS: readonly (RecordingMethod | undefined)[] = [undefined, 'recorded', 'detected', 'manual'];

/** By Jetpack's `Device.TYPE_*`; 0 is unknown, 8 a smart display. The library's own list lacks the watch. */
const DEVICES: readonly Device['type'][] = [
  undefined,
  'watch',
  'phone',
  'scale',
  'ring',
  'head-mounted',
  'band',
  'chest-strap',
  'other',
];

/** Civil offsets reach from twelve hours west to fourteen hours east; Java allows eighteen. */
const isCivil = (seconds: number | undefined): seconds is number =>
  seconds !== undefined && seconds >= -12 * 3600 && seconds <= 14 * 3600;

const deviceOf = ({ device }: NativeMetadata): Device | undefined => {
  const type = DEVICES[device?.type ?? 0];
  const manufacturer = device?.manufacturer;
  const model = device?.model;
  if (!type && !manufacturer && !model) return undefined;
  return { ...(type && { type }), ...(manufacturer && { manufacturer }), ...(model && { model }) };
};

const sourceOf = (metadata: NativeMetadata): Source | undefined => {
  if (!metadata.dataOrigin) return undefined;
  const device = deviceOf(metadata);
  return { app: metadata.dataOrigin, ...(device && { device }) };
};

/** Elapsed time less what was marked as a pause; nothing where no pause is marked, since most apps mark none. */
const activeSecondsOf = (session: NativeSession): number | undefined => {
  const pauses = pausesOf(session);
  if (pauses.length === 0) return undefined;
  const paused = pauses.reduce((sum, { start, end }) => sum + end - start, 0);
  return Math.max(0, (instantOf(session.endTime) - instantOf(session.startTime) - paused) / 1000);
};

/**
 * Reads a Health Connect session as the workout that it is.
 *
 * **Shape** a session of `readRecords('ExerciseSession')`, and what {@link sumSessionTotals} found beside it, go in. The
 * key is the record id, the source the package that wrote it, the external id its `clientRecordId`.
 *
 * **Laws** total. An exercise type that is not known is `other` and keeps its number. What the platform does not say is absent:
 * a missing zone (which this library drops on writing), a pause that nobody marked.
 *
 * @example
 * ```ts
 * import { fromHealthConnectSession } from 'workout-sync/health-connect';
 *
 * const workout = fromHealthConnectSession({
 *   startTime: '2026-01-05T09:00:00Z',
 *   endTime: '2026-01-05T09:30:00Z',
 *   exerciseType: 56,
 *   metadata: { id: 'r-1', dataOrigin: 'com.example.watch', recordingMethod: 3 },
 * });
 * workout.activity; // => 'running'
 * workout.method; // => 'manual'
 * ```
 *
 * @see {@link toHealthConnectRecords} for the way back.
 */
export const fromHealthConnectSession = (session: NativeSession, totals: SessionTotals = {}): Workout => {
  const metadata = session.metadata ?? {};
  const { activity, raw } = fromHealthConnectActivity({ type: session.exerciseType });
  const source = sourceOf(metadata);
  const method = METHODS[metadata.recordingMethod ?? 0];
  const offsetSeconds = session.startZoneOffset?.totalSeconds;
  const activeSeconds = activeSecondsOf(session);
  return {
    kind: 'workout',
    platform: 'health-connect',
    key: metadata.id ?? '',
    activity,
    raw,
    start: instantOf(session.startTime),
    end: instantOf(session.endTime),
    ...totals,
    ...(session.title && { title: session.title }),
    ...(source && { source }),
    ...(method && { method }),
    ...(isCivil(offsetSeconds) && { offsetSeconds }),
    ...(activeSeconds !== undefined && { activeSeconds }),
    ...(metadata.clientRecordId && {
      external: { id: metadata.clientRecordId, version: metadata.clientRecordVersion ?? 0 },
    }),
  };
};
