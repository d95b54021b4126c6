import { activityAffinity } from '../../domain/activity';
import { importedSessionKey } from '../../domain/external-id';
import type { Link, MergeBase } from '../../domain/link';
import {
  keepSamples,
  type Prints,
  printOf,
  sameDetail,
  sameFacts,
  sameTotals,
  titleIn,
  untitled,
} from '../../domain/prints';
import type { Recording } from '../../domain/recording';
import type { Scope } from '../../domain/scope';
import type { Origin, Session } from '../../domain/session';
import type { MirrorEntry } from '../../domain/workout';

/** Which parts two sides agree on. */
export interface Agreement {
  readonly facts: boolean;
  readonly detail: boolean;
}

/** The part of a recording that says what it was and when. */
type Facts = Pick<Recording, 'activity' | 'start' | 'end' | 'offsetSeconds'>;

/** The part of a recording that says how much, and what samples stand behind it. */
type Totals = Pick<
  Recording,
  'distanceMetres' | 'energyKilocalories' | 'elevationGainMetres' | 'activeSeconds' | 'detail'
>;

const factsOf = (recording: Recording): Facts => ({
  activity: recording.activity,
  start: recording.start,
  end: recording.end,
  ...(recording.offsetSeconds !== undefined && { offsetSeconds: recording.offsetSeconds }),
});

const totalsOf = (recording: Recording): Totals => ({
  ...(recording.distanceMetres !== undefined && { distanceMetres: recording.distanceMetres }),
  ...(recording.energyKilocalories !== undefined && { energyKilocalories: recording.energyKilocalories }),
  ...(recording.elevationGainMetres !== undefined && { elevationGainMetres: recording.elevationGainMetres }),
  ...(recording.activeSeconds !== undefined && { activeSeconds: recording.activeSeconds }),
  ...(recording.detail !== undefined && { detail: recording.detail }),
});

/** What the workout said when the session was last written from it, if the app has kept that. */
const rememberedPrints = ({ prints }: Origin): Prints | undefined =>
  typeof prints?.facts === 'string' && typeof prints.detail === 'string' ? prints : undefined;

/**
 * What a session remembers of its origin after it took over parts of a workout. That one is its origin from then on: a
 * record that was replaced comes under a new key, and the old one is met no more.
 */
const originAfter = (origin: Origin, workout: MirrorEntry, parts: readonly ('facts' | 'detail')[]): Origin => {
  const { facts, detail } = workout.prints;
  const before = parts.length === 2 ? workout.prints : rememberedPrints(origin);
  const prints = before && {
    facts: parts.includes('facts') ? facts : before.facts,
    detail: parts.includes('detail') ? detail : before.detail,
  };
  return { platform: workout.platform, workout: workout.key, ...(prints && { prints }) };
};

/**
 * A workout without its samples, where it lacks some that were known: taken over, they would leave nothing of those in the session.
 */
export const withKnownSamples = (workout: MirrorEntry, known: string): MirrorEntry => {
  const { prints, detail: _lacking, ...entry } = workout;
  const detail = keepSamples(known, prints.detail);
  return detail === prints.detail ? workout : { ...entry, prints: { ...prints, detail } };
};

/**
 * A session after it took over parts of a workout. What the workout does not know stays as it is, and so does the title.
 */
export const takeParts = (session: Session, workout: MirrorEntry, parts: readonly ('facts' | 'detail')[]): Session => ({
  ...session,
  ...(parts.includes('facts') && factsOf(workout)),
  ...(parts.includes('detail') && totalsOf(workout)),
  ...(session.origin && { origin: originAfter(session.origin, workout, parts) }),
});

/** The session that importing a workout creates. */
export const sessionFrom = (
  scope: Scope,
  workout: MirrorEntry,
  key = importedSessionKey(scope, workout.key),
): Session => ({
  kind: 'session',
  key,
  ...factsOf(workout),
  ...totalsOf(workout),
  ...(workout.source !== undefined && { source: workout.source }),
  ...(workout.method !== undefined && { method: workout.method }),
  ...(workout.crossIds !== undefined && { crossIds: workout.crossIds }),
  revision: '',
  state: 'completed',
  origin: { platform: workout.platform, workout: workout.key, prints: workout.prints },
});

/** The merge base of a session that was made from a workout just now: all is the same but the title, which stays behind. */
export const importedBase = ({ prints, external }: MirrorEntry): MergeBase => ({
  session: { facts: untitled(prints.facts), detail: prints.detail },
  workout: prints,
  revision: '',
  version: external?.version ?? 0,
});

