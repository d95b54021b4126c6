import { isTombstone, type Link } from '../../domain/link';
import type { Session } from '../../domain/session';
import type { LivePlanner } from '../plan/live-planner';
import type { RunContext } from '../run/context';
import { ANSWERS, SINK } from '../state/collections';
import { drop, put, type RowChange } from '../state/table';

/** What the app said of a session in its answer: how it holds it now, or that it is gone. */
export interface Seen {
  readonly session?: Session;
  readonly goneSession?: string;
}

/** Whether the app cannot list its sessions: its answers are all that is known of them. */
export const isSink = ({ host }: Pick<RunContext, 'host'>): boolean => host.sessions.read === undefined;

/**
 * What is remembered of an answer. An app that can be read is read again instead. What is gone is remembered as deleted until its link is
 * closed: a run that is killed in between would know neither that it is there nor that it is gone.
 */
export const rowsOfSeen = (run: RunContext, { session, goneSession }: Seen): readonly RowChange[] => {
  if (!isSink(run)) return [];
  const gone = goneSession && run.state.get(SINK, goneSession);
  return [
    ...(session ? [put(SINK, session.key, session)] : []),
    ...(gone ? [put(SINK, gone.key, { ...gone, state: 'deleted' })] : []),
  ];
};

/** Once a link is closed, nothing is remembered of a session that is gone or deleted. */
export const rowsOfClosed = (run: RunContext, link: Link, { goneSession }: Seen): readonly RowChange[] => {
  const known = run.state.get(SINK, link.session);
  const isOver = known?.state === 'deleted' || goneSession === link.session;
  return known !== undefined && isOver && isTombstone(link) ? [drop(SINK, link.session)] : [];
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
  await run.commit(rows);
  live.take({
    sessions: all.flatMap(({ session }) => session ?? []),
    goneSessions: all.flatMap(({ goneSession }) => goneSession ?? []),
    ...(over.length > 0 && { answers: live.heard().filter((answer) => !over.some(([, one]) => one === answer)) }),
  });
};
