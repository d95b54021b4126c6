import type { Instant, Interval } from '../domain/interval';
import { isTombstone } from '../domain/link';
import type { Session } from '../domain/session';
import type { MirrorEntry } from '../domain/workout';
import { decideRow } from './decide/decide-row';
import { decideDeleted, decideSession } from './decide/decide-session';
import { decideWorkouts } from './decide/decide-workouts';
import { type View, viewOf } from './decide/view';
import { type ActivityGroup, relationOf } from './gather/activity-group';
import type { Certainty } from './gather/certainty';
import { groupsOf } from './gather/groups';
import { membersOf } from './gather/row';
import { rowsOf } from './gather/rows';
import { sidesOf } from './gather/sides';
import type { PlanOptions } from './options';
import type { Guard, Placed, Plan } from './plan';
import type { World } from './world';
import { block, emptyDraft, reviewOf, skip, wait } from './write/draft';
import { guardOf } from './write/guard';
import { reviewsOf } from './write/reviews';

/** What a part of a world must be told about the whole of it. */
export interface Whole {
  readonly certainty: Certainty;
  /** How many links are not closed. */
  readonly linked: number;
  /** The fingerprint of its settings. */
  readonly settings: string;
  /** Only groups that start here are written down. */
  readonly window?: Interval;
}

/** How many links are not closed: what the guard measures removals against. */
export const countLinked = (world: World): number => world.ledger.links.filter((link) => !isTombstone(link)).length;

const byKey = (a: { readonly key: string }, b: { readonly key: string }): number => (a.key < b.key ? -1 : 1);

const byKeyAndReason = (a: Placed, b: Placed): number =>
  a.key === b.key ? (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1) : byKey(a, b);

/**
 * Own records whose session is not here: another account wrote them, or the list of sessions is not whole. And sessions in
 * progress, which are nobody's twin yet.
 */
const placeStrangers = (view: View, strangers: readonly (MirrorEntry | Session)[]): void => {
  for (const stranger of [...strangers].sort(byKey)) {
    if (stranger.kind === 'session') wait(view.draft, [stranger], { code: 'session-open' });
    else if (view.certainty.seesSession(stranger)) skip(view.draft, stranger, { code: 'unknown-owner' });
    else wait(view.draft, [stranger], { code: 'session-unknown' });
  }
};

/** What stands beside a session that was moved away from its workout is neither its copy nor surely something new. */
const holdBeside = ({ draft }: View, group: ActivityGroup, session: Session): void => {
  block(draft, group.workouts, { code: 'possible-twin', params: { other: session.key } });
  for (const { key } of group.workouts) {
    const relation = relationOf(group, key, session.key);
    if (relation) draft.notices.push(reviewOf(session.key, key, relation.comparison));
  }
};

const decide = (view: View, group: ActivityGroup): void => {
  const beside = group.row || group.session || group.apart ? group.deleted : group.deleted.slice(1);
  for (const session of beside) skip(view.draft, session, { code: 'deleted' });
  if (group.apart) holdBeside(view, group, group.apart);
  else if (group.row) decideRow(view, group.row, group);
  else if (group.session) decideSession(view, group, group.session);
  else if (group.deleted.length > 0) decideDeleted(view, group);
  else decideWorkouts(view, group);
};

/** When the earliest record of a group starts: the window that holds this moment plans the group. */
const anchorOf = ({ apart, deleted, row, session, workouts }: ActivityGroup): Instant => {
  const linked = row ? [...membersOf(row), ...(row.twin ? [row.twin] : [])] : [];
  const members = [...linked, ...(session ? [session] : []), ...(apart ? [apart] : []), ...deleted, ...workouts];
  return members.length > 0 ? Math.min(...members.map(({ start }) => start)) : (row?.link.shadow.start ?? 0);
};

/** The plan of a world without records. */
export const planOfNothing = (base: Plan['base'], guard: Guard): Plan => {
  const { removals: _none, ...lists } = emptyDraft();
  return { base, ...lists, guard };
};

/**
 * Plans a world that is a part of a larger one: a window, or the neighbourhood of a change.
 *
 * **Laws** local: as long as the part holds whole neighbourhoods, each group is decided as in the whole world. With a
 * window, all groups are decided, since they look at each other, but only those that start in it are written down.
 */
export const planPart = (world: World, options: PlanOptions, whole: Whole): Plan => {
  const { window } = whole;
  const isWanted = (start: Instant): boolean => window === undefined || (start >= window.start && start < window.end);
  const draft = emptyDraft();
  const sides = sidesOf(world, draft);
  draft.skipped.sort(byKeyAndReason);
  const { groups, strangers } = groupsOf(world, sides, rowsOf(world, sides));
  const view = viewOf(world, options, { sides, draft, certainty: whole.certainty });
  placeStrangers(
    view,
    strangers.filter(({ start }) => isWanted(start)),
  );
  const elsewhere: View = { ...view, draft: emptyDraft() };
  const here = window && new Set(groups.filter((group) => isWanted(anchorOf(group))));
  for (const group of groups) decide(here === undefined || here.has(group) ? view : elsewhere, group);
  const { steps, removals, skipped, waiting, blocked, settled, notices } = draft;
  return {
    base: { revision: world.ledger.revision, settings: whole.settings },
    steps: [...steps, ...removals],
    skipped,
    waiting,
    blocked,
    settled,
    notices: [...notices, ...reviewsOf(groups, here)],
    guard: guardOf(removals, whole.linked, world.settings.guard, world.ledger.answers),
  };
};
