import { externalIdOf } from '../../domain/external-id';
import { type Link, type LinkKind, workoutsIn } from '../../domain/link';
import { findMalformedField } from '../../domain/malformed';
import type { Observed } from '../../domain/observed';
import type { Reason } from '../../domain/reason';
import type { Scope } from '../../domain/scope';
import type { Session } from '../../domain/session';
import type { MirrorEntry } from '../../domain/workout';
import { isOwnExport } from '../../reconcile/gather/own-export';
import { baseOf } from '../../reconcile/write/content';
import type { LivePlanner } from '../plan/live-planner';
import type { RunContext } from '../run/context';
import { LINKS, SEEDS, type Seed, WORKOUTS } from '../state/collections';
import { drop, put } from '../state/table';
import type { ItemReport } from '../surface/report';

/** What becomes of a seed now that both of its records are seen. */
type Fate =
  | { readonly kind: 'linked'; readonly link: Link; readonly code: Reason['code'] }
  | { readonly kind: 'known' }
  | { readonly kind: 'refused'; readonly reason: Reason };

const CODES: Readonly<Record<LinkKind, Reason['code']>> = {
  imported: 'origin-known',
  exported: 'own-record-found',
  matched: 'same-activity',
};

/** A record that the app wrote under another id, or none, can be recognised and never replaced: it is a match. */
const kindOf = (seed: Seed, isOurs: boolean): LinkKind => {
  if (isOurs) return 'exported';
  return seed.kind === 'exported' ? 'matched' : seed.kind;
};

const linkOf = (seed: Seed, isOurs: boolean, session: Session, workout: MirrorEntry): Link => ({
  kind: kindOf(seed, isOurs),
  state: 'active',
  session: seed.session,
  workout: seed.workout,
  copies: [],
  ...(workout.source && { app: workout.source.app }),
  base: baseOf(session, workout),
  shadow: { start: session.start, end: session.end, activity: session.activity },
});

const refused = (code: Reason['code'], params?: Reason['params']): Fate => ({
  kind: 'refused',
  reason: { code, ...(params && { params }) },
});

/** Meanwhile the session, or the workout, may have been linked otherwise. */
const fateOf = (
  scope: Scope,
  seed: Seed,
  session: Session,
  workout: MirrorEntry,
  known: Link | undefined,
  holder: string | undefined,
): Fate => {
  const isOurs = workout.external?.id === externalIdOf(scope, seed.session) && isOwnExport(scope, workout);
  if (holder === seed.session) return { kind: 'known' };
  if (holder !== undefined) return refused('duplicate-session', { of: holder });
  if (!isOurs && isOwnExport(scope, workout)) return refused('unknown-owner');
  if (known === undefined) {
    const link = linkOf(seed, isOurs, session, workout);
    return { kind: 'linked', link, code: CODES[link.kind] };
  }
  return { kind: 'linked', link: { ...known, copies: [...known.copies, seed.workout].sort() }, code: 'copy-found' };
};

const isSound = <Item extends Session | MirrorEntry>(item: Item | undefined): item is Item =>
  item !== undefined && findMalformedField(item) === undefined;

/**
 * Turns seeds into links, as soon as both sides show the records.
 *
 * **Laws** the merge base is what both say now, so that nothing is written to either side. A seed whose records are not both
 * seen waits, and so do its records.
 *
 * @see `seedLinks` in `workout-sync/state`, which sows them.
 */
export const adoptSeeds = async (
  run: RunContext,
  live: LivePlanner,
  sessions: Observed<Session>,
  note: (item: Omit<ItemReport, 'at'>) => void,
): Promise<void> => {
  const { state, scope, pace } = run;
  const seeds = [...state.all(SEEDS).values()];
  if (seeds.length === 0) return;
  const seen = new Map(sessions.items.map((session) => [session.key, session]));
  const holders = new Map(
    [...state.all(LINKS).values()].flatMap((link) => workoutsIn(link).map((key) => [key, link.session] as const)),
  );
  for (let from = 0; from < seeds.length; from += pace.pageSize) {
    const fates = seeds.slice(from, from + pace.pageSize).flatMap((seed) => {
      const session = seen.get(seed.session);
      const workout = state.get(WORKOUTS, seed.workout);
      if (!isSound(session) || !isSound(workout)) return [];
      const fate = fateOf(scope, seed, session, workout, state.get(LINKS, seed.session), holders.get(seed.workout));
      if (fate.kind === 'linked') holders.set(seed.workout, seed.session);
      return [{ seed, fate }];
    });
    if (fates.length === 0) continue;
    const links = fates.flatMap(({ fate }) => (fate.kind === 'linked' ? [fate.link] : []));
    for (const { seed, fate } of fates) {
      if (fate.kind === 'known') continue;
      const reason: Reason = fate.kind === 'linked' ? { code: fate.code } : fate.reason;
      note({ outcome: fate.kind, session: seed.session, workout: seed.workout, reasons: [reason] });
    }
    await run.commit([
      ...links.map((link) => put(LINKS, link.session, link)),
      ...fates.map(({ seed }) => drop(SEEDS, seed.session)),
      ...run.journal.flush(),
    ]);
    live.take({ links });
    await run.breathe();
  }
};
