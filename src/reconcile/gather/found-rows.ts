import { externalIdOf } from '../../domain/external-id';
import type { Link } from '../../domain/link';
import { printOf } from '../../domain/prints';
import type { Session } from '../../domain/session';
import type { External, MirrorEntry } from '../../domain/workout';
import type { World } from '../world';
import { baseOf, originBase } from '../write/content';
import { originIn } from './certainty';
import { isOwnExport, isOwnRecord } from './own-export';
import { byKey, newRow, type Row, type Slot } from './row';
import type { Sides } from './sides';

const versionOf = (workout: MirrorEntry): number => workout.external?.version ?? 0;

/** The highest version first; between equals the smaller key. */
const newerFirst = (a: Slot<MirrorEntry>, b: Slot<MirrorEntry>): number =>
  versionOf(b.item) - versionOf(a.item) || byKey(a.item, b.item);

const unclaimedOwnExports = ({ scope }: World, { workouts }: Sides): Map<string, Slot<MirrorEntry>[]> => {
  const byId = new Map<string, Slot<MirrorEntry>[]>();
  for (const slot of workouts.slots) {
    if (slot.row !== undefined || !isOwnExport(scope, slot.item)) continue;
    const { id } = slot.item.external as External;
    const same = byId.get(id);
    if (same) same.push(slot);
    else byId.set(id, [slot]);
  }
  for (const same of byId.values()) same.sort(newerFirst);
  return byId;
};

const foundRow = (session: Session, workout: MirrorEntry, found: Row['found'], kind: Link['kind']): Row =>
  newRow(
    {
      kind,
      state: 'active',
      session: session.key,
      workout: workout.key,
      copies: [],
      ...(workout.source && { app: workout.source.app }),
      base: found === 'by-origin' ? originBase(session, workout) : baseOf(session, workout),
      shadow: { start: session.start, end: session.end, activity: session.activity },
    },
    found,
    session,
    workout,
  );

/** The link of a workout whose session is gone without a trace but for its key. */
export const orphanLink = (session: string, workout: MirrorEntry, kind: Link['kind']): Link => ({
  kind,
  state: 'active',
  session,
  workout: workout.key,
  copies: [],
  base: { session: printOf(workout), workout: workout.prints, revision: '', version: versionOf(workout) },
  shadow: { start: workout.start, end: workout.end, activity: workout.activity },
});

const orphanRow = (session: string, workout: MirrorEntry, found: Row['found'], kind: Link['kind']): Row =>
  newRow(orphanLink(session, workout, kind), found, undefined, workout);

/** Own records that no row names find their session by external id: never by evidence. */
export const rowsByExternalId = (world: World, sides: Sides, rows: readonly Row[]): Row[] => {
  const pending = unclaimedOwnExports(world, sides);
  if (pending.size === 0) return [];
  const found: Row[] = [];
  const resolve = (session: string, toRow: (first: MirrorEntry) => Row): void => {
    const id = externalIdOf(world.scope, session);
    const slots = pending.get(id);
    if (slots === undefined) return;
    const { item: first } = slots[0] as Slot<MirrorEntry>;
    const row = toRow(first);
    pending.delete(id);
    if (row.found !== 'in-ledger') found.push(row);
    if (row.workout === undefined && row.link.kind === 'exported') {
      row.workout = first;
      row.replaced = true;
    }
    for (const slot of slots) {
      slot.row = row;
      if (slot.item !== row.workout) row.joined = [...row.joined, slot.item];
    }
  };
  for (const row of rows) resolve(row.link.session, () => row);
  for (const { item, row } of sides.sessions.slots) {
    if (row === undefined) resolve(item.key, (first) => foundRow(item, first, 'by-external-id', 'exported'));
  }
  for (const key of sides.sessions.gone)
    if (!sides.sessions.spoilt.has(key)) resolve(key, (first) => orphanRow(key, first, 'by-external-id', 'exported'));
  for (const row of found) {
    const slot = sides.sessions.get(row.link.session);
    if (slot) slot.row = row;
  }
  return found;
};

/** The key of a session that was deleted for good still says which workout it came from. */
export const rowsOfDeleted = ({ scope }: World, sides: Sides, rows: readonly Row[]): Row[] => {
  const { gone, get, spoilt } = sides.sessions;
  const keys = [...gone].filter((key) => get(key) === undefined && !spoilt.has(key));
  if (keys.length === 0) return [];
  const linked = new Set(rows.map((row) => row.link.session));
  return keys.flatMap((key) => {
    const slot = sides.workouts.get(originIn(scope, { key }));
    if (slot === undefined || slot.row !== undefined || linked.has(key) || isOwnExport(scope, slot.item)) return [];
    const row = orphanRow(key, slot.item, 'by-origin', 'imported');
    slot.row = row;
    return [row];
  });
};

/** Sessions that keep their origin find the workout they came from when the ledger has forgotten it. */
export const rowsByOrigin = ({ scope }: World, sides: Sides): Row[] => {
  const lost: { slot: Slot<Session>; workout: Slot<MirrorEntry> }[] = [];
  for (const slot of sides.sessions.slots) {
    if (slot.row !== undefined) continue;
    const workout = sides.workouts.get(originIn(scope, slot.item));
    if (workout !== undefined && !isOwnExport(scope, workout.item)) lost.push({ slot, workout });
  }
  lost.sort((a, b) => byKey(a.slot.item, b.slot.item));
  const found: Row[] = [];
  for (const { slot, workout } of lost) {
    if (workout.row !== undefined) continue;
    const kind = isOwnRecord(scope, workout.item) ? 'matched' : 'imported';
    const row = foundRow(slot.item, workout.item, 'by-origin', kind);
    slot.row = row;
    workout.row = row;
    found.push(row);
  }
  return found;
};
