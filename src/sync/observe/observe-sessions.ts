import { WHOLE_HISTORY } from '../../domain/interval';
import { isTombstone } from '../../domain/link';
import type { Observed } from '../../domain/observed';
import type { Session } from '../../domain/session';
import type { LivePlanner } from '../plan/live-planner';
import type { RunContext } from '../run/context';
import { visitAll } from '../run/visit-all';
import { LINKS, SINK } from '../state/collections';
import { settleNames } from './settle-names';

/** What it takes to read the sessions. */
export type Looking = Pick<
  RunContext,
  'host' | 'pace' | 'state' | 'keys' | 'ask' | 'blame' | 'progress' | 'breathe' | 'commit'
>;

/**
 * What a store that cannot list its sessions is known to hold: what sync itself created there. Of a session that it once said to be
 * deleted, nobody knows any more once the link is closed: the app may have taken it out of its bin.
 */
const sinkSessions = ({ state }: Pick<RunContext, 'state'>): Observed<Session> => ({
  items: [...state.all(SINK).values()].filter((session) => {
    const link = state.get(LINKS, session.key);
    return session.state !== 'deleted' || link === undefined || !isTombstone(link);
  }),
  window: WHOLE_HISTORY,
  complete: true,
  absence: 'unknown',
  gone: [],
});

/**
 * Reads all of the app's sessions.
 *
 * **Laws** a list that broke off, for whatever reason, is not complete: it proves nothing about what it lacks.
 */
export const observeSessions = async (run: Looking, live?: Pick<LivePlanner, 'take'>): Promise<Observed<Session>> => {
  const { read, absenceMeansDeleted } = run.host.sessions;
  if (read === undefined) return sinkSessions(run);
  const listed: Session[] = [];
  const left: string[] = [];
  let page: string | undefined;
  let window = WHOLE_HISTORY;
  let complete = false;
  for (;;) {
    const request = { window: WHOLE_HISTORY, limit: run.pace.pageSize, ...(page !== undefined && { page }) };
    const answer = await run.ask('session-store', (options) => read({ ...request, ...options }));
    if (answer.kind === 'error') {
      run.blame('session-store', answer.error);
      break;
    }
    for (const session of answer.value.items) listed.push(session);
    for (const key of answer.value.gone ?? []) left.push(key);
    page = answer.value.next;
    run.progress({ phase: 'observing', done: listed.length });
    if (!page) {
      ({ window, complete } = answer.value);
      break;
    }
    await run.breathe();
  }
  // Whoever gives a session another key says so first: what the list shows of that has been said by now.
  await run.state.catchUp();
  const { inside, outside } = run.keys;
  // The old key of a session that has another one is not the session's any more.
  const gone = new Set(left.filter((key) => outside(inside(key)) === key).map(inside));
  const { rows, links, unclear } = settleNames(run.state, run.keys, listed);
  const isClear = ({ key }: Session): boolean => !unclear.has(key);
  const items = new Map<string, Session>();
  await run.commit(rows);
  live?.take({ links });
  await visitAll(run, listed.filter(isClear), (session) => {
    const known = run.keys.sessionInside(session);
    items.set(known.key, known);
  });
  return {
    items: [...items.values()],
    window,
    complete,
    absence: absenceMeansDeleted ? 'deleted' : 'unknown',
    gone: [...gone],
  };
};
