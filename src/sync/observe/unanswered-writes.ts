import type { Link } from '../../domain/link';
import type { Observed } from '../../domain/observed';
import type { Session } from '../../domain/session';
import { certaintyOf, presenceOf } from '../../reconcile/gather/certainty';
import { orphanLink } from '../../reconcile/gather/found-rows';
import { isOwnExport } from '../../reconcile/gather/own-export';
import type { LivePlanner } from '../plan/live-planner';
import { worldAround } from '../plan/world-around';
import type { RunContext } from '../run/context';
import { visitAll } from '../run/visit-all';
import { EXPORTS, LINKS, WORKOUTS } from '../state/collections';
import { put } from '../state/state';

/** A link for each of our records that a write left whose answer was lost. */
export const unansweredWrites = async (run: RunContext): Promise<readonly Link[]> => {
  const { state, scope } = run;
  const pending = new Map<string, string>();
  for (const { session, state: at, written } of state.all(EXPORTS).values()) {
    if (at === 'pending') pending.set(written.external.id, session);
  }
  const links: Link[] = [];
  if (pending.size === 0) return links;
  await visitAll(run, state.all(WORKOUTS).values(), (entry) => {
    const session = pending.get(entry.external?.id ?? '');
    if (session !== undefined && isOwnExport(scope, entry)) links.push(orphanLink(session, entry, 'exported'));
  });
  return links;
};

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
  const around = worldAround(run, sessions);
  const world = { ...around, sessions, ledger: { ...around.ledger, links: [...state.all(LINKS).values()] } };
  const { provesSessionDeleted } = certaintyOf(world, presenceOf(world));
  const isListed = (session: string): boolean => sessions.items.some(({ key }) => key === session);
  const links = unlinked.filter(({ session, shadow }) => provesSessionDeleted(shadow) && !isListed(session));
  if (links.length === 0) return;
  await run.commit(links.map((link) => put(LINKS, link.session, link)));
  live.take({ links });
};
