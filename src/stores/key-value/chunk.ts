import { fingerprint } from '../../domain/hash';
import type { StateRow } from '../../ports/state-store';
import { asciiJson } from './ascii';

/**
 * Rows that lie side by side in the order of keys, stored under one key of the storage and never changed there: a change
 * writes new chunks. `revision` is the one they were written for, `length` the characters of their text.
 */
export interface Chunk {
  readonly id: number;
  readonly revision: number;
  readonly first: string;
  readonly last: string;
  readonly count: number;
  readonly length: number;
  readonly sum: string;
}

/** Rows on their way into a chunk. */
export interface Packed {
  readonly chunk: Omit<Chunk, 'id'>;
  readonly text: string;
}

const SUM_LENGTH = 8;

/**
 * The revision is part of the sum: a line of an older chunk that once had the same key in the storage is no line of this
 * one, however whole it is.
 */
const lineSum = (revision: number, body: string): string => fingerprint(`${revision} ${body}`).slice(0, SUM_LENGTH);

const lineOf = (revision: number, { key, value }: StateRow): string => {
  const body = asciiJson([key, value]);
  return `${lineSum(revision, body)} ${body}`;
};

/** A split chunk is filled to three quarters, so that the next rows do not split it again. */
const FILL = 0.75;

const textsOf = (rows: readonly StateRow[], revision: number) =>
  rows.map(({ key, value }) => ({ key, line: lineOf(revision, { key, value }) }));

const packOne = (rows: ReturnType<typeof textsOf>, revision: number): Packed => {
  const text = rows.map(({ line }) => line).join('\n');
  const [first, last] = [rows[0]?.key ?? '', rows[rows.length - 1]?.key ?? ''];
  return {
    chunk: { revision, first, last, count: rows.length, length: text.length, sum: fingerprint(text) },
    text,
  };
};

/**
 * Rows in the order of their keys, as one chunk, or as several of about the same length where one would be longer than
 * `chunkBytes`. A row that is longer by itself has a chunk of its own.
 */
export const packRows = (rows: readonly StateRow[], revision: number, chunkBytes: number): Packed[] => {
  const lines = textsOf(rows, revision);
  const total = lines.reduce((sum, { line }) => sum + line.length + 1, 0);
  const each = total <= chunkBytes ? chunkBytes : total / Math.ceil(total / (chunkBytes * FILL));
  const packed: Packed[] = [];
  let group: typeof lines = [];
  let length = 0;
  for (const line of lines) {
    if (group.length > 0 && length + line.line.length + 1 > each) {
      packed.push(packOne(group, revision));
      group = [];
      length = 0;
    }
    group.push(line);
    length += line.line.length + 1;
  }
  if (group.length > 0) packed.push(packOne(group, revision));
  return packed;
};

const isRow = (parsed: unknown): parsed is readonly [string, string] =>
  Array.isArray(parsed) && typeof parsed[0] === 'string' && typeof parsed[1] === 'string';

const rowOf = (line: string): StateRow | undefined => {
  try {
    const parsed: unknown = JSON.parse(line.slice(SUM_LENGTH + 1));
    return isRow(parsed) ? { key: parsed[0], value: parsed[1] } : undefined;
  } catch {
    return undefined;
  }
};

const isLineOf = (line: string, revision: number): boolean =>
  line.slice(0, SUM_LENGTH) === lineSum(revision, line.slice(SUM_LENGTH + 1));

/**
 * What is left of a chunk: all of its rows, or those whose lines are still whole. A whole line of another chunk is none of
 * them, should the storage have mixed them up.
 */
export const unpackRows = (
  text: string | undefined,
  { sum, revision, first, last }: Chunk,
): { readonly rows: readonly StateRow[]; readonly isWhole: boolean } => {
  if (text === undefined) return { rows: [], isWhole: false };
  const isWhole = fingerprint(text) === sum;
  const lines = text.split('\n').filter((line) => isWhole || isLineOf(line, revision));
  const rows = lines.map(rowOf).filter((row) => row !== undefined);
  return { rows: rows.filter(({ key }) => key >= first && key <= last), isWhole };
};
