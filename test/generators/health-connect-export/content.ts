/** A record of any kind: who wrote it, and from when to when. */
export interface RecordRow {
  readonly app: string;
  readonly start: number;
  readonly end: number;
  readonly modified?: number;
}

/** Android's `Double.MIN_VALUE`: not measured. */
export const UNSET = 4.9e-324;

interface LapRow {
  readonly start: number;
  readonly end: number;
  readonly length?: number;
}

interface SegmentRow {
  readonly start: number;
  readonly end: number;
  /** Android's `ExerciseSegmentType`. */
  readonly type: number;
  readonly repetitions?: number;
}

interface PointRow {
  readonly at: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly altitude?: number;
  readonly horizontal?: number;
  readonly vertical?: number;
}

interface SessionRow extends RecordRow {
  /** Sixteen bytes in hexadecimal digits, without hyphens. */
  readonly uuid: string;
  /** Android's `ExerciseSessionType`. */
  readonly type: number;
  readonly device?: number;
  readonly title?: string;
  readonly notes?: string;
  readonly method?: number;
  readonly client?: { readonly id: string; readonly version: number };
  readonly offset?: number;
  readonly laps?: readonly LapRow[];
  readonly segments?: readonly SegmentRow[];
  readonly route?: readonly PointRow[];
}

interface AmountRow extends RecordRow {
  readonly value: number;
}

interface SeriesRow extends RecordRow {
  readonly samples: readonly (readonly [at: number, value: number])[];
}

export type AmountTableName =
  | 'distance_record_table'
  | 'active_calories_burned_record_table'
  | 'total_calories_burned_record_table'
  | 'elevation_gained_record_table'
  | 'steps_record_table';

export type SeriesTableName =
  | 'heart_rate_record_table'
  | 'SpeedRecordTable'
  | 'PowerRecordTable'
  | 'StepsCadenceRecordTable'
  | 'CyclingPedalingCadenceRecordTable';

/** What a phone holds. Devices are numbered by their place, from one. */
export interface ExportContent {
  readonly apps: Readonly<Record<string, string>>;
  readonly devices?: readonly { readonly type: number; readonly manufacturer?: string; readonly model?: string }[];
  readonly sessions: readonly SessionRow[];
  readonly amounts?: Readonly<Partial<Record<AmountTableName, readonly AmountRow[]>>>;
  readonly series?: Readonly<Partial<Record<SeriesTableName, readonly SeriesRow[]>>>;
}
