import { describe, expect, it } from 'vitest';
import { ACTIVITIES } from '../../../src/domain/activity';
import { HEALTHKIT_SERIES_TYPES, healthKitTypesOf } from '../../../src/platforms/healthkit/series-types';
import { healthKitTypesToAsk } from '../../../src/platforms/healthkit/types-to-ask';
import type { AccessNeeds } from '../../../src/ports/access';

const needs = (rest: Partial<AccessNeeds>): AccessNeeds => ({
  read: true,
  write: false,
  routes: false,
  history: false,
  background: false,
  ...rest,
});

describe('what the user is asked for', () => {
  it('names only what the activities can have', () => {
    const { toRead, toShare } = healthKitTypesToAsk(needs({ activities: ['running', 'treadmill-running'] }));
    expect(toRead).not.toContain('HKQuantityTypeIdentifierDistanceCycling');
    expect(toRead).toContain('HKQuantityTypeIdentifierDistanceWalkingRunning');
    expect(toRead).not.toContain('HKWorkoutRouteTypeIdentifier');
    expect(toShare).toEqual([]);
  });

  it('names routes where they are needed, both ways', () => {
    const { toRead, toShare } = healthKitTypesToAsk(needs({ write: true, routes: true }));
    expect([toRead, toShare].every((types) => types.includes('HKWorkoutRouteTypeIdentifier'))).toBe(true);
  });

  it('names nothing to read where nothing is read, and no series to write that is not written', () => {
    const { toRead, toShare } = healthKitTypesToAsk(needs({ read: false, write: true, writes: 'header' }), {
      series: [],
    });
    expect(toRead).toEqual([]);
    expect(toShare).toEqual(['HKWorkoutTypeIdentifier', 'HKQuantityTypeIdentifierActiveEnergyBurned']);
  });
});

describe('what is read and written beside workouts', () => {
  const types = (request: readonly string[]): readonly string[] =>
    request.map((type) => type.replace(/^HK(QuantityTypeIdentifier)?/, ''));

  it.each<[string, Partial<AccessNeeds>, readonly string[]]>([
    ['nothing', { reads: [] }, ['WorkoutTypeIdentifier']],
    ['totals', { reads: ['totals'] }, ['WorkoutTypeIdentifier', 'ActiveEnergyBurned']],
    ['heart rate', { reads: ['heart-rate'] }, ['WorkoutTypeIdentifier', 'HeartRate']],
    [
      'routes and power',
      { reads: ['power'], routes: true },
      ['WorkoutTypeIdentifier', 'WorkoutRouteTypeIdentifier', 'RunningPower'],
    ],
  ])('reads %s and no more', (_, rest, expected) => {
    const { toRead } = healthKitTypesToAsk(needs({ activities: ['running', 'yoga'], ...rest }));
    expect(types(toRead)).toEqual(expected);
  });

  it('writes routes of the app’s own whether or not those of others are read', () => {
    const { toRead, toShare } = healthKitTypesToAsk(needs({ write: true, routes: false }));
    expect(types(toRead)).not.toContain('WorkoutRouteTypeIdentifier');
    expect(types(toShare)).toContain('WorkoutRouteTypeIdentifier');
  });

  it('writes totals alone where sessions have no samples: distances, and energy', () => {
    const { toShare } = healthKitTypesToAsk(needs({ write: true, writes: 'header' }));
    const kinds = types(toShare).map((type) => type.replace(/^Distance.*/, 'Distance'));
    expect(new Set(kinds)).toEqual(new Set(['WorkoutTypeIdentifier', 'ActiveEnergyBurned', 'Distance']));
  });
});

describe('the types of an activity', () => {
  it('are types that there are, heart rate among them, each once', () => {
    for (const activity of ACTIVITIES) {
      const types = healthKitTypesOf(activity);
      expect(types.every((type) => type in HEALTHKIT_SERIES_TYPES)).toBe(true);
      expect(types).toContain('HKQuantityTypeIdentifierHeartRate');
      expect(new Set(types).size).toBe(types.length);
    }
  });

  it('measure each series once, but for a multi-sport workout, whose legs measure differently', () => {
    for (const activity of ACTIVITIES) {
      const names = healthKitTypesOf(activity).map((type) => HEALTHKIT_SERIES_TYPES[type][0]);
      expect(new Set(names).size === names.length || activity === 'multisport').toBe(true);
    }
  });

  it('all belong to some activity', () => {
    const used = new Set(ACTIVITIES.flatMap(healthKitTypesOf));
    expect(Object.keys(HEALTHKIT_SERIES_TYPES).filter((type) => !used.has(type as never))).toEqual([]);
  });
});
