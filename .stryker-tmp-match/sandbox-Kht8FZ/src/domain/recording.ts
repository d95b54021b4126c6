// @ts-nocheck
import type { Activity } from './activity';
import type { DetailSummary } from './detail-summary';
import type { Interval } from './interval';
import type { Source } from './source';

/** Active energy excludes the resting share; total includes it. Many apps write only one of them. */
export interface Energy {
  readonly active?: number;
  readonly total?: number;
}

/** How a recording came to be. Absent means unknown: most platforms only mark what was typed in. */
export type RecordingMethod = 'recorded' | 'detected' | 'manual';

/**
 * One recording of one physical activity: what a workout and a session have in common. Matching sees recordings only.
 *
 * **Units** metres, seconds, kilocalories; offsets in seconds east of UTC. An absent number is unknown, never zero.
 *
 * `crossIds` are ids that a recording shares with copies of itself elsewhere (an external id, a file id). `sourceId` is
 * the id that the writing app itself gave the recording, stable when that app rewrites it.
 * `parent` is the key of the multi-sport recording that this one is a leg of. `relayedFrom` names the services that the
 * recording came through before it got here, where that is known (`garmin`, `strava`).
 */
export interface Recording extends Interval {
  readonly key: string;
  readonly activity: Activity;
  readonly source?: Source;
  readonly sourceId?: string;
  readonly crossIds?: readonly string[];
  readonly parent?: string;
  readonly relayedFrom?: readonly string[];
  readonly distanceMetres?: number;
  readonly energyKilocalories?: Energy;
  readonly elevationGainMetres?: number;
  readonly activeSeconds?: number;
  readonly offsetSeconds?: number;
  readonly method?: RecordingMethod;
  readonly detail?: DetailSummary;
}
