import type { AccessNeeds, ReadBeside } from '../../ports/access';
import type { AskedPermission } from './module';
import type { MetricType, NativeRecordType } from './records';

const TOTALS: readonly MetricType[] = ['Distance', 'ActiveCaloriesBurned', 'TotalCaloriesBurned', 'ElevationGained'];

/** The records that hold what is read and written beside a session. */
const RECORDS: Readonly<Record<ReadBeside, readonly MetricType[]>> = {
  totals: TOTALS,
  'heart-rate': ['HeartRate'],
  distance: ['Distance'],
  speed: ['Speed'],
  cadence: ['StepsCadence', 'CyclingPedalingCadence'],
  power: ['Power'],
  steps: ['Steps'],
};

const EVERYTHING = Object.keys(RECORDS) as readonly ReadBeside[];

/** What may be read beside workouts, of what has been granted. */
export const readsAmong = (mayRead: (recordType: NativeRecordType) => boolean): readonly ReadBeside[] =>
  EVERYTHING.filter((name) => RECORDS[name].every(mayRead));

const recordsOf = (beside: readonly ReadBeside[]): readonly NativeRecordType[] => [
  ...new Set<NativeRecordType>(['ExerciseSession', ...beside.flatMap((name) => RECORDS[name])]),
];

/**
 * The permissions to ask the user for, as `requestPermission` takes them.
 *
 * **Shape** what lies beside a session is records of their own, with permissions of their own. Reading the routes of other
 * apps cannot be asked for: the manifest declares it, and the user is asked route by route.
 *
 * @example
 * ```ts
 * import { healthConnectPermissionsToAsk } from 'workout-sync/health-connect';
 *
 * const needs = { read: true, write: false, routes: false, history: true, background: false, reads: ['heart-rate'] } as const;
 * healthConnectPermissionsToAsk(needs).map(({ recordType }) => recordType);
 * // => ['ExerciseSession', 'HeartRate', 'ReadHealthDataHistory']
 * ```
 */
export const healthConnectPermissionsToAsk = (needs: AccessNeeds): readonly AskedPermission[] => {
  const { read, write, history, background, reads = EVERYTHING, writes = 'detail' } = needs;
  const ask = (accessType: 'read' | 'write', beside: readonly ReadBeside[]): readonly AskedPermission[] =>
    recordsOf(beside).map((recordType) => ({ accessType, recordType }));
  return [
    ...(read ? ask('read', reads) : []),
    ...(write ? ask('write', writes === 'detail' ? EVERYTHING : ['totals']) : []),
    ...(write && writes === 'detail' ? [{ accessType: 'write', recordType: 'ExerciseRoute' } as const] : []),
    ...(history ? [{ accessType: 'read', recordType: 'ReadHealthDataHistory' } as const] : []),
    ...(background ? [{ accessType: 'read', recordType: 'BackgroundAccessPermission' } as const] : []),
  ];
};
