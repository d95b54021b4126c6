import type { Link } from '../domain/link';
import type { Session } from '../domain/session';
import type { MirrorEntry } from '../domain/workout';
import type { Evidence } from '../match/comparison';

/** A record and the row that claims it, if any does. */
export interface Slot<Item> {
  readonly item: Item;
  row?: Row;
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
  readonly session?: Session;
  workout?: MirrorEntry;
  replaced: boolean;
  readonly copies: MirrorEntry[];
  readonly joined: MirrorEntry[];
  twin?: Session;
  /** Why the records that joined belong here. */
  readonly evidence: Evidence[];
}

/** Every record that stands with a row, each once, but for the twin. */
export const membersOf = (row: Row): (Session | MirrorEntry)[] => [
  ...(row.session ? [row.session] : []),
  ...(row.workout ? [row.workout] : []),
  ...row.copies,
  ...row.joined,
];

/** The other apps' records of the row, known and new. */
export const standIns = (row: Row): MirrorEntry[] => [...row.copies, ...row.joined];

/** The row that the ledger holds, if it holds one yet. */
export const before = (row: Row): Link | undefined => (row.found === 'in-ledger' ? row.link : undefined);

/** The copies to write down: all that stand with the row now, but for the one that is its workout. */
export const copyKeys = (row: Row, workout: string): string[] =>
  standIns(row)
    .map((copy) => copy.key)
    .filter((key) => key !== workout)
    .sort();
