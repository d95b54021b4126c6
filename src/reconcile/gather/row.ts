import type { Link } from '../../domain/link';
import type { Session } from '../../domain/session';
import type { MirrorEntry } from '../../domain/workout';
import type { Evidence } from '../../match/comparison';

/** A record and the row that claims it, if any does. */
export interface Slot<Item> {
  item: Item;
  row: Row | undefined;
}

/**
 * A link with the records it names, as far as they are there.
 *
 * **Shape** `found` rows are not in the ledger yet: an id says that both belong together. `replaced` says that the
 * linked record is gone and `workout` took its place. `joined` are records that stand beside it now and are not in
 * the ledger row, `twin` a further session of the same activity.
 */
export interface Row {
  readonly link: Link;
  /** The place in the list of all rows. */
  number: number;
  readonly found: 'in-ledger' | 'by-origin' | 'by-external-id';
  readonly session: Session | undefined;
  workout: MirrorEntry | undefined;
  replaced: boolean;
  copies: readonly MirrorEntry[];
  joined: readonly MirrorEntry[];
  twin: Session | undefined;
  /** Why the records that joined belong here. */
  evidence: readonly Evidence[];
}

/** A row whose session is there. */
export type WithSession = Row & { readonly session: Session };

/** A row whose workout is there. */
export type WithWorkout = Row & { workout: MirrorEntry };

/** Shared by all rows that have none, since most have none. */
const NONE: readonly never[] = [];

/** By the key, in an order that no engine or locale changes. */
export const byKey = (a: { readonly key: string }, b: { readonly key: string }): number => (a.key < b.key ? -1 : 1);

/** A row with nothing beside it yet. All its fields are there from the start: engines handle objects of one shape best. */
export const newRow = (link: Link, found: Row['found'], session?: Session, workout?: MirrorEntry): Row => ({
  link,
  number: -1,
  found,
  session,
  workout,
  replaced: false,
  copies: NONE,
  joined: NONE,
  twin: undefined,
  evidence: NONE,
});

/** Every record that stands with a row, each once, but for the twin. */
export const membersOf = (row: Row): (Session | MirrorEntry)[] => [
  ...(row.session ? [row.session] : []),
  ...(row.workout ? [row.workout] : []),
  ...row.copies,
  ...row.joined,
];

/** How many records stand with a row. */
export const memberCount = ({ session, workout, copies, joined }: Row): number =>
  (session ? 1 : 0) + (workout ? 1 : 0) + copies.length + joined.length;

/** The other apps' records of the row, known and new. */
export const standIns = (row: Row): MirrorEntry[] => [...row.copies, ...row.joined];

/** Whether the row has lost its workout to this one: another app put it in its place, under a new key. */
export const isReplacedBy = (row: Row, workout: MirrorEntry): boolean =>
  row.workout === undefined &&
  row.link.kind !== 'exported' &&
  row.link.app !== undefined &&
  workout.source?.app === row.link.app;

/** The row that the ledger holds, if it holds one yet. */
export const before = (row: Row): Link | undefined => (row.found === 'in-ledger' ? row.link : undefined);

/** The copies to write down: all workouts that stand with the row now, but for the one that is its workout. */
export const copyKeys = (row: Row, workout: string): string[] =>
  [...(row.workout ? [row.workout] : []), ...standIns(row)]
    .map((copy) => copy.key)
    .filter((key) => key !== workout)
    .sort();

/** The row with another of its records as its workout; the one that was, stays beside it. */
export const withWorkout = <Some extends Row>(row: Some, workout: MirrorEntry): Some & WithWorkout => {
  const others = (records: readonly MirrorEntry[]): MirrorEntry[] => records.filter((record) => record !== workout);
  const former = row.workout === undefined || row.workout === workout ? [] : [row.workout];
  return { ...row, workout, copies: others(row.copies), joined: [...others(row.joined), ...former] };
};
