// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVITIES, type Activity, activityAffinity } from '../../../src/domain/activity';
import { fidelityOf } from '../../../src/domain/activity-fidelity';
import {
  fromHealthKitActivity,
  type HealthKitActivityInput,
  toHealthKitActivity,
} from '../../../src/platforms/healthkit/activity-map';
import { HEALTHKIT_ACTIVITY_TYPES } from '../../../src/platforms/healthkit/activity-types';
import vocabulary from '../../fixtures/activity-map.json' with { type: 'json' };
import apple from '../../fixtures/hk-activity-types.json' with { type: 'json' };

type Metadata = { HKIndoorWorkout?: boolean; HKSwimmingLocationType?: number };
type ReadRow = { rawValue: number; if?: Pick<HealthKitActivityInput, 'indoor' | 'swimLocation'> };

const reads = vocabulary.entries.flatMap(({ id, hk }) => (hk.import as ReadRow[]).map((row) => ({ id, ...row })));
const UNUSABLE = ['rest', 'group'];
const DEPRECATED = ['dance', 'danceInspiredTraining', 'mixedMetabolicCardioTraining'];

const reread = (activity: Activity) => {
  const { type, metadata } = toHealthKitActivity(activity);
  const { HKIndoorWorkout, HKSwimmingLocationType } = metadata as Metadata;
  return fromHealthKitActivity({
    type,
    indoor: HKIndoorWorkout,
    swimLocation:
      HKSwimmingLocationType === undefined ? undefined : HKSwimmingLocationType === 1 ? 'pool' : 'open-water',
  }).activity;
};

describe('fromHealthKitActivity', () => {
  it.each(reads)('reads $rawValue with $if as $id', ({ id, rawValue, if: metadata }) => {
    expect(fromHealthKitActivity({ type: rawValue, ...metadata })).toEqual({
      activity: id,
      raw: { platform: 'apple-health', type: rawValue, ...metadata },
    });
  });

  it.each(apple.types)('has a row for $name, $rawValue', ({ name, rawValue }) => {
    const row = HEALTHKIT_ACTIVITY_TYPES[name as keyof typeof HEALTHKIT_ACTIVITY_TYPES];
    const mapped = reads.find((read) => read.rawValue === rawValue && read.if === undefined);
    expect(row).toEqual([rawValue, UNUSABLE.includes(name) ? 'other' : mapped?.id]);
    expect(fromHealthKitActivity({ type: rawValue }).activity).toBe(row[1]);
  });

  it('has no row that Apple has not', () => {
    expect(Object.keys(HEALTHKIT_ACTIVITY_TYPES).sort()).toEqual(apple.types.map((type) => type.name).sort());
  });

  it.each(apple.types)('heeds the metadata of $name only where they tell variants apart', ({ rawValue }) => {
    const variants = reads.filter((read) => read.rawValue === rawValue && read.if !== undefined);
    const plain = fromHealthKitActivity({ type: rawValue }).activity;
    const variant = (key: 'indoor' | 'swimLocation', value: unknown) =>
      variants.find((read) => read.if?.[key] === value)?.id ?? plain;
    expect(fromHealthKitActivity({ type: rawValue, indoor: false }).activity).toBe(plain);
    expect(fromHealthKitActivity({ type: rawValue, indoor: true }).activity).toBe(variant('indoor', true));
    for (const swimLocation of ['pool', 'open-water'] as const) {
      expect(fromHealthKitActivity({ type: rawValue, swimLocation }).activity).toBe(
        variant('swimLocation', swimLocation),
      );
    }
  });

  it('keeps what is said and adds nothing: absent indoor is unknown, false is outdoor', () => {
    expect(fromHealthKitActivity({ type: 37 }).raw).toStrictEqual({ platform: 'apple-health', type: 37 });
    expect(fromHealthKitActivity({ type: 37, indoor: undefined, swimLocation: undefined }).raw).toStrictEqual({
      platform: 'apple-health',
      type: 37,
    });
    expect(fromHealthKitActivity({ type: 37, indoor: false }).raw).toStrictEqual({
      platform: 'apple-health',
      type: 37,
      indoor: false,
    });
    expect(fromHealthKitActivity({ type: 46, indoor: true, swimLocation: 'pool' })).toStrictEqual({
      activity: 'pool-swimming',
      raw: { platform: 'apple-health', type: 46, indoor: true, swimLocation: 'pool' },
    });
  });

  it.each([81, 85, 0, -1, 2997, 3001, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'reads %d as other and keeps it',
    (type) => {
      expect(fromHealthKitActivity({ type })).toEqual({ activity: 'other', raw: { platform: 'apple-health', type } });
    },
  );

  it('knows every number or keeps it', () => {
    const known = new Set(apple.types.map((type) => type.rawValue));
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: -5, max: 90 }), fc.integer(), fc.double()),
        fc.boolean(),
        (type, indoor) => {
          const { activity, raw } = fromHealthKitActivity({ type, indoor });
          return Object.is(raw.type, type) && (known.has(type) || activity === 'other');
        },
      ),
    );
  });
});

describe('toHealthKitActivity', () => {
  it.each(vocabulary.entries)('writes $id as $hk.export', ({ id, hk }) => {
    const { rawValue, metadata } = hk.export as { rawValue: number; metadata?: Metadata };
    expect(toHealthKitActivity(id as Activity)).toEqual({ type: rawValue, metadata: metadata ?? {} });
  });

  it.each(vocabulary.entries)('$id comes back as $roundTrip.hk', ({ id, roundTrip }) => {
    const activity = id as Activity;
    expect(reread(activity)).toBe(roundTrip.hk);
    expect(fidelityOf(activity, 'apple-health')).toBe(reread(activity) === activity ? 'exact' : 'lossy');
    expect(activityAffinity(activity, reread(activity))).not.toBe('incompatible');
  });

  it('never writes a deprecated or unusable type', () => {
    const never = [...UNUSABLE, ...DEPRECATED].map((name) => apple.types.find((type) => type.name === name)?.rawValue);
    expect(ACTIVITIES.filter((activity) => never.includes(toHealthKitActivity(activity).type))).toEqual([]);
  });

  it.each(['kite-surfing', 'constructor', ''])('writes %j, an activity of a newer version, as other', (id) => {
    expect(toHealthKitActivity(id as Activity)).toEqual({ type: 3000, metadata: {} });
  });
});
