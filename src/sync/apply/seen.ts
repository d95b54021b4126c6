import type { Session } from '../../domain/session';
import type { LivePlanner } from '../plan/live-planner';
import type { RunContext } from '../run/context';
import { SINK } from '../state/collections';
import { drop, put, type RowChange } from '../state/state';

/** What the app said of a session in its answer: how it holds it now, or that it is gone. */
export interface Seen {
  readonly session?: Session;
  readonly goneSession?: string;
}

/** Whether the app cannot list its sessions: its answers are all that is known of them. */
export const isSink = ({ host }: Pick<RunContext, 'host'>): boolean => host.sessions.read === undefined;

/** What is remembered of an answer. An app that can be read is read again instead. */
export const rowsOfSeen = (run: RunContext, { session, goneSession }: Seen): readonly RowChange[] => {
  if (!isSink(run)) return [];
  return [
    ...(session ? [put(SINK, session.key, session)] : []),
    ...(goneSession !== undefined ? [drop(SINK, goneSession)] : []),
  ];
};

/** Tells the planner what stands in the app where a step could not be carried out. */
export const heed = async (run: RunContext, live: LivePlanner, all: readonly Seen[]): Promise<void> => {
  const rows = all.flatMap((seen) => rowsOfSeen(run, seen));
  if (rows.length > 0) await run.commit(rows);
  live.take({
    sessions: all.flatMap(({ session }) => session ?? []),
    goneSessions: all.flatMap(({ goneSession }) => goneSession ?? []),
  });
};
