import { describe, expect, it } from 'vitest';
import { healthConnectPermissionsToAsk } from '../../../src/platforms/health-connect/permissions-to-ask';
import type { AccessNeeds } from '../../../src/ports/access';

const NOTHING: AccessNeeds = { read: false, write: false, routes: false, history: false, background: false };

const TOTALS = ['Distance', 'ActiveCaloriesBurned', 'TotalCaloriesBurned', 'ElevationGained'];
const SERIES = ['HeartRate', 'Speed', 'StepsCadence', 'CyclingPedalingCadence', 'Power', 'Steps'];

const read = (...types: readonly string[]): readonly string[] => types.map((type) => `read ${type}`);
const write = (...types: readonly string[]): readonly string[] => types.map((type) => `write ${type}`);

const TABLE: readonly (readonly [string, Partial<AccessNeeds>, readonly string[]])[] = [
  ['nothing', {}, []],
  ['sessions alone', { read: true, reads: [] }, read('ExerciseSession')],
  ['totals', { read: true, reads: ['totals'] }, read('ExerciseSession', ...TOTALS)],
  [
    'distances, which are totals and samples in one',
    { read: true, reads: ['distance'] },
    read('ExerciseSession', 'Distance'),
  ],
  [
    'cadence of feet and of pedals',
    { read: true, reads: ['cadence'] },
    read('ExerciseSession', 'StepsCadence', 'CyclingPedalingCadence'),
  ],
  [
    'power, speed and steps',
    { read: true, reads: ['power', 'speed', 'steps'] },
    read('ExerciseSession', 'Power', 'Speed', 'Steps'),
  ],
  ['everything', { read: true }, read('ExerciseSession', ...TOTALS, ...SERIES)],
  [
    'everything, with routes, which nobody can ask for',
    { read: true, routes: true },
    read('ExerciseSession', ...TOTALS, ...SERIES),
  ],
  ['headers to write', { write: true, writes: 'header' }, write('ExerciseSession', ...TOTALS)],
  ['sessions to write', { write: true }, write('ExerciseSession', ...TOTALS, ...SERIES, 'ExerciseRoute')],
  ['what is not written', { writes: 'detail' }, []],
  ['older workouts', { history: true }, read('ReadHealthDataHistory')],
  ['reading in the background', { background: true }, read('BackgroundAccessPermission')],
];

describe('healthConnectPermissionsToAsk', () => {
  it.each(TABLE)('asks for %s', (_, needs, expected) => {
    const asked = healthConnectPermissionsToAsk({ ...NOTHING, ...needs });
    expect(asked.map(({ accessType, recordType }) => `${accessType} ${recordType}`)).toEqual(expected);
  });
});
