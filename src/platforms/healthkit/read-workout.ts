import { isExternalId } from '../../domain/external-id';
import type { Instant } from '../../domain/interval';
import type { Device, Source } from '../../domain/source';
import type { External, Workout } from '../../domain/workout';
import { fromHealthKitActivity } from './activity-map';
import { HEALTHKIT_METADATA as KEY, type MetadataReader, readMetadata } from './metadata';
import type { HealthKitWorkout } from './native-sample';
import { measured, toKilocalories, toMetres, toSeconds } from './quantities';
import { offsetOf, type TimeZones } from './time-zone';

/** How HealthKit's records are read. */
export interface HealthKitReading {
  /**
   * What the names of time zones mean.
   *
   * @defaultValue names that are offsets (`GMT+0200`) are understood, others leave the offset unknown
   */
  readonly timeZones?: TimeZones;
}

const SWIM_LOCATIONS = { 1: 'pool', 2: 'open-water' } as const;

const swimLocationOf = (value: number | undefined) => (value === 1 || value === 2 ? SWIM_LOCATIONS[value] : undefined);

const DEVICE_TYPES: readonly (readonly [prefix: string, type: NonNullable<Device['type']>])[] = [
  ['Watch', 'watch'],
  ['iPhone', 'phone'],
];

/** `Watch7,11` says more than `Watch`, and so it goes first. */
const deviceOf = ({ device, sourceRevision }: HealthKitWorkout): Device | undefined => {
  const product = device?.hardwareVersion ?? sourceRevision?.productType;
  const model = product ?? device?.model;
  const type = DEVICE_TYPES.find(([prefix]) => model?.startsWith(prefix))?.[1];
  if (model === undefined && device?.manufacturer === undefined) return undefined;
  return {
    ...(type && { type }),
    ...(device?.manufacturer !== undefined && { manufacturer: device.manufacturer }),
    ...(model !== undefined && { model }),
  };
};

const sourceOf = (native: HealthKitWorkout): Source | undefined => {
  const { source } = native.sourceRevision ?? {};
  if (source === undefined || source.bundleIdentifier === '') return undefined;
  const device = deviceOf(native);
  return {
    app: source.bundleIdentifier,
    ...(source.name !== '' && { appName: source.name }),
    ...(device && { device }),
  };
};

/** The id that a record carries, whoever gave it. Without a version HealthKit takes no notice of it, and neither do we. */
const externalOf = (metadata: MetadataReader): External | undefined => {
  const id = metadata.text(KEY.syncIdentifier);
  const version = metadata.number(KEY.syncVersion);
  return id === undefined || version === undefined ? undefined : { id, version };
};

/** The id under which another app knows the record. Ours is `external`. */
const sourceIdOf = (metadata: MetadataReader): string | undefined => {
  const id = metadata.text(KEY.syncIdentifier) ?? metadata.text(KEY.externalUuid);
  return id === undefined || isExternalId(id) ? undefined : id;
};

/** A duration that is longer than the workout lasted is no measurement. A second more is rounding. */
const activeSecondsOf = ({ duration }: HealthKitWorkout, start: Instant, end: Instant): number | undefined => {
  const seconds = measured(toSeconds(duration));
  return seconds !== undefined && seconds <= (end - start) / 1000 + 1 ? seconds : undefined;
};

/**
 * Reads a workout as HealthKit shows it.
 *
 * **Shape** an activity that this version does not know is `other`, and `raw` keeps its number where the client library lets it
 * through (@kingstinct/react-native-healthkit gives 3000 instead). A total of zero is absent: that is what HealthKit's
 * writers leave where nothing was measured. HealthKit has no titles; what a class or a brand calls itself is the title.
 *
 * **Units** whatever the quantities come in, metres, seconds and kilocalories go out.
 *
 * **Laws** total: metadata of another type than Apple documents is absent. Reading what {@link toHealthKitWorkout} gives is
 * the draft again, as far as HealthKit keeps it.
 *
 * @example
 * ```ts
 * import { fromHealthKitWorkout } from 'workout-sync/healthkit';
 *
 * const workout = fromHealthKitWorkout({
 *   uuid: '6A0C0B57-6E44-4E5A-9A7F-2D0C7C9B8E11',
 *   workoutActivityType: 37,
 *   startDate: new Date(1_762_592_400_000),
 *   endDate: new Date(1_762_597_800_000),
 *   totalDistance: { quantity: 17.02, unit: 'km' },
 *   metadata: { HKIndoorWorkout: true },
 * });
 * workout.activity; // => 'treadmill-running'
 * workout.distanceMetres; // => 17020
 * ```
 */
export const fromHealthKitWorkout = (native: HealthKitWorkout, { timeZones }: HealthKitReading = {}): Workout => {
  const metadata = readMetadata(native.metadata);
  const [start, end] = [native.startDate.getTime(), native.endDate.getTime()];
  const source = sourceOf(native);
  const external = externalOf(metadata);
  const sourceId = sourceIdOf(metadata);
  const title = metadata.text(KEY.brandName);
  const zone = metadata.text(KEY.timeZone);
  const offsetSeconds = zone === undefined ? undefined : offsetOf(zone, start, timeZones);
  const distanceMetres = measured(toMetres(native.totalDistance));
  const active = measured(toKilocalories(native.totalEnergyBurned));
  const elevationGainMetres = measured(metadata.metres(KEY.elevationAscended));
  const activeSeconds = activeSecondsOf(native, start, end);
  return {
    kind: 'workout',
    platform: 'apple-health',
    key: native.uuid,
    ...fromHealthKitActivity({
      type: native.workoutActivityType,
      indoor: metadata.flag(KEY.indoor),
      swimLocation: swimLocationOf(metadata.number(KEY.swimLocation)),
    }),
    start,
    end,
    ...(source && { source }),
    ...(sourceId !== undefined && { sourceId }),
    ...(external && { external }),
    ...(title !== undefined && { title }),
    ...(offsetSeconds !== undefined && { offsetSeconds }),
    ...(distanceMetres !== undefined && { distanceMetres }),
    ...(active !== undefined && { energyKilocalories: { active } }),
    ...(elevationGainMetres !== undefined && { elevationGainMetres }),
    ...(activeSeconds !== undefined && { activeSeconds }),
    ...(metadata.flag(KEY.userEntered) === true && { method: 'manual' as const }),
  };
};
