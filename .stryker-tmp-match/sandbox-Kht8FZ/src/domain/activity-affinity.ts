// @ts-nocheck
import { ACTIVITY_ROWS, type Activity, type Family } from './activity-table';

/**
 * The family within which names of one and the same activity differ from app to app.
 *
 * **Laws** total: an activity that this version does not know is of the wildcard family `any`. Writing an activity to a
 * platform and reading it back never leads to an incompatible family.
 *
 * @example
 * ```ts
 * import { familyOf } from 'workout-sync';
 *
 * familyOf('treadmill-running'); // => 'run'
 * ```
 *
 * @see {@link activityAffinity} compares two activities, near families included.
 */
export const familyOf = (activity: Activity): Family => ACTIVITY_ROWS.get(activity)?.family ?? 'any';

/**
 * How well two activities go together.
 *
 * - `same`: the same id.
 * - `family`: two names of one activity (running, treadmill running).
 * - `near`: families that apps and devices are known to mix up (a walk and a hike).
 * - `wildcard`: at least one says nothing (`other`, or an id this version does not know): only time can decide.
 * - `incompatible`: never one activity, however well the times agree.
 */
export type ActivityAffinity = 'same' | 'family' | 'near' | 'wildcard' | 'incompatible';

/**
 * Near families, each pair written once. A pair earns its place by a source:
 * - the reference vocabulary's compatible groups: walk hike, walk wheelchair, run track, strength hiit, hiit
 *   mixed-cardio, snow ski, tai-chi yoga, tai-chi martial, boxing martial, stretch yoga, step stairs;
 * - a published mapper writes one as the other (`mapperDisagreements` of the same reference). Capgo: mind as yoga,
 *   mixed cardio as calisthenics, hand cycling as wheelchair, water fitness and water sports as swimming. Gadgetbridge:
 *   mixed cardio as dancing, kayak as rowing, the racket sports as tennis, rugby and Australian football as American
 *   football. cordova: flexibility as gymnastics, scuba diving as water sports;
 * - run walk: an importer calls a track without a type one or the other by its speed
 *   (https://github.com/jovandeginste/workout-tracker/issues/184), and Apple counts both in one distance type
 *   (`HKQuantityTypeIdentifierDistanceWalkingRunning`);
 * - snow snowboarding: as snow ski; Apple had only snow sports before iOS 10.
 *
 * Left out for want of a source: elliptical and stairs with walking, golf with walking. Left out because one member
 * would draw in its whole family: jump rope as gymnastics. Left out because a parent is not its leg: multisport as run.
 */
const NEAR: Readonly<Partial<Record<Family, string>>> = {
  walk: 'hike wheelchair run',
  run: 'track',
  cycle: 'wheelchair',
  strength: 'hiit mixed-cardio',
  'mixed-cardio': 'hiit dance',
  snow: 'ski snowboarding',
  yoga: 'tai-chi stretch mind',
  stretch: 'gymnastics',
  martial: 'tai-chi boxing',
  step: 'stairs',
  row: 'paddle-sports',
  tennis: 'squash racquetball pickleball',
  'american-football': 'rugby australian-football',
  'water-sports': 'swim diving',
  swim: 'water-fitness',
};

const readNear = (): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.entries(NEAR).map(([family, others]) => [family, others.split(' ')]));

const NEAR_FAMILIES = /* @__PURE__ */ readNear();

const isNear = (a: Family, b: Family): boolean => NEAR_FAMILIES.get(a)?.includes(b) ?? false;

/**
 * Compares two activities by id, family and near relatives.
 *
 * **Laws** symmetric; `same` exactly when the ids are equal; never throws: an activity that a newer version wrote and
 * this one does not know is a `wildcard`. A parent and its legs (`multisport` and `running`) are `incompatible`.
 *
 * **Cost** O(1), at most four map look-ups, no allocation.
 *
 * **Source** measured on real histories, names differ for the same activity in up to all overlapping pairs of two
 * services, so ids alone decide nothing; the near table above names its sources.
 *
 * @example
 * ```ts
 * import { activityAffinity } from 'workout-sync';
 *
 * activityAffinity('cycling', 'indoor-cycling'); // => 'family'
 * activityAffinity('walking', 'strength-training'); // => 'incompatible'
 * ```
 *
 * @see {@link canContain} for a multisport recording and its legs.
 */
export const activityAffinity = (a: Activity, b: Activity): ActivityAffinity => {
  if (a === b) return 'same';
  const familyA = familyOf(a);
  const familyB = familyOf(b);
  if (familyA === 'any' || familyB === 'any') return 'wildcard';
  if (familyA === familyB) return 'family';
  return isNear(familyA, familyB) || isNear(familyB, familyA) ? 'near' : 'incompatible';
};

/**
 * Whether a recording of the one activity can hold a recording of the other as its leg.
 *
 * **Laws** only `multisport` holds legs; nothing holds itself. `other` is no leg here: the affinity of `other` is
 * `wildcard` already.
 *
 * **Source** Apple's "Dividing a HealthKit workout into activities": the parts of a `swimBikeRun` workout are
 * swimming, cycling, running and the transitions between them; any other workout has parts of its own type only.
 *
 * @example
 * ```ts
 * import { canContain } from 'workout-sync';
 *
 * canContain('multisport', 'open-water-swimming'); // => true
 * ```
 *
 * @see {@link activityAffinity} for two recordings of the whole.
 */
export const canContain = (parent: Activity, leg: Activity): boolean => {
  if (parent !== 'multisport') return false;
  const family = familyOf(leg);
  return family === 'swim' || family === 'cycle' || family === 'run' || family === 'transition';
};
