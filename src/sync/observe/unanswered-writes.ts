import type { Link } from '../../domain/link';
import type { Observed } from '../../domain/observed';
import type { Session } from '../../domain/session';
import { orphanLink } from '../../reconcile/gather/found-rows';
import { isOwnExport } from '../../reconcile/gather/own-export';
import type { LivePlanner } from '../plan/live-planner';
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
 * Links such records whose session a whole list does not show: an id leads from a session to its records, and never back.
 * A session that is there finds its record by itself.
 */
export const adoptUnanswered = async (
  run: RunContext,
  live: LivePlanner,
  { items, complete }: Observed<Session>,
): Promise<void> => {
  if (!complete) return;
  const isKnown = ({ session }: Link): boolean =>
    run.state.get(LINKS, session) !== undefined || items.some(({ key }) => key === session);
  const links = (await unansweredWrites(run)).filter((link) => !isKnown(link));
  if (links.length === 0) return;
  await run.commit(links.map((link) => put(LINKS, link.session, link)));
  live.take({ links });
};