/** The merge base of two sides that agree as they are now. */
export const baseOf = (session: Session, workout: MirrorEntry): MergeBase => ({
  session: printOf(session),
  workout: workout.prints,
  revision: session.revision,
  version: workout.external?.version ?? 0,
});

/**
 * Whether a session and a workout say the same, part by part, as far as both know. Compared `always`, what only the session
 * knows is a difference: somebody must have entered it.
 */
export const agreement = (
  session: Session,
  workout: Pick<MirrorEntry, 'prints'>,
  compared: 'always' | 'where-both' = 'where-both',
): Agreement => {
  const now = printOf(session);
  return {
    facts: sameFacts(now.facts, workout.prints.facts, compared),
    detail: sameTotals(now.detail, workout.prints.detail, compared === 'always' ? 'by-first' : 'by-both'),
  };
};

/**
 * The merge base of a session and its origin when nobody remembers it: what the workout said when the session was written
 * from it, or what it says now if the session does not know. Where the session differs from that, somebody edited it: the
 * edit stays an edit.
 */
export const originBase = (session: Session, origin: MirrorEntry): MergeBase => {
  const workout = { ...origin, prints: (session.origin && rememberedPrints(session.origin)) ?? origin.prints };
  const agrees = agreement(session, workout, 'always');
  const made = importedBase(workout);
  const now = printOf(session);
  return {
    ...made,
    session: {
      facts: agrees.facts ? now.facts : made.session.facts,
      detail: agrees.detail ? now.detail : made.session.detail,
    },
    revision: agrees.facts && agrees.detail ? session.revision : '',
  };
};

/** Facts that have no title of their own, with the one that the session had: the app gave it. */
const withTitle = (facts: string, titled: string): string => (titleIn(facts) === '' ? facts + titleIn(titled) : facts);

/**
 * A link whose session was written from the workout since, by a run that could not write it down, or one that a backup has
 * forgotten: where the session says, part by part, just what the workout said then, nobody has edited it; where another device wrote
 * it and it says something else by now, that is an edit, even if it is what this device knew before. The workout is the one
 * that the session was written from, or its successor.
 *
 * Only what has changed in the health store since is caught up with. Two phones may see one workout differently; else each
 * would bring its own view into the session, for ever.
 */
export const caughtUp = (link: Link, session: Session | undefined, workout: MirrorEntry | undefined): Link => {
  const { base, kind, state } = link;
  if (session === undefined || session.revision === base.revision) return link;
  if (kind !== 'imported' || state !== 'active' || workout === undefined) return link;
  const written = session.origin && rememberedPrints(session.origin);
  if (written === undefined) return link;
  const facts = withTitle(written.facts, base.session.facts);
  const agrees = agreement(session, { prints: { ...written, facts } }, 'always');
  const now = printOf(session);
  const hasMoved = (known: Prints, later: Prints): Agreement => ({
    facts: !sameFacts(known.facts, later.facts),
    detail: !sameDetail(known.detail, later.detail),
  });
  const [mine, theirs] = [hasMoved(base.session, now), hasMoved(base.workout, workout.prints)];
  const others = hasMoved(base.workout, written);
  const made = importedBase({ ...workout, prints: written });
  const pick = (part: keyof Prints): { readonly session: string; readonly workout: string } => {
    const isWritten = theirs[part] && (agrees[part] ? mine[part] : others[part] && !mine[part]);
    if (!isWritten) return { session: base.session[part], workout: base.workout[part] };
    return { session: agrees[part] ? now[part] : made.session[part], workout: written[part] };
  };
  const side = (of: 'session' | 'workout'): Prints => ({ facts: pick('facts')[of], detail: pick('detail')[of] });
  return { ...link, base: { ...base, session: side('session'), workout: side('workout') } };
};

/**
 * Whether an own record already says what the session says. Activities count as equal within a family, since a platform
 * may have shown the session's activity as a broader one; a title that the platform does not keep is no difference.
 */
export const ownRecordMatches = (session: Session, workout: MirrorEntry): boolean => {
  const affinity = activityAffinity(session.activity, workout.activity);
  if (affinity !== 'same' && affinity !== 'family') return false;
  const sent = printOf({ ...session, activity: workout.activity });
  return sameFacts(sent.facts, workout.prints.facts, 'where-both') && sameTotals(sent.detail, workout.prints.detail);
};
