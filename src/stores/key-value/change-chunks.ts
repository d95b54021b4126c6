import type { StateChange, StateRow } from '../../ports/state-store';
import { type Chunk, type Packed, packRows } from './chunk';
import type { Lost, Manifest } from './manifest';

/** What a change makes of the state: the chunks to write, and the manifest that then counts. */
export interface NextState {
  readonly manifest: Manifest;
  readonly write: readonly { readonly id: number; readonly text: string }[];
}

type Edits = Map<string, string | undefined>;

/** The chunk that a key belongs to: the last one that starts at or before it, or the first of all. */
const chunkFor = (chunks: readonly Chunk[], key: string): number => {
  let [low, high] = [0, chunks.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((chunks[middle] as Chunk).first <= key) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
};

const editsByChunk = (chunks: readonly Chunk[], { put, remove }: StateChange): Map<number, Edits> => {
  const edits = new Map<number, Edits>();
  const add = (key: string, value?: string) => {
    const at = chunkFor(chunks, key);
    const known = edits.get(at) ?? new Map();
    edits.set(at, known.set(key, value));
  };
  for (const { key, value } of put) add(key, value);
  // What is not there need not be removed, and often there is nothing at all.
  for (const key of chunks.length === 0 ? [] : remove) add(key);
  return edits;
};

const edited = (rows: readonly StateRow[], edits: Edits): StateRow[] => {
  const values: Edits = new Map(rows.map(({ key, value }) => [key, value]));
  for (const [key, value] of edits) values.set(key, value);
  return [...values]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
};

/**
 * The lowest numbers that no chunk of this state, of the one before it, or of what is not yet removed has: a change that
 * did not happen has left its chunks under the first of them, and the next change writes over these.
 */
export const freeIds = function* ({ chunks, replaced, trash, lost }: Manifest): Generator<number, never> {
  const taken = new Set([...[...chunks, ...replaced, ...lost].map(({ id }) => id), ...trash]);
  for (let id = 0; ; id++) if (!taken.has(id)) yield id;
};

/**
 * Carries a change out on the chunks it touches, and on no others.
 *
 * **Shape** `read` gives the readable rows of a chunk and what was lost of it. `collected`: the trash is gone already.
 */
export const changeChunks = async (
  before: Manifest,
  change: StateChange,
  read: (chunk: Chunk) => Promise<{ readonly rows: readonly StateRow[]; readonly lost?: Lost }>,
  { chunkBytes, isCollected }: { readonly chunkBytes: number; readonly isCollected: boolean },
): Promise<NextState> => {
  const revision = before.revision + 1;
  const edits = editsByChunk(before.chunks, change);
  const named = new Set([...change.put.map(({ key }) => key), ...change.remove]);
  const newlyLost: Lost[] = [];
  const pieces: { readonly kept: Chunk[]; readonly packed: Packed[] }[] = [];
  const replaced: Chunk[] = [];
  for (const [at, chunk] of (before.chunks.length === 0 ? [undefined] : before.chunks).entries()) {
    const mine = edits.get(at);
    if (mine === undefined) {
      pieces.push({ kept: chunk ? [chunk] : [], packed: [] });
      continue;
    }
    const { rows, lost } = chunk ? await read(chunk) : { rows: [], lost: undefined };
    if (lost) newlyLost.push(lost);
    else if (chunk) replaced.push(chunk);
    pieces.push({ kept: [], packed: packRows(edited(rows, mine), revision, chunkBytes) });
  }

  const ids = freeIds(before);
  const write: { id: number; text: string }[] = [];
  const chunks = pieces.flatMap(({ kept, packed }) => [
    ...kept,
    ...packed.map(({ chunk, text }) => {
      const id = ids.next().value;
      write.push({ id, text });
      return { id, ...chunk };
    }),
  ]);
  const lost = [...before.lost, ...newlyLost];
  return {
    write,
    manifest: {
      revision,
      chunks,
      replaced: replaced.map(({ id, length }) => ({ id, length })),
      trash: [
        ...(isCollected ? [] : before.trash),
        ...before.replaced.map(({ id }) => id),
        ...lost.filter(({ name }) => named.has(name)).flatMap(({ id }) => (id === undefined ? [] : [id])),
      ],
      lost: lost.filter(({ name }) => !named.has(name)),
    },
  };
};
