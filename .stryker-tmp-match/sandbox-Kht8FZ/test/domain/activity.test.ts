// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  ACTIVITIES,
  type Activity,
  type ActivityAffinity,
  activityAffinity,
  CATEGORIES,
  type Category,
  canContain,
  categoryOf,
  type Family,
  familyOf,
  isActivity,
} from '../../src/domain/activity';
import { fidelityOf } from '../../src/domain/activity-fidelity';
import vocabulary from '../fixtures/activity-map.json' with { type: 'json' };

const newer = (id: string) => id as Activity;
const STRANGERS = ['kite-surfing', '', 'constructor', '__proto__', 'toString', 'Running', 'strength_training', ' '];

const activities = fc.constantFrom(...ACTIVITIES);
const anything = fc.oneof({ weight: 4, arbitrary: activities }, fc.constantFrom(...STRANGERS.map(newer)));

/** The families whose members are near, written out pair by pair as an independent list of what the table allows. */
const NEAR_PAIRS: readonly (readonly [Family, Family])[] = [
  ...(vocabulary.dedupCompatible as [Family, Family][]),
  ['run', 'walk'],
  ['snow', 'snowboarding'],
  ['mind', 'yoga'],
  ['mixed-cardio', 'strength'],
  ['cycle', 'wheelchair'],
  ['water-fitness', 'swim'],
  ['water-sports', 'swim'],
  ['mixed-cardio', 'dance'],
  ['paddle-sports', 'row'],
  ['squash', 'tennis'],
  ['racquetball', 'tennis'],
  ['pickleball', 'tennis'],
  ['rugby', 'american-football'],
  ['australian-football', 'american-football'],
  ['stretch', 'gymnastics'],
  ['diving', 'water-sports'],
];

/** The oracle: the same judgement from the fixture's families and the list of pairs, without the table in the source. */
const expectedAffinity = (a: string, b: string): ActivityAffinity => {
  const groupOf = (id: string) => vocabulary.entries.find((entry) => entry.id === id)?.dedupGroup ?? 'any';
  const groups = [groupOf(a), groupOf(b)];
  if (a === b) return 'same';
  if (groups.includes('any')) return 'wildcard';
  if (groups[0] === groups[1]) return 'family';
  return NEAR_PAIRS.some((pair) => pair.every((family) => groups.includes(family))) ? 'near' : 'incompatible';
};

describe('the vocabulary', () => {
  it('holds exactly the 97 activities of the reference, none twice', () => {
    expect(ACTIVITIES).toHaveLength(97);
    expect([...ACTIVITIES].sort()).toEqual(vocabulary.entries.map((entry) => entry.id).sort());
  });

  it.each(vocabulary.entries)('$id is in $category, family $dedupGroup', ({ id, category, dedupGroup }) => {
    expect(isActivity(id)).toBe(true);
    expect(categoryOf(id as Activity)).toBe(category);
    expect(familyOf(id as Activity)).toBe(dedupGroup);
  });

  it('has seven categories, in the order of display, each with an activity', () => {
    expect([...CATEGORIES].sort()).toEqual([...new Set(vocabulary.entries.map((entry) => entry.category))].sort());
    expect(CATEGORIES).toEqual([
      'cycling',
      'running',
      'strength-training',
      'walks-and-hikes',
      'swimming',
      'yoga-and-mobility',
      'other',
    ]);
  });

  it.each([...STRANGERS, undefined, null, 0, Number.NaN, {}, ['running']])('does not know %j', (value) => {
    expect(isActivity(value)).toBe(false);
  });

  it.each(STRANGERS.map(newer))('takes %j, an activity of a newer version, for other of any family', (stranger) => {
    expect(categoryOf(stranger)).toBe('other');
    expect(familyOf(stranger)).toBe('any');
  });

  it('has precise types', () => {
    expectTypeOf<'treadmill-running'>().toExtend<Activity>();
    expectTypeOf<'trail-running'>().not.toExtend<Activity>();
    expectTypeOf<'run'>().not.toExtend<Activity>();
    expectTypeOf<'run' | 'fencing' | 'any'>().toExtend<Family>();
    expectTypeOf<'running'>().not.toExtend<Family>();
    expectTypeOf<'other' | 'walks-and-hikes'>().toExtend<Category>();
    expectTypeOf<string>().not.toExtend<Activity>();
  });
});

