import type { CallOptions, ChangeFeed, ChangePage, Deletion } from '../../ports/health-store';
import type { Ask } from './calls';
import type { HealthKitModule, HealthKitWorkoutObject } from './healthkit-module';
import { HEALTHKIT_METADATA, readMetadata } from './metadata';
import { fromHealthKitWorkout, type HealthKitReading } from './read-workout';

/** Marks a cursor of ours. An empty anchor, or one that is cut, must not be taken for the beginning of time. */
const PREFIX = 'hk1:';

/** How the client library says that an anchor cannot be read. */
const UNREADABLE = /base64|recreating|anchor/i;

const deletionOf = ({ uuid, metadata }: { readonly uuid: string; readonly metadata?: object }): Deletion => {
  const id = readMetadata(metadata).text(HEALTHKIT_METADATA.syncIdentifier);
  return { key: uuid, ...(id !== undefined && { external: { id } }) };
};

/**
 * HealthKit's anchored queries as a feed of changes.
 *
 * **Laws** an anchor that HealthKit cannot read is `expired`; an empty one is never handed out, nor used. The query has no filter, so that
 * its anchors stay good.
 */
export const changeFeed = <Native extends HealthKitWorkoutObject>(
  module: HealthKitModule<Native>,
  ask: Ask,
  { pageSize, ...reading }: HealthKitReading & { readonly pageSize: number },
): ChangeFeed => {
  const query = (anchor: string | undefined, options?: CallOptions) =>
    ask(
      () => module.queryWorkoutSamplesWithAnchor({ limit: pageSize, ...(anchor !== undefined && { anchor }) }),
      options,
    );

  // Without an anchor HealthKit gives all there is, and only behind that stands the anchor of now.
  const begin = async (options?: CallOptions): Promise<string> => {
    let anchor: string | undefined;
    for (;;) {
      const { workouts, deletedSamples, newAnchor } = await query(anchor, options);
      const isEnd = workouts.length + deletedSamples.length < pageSize || newAnchor === anchor || newAnchor === '';
      anchor = newAnchor || anchor;
      if (isEnd) return anchor === undefined ? '' : PREFIX + anchor;
    }
  };

  const read = async (cursor: string, options?: CallOptions): Promise<ChangePage> => {
    const anchor = cursor.startsWith(PREFIX) ? cursor.slice(PREFIX.length) : '';
    if (anchor === '') return { kind: 'expired' };
    try {
      const { workouts, deletedSamples, newAnchor } = await query(anchor, options);
      return {
        kind: 'changes',
        upserts: workouts.map((native) => fromHealthKitWorkout(native, reading)),
        deletions: deletedSamples.map(deletionOf),
        next: newAnchor ? PREFIX + newAnchor : cursor,
        more: workouts.length + deletedSamples.length >= pageSize && newAnchor !== anchor && newAnchor !== '',
      };
    } catch (thrown) {
      const { kind, message } = thrown as { readonly kind?: string; readonly message: string };
      if (kind === 'unknown' && UNREADABLE.test(message)) return { kind: 'expired' };
      throw thrown;
    }
  };

  return { deletions: 'id-and-external-id', begin, read };
};
