import type { Session } from '../../domain/session';
import type { LivePlanner } from '../plan/live-planner';
import { answersOf } from '../plan/world-around';
import type { RunContext } from '../run/context';
import { ANSWERS, SINK } from '../state/collections';
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

/**
 * Tells the planner what stands in the app where a step could not be carried out. What the user wanted back is in the app's bin, if the
 * app says so: that wish is over, since only the app can grant it.
 */
export const heed = async (run: RunContext, live: LivePlanner, all: readonly Seen[]): Promise<void> => {
  const binned = new Set(all.flatMap(({ session }) => (session?.state === 'deleted' ? [session.key] : [])));
  const over = [...run.state.all(ANSWERS)].filter(
    ([, answer]) => answer.kind === 'restore' && binned.has(answer.session),
  );
  const rows = [...all.flatMap((seen) => rowsOfSeen(run, seen)), ...over.map(([key]) => drop(ANSWERS, key))];
  if (rows.length > 0) await run.commit(rows);
  live.take({
    sessions: all.flatMap(({ session }) => session ?? []),
    goneSessions: all.flatMap(({ goneSession }) => goneSession ?? []),
    ...(over.length > 0 && { answers: answersOf(run) }),
  });
};
