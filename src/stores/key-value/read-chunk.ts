import type { StateRow } from '../../ports/state-store';
import { type Chunk, unpackRows } from './chunk';
import { chunkKey } from './load-manifest';
import type { Lost } from './manifest';
import type { ClassedStorage } from './storage';

/** `a` for one row, `a to c` for a stretch: the keys between are lost with their rows. */
const nameOf = ({ first, last }: Chunk): string => (first === last ? first : `${first} to ${last}`);

/** The rows of a chunk that can be read, and what was lost of it. */
export const readChunk = async (
  { get }: ClassedStorage,
  prefix: string,
  chunk: Chunk,
): Promise<{ readonly rows: readonly StateRow[]; readonly lost?: Lost }> => {
  const { rows, isWhole } = unpackRows(await get(chunkKey(prefix, chunk.id)), chunk);
  const { id, first, last } = chunk;
  return isWhole ? { rows } : { rows, lost: { name: nameOf(chunk), first, last, id } };
};
