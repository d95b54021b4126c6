import { type LinkKind, workoutsIn } from '../domain/link';
import { keysOf } from '../sync/observe/keys';
import { LINKS, SEEDS, type Seed } from '../sync/state/collections';
import type { State } from '../sync/state/state';

/** A pair that a home-made sync knows: the app's session, the health store's workout, and how they came together. */
export interface SeedRow {
  readonly session: string;
  readonly workout: string;
  readonly kind: LinkKind;
}

/**
 * Why a row is not adopted.
 *
 * - `malformed`: a key is missing, or the kind is none.
 * - `session-linked`, `workout-linked`: it is linked with another record already.
 * - `session-seeded`, `workout-seeded`: another row says otherwise. Where both are in one call, both are refused: nobody
 *   knows which one is right.
 */
export type SeedRefusalCode = 'malformed' | 'session-linked' | 'workout-linked' | 'session-seeded' | 'workout-seeded';

/** A row that is not adopted, and what it contradicts: the key of the other record, where there is one. */
export interface SeedRefusal {
  readonly row: SeedRow;
  readonly code: SeedRefusalCode;
  readonly other?: string;
}

/** What becomes of each row: adopted as soon as both records are seen, known before, or refused. */
export interface SeedReport {
  readonly adopted: readonly SeedRow[];
  readonly known: readonly SeedRow[];
  readonly refused: readonly SeedRefusal[];
}

const KINDS: ReadonlySet<unknown> = new Set<LinkKind>(['imported', 'exported', 'matched']);

const isKey = (key: unknown): boolean => typeof key === 'string' && key !== '';

const isSound = ({ session, workout, kind }: SeedRow): boolean => isKey(session) && isKey(workout) && KINDS.has(kind);

const isSame = (a: Seed, b: Seed): boolean => a.session === b.session && a.workout === b.workout && a.kind === b.kind;

/** All that names a session, or a workout. */
const indexed = <Item>(items: readonly Item[], keysOfItem: (item: Item) => readonly string[]): Map<string, Item[]> => {
  const index = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOfItem(item)) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [item]);
      else known.push(item);
    }
  }
  return index;
};

/**
 * Holds rows against the links, the seeds that wait already, and each other.
 *
 * **Laws** independent of the order of the rows; a row that is given twice counts once.
 */
export const judgeSeeds = (
  state: State,
  rows: readonly SeedRow[],
): SeedReport & { readonly seeds: readonly Seed[] } => {
  const keys = keysOf(state);
  const linkOf = state.all(LINKS);
  const holders = indexed([...linkOf.values()], workoutsIn);
  const seeds = rows.filter(isSound).map((row): Seed => ({ ...row, session: keys.inside(row.session) }));
  const all = [...state.all(SEEDS).values(), ...seeds];
  const bySession = indexed(all, ({ session }) => [session]);
  const byWorkout = indexed(all, ({ workout }) => [workout]);

  const verdictOn = (seed: Seed): 'new' | 'known' | Omit<SeedRefusal, 'row'> => {
    const link = linkOf.get(seed.session);
    const holder = holders.get(seed.workout)?.[0]?.session;
    if (holder === seed.session) return 'known';
    if (link !== undefined) return { code: 'session-linked', other: link.workout };
    if (holder !== undefined) return { code: 'workout-linked', other: keys.outside(holder) };
    const rival = bySession.get(seed.session)?.find((other) => !isSame(other, seed));
    if (rival) return { code: 'session-seeded', other: rival.workout };
    const suitor = byWorkout.get(seed.workout)?.find((other) => !isSame(other, seed));
    if (suitor) return { code: 'workout-seeded', other: keys.outside(suitor.session) };
    return state.get(SEEDS, seed.session) ? 'known' : 'new';
  };

  const adopted: SeedRow[] = [];
  const known: SeedRow[] = [];
  const refused: SeedRefusal[] = [];
  const sown = new Map<string, Seed>();
  for (const row of rows) {
    if (!isSound(row)) {
      refused.push({ row, code: 'malformed' });
      continue;
    }
    const seed: Seed = { session: keys.inside(row.session), workout: row.workout, kind: row.kind };
    const verdict = verdictOn(seed);
    if (verdict === 'known') known.push(row);
    else if (verdict !== 'new') refused.push({ row, ...verdict });
    else if (!sown.has(seed.session)) {
      sown.set(seed.session, seed);
      adopted.push(row);
    }
  }
  return { adopted, known, refused, seeds: [...sown.values()] };
};
