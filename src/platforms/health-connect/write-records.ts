import type { SeriesName } from '../../domain/detail-summary';
import type { RecordingMethod } from '../../domain/recording';
import type { Sample } from '../../ports/detail';
import type { WorkoutDraft } from '../../ports/health-store';
import { toHealthConnectActivity } from './activity-map';
import { cleanRoute } from './clean-route';
import { cleanSpans } from './clean-spans';
import { HEALTH_CONNECT_EXERCISE_TYPES } from './exercise-types';
import { textOf } from './instant-text';
import { PAUSE } from './read-segments';
import type { MetricInsert, MetricType, NativeInsert, NativeMetadataInsert, SessionInsert } from './records';
import { splitSeries } from './write-series';

/** Jetpack's `Metadata.RECORDING_METHOD_*`. */
const METHODS: Readonly<Record<RecordingMethod, number>> = { recorded: 1, detected: 2, manual: 3 };

/** What the id of a record beside a session begins with: the keys of Health Connect are per app and type of record. */
export const childPrefix = (externalId: string): string => `${externalId}#`;

const metadataOf = ({ external, method }: WorkoutDraft, suffix = ''): NativeMetadataInsert => ({
  clientRecordId: external.id + suffix,
  clientRecordVersion: external.version,
  recordingMethod: method === undefined ? 0 : METHODS[method],
});

const spanOf = ({ start, end }: { readonly start: number; readonly end: number }) => ({
  startTime: textOf(start),
  endTime: textOf(end),
});

const sessionOf = (draft: WorkoutDraft): SessionInsert => {
  const { detail } = draft;
  const route = cleanRoute(detail?.routes ?? [], draft);
  const laps = cleanSpans(detail?.laps ?? [], draft).flatMap((lap) =>
    lap.distanceMetres === undefined
      ? []
      : [{ ...spanOf(lap), length: { value: lap.distanceMetres, unit: 'meters' as const } }],
  );
  const segments = cleanSpans(detail?.pauses ?? [], draft).map((pause) => ({
    ...spanOf(pause),
    segmentType: PAUSE,
    repetitions: 0,
  }));
  return {
    recordType: 'ExerciseSession',
    ...spanOf(draft),
    exerciseType: toHealthConnectActivity(draft.activity).type,
    ...(draft.title && { title: draft.title }),
    ...(laps.length > 0 && { laps }),
    ...(segments.length > 0 && { segments }),
    ...(route.length > 0 && { exerciseRoute: { route: [...route] } }),
    metadata: metadataOf(draft),
  };
};

const sumOf = (samples: readonly Sample[] = []): number => samples.reduce((sum, { value }) => sum + value, 0);

/** The one record that says a total. Health Connect refuses what is above `most`; nothing and zero are not written. */
const totalOf = (
  draft: WorkoutDraft,
  value: number | undefined,
  most: number,
  record: (value: number) => Pick<MetricInsert, 'recordType'> & object,
): readonly MetricInsert[] => {
  if (value === undefined || !(value > 0 && value <= most)) return [];
  const { recordType, ...rest } = record(value);
  const metadata = metadataOf(draft, `#${recordType}`);
  return [{ recordType, ...rest, ...spanOf(draft), metadata } as MetricInsert];
};

const metres = (value: number) => ({ value, unit: 'meters' as const });
const kilocalories = (value: number) => ({ value, unit: 'kilocalories' as const });

const seriesOf = (
  draft: WorkoutDraft,
  samples: readonly Sample[] | undefined,
  recordType: MetricType,
  range: readonly [number, number],
  sampleOf: (time: string, value: number) => object,
): readonly MetricInsert[] =>
  splitSeries(samples ?? [], range, draft).map(
    ({ samples: part, ...span }, index) =>
      ({
        recordType,
        ...span,
        samples: part.map(({ at, value }) => sampleOf(textOf(at), value)),
        metadata: metadataOf(draft, index === 0 ? `#${recordType}` : `#${recordType}#${index}`),
      }) as MetricInsert,
  );

