import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { ACTIVITIES } from '../../../src/domain/activity';
import { fromHealthKitActivity, toHealthKitActivity } from '../../../src/platforms/healthkit/activity-map';
import { fromHealthKitWorkout } from '../../../src/platforms/healthkit/read-workout';
import { offsetOf, zoneName } from '../../../src/platforms/healthkit/time-zone';
import { type HealthKitWriting, toHealthKitWorkout } from '../../../src/platforms/healthkit/write-workout';
import type { WorkoutDraft } from '../../../src/ports/health-store';
import { toStoreError } from '../../../src/ports/store-error';

const START = Date.UTC(2026, 10, 8, 9);

const draft = (rest: Partial<WorkoutDraft> = {}): WorkoutDraft => ({
  activity: 'running',
  start: START,
  end: START + 3_600_000,
  external: { id: 'ws1-1', version: 2 },
  ...rest,
});

const TABLE: readonly (readonly [
  what: string,
  given: Partial<WorkoutDraft>,
  metadata: object,
  how: HealthKitWriting,
])[] = [
  ['nothing but the ids', {}, {}, {}],
  ['a treadmill', { activity: 'treadmill-running' }, { HKIndoorWorkout: true }, {}],
  ['a pool', { activity: 'pool-swimming' }, { HKSwimmingLocationType: 1 }, {}],
  ['the zone, as an offset', { offsetSeconds: 7200 }, { HKTimeZone: 'GMT+0200' }, {}],
  ['the zone of Greenwich', { offsetSeconds: 0 }, { HKTimeZone: 'GMT' }, {}],
  [
    'a zone with a name',
    { offsetSeconds: 3600 },
    { HKTimeZone: 'Europe/Rome' },
    { timeZones: { nameOf: () => 'Europe/Rome' } },
  ],
  ['what was typed in', { method: 'manual' }, { HKWasUserEntered: true }, {}],
  ['what was recorded, without a word', { method: 'recorded' }, {}, {}],
  ['no title, which every app could read', { title: 'With Bob' }, {}, {}],
  [
    'a title that the host lets out',
    { title: 'With Bob' },
    { HKWorkoutBrandName: 'With Bob' },
    { titles: 'brand-name' },
  ],
];

describe('a draft for HealthKit', () => {
  test.each(TABLE)('%s', (_, given, metadata, how) => {
    expect(toHealthKitWorkout(draft(given), how).metadata).toEqual({
      HKMetadataKeySyncIdentifier: 'ws1-1',
      HKMetadataKeySyncVersion: 2,
      ...metadata,
    });
  });

  it('0 totals are left out, since the client library takes them as not given', () => {
    const zero = draft({ distanceMetres: 0, energyKilocalories: { active: 0 } });
    expect(toHealthKitWorkout(zero).totals).toEqual({});
    const some = draft({ distanceMetres: 5000, energyKilocalories: { active: 300, total: 400 } });
    expect(toHealthKitWorkout(some).totals).toEqual({ distance: 5000, energyBurned: 300 });
  });

  test.each([
    ['P24 ends as it starts', { end: START }],
    ['P24 ends before it starts', { end: START - 1 }],
    ['P17 has the version 0', { external: { id: 'a', version: 0 } }],
    ['P17 has half a version', { external: { id: 'a', version: 1.5 } }],
  ])('a draft that %s is invalid', (_, given) => {
    let kind: string | undefined;
    try {
      toHealthKitWorkout(draft(given));
    } catch (thrown) {
      kind = toStoreError(thrown).kind;
    }
    expect(kind).toBe('invalid');
  });

  it('a draft comes back as it was, as far as HealthKit keeps it', () => {
    const total = fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined });
    const drafts = fc.record({
      activity: fc.constantFrom(...ACTIVITIES),
      version: fc.integer({ min: 1, max: 1000 }),
      offsetSeconds: fc.option(
        fc.integer({ min: -56, max: 56 }).map((quarters) => quarters * 900),
        { nil: undefined },
      ),
      distance: total,
      energy: total,
      manual: fc.boolean(),
    });
    fc.assert(
      fc.property(drafts, ({ activity, version, offsetSeconds, distance, energy, manual }) => {
        const given = draft({
          activity,
          external: { id: 'ws1-1', version },
          ...(offsetSeconds !== undefined && { offsetSeconds }),
          ...(distance !== undefined && { distanceMetres: distance }),
          ...(energy !== undefined && { energyKilocalories: { active: energy } }),
          ...(manual && { method: 'manual' as const }),
        });
        const { type, start, end, totals, metadata } = toHealthKitWorkout(given);
        const { kind, platform, key, raw, sourceId, ...read } = fromHealthKitWorkout({
          uuid: 'u',
          workoutActivityType: type,
          startDate: start,
          endDate: end,
          ...(totals.distance !== undefined && { totalDistance: { quantity: totals.distance, unit: 'meters' } }),
          ...(totals.energyBurned !== undefined && {
            totalEnergyBurned: { quantity: totals.energyBurned, unit: 'kcal' },
          }),
          metadata,
        });
        const written = toHealthKitActivity(activity);
        const { HKIndoorWorkout: indoor, HKSwimmingLocationType: swim } = written.metadata;
        const swimLocation = swim === 1 ? 'pool' : swim === 2 ? 'open-water' : undefined;
        expect(read).toEqual({
          ...given,
          activity: fromHealthKitActivity({ type: written.type, indoor, swimLocation }).activity,
        });
      }),
    );
  });
});

describe('the offset of a zone', () => {
  test.each([
    ['GMT', 0],
    ['UTC', 0],
    ['GMT+0200', 7200],
    ['GMT+02:00', 7200],
    ['GMT+5', 18_000],
    ['UTC-0330', -12_600],
    ['Europe/Berlin', undefined],
    ['CET', undefined],
    ['', undefined],
  ])('%j is %j', (name, offset) => {
    expect(offsetOf(name, START)).toBe(offset);
  });

  it('comes back from the name that it is written as', () => {
    fc.assert(
      fc.property(fc.integer({ min: -14 * 60, max: 14 * 60 }), (minutes) => {
        expect(offsetOf(zoneName(minutes * 60, START), START)).toBe(minutes * 60);
      }),
    );
  });
});