describe('activityAffinity', () => {
  it.each<readonly [Activity, Activity, ActivityAffinity]>([
    ['running', 'running', 'same'],
    ['other', 'other', 'same'],
    ['cycling', 'indoor-cycling', 'family'],
    ['weightlifting', 'strength-training', 'family'],
    ['running', 'treadmill-running', 'family'],
    ['wheelchair-run', 'wheelchair-walk', 'family'],
    ['snowshoeing', 'snow-sports', 'family'],
    ['walking', 'hiking', 'near'],
    ['walking', 'treadmill-running', 'near'],
    ['running', 'hiking', 'incompatible'],
    ['hand-cycling', 'wheelchair-run', 'near'],
    ['tennis', 'pickleball', 'near'],
    ['squash', 'pickleball', 'incompatible'],
    ['other', 'running', 'wildcard'],
    ['other', 'multisport', 'wildcard'],
    ['walking', 'strength-training', 'incompatible'],
    ['walking', 'hiit', 'incompatible'],
    ['running', 'cycling', 'incompatible'],
    ['golf', 'walking', 'incompatible'],
    ['elliptical', 'stairs', 'incompatible'],
    ['multisport', 'running', 'incompatible'],
    ['multisport', 'swimming', 'incompatible'],
    ['multisport', 'cycling', 'incompatible'],
    ['multisport', 'transition', 'incompatible'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(activityAffinity(a, b)).toBe(expected);
    expect(activityAffinity(b, a)).toBe(expected);
  });

  it.each(NEAR_PAIRS)('the families %s and %s are near', (one, two) => {
    const of = (family: Family) => ACTIVITIES.filter((activity) => familyOf(activity) === family);
    expect(of(one).length * of(two).length).toBeGreaterThan(0);
    for (const a of of(one)) for (const b of of(two)) expect(activityAffinity(a, b)).toBe('near');
  });

  it('agrees with the reference on every pair, and is symmetric', () => {
    const ids = [...ACTIVITIES, ...STRANGERS.map(newer)];
    for (const a of ids) {
      for (const b of ids) {
        expect([a, b, activityAffinity(a, b)]).toEqual([a, b, expectedAffinity(a, b)]);
        expect(activityAffinity(b, a)).toBe(activityAffinity(a, b));
      }
    }
  });

  it('is same exactly when the ids are equal', () => {
    fc.assert(fc.property(anything, anything, (a, b) => (activityAffinity(a, b) === 'same') === (a === b)));
  });

  it('is a wildcard, and never throws, for an activity of a newer version', () => {
    fc.assert(
      fc.property(fc.string(), activities, (id, known) => {
        fc.pre(!isActivity(id));
        return activityAffinity(newer(id), known) === 'wildcard';
      }),
    );
  });
});

describe('canContain', () => {
  it('lets multisport hold swims, rides, runs and transitions, and nothing else hold anything', () => {
    const legs = new Set(['swim', 'cycle', 'run', 'transition']);
    for (const parent of ACTIVITIES) {
      for (const leg of ACTIVITIES) {
        expect([parent, leg, canContain(parent, leg)]).toEqual([
          parent,
          leg,
          parent === 'multisport' && legs.has(familyOf(leg)),
        ]);
      }
    }
  });

  it.each<readonly [Activity, boolean]>([
    ['open-water-swimming', true],
    ['indoor-cycling', true],
    ['running', true],
    ['transition', true],
    ['walking', false],
    ['other', false],
    ['multisport', false],
    [newer('kite-surfing'), false],
  ])('multisport, %s: %s', (leg, expected) => {
    expect(canContain('multisport', leg)).toBe(expected);
  });

  it('never holds for two activities that have an affinity', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => !canContain(a, b) || activityAffinity(a, b) === 'incompatible'),
    );
  });
});

describe('fidelityOf', () => {
  it.each(vocabulary.entries)('$id agrees with its round trips', ({ id, roundTrip }) => {
    expect(fidelityOf(id as Activity, 'apple-health')).toBe(roundTrip.hk === id ? 'exact' : 'lossy');
    expect(fidelityOf(id as Activity, 'health-connect')).toBe(roundTrip.hc === id ? 'exact' : 'lossy');
  });

  it('is lossy in exactly the 46 cases that the reference lists', () => {
    const lossy = (['apple-health', 'health-connect'] as const).flatMap((platform) =>
      ACTIVITIES.filter((id) => fidelityOf(id, platform) === 'lossy').map((id) => `${platform} ${id}`),
    );
    expect(lossy.sort()).toEqual(vocabulary.lossyRoundTrips.map(({ platform, id }) => `${platform} ${id}`).sort());
    expect(lossy).toHaveLength(46);
  });

  it.each(STRANGERS.map(newer))('calls %j, an activity of a newer version, lossy', (stranger) => {
    expect(fidelityOf(stranger, 'apple-health')).toBe('lossy');
    expect(fidelityOf(stranger, 'health-connect')).toBe('lossy');
  });
});