/** The sessions whose cadence counts revolutions. */
const RIDES: ReadonlySet<number> = new Set([
  HEALTH_CONNECT_EXERCISE_TYPES.BIKING[0],
  HEALTH_CONNECT_EXERCISE_TYPES.BIKING_STATIONARY[0],
]);

const cadenceOf = (draft: WorkoutDraft, samples: readonly Sample[] | undefined): readonly MetricInsert[] =>
  RIDES.has(toHealthConnectActivity(draft.activity).type)
    ? seriesOf(draft, samples, 'CyclingPedalingCadence', [0, 10_000], (time, value) => ({
        time,
        revolutionsPerMinute: value,
      }))
    : // The library types `rate` and reads `count` (`ReactStepsCadenceRecord.kt`): both are given.
      seriesOf(draft, samples, 'StepsCadence', [0, 10_000], (time, value) => ({ time, rate: value, count: value }));

/**
 * The records that stand for a workout in Health Connect, the session first.
 *
 * **Shape** insert them one type at a time: `insertRecords` takes no mixed list. Each record's `clientRecordId` is the draft's
 * external id, beside a session with `#` and the type; each `clientRecordVersion` is the draft's version, so that inserting again
 * replaces. Distance and steps are written as one record each, the total, or the sum of their samples.
 *
 * **Laws** never a key `samples` on a session. What Health Connect would refuse is left out: samples and points outside of the
 * session or of the platform's range, spans that overlap. A session carries its whole route: one inserted without it loses the
 * stored one.
 *
 * **Source** the ranges are androidx's: heart rate 1 to 300, speed to 1,000,000 m/s, power to 100,000 W, cadence to 10,000,
 * distance and elevation to 1,000,000 m, energy to 1,000,000 kcal, steps to 1,000,000.
 *
 * @example
 * ```ts
 * import { toHealthConnectRecords } from 'workout-sync/health-connect';
 *
 * const records = toHealthConnectRecords({
 *   activity: 'running',
 *   start: Date.UTC(2026, 0, 5, 9),
 *   end: Date.UTC(2026, 0, 5, 10),
 *   distanceMetres: 10_000,
 *   external: { id: 'ws1-1', version: 2 },
 * });
 * records.map(({ recordType }) => recordType); // => ['ExerciseSession', 'Distance']
 * records[1]?.metadata.clientRecordId; // => 'ws1-1#Distance'
 * ```
 *
 * @see {@link fromHealthConnectSession} for the way back.
 */
export const toHealthConnectRecords = (draft: WorkoutDraft): readonly NativeInsert[] => {
  const series: Readonly<Partial<Record<SeriesName, readonly Sample[]>>> = draft.detail?.series ?? {};
  const { active, total } = draft.energyKilocalories ?? {};
  return [
    sessionOf(draft),
    ...totalOf(draft, draft.distanceMetres ?? sumOf(series.distance), 1_000_000, (value) => ({
      recordType: 'Distance',
      distance: metres(value),
    })),
    ...totalOf(draft, active, 1_000_000, (value) => ({
      recordType: 'ActiveCaloriesBurned',
      energy: kilocalories(value),
    })),
    ...totalOf(draft, total, 1_000_000, (value) => ({
      recordType: 'TotalCaloriesBurned',
      energy: kilocalories(value),
    })),
    ...totalOf(draft, draft.elevationGainMetres, 1_000_000, (value) => ({
      recordType: 'ElevationGained',
      elevation: metres(value),
    })),
    ...totalOf(draft, Math.round(sumOf(series.steps)), 1_000_000, (value) => ({ recordType: 'Steps', count: value })),
    ...seriesOf(draft, series['heart-rate'], 'HeartRate', [1, 300], (time, value) => ({
      time,
      beatsPerMinute: Math.round(value),
    })),
    ...seriesOf(draft, series.speed, 'Speed', [0, 1_000_000], (time, value) => ({
      time,
      speed: { value, unit: 'metersPerSecond' },
    })),
    ...seriesOf(draft, series.power, 'Power', [0, 100_000], (time, value) => ({
      time,
      power: { value, unit: 'watts' },
    })),
    ...cadenceOf(draft, series.cadence),
  ];
};
