import { covers, type Interval } from '../../domain/interval';
import type { Scope } from '../../domain/scope';
import type { MirrorEntry } from '../../domain/workout';
import type { World } from '../world';

/** What absence means on each side, decided once for the whole world, so that a part of it is judged alike. */
export interface Certainty {
  /** Whether a session of this interval would be listed if it existed. */
  readonly seesSession: (interval: Interval) => boolean;
  /** Whether a workout of this interval would be in the mirror if it existed. */
  readonly seesWorkout: (interval: Interval) => boolean;
  /** Whether a linked session of this interval that is not listed has been deleted. */
  readonly provesSessionDeleted: (interval: Interval) => boolean;
  /** Whether a linked workout of this interval that is not in the mirror has been removed. */
  readonly provesWorkoutGone: (interval: Interval) => boolean;
}

/** How many records each side shows at all. */
export interface Presence {
  readonly sessions: number;
  readonly workouts: number;
  /** Workouts that another app wrote. */
  readonly foreign: number;
}

/** Whether another app wrote the record, as far as the record says. */
export const isForeign = (scope: Scope, { source }: MirrorEntry): boolean =>
  source !== undefined && !scope.ownSources.includes(source.app);

/** Counts what a world shows. */
export const presenceOf = ({ sessions, mirror, scope }: World): Presence => ({
  sessions: sessions.items.length,
  workouts: mirror.items.length,
  foreign: mirror.items.filter((entry) => isForeign(scope, entry)).length,
});

/**
 * Reads off a world what its observations prove.
 *
 * An empty read never proves that everything is gone. Where reading may be denied without a word (HealthKit), own
 * records stay visible, so only a record of somebody else shows that the read was authorised.
 */
export const certaintyOf = ({ sessions, mirror, scope }: World, presence: Presence): Certainty => {
  const readable: Interval = {
    start: Math.max(mirror.window.start, scope.readFrom ?? mirror.window.start),
    end: mirror.window.end,
  };
  const mirrorRead = mirror.complete && scope.readAccess !== 'denied';
  const authorised = scope.readAccess === 'granted' ? presence.workouts > 0 : presence.foreign > 0;
  const sessionsAbsent = sessions.complete && sessions.absence === 'deleted' && presence.sessions > 0;
  const workoutsAbsent = mirrorRead && mirror.absence === 'deleted' && authorised;
  return {
    seesSession: (interval) => sessions.complete && covers(sessions.window, interval),
    seesWorkout: (interval) => mirrorRead && covers(readable, interval),
    provesSessionDeleted: (interval) => sessionsAbsent && covers(sessions.window, interval),
    provesWorkoutGone: (interval) => workoutsAbsent && covers(readable, interval),
  };
};
