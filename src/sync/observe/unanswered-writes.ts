import type { Link } from '../../domain/link';
import type { Observed } from '../../domain/observed';
import { printOf } from '../../domain/prints';
import type { Session } from '../../domain/session';
import { orphanLink } from '../../reconcile/gather/found-rows';
import { forgetTrouble, sessionItem } from '../apply/trouble';
import { sessionAnswerKey } from '../decide';
import type { LivePlanner } from '../plan/live-planner';
import { answersOf } from '../plan/world-around';
import type { RunContext } from '../run/context';
import { ANSWERS, EXPORTS, type ExportRecord, LINKS } from '../state/collections';
import { drop, put, type RowChange } from '../state/table';
import { certaintyIn } from './certainty-in';
import { ownRecords } from './own-records';

/** A link for each of our records that these writes left. */
const leftBy = async (run: RunContext, writes: readonly ExportRecord[]): Promise<readonly Link[]> => {
  const sessions = new Map(writes.map(({ session, written }) => [written.external.id, session]));
  const records = await ownRecords(run, new Set(sessions.keys()));
  return records.flatMap((record) => {
    const session = sessions.get(record.external?.id ?? '');
    return session === undefined ? [] : [orphanLink(session, record, 'exported')];
  });
};

/** A link for each of our records that a write left whose answer was lost. */
export const unansweredWrites = (run: RunContext): Promise<readonly Link[]> =>
  leftBy(
    run,
    [...run.state.all(EXPORTS).values()].filter(({ state }) => state === 'pending'),
  );

/**
 * Links such records whose session is gone, as far as the list of the app proves it: an id leads from a session to its
 * records, and never back. A session that is there finds its record by itself.
 */
export const adoptUnanswered = async (
  run: RunContext,
  live: LivePlanner,
  sessions: Observed<Session>,
): Promise<void> => {
  const { state } = run;
  const unlinked = (await unansweredWrites(run)).filter(({ session }) => state.get(LINKS, session) === undefined);
  if (unlinked.length === 0) return;
  const { provesSessionDeleted } = certaintyIn(run, sessions);
  const isListed = (session: string): boolean => sessions.items.some(({ key }) => key === session);
  const links = unlinked.filter(({ session, shadow }) => provesSessionDeleted(shadow) && !isListed(session));
  if (links.length === 0) return;
  await run.commit(links.map((link) => put(LINKS, link.session, link)));
  live.take({ links });
};

/** The link of a session whose record its user has removed. */
const removedLink = (session: Session, version: number): Link => {
  const prints = printOf(session);
  const { key, start, end, activity, revision } = session;
  return {
    kind: 'exported',
    state: 'workout-removed',
    session: key,
    workout: '',
    copies: [],
    base: { session: prints, workout: prints, revision, version },
    shadow: { start, end, activity },
  };
};

/** Closes what was removed before it was seen, so that it is not written again. */
export const closeRemoved = async (run: RunContext, live: LivePlanner, sessions: Observed<Session>): Promise<void> => {
  const { state } = run;
  const removed = [...state.all(EXPORTS).values()].filter((record) => record.state === 'removed');
  if (removed.length === 0) return;
  const listed = new Map(sessions.items.map((session) => [session.key, session]));
  const rewritten = new Set((await leftBy(run, removed)).map(({ session }) => session));
  const links: Link[] = [];
  const rowsOf = (record: ExportRecord): readonly RowChange[] => {
    const { external } = record.written;
    // An attempt that came later has written it anew.
    if (rewritten.has(record.session)) return [put(EXPORTS, record.session, { ...record, state: 'pending' })];
    const session = listed.get(record.session);
    if (session === undefined) return [];
    const { key } = session;
    const known = state.get(LINKS, key);
    // What the write had opened again is closed on the other side now.
    const link =
      known === undefined || known.state === 'session-deleted' ? removedLink(session, external.version) : known;
    links.push(link);
    return [
      put(LINKS, key, link),
      put(EXPORTS, key, { ...record, state: 'confirmed', written: { key: '', external } }),
      // The write has done what the user asked for.
      drop(ANSWERS, sessionAnswerKey('export', key)),
      drop(ANSWERS, sessionAnswerKey('restore', key)),
      ...forgetTrouble(run, sessionItem(key)),
    ];
  };
  await run.commit(removed.flatMap(rowsOf));
  live.take({ links, answers: answersOf(run) });
};
