import type { Session } from '../../domain/session';
import type { PageRequest } from '../../ports/page';
import type { SessionPage } from '../../ports/session-store';
import type { SessionShelf } from './session-shelf';

/** How the list of sessions comes out. */
export interface ListOptions {
  readonly pageSize: number;
  /** Every second session of a page is left out, and the list is not complete. */
  readonly isMissing: boolean;
  readonly gone: 'told' | 'forgotten';
}

interface Placed {
  readonly place: string;
  readonly session: Session;
}

const placed = (session: Session): Placed => ({
  place: `${String(session.start).padStart(16, '0')} ${session.key}`,
  session,
});

/** Begins the token of a list that has left something out before. */
const WITH_A_HOLE = 'hole ';

/** One page of the sessions that start in a window, oldest first. What an earlier page left out makes the whole list incomplete. */
export const readSessions = (
  shelf: SessionShelf,
  { window, page = '', limit = Number.POSITIVE_INFINITY }: PageRequest,
  { pageSize, isMissing, gone }: ListOptions,
): SessionPage => {
  const hadHole = page.startsWith(WITH_A_HOLE);
  const after = hadHole ? page.slice(WITH_A_HOLE.length) : page;
  const hasHole = hadHole || isMissing;
  const rest = shelf
    .all()
    .filter(({ start }) => window.start <= start && start < window.end)
    .map(placed)
    .filter(({ place }) => place > after)
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const given = rest.slice(0, Math.max(1, Math.min(limit, pageSize)));
  const last = given[given.length - 1];
  const items = given.map(({ session }) => session);
  const more = last !== undefined && given.length < rest.length;
  return {
    items: isMissing ? items.filter((_, index) => index % 2 === 0) : items,
    ...(more && { next: hasHole ? WITH_A_HOLE + last.place : last.place }),
    complete: !more && !hasHole,
    window,
    ...(gone === 'told' && page === '' && { gone: shelf.gone() }),
  };
};
