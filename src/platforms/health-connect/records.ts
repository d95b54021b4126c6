/**
 * Health Connect's records as `react-native-health-connect` 4 shows them and takes them: only the fields that are used.
 *
 * **Shape** instants are ISO 8601 texts. What Android has not is `null` at run time, whatever the library's types say.
 */

type Absent = null | undefined;

/** A zone offset. **Units** seconds east of UTC. */
export interface NativeZoneOffset {
  readonly totalSeconds: number;
}

/** What Health Connect knows of a record itself. */
export interface NativeMetadata {
  readonly id?: string | Absent;
  readonly dataOrigin?: string | Absent;
  readonly clientRecordId?: string | Absent;
  readonly clientRecordVersion?: number | Absent;
  readonly lastModifiedTime?: string | Absent;
  readonly recordingMethod?: number | Absent;
  readonly device?:
    | { readonly type?: number | Absent; readonly manufacturer?: string | Absent; readonly model?: string | Absent }
    | Absent;
}

interface NativeInterval {
  readonly startTime: string;
  readonly endTime: string;
  readonly metadata?: NativeMetadata | Absent;
}

/** A length as it is read. */
export interface NativeLength {
  readonly inMeters: number;
}

/** A point of a route as it is read: `lengthToJsMap` gives 0 for what is absent. */
export interface NativeLocation {
  readonly time: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly altitude?: object | Absent;
  readonly horizontalAccuracy?: object | Absent;
  readonly verticalAccuracy?: object | Absent;
}

/** A lap as it is read. */
export interface NativeLap {
  readonly startTime: string;
  readonly endTime: string;
  readonly length?: object | Absent;
}

/** A segment as it is read: an exercise with repetitions, a pause, a rest. */
export interface NativeSegment {
  readonly startTime: string;
  readonly endTime: string;
  readonly segmentType: number;
  readonly repetitions: number;
}

/**
 * An exercise session as it is read.
 *
 * **Shape** the type of a route is a number by the library's declarations, and one of the texts `DATA`, `NO_DATA` and
 * `CONSENT_REQUIRED` at run time.
 */
export interface NativeSession extends NativeInterval {
  readonly exerciseType: number;
  readonly title?: string | Absent;
  readonly startZoneOffset?: NativeZoneOffset | Absent;
  readonly laps?: readonly NativeLap[] | Absent;
  readonly segments?: readonly NativeSegment[] | Absent;
  readonly exerciseRoute?:
    | { readonly type?: number | string | Absent; readonly route: readonly NativeLocation[] }
    | Absent;
}

/** The records that belong to a session by nothing but app and time, as they are read. */
export interface NativeMetric extends NativeInterval {
  readonly distance?: NativeLength | Absent;
  readonly elevation?: NativeLength | Absent;
  readonly energy?: { readonly inKilocalories: number } | Absent;
  readonly count?: number | Absent;
  readonly samples?: readonly NativeSample[] | Absent;
}

/** One sample of a series, as it is read: each series has a field of its own. */
export interface NativeSample {
  readonly time: string;
  readonly beatsPerMinute?: number | Absent;
  readonly speed?: { readonly inMetersPerSecond: number } | Absent;
  readonly power?: { readonly inWatts: number } | Absent;
  readonly rate?: number | Absent;
  readonly revolutionsPerMinute?: number | Absent;
}

/** The types of records that are read beside sessions. */
export type MetricType =
  | 'Distance'
  | 'ActiveCaloriesBurned'
  | 'TotalCaloriesBurned'
  | 'ElevationGained'
  | 'Steps'
  | 'HeartRate'
  | 'Speed'
  | 'Power'
  | 'StepsCadence'
  | 'CyclingPedalingCadence';

/** The types of records that are read and written. */
export type NativeRecordType = 'ExerciseSession' | MetricType;

/** Metadata as it is written. */
export interface NativeMetadataInsert {
  readonly clientRecordId: string;
  readonly clientRecordVersion: number;
  readonly recordingMethod: number;
}

interface Metres {
  value: number;
  unit: 'meters';
}

interface InsertedInterval {
  startTime: string;
  endTime: string;
  metadata: NativeMetadataInsert;
}

/** A point of a route as it is written: the library refuses one without altitude and accuracies. */
export interface LocationInsert {
  time: string;
  latitude: number;
  longitude: number;
  altitude: Metres;
  horizontalAccuracy: Metres;
  verticalAccuracy: Metres;
}

/** A session as it is written. It never has a key `samples`: the library would read laps and segments from it. */
export interface SessionInsert extends InsertedInterval {
  recordType: 'ExerciseSession';
  exerciseType: number;
  title?: string;
  laps?: { startTime: string; endTime: string; length: Metres }[];
  segments?: { startTime: string; endTime: string; segmentType: number; repetitions: number }[];
  exerciseRoute?: { route: LocationInsert[] };
}

/** A record beside a session, as it is written. */
export type MetricInsert = InsertedInterval &
  (
    | { recordType: 'Distance'; distance: Metres }
    | { recordType: 'ElevationGained'; elevation: Metres }
    | { recordType: 'ActiveCaloriesBurned' | 'TotalCaloriesBurned'; energy: { value: number; unit: 'kilocalories' } }
    | { recordType: 'Steps'; count: number }
    | { recordType: 'HeartRate'; samples: { time: string; beatsPerMinute: number }[] }
    | { recordType: 'Speed'; samples: { time: string; speed: { value: number; unit: 'metersPerSecond' } }[] }
    | { recordType: 'Power'; samples: { time: string; power: { value: number; unit: 'watts' } }[] }
    | { recordType: 'CyclingPedalingCadence'; samples: { time: string; revolutionsPerMinute: number }[] }
    // The library types `rate` and reads `count` (`ReactStepsCadenceRecord.kt`): both are given.
    | { recordType: 'StepsCadence'; samples: { time: string; rate: number; count: number }[] }
  );

/** Whatever is inserted. */
export type NativeInsert = SessionInsert | MetricInsert;
