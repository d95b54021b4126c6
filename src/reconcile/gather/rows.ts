import type { MirrorEntry } from '../../domain/workout';
import { byStart } from '../../match/order-by-start';
import type { World } from '../world';
import { caughtUp } from '../write/content';
import { rowsByExternalId, rowsByOrigin, rowsOfDeleted } from './found-rows';
import { newRow, type Row, type Slot } from './row';
import type { Sides } from './sides';

const claim = (row: Row, slot: Slot<MirrorEntry>): void => {
  const rival = slot.row;
  if (rival !== undefined && rival.link.session < row.link.session) return;
  if (rival !== undefined) rival.workout = undefined;
  slot.row = row;
  row.workout = slot.item;
};

const claimCopy = (row: Row, slot: Slot<MirrorEntry>): void => {
  const rival = slot.row;
  if (rival?.workout === slot.item || (rival !== undefined && rival.link.session <= row.link.session)) return;
  if (rival !== undefined) rival.copies = rival.copies.filter((copy) => copy !== slot.item);
  slot.row = row;
  row.copies = [...row.copies, slot.item];
};

/**
 * Every ledger row with its records. A record that two rows name goes to the one that names it as its workout,
 * and between equals to the smaller session key.
 */
const ledgerRows = ({ ledger }: World, sides: Sides): Row[] => {
  const rows: Row[] = [];
  for (const link of byStart(ledger.links, ({ shadow }) => shadow.start)) {
    const session = sides.sessions.get(link.session);
    const workout = sides.workouts.get(link.workout);
    const origin = session?.item.origin?.workout === link.workout ? workout?.item : undefined;
    const row = newRow(caughtUp(link, session?.item, origin), 'in-ledger', session?.item);
    if (session) session.row = row;
    if (workout) claim(row, workout);
    rows.push(row);
  }
  for (const row of rows) {
    for (const key of row.link.copies) {
      const slot = sides.workouts.get(key);
      if (slot !== undefined) claimCopy(row, slot);
    }
  }
  return rows;
};

/**
 * All rows: those of the ledger and those that an id shows.
 *
 * **Laws** identity comes before evidence: whatever is claimed here, matching can add to but not take apart.
 */
export const rowsOf = (world: World, sides: Sides): Row[] => {
  const rows = ledgerRows(world, sides);
  const byExternalId = rowsByExternalId(world, sides, rows);
  const all = [...rows, ...byExternalId, ...rowsByOrigin(world, sides), ...rowsOfDeleted(world, sides, rows)];
  all.forEach((row, index) => {
    row.number = index;
  });
  return all;
};
