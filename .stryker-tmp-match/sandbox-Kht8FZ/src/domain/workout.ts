// @ts-nocheck
import type { Platform } from './platform';
import type { Prints } from './prints';
import type { RawActivity } from './raw-activity';
import type { Recording } from './recording';

/** The id that an app gives a record it writes, with its version: `HKMetadataKeySyncIdentifier`, `clientRecordId`. */
export interface External {
  readonly id: string;
  readonly version: number;
}

/**
 * One record in the health store, whoever wrote it.
 *
 * **Shape** `key` is the platform's record id (HealthKit UUID, Health Connect record id). `raw` keeps the platform's
 * own activity number, so that an activity this version does not know is not lost.
 */
export interface Workout extends Recording {
  readonly kind: 'workout';
  readonly platform: Platform;
  readonly title?: string;
  readonly raw: RawActivity;
  readonly external?: External;
}

/**
 * What the mirror keeps of a workout: its header and its prints, and no title, note or route.
 *
 * @see {@link toMirrorEntry} makes one from a workout as the health store shows it.
 */
export interface MirrorEntry extends Workout {
  readonly title?: never;
  readonly prints: Prints;
}
