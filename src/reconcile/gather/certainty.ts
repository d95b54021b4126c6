import { importedSessionKey } from '../../domain/external-id';
import { covers, type Interval } from '../../domain/interval';
import type { Scope } from '../../domain/scope';
import type { Session } from '../../domain/session';
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

/**
 * Whether each side shows a record that sync did not put there. Only such a record proves that a read saw the real thing:
 * an emptied store, a signed-out list and a hidden permission look alike, and what sync itself wrote since then would
 * make each of them look whole.
 */
export interface Presence {
  /** Whether a session is listed that did not come from this health store. */
  readonly recorded: boolean;
  /** Whether a workout is there that another app wrote. */
  readonly foreign: boolean;
}

/** Whether another app wrote the record, as far as the record says. */
export const isForeign = (scope: Scope, { source }: MirrorEntry): boolean =>
  source !== undefined && !scope.ownSources.includes(source.app);

/** The workout that a session came from: as it says itself, or as the key says that importing gave it. */
export const originIn = (scope: Scope, session: Pick<Session, 'key' | 'origin'>): string | undefined => {
  if (session.origin) return session.origin.platform === scope.platform ? session.origin.workout : undefined;
  const prefix = importedSessionKey(scope, '');
  return session.key.startsWith(prefix) ? session.key.slice(prefix.length) : undefined;
};

/** Reads off a whole world what it shows. */
export const presenceOf = ({ sessions, mirror, ledger, scope }: World): Presence => {
  let imported: ReadonlySet<string> | undefined;
  const isImported = (session: string): boolean => {
    imported ??= new Set(ledger.links.filter(({ kind }) => kind === 'imported').map((link) => link.session));
    return imported.has(session);
  };
  return {
    recorded: sessions.items.some((session) => originIn(scope, session) === undefined && !isImported(session.key)),
    foreign: mirror.items.some((entry) => isForeign(scope, entry)),
  };
};

/** Reads off a world what its observations prove. */
export const certaintyOf = ({ sessions, mirror, scope }: World, presence: Presence): Certainty => {
  const readable: Interval = {
    start: Math.max(mirror.window.start, scope.readFrom ?? mirror.window.start),
    end: mirror.window.end,
  };
  const mirrorRead = mirror.complete && scope.readAccess !== 'denied';
  const sessionsAbsent = sessions.complete && sessions.absence === 'deleted' && presence.recorded;
  const workoutsAbsent = mirrorRead && mirror.absence === 'deleted' && presence.foreign;
  return {
    seesSession: (interval) => sessions.complete && covers(sessions.window, interval),
    seesWorkout: (interval) => mirrorRead && covers(readable, interval),
    provesSessionDeleted: (interval) => sessionsAbsent && covers(sessions.window, interval),
    provesWorkoutGone: (interval) => workoutsAbsent && covers(readable, interval),
  };
};
