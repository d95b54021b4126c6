import { toMetres } from './quantities';

/**
 * The keys of metadata that this library reads and writes, as the raw strings that JavaScript sees.
 *
 * **Source** Apple's `HKMetadata.h`. Most raw strings drop the `MetadataKey` of the constant's name; the two of the sync identifier
 * keep it, though the typed metadata of @kingstinct/react-native-healthkit calls them `HKSyncIdentifier` and `HKSyncVersion`. Under those
 * names HealthKit never replaces anything.
 */
export const HEALTHKIT_METADATA = {
  syncIdentifier: 'HKMetadataKeySyncIdentifier',
  syncVersion: 'HKMetadataKeySyncVersion',
  externalUuid: 'HKExternalUUID',
  indoor: 'HKIndoorWorkout',
  swimLocation: 'HKSwimmingLocationType',
  timeZone: 'HKTimeZone',
  userEntered: 'HKWasUserEntered',
  brandName: 'HKWorkoutBrandName',
  elevationAscended: 'HKElevationAscended',
  /** Ours: the external id of the workout that a sample was written beside. */
  writtenBeside: 'WorkoutSyncWorkout',
} as const;

/** Metadata as it came, of which nothing is sure. */
export interface MetadataReader {
  readonly text: (key: string) => string | undefined;
  readonly number: (key: string) => number | undefined;
  /** Absent is unknown. `1` and `"1"` are what other native modules and the export file give. */
  readonly flag: (key: string) => boolean | undefined;
  readonly metres: (key: string) => number | undefined;
}

const YES: ReadonlySet<unknown> = new Set([true, 1, '1', 'true']);
const NO: ReadonlySet<unknown> = new Set([false, 0, '0', 'false']);

/** Reads one value at a time; what is of another type than expected is absent. */
export const readMetadata = (metadata: object = {}): MetadataReader => {
  const values = metadata as Readonly<Record<string, unknown>>;
  const number = (key: string): number | undefined => {
    const value = values[key];
    const parsed = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : undefined;
  };
  return {
    text: (key) => {
      const value = values[key];
      return typeof value === 'string' && value !== '' ? value : undefined;
    },
    number,
    flag: (key) => (YES.has(values[key]) ? true : NO.has(values[key]) ? false : undefined),
    metres: (key) => toMetres(values[key]),
  };
};
