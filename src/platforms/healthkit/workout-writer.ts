import type { DetailPart } from '../../ports/detail';
import type { CallOptions, WorkoutDraft, WorkoutWriter, Written, WrittenChild } from '../../ports/health-store';
import { storeError } from '../../ports/store-error';
import { type Ask, mayWrite } from './calls';
import {
  HEALTHKIT_ENERGY,
  HEALTHKIT_ROUTE,
  HEALTHKIT_WORKOUT,
  type HealthKitModule,
  type HealthKitType,
  type HealthKitWorkoutObject,
} from './healthkit-module';
import { ownRecords, typesIn, versionOf } from './own-records';
import { fromHealthKitWorkout } from './read-workout';
import { HEALTHKIT_SERIES_TYPES, healthKitTypesOf } from './series-types';
import { type HealthKitSampleToSave, toHealthKitRoutes, toHealthKitSamples } from './write-detail';
import { type HealthKitWorkoutToSave, type HealthKitWriting, toHealthKitWorkout } from './write-workout';

/** So many samples are on their way at once: each is a call of its own. */
const AT_ONCE = 20;

/** What stands beside a workout of an activity. */
const besides = ({ activity }: Pick<WorkoutDraft, 'activity'>): readonly HealthKitType[] => [
  HEALTHKIT_ROUTE,
  ...healthKitTypesOf(activity),
];

/**
 * Writes workouts, with their samples and routes.
 *
 * **Shape** the workout is saved without samples, since the client library gives each of them the workout's own sync identifier. Samples are
 * saved one by one, the route last. What of them fails is `missing`; what the user does not allow, and what HealthKit has no
 * type for, is not written, and not missing either.
 *
 * **Laws** what stands beside an older version is removed before a new version is written, and before the workout is. The answer's key is
 * looked up: the one that saving answers is that of an object HealthKit may have ignored.
 */
export const workoutWriter = <Native extends HealthKitWorkoutObject>(
  module: HealthKitModule<Native>,
  ask: Ask,
  ownSources: readonly string[],
  writing: HealthKitWriting,
): WorkoutWriter => {
  const own = ownRecords(module, ask, ownSources);

  const saveSamples = async (samples: readonly HealthKitSampleToSave[]): Promise<boolean> => {
    for (let index = 0; index < samples.length; index += AT_ONCE) {
      const saves = samples
        .slice(index, index + AT_ONCE)
        .map(({ type, unit, value, start, end, metadata }) =>
          ask(() => module.saveQuantitySample(type, unit, value, start, end, { ...metadata })).catch(() => undefined),
        );
      if ((await Promise.all(saves)).some((saved) => saved === undefined)) return false;
    }
    return true;
  };

  const saveRoutes = async (native: Native, draft: WorkoutDraft): Promise<boolean> => {
    for (const locations of toHealthKitRoutes(draft.detail?.routes ?? [], draft)) {
      if (!(await ask(() => native.saveWorkoutRoute(locations)).catch(() => false))) return false;
    }
    return true;
  };

  /** Writes what belongs beside a workout, and says what of it is there and what is missing. */
  const saveBesides = async (
    native: Native,
    draft: WorkoutDraft,
    wanted: (part: DetailPart) => boolean,
  ): Promise<Pick<Written, 'children' | 'missing'>> => {
    const samples = toHealthKitSamples(draft, writing).filter(({ type }) => wanted('series') && mayWrite(module, type));
    const hasRoute =
      wanted('route') &&
      mayWrite(module, HEALTHKIT_ROUTE) &&
      toHealthKitRoutes(draft.detail?.routes ?? [], draft).length > 0;
    const missing: DetailPart[] = [];
    if (!(await saveSamples(samples))) missing.push('series');
    if (hasRoute && !(await saveRoutes(native, draft))) missing.push('route');
    const key = draft.external.id;
    const types = [...new Set<string>(samples.map(({ type }) => type)), ...(hasRoute ? [HEALTHKIT_ROUTE] : [])];
    const children: WrittenChild[] = types.map((type) => ({ type, key }));
    return { ...(children.length > 0 && { children }), ...(missing.length > 0 && { missing }) };
  };

  const answer = (native: Native, draft: WorkoutDraft, rest: Pick<Written, 'children' | 'missing'>): Written => ({
    key: native.uuid,
    external: { id: draft.external.id, version: versionOf(native) || draft.external.version },
    ...rest,
  });

  /** HealthKit refuses totals of types that the user does not allow to be written: the workout goes without them. */
  const allowed = (draft: WorkoutDraft, { totals }: HealthKitWorkoutToSave): HealthKitWorkoutToSave['totals'] => {
    const { distance, energyBurned } = totals;
    const metres = healthKitTypesOf(draft.activity).find((type) => HEALTHKIT_SERIES_TYPES[type][0] === 'distance');
    return {
      ...(distance !== undefined && (metres === undefined || mayWrite(module, metres)) && { distance }),
      ...(energyBurned !== undefined && mayWrite(module, HEALTHKIT_ENERGY) && { energyBurned }),
    };
  };

  const complete = async (draft: WorkoutDraft, stored: Native | undefined): Promise<Written> => {
    if (stored === undefined) throw storeError('precondition', 'The workout to complete is not there.');
    const { external, only = [], previous } = draft;
    const again = besides(draft).filter((type) => only.includes(type === HEALTHKIT_ROUTE ? 'route' : 'series'));
    await own.removeChildren(external.id, stored, again);
    const { children = [], missing } = await saveBesides(stored, draft, (part) => only.includes(part));
    const known = new Set(previous?.children?.map(({ type }) => type));
    const added = children.filter(({ type }) => !known.has(type));
    return answer(stored, draft, { ...(added.length > 0 && { children: added }), ...(missing && { missing }) });
  };

  const save = async (draft: WorkoutDraft, options?: CallOptions): Promise<Written> => {
    const { external, previous } = draft;
    const workout = toHealthKitWorkout(draft, writing);
    const before = await own.find(external.id, previous?.key, options);
    const [stored] = before;
    if (draft.only !== undefined) return complete(draft, stored);
    if (!mayWrite(module, HEALTHKIT_WORKOUT)) throw storeError('permission', 'Writing workouts is not allowed.');
    if (stored !== undefined && versionOf(stored) >= external.version) {
      return answer(stored, draft, previous?.children ? { children: previous.children } : {});
    }
    const older = typesIn(previous?.children ?? []);
    for (const native of before) await own.removeChildren(external.id, native, [...besides(draft), ...older]);
    const { type, start, end, metadata } = workout;
    const saved = await ask(() =>
      module.saveWorkoutSample(type, [], start, end, allowed(draft, workout), { ...metadata }),
    );
    const [now = saved] = await own.find(external.id, undefined).catch((): readonly Native[] => []);
    // Another process may have been quicker with a newer version: what stands beside that one is not ours to write.
    return answer(now, draft, versionOf(now) > external.version ? {} : await saveBesides(now, draft, () => true));
  };

  const remove = async (
    { key, external, children = [] }: Written,
    options?: CallOptions,
  ): Promise<'removed' | 'absent'> => {
    const natives = await own.find(external.id, key, options);
    const named = typesIn(children);
    if (natives.length === 0) await own.removeChildren(external.id, undefined, named);
    let isRemoved = false;
    for (const native of natives) {
      await own.removeChildren(external.id, native, [...named, ...besides(fromHealthKitWorkout(native))]);
      isRemoved = (await own.removeWorkout(native)) || isRemoved;
    }
    return isRemoved ? 'removed' : 'absent';
  };

  return { replaces: 'greater', save, remove };
};
