import { findMalformedField } from '../../../../src/domain/malformed';
import { isExportError } from '../../../../src/exports/export-error';
import type { OpenDatabase } from '../../../../src/exports/health-connect/open-export';
import type { Detail } from '../../../../src/ports/detail';
import { A_WEEK } from '../../../generators/health-connect-export/a-week';
import { writeExport } from '../../../generators/health-connect-export/write-export';
import { type SeededRandom, seededRandom } from '../../../generators/seeded-random';
import { ALL_TIME, openBytes } from '../open-week';
import { BYTE_DAMAGE, type FuzzFiles } from './damage-bytes';
import { damageValues } from './damage-values';

/** How a case ended, and what would not do at all. */
export interface FuzzOutcome {
  readonly kind: string;
  readonly end: 'refused' | 'read' | 'read in part';
  readonly wrong?: string;
}

const FILES: FuzzFiles = {
  whole: writeExport(A_WEEK, 23, 512).serialize(),
  other: writeExport(A_WEEK, 10, 512).serialize(),
};

const KINDS = Object.keys(BYTE_DAMAGE);

const damagedBytes = (random: SeededRandom, kind: string): Uint8Array => {
  const damage = BYTE_DAMAGE[kind];
  if (damage) return damage(random, FILES);
  const database = writeExport(A_WEEK, random.pick([10, 14, 23, 99]), 512);
  damageValues(random, database);
  const bytes = database.serialize();
  database.close();
  return bytes;
};

/** A number that is none, or one that nobody can have measured. */
const findNonsense = ({ series, routes, laps = [], pauses = [] }: Detail): string | undefined => {
  const samples = Object.values(series).flatMap((one) => one ?? []);
  if (!samples.every(({ at, value }) => Number.isInteger(at) && Number.isFinite(value) && value >= 0))
    return 'a sample';
  const points = routes.flat();
  if (!points.every(({ latitude, longitude }) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
    return 'a point';
  return [...laps, ...pauses].every(({ start, end }) => start < end) ? undefined : 'a lap or a pause';
};

const MOST_PAGES = 100;

const readEverything = async (
  bytes: Uint8Array,
  sqlite: OpenDatabase | undefined,
): Promise<Omit<FuzzOutcome, 'kind'>> => {
  const opened = await openBytes(bytes, sqlite && { sqlite });
  try {
    const keys = new Set<string>();
    let page: string | undefined;
    for (let pages = 0; ; pages += 1) {
      if (pages > MOST_PAGES) return { end: 'read', wrong: 'the pages have no end' };
      const read = await opened.store.readWorkouts({ window: ALL_TIME, limit: 3, ...(page && { page }) });
      for (const workout of read.items) {
        if (keys.has(workout.key)) return { end: 'read', wrong: `${workout.key} came twice` };
        keys.add(workout.key);
        const field = findMalformedField(workout);
        // A session that ends before it starts is given: the planner says so of it.
        if (field !== undefined && field !== 'end') return { end: 'read', wrong: `${field} of a workout` };
        const nonsense = findNonsense(await opened.store.detail.read(workout));
        if (nonsense) return { end: 'read', wrong: nonsense };
        await opened.notes(workout);
      }
      const summaries = await opened.store.detail.summarise(read.items);
      if (summaries.length !== read.items.length) return { end: 'read', wrong: 'summaries are missing' };
      page = read.next;
      if (!page) break;
    }
    if (opened.problems.length > 1000) return { end: 'read', wrong: 'too many problems' };
    return { end: opened.problems.length === 0 ? 'read' : 'read in part' };
  } finally {
    await opened.close();
  }
};

/** Damages a file as the seed says, and reads all that is left of it. */
export const runCase = async (seed: number, sqlite?: OpenDatabase): Promise<FuzzOutcome> => {
  const random = seededRandom(seed);
  const kind = random.chance(0.4) ? 'values' : random.pick(KINDS);
  const bytes = damagedBytes(random, kind);
  try {
    return { kind, ...(await readEverything(bytes, sqlite)) };
  } catch (thrown) {
    return {
      kind,
      end: 'refused',
      ...(!isExportError(thrown) && { wrong: String((thrown as Error)?.stack ?? thrown) }),
    };
  }
};
