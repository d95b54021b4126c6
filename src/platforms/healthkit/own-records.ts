import type { CallOptions, WrittenChild } from '../../ports/health-store';
import { type Ask, mayWrite } from './calls';
import {
  HEALTHKIT_ROUTE,
  HEALTHKIT_WORKOUT,
  type HealthKitFilter,
  type HealthKitModule,
  type HealthKitType,
  type HealthKitWorkoutObject,
} from './healthkit-module';
import { HEALTHKIT_METADATA as KEY, readMetadata } from './metadata';
import type { HealthKitWorkout } from './native-sample';
import { HEALTHKIT_SERIES_TYPES } from './series-types';

/** The version of a record, zero where it has none. */
export const versionOf = ({ metadata }: HealthKitWorkout): number =>
  readMetadata(metadata).number(KEY.syncVersion) ?? 0;

/** The types of what may stand beside a workout of ours, whatever its children are said to be. */
const CHILD_TYPES: ReadonlySet<string> = new Set([HEALTHKIT_ROUTE, ...Object.keys(HEALTHKIT_SERIES_TYPES)]);

/** What is done to our own records in HealthKit. */
export interface OwnRecords<Native> {
  /** Our records with this external id, the highest version first; the one of that key too. */
  readonly find: (id: string, key: string | undefined, options?: CallOptions) => Promise<readonly Native[]>;
  readonly removeChildren: (id: string, native: Native | undefined, types: readonly HealthKitType[]) => Promise<void>;
  readonly removeWorkout: (native: Native) => Promise<boolean>;
}

/** The types among the children that this library writes. */
export const typesIn = (children: readonly WrittenChild[]): readonly HealthKitType[] =>
  children.flatMap(({ type }) => (CHILD_TYPES.has(type) ? [type as HealthKitType] : []));

/**
 * Finds and removes what this app wrote.
 *
 * **Laws** a record of another app is never touched. A key that is no UUID finds nothing: the client library drops such a filter and gives
 * whatever there is, so each answer is compared with the question.
 */
export const ownRecords = <Native extends HealthKitWorkoutObject>(
  module: HealthKitModule<Native>,
  ask: Ask,
  ownSources: readonly string[],
): OwnRecords<Native> => {
  const isOwn = ({ sourceRevision }: Native): boolean =>
    sourceRevision !== undefined && ownSources.includes(sourceRevision.source.bundleIdentifier);

  const remove = (type: HealthKitType, filter: HealthKitFilter<Native>): Promise<number> =>
    ask(() => module.deleteObjects(type, filter));

  return {
    find: async (id, key, options) => {
      const metadata = { withMetadataKey: KEY.syncIdentifier, value: id };
      const named = await ask(() => module.queryWorkoutSamples({ filter: { metadata }, limit: 0 }), options);
      const ours = named.filter((one) => isOwn(one) && readMetadata(one.metadata).text(KEY.syncIdentifier) === id);
      if (ours.length > 0 || !key) return [...ours].sort((a, b) => versionOf(b) - versionOf(a));
      const keyed = await ask(() => module.queryWorkoutSamples({ filter: { uuid: key }, limit: 1 }), options);
      return keyed.filter((one) => isOwn(one) && one.uuid === key);
    },
    removeChildren: async (id, native, types) => {
      const metadata = { withMetadataKey: KEY.writtenBeside, value: id };
      for (const type of new Set(types)) {
        if (!mayWrite(module, type)) continue;
        // A route carries no metadata, and is found by its workout alone.
        if (type === HEALTHKIT_ROUTE) {
          if (native !== undefined) await remove(type, { workout: native });
        } else await remove(type, native === undefined ? { metadata } : { OR: [{ workout: native }, { metadata }] });
      }
    },
    removeWorkout: async (native) => (await remove(HEALTHKIT_WORKOUT, { uuid: native.uuid })) > 0,
  };
};
