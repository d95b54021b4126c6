// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVITIES, type Activity, activityAffinity } from '../../../src/domain/activity';
import { fidelityOf } from '../../../src/domain/activity-fidelity';
import {
  fromHealthConnectActivity,
  fromHealthConnectPlatformActivity,
  toHealthConnectActivity,
} from '../../../src/platforms/health-connect/activity-map';
import {
  HEALTH_CONNECT_EXERCISE_TYPES,
  HEALTH_CONNECT_LEGACY_TYPES,
} from '../../../src/platforms/health-connect/exercise-types';
import vocabulary from '../../fixtures/activity-map.json' with { type: 'json' };
import android from '../../fixtures/hc-exercise-types.json' with { type: 'json' };

type ReadRow = { value: number; platformValue: number | null };

const reads = vocabulary.entries.flatMap(({ id, hc }) => (hc.import as ReadRow[]).map((row) => ({ id, ...row })));
const current = android.types.flatMap(({ name, value, platformValue }) =>
  platformValue === null ? [] : [{ name, value, platformValue }],
);
const legacy = android.types.filter(({ platformValue }) => platformValue === null);
const readAs = (value: number) => reads.find((read) => read.value === value)?.id;
const STRANGE_NUMBERS = [-1, 84, 45, 1.5, 3000, Number.NaN, Number.NEGATIVE_INFINITY];

describe('fromHealthConnectActivity', () => {
  it.each(reads)('reads $value as $id', ({ id, value }) => {
    expect(fromHealthConnectActivity({ type: value })).toStrictEqual({
      activity: id,
      raw: { platform: 'health-connect', type: value },
    });
  });

  it('has the 61 current and the 22 withdrawn types, and no other', () => {
    expect(current).toHaveLength(61);
    expect(legacy).toHaveLength(22);
    expect(Object.keys(HEALTH_CONNECT_EXERCISE_TYPES).sort()).toEqual(current.map(({ name }) => name).sort());
    expect(Object.keys(HEALTH_CONNECT_LEGACY_TYPES).sort()).toEqual(legacy.map(({ name }) => name).sort());
  });

  it.each(current)('has a row for $name: $value, on the platform $platformValue', ({ name, value, platformValue }) => {
    expect(HEALTH_CONNECT_EXERCISE_TYPES[name as keyof typeof HEALTH_CONNECT_EXERCISE_TYPES]).toEqual([
      value,
      platformValue,
      readAs(value),
    ]);
  });

  it.each(legacy)('reads the withdrawn $name, $value, as androidx replaces it: $legacyReplacedBy', (type) => {
    const { name, value, legacyReplacedBy } = type;
    const activity = readAs(value) as Activity;
    expect(HEALTH_CONNECT_LEGACY_TYPES[name as keyof typeof HEALTH_CONNECT_LEGACY_TYPES]).toEqual([value, activity]);
    expect(fromHealthConnectActivity({ type: value }).activity).toBe(activity);
    const replacement = current.find((other) => other.name === legacyReplacedBy)?.value as number;
    const expected = name === 'JUMP_ROPE' ? 'family' : 'same';
    expect(activityAffinity(activity, fromHealthConnectActivity({ type: replacement }).activity)).toBe(expected);
  });

  it.each(STRANGE_NUMBERS)('reads %d as other and keeps it', (type) => {
    expect(fromHealthConnectActivity({ type })).toStrictEqual({
      activity: 'other',
      raw: { platform: 'health-connect', type },
    });
  });

  it('knows every number or keeps it', () => {
    const known = new Set(android.types.map(({ value }) => value));
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: -5, max: 90 }), fc.integer(), fc.double()), (type) => {
        const { activity, raw } = fromHealthConnectActivity({ type });
        return Object.is(raw.type, type) && (known.has(type) || activity === 'other');
      }),
    );
  });
});

describe('fromHealthConnectPlatformActivity', () => {
  it.each(current)('reads $platformValue as the Jetpack number $value ($name)', ({ value, platformValue }) => {
    expect(fromHealthConnectPlatformActivity(platformValue)).toStrictEqual(fromHealthConnectActivity({ type: value }));
  });

  it('shares no number with Jetpack for the same type', () => {
    expect(current.filter(({ value, platformValue }) => value === platformValue)).toEqual([]);
  });

  it.each([android.platformUnknownValue, 62, 83, ...STRANGE_NUMBERS.filter((number) => number !== 45)])(
    'reads %d as other, with the Jetpack number of other, and keeps it',
    (platformType) => {
      expect(fromHealthConnectPlatformActivity(platformType)).toStrictEqual({
        activity: 'other',
        raw: { platform: 'health-connect', type: 0, platformType },
      });
    },
  );
});

describe('toHealthConnectActivity', () => {
  it.each(vocabulary.entries)('writes $id as $hc.export', ({ id, hc }) => {
    const { value, platformValue } = hc.export;
    expect(toHealthConnectActivity(id as Activity)).toEqual({ type: value, platformType: platformValue });
  });

  it.each(vocabulary.entries)('$id comes back as $roundTrip.hc, by either number', ({ id, roundTrip }) => {
    const activity = id as Activity;
    const { type, platformType } = toHealthConnectActivity(activity);
    const back = fromHealthConnectActivity({ type }).activity;
    expect(back).toBe(roundTrip.hc);
    expect(fromHealthConnectPlatformActivity(platformType).activity).toBe(roundTrip.hc);
    expect(fidelityOf(activity, 'health-connect')).toBe(back === activity ? 'exact' : 'lossy');
    expect(activityAffinity(activity, back)).not.toBe('incompatible');
  });

  it('never writes a withdrawn type', () => {
    const withdrawn = new Set(legacy.map(({ value }) => value));
    expect(ACTIVITIES.filter((activity) => withdrawn.has(toHealthConnectActivity(activity).type))).toEqual([]);
  });

  it.each(['kite-surfing', 'constructor', ''])('writes %j, an activity of a newer version, as other', (id) => {
    expect(toHealthConnectActivity(id as Activity)).toEqual({ type: 0, platformType: 58 });
  });
});
