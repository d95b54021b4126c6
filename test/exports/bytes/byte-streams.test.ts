import { describe, expect, it } from 'vitest';
import { isFileTree } from '../../../src/exports/bytes/byte-source';
import { entryOf, gatherBytes, streamOf } from '../../../src/exports/bytes/byte-streams';
import { blobSource, bytesSource } from '../../../src/exports/bytes/memory-sources';

const PIECE = 1 << 19;
const counted = (length: number) => Uint8Array.from({ length }, (_, at) => at % 251);

describe('a source in memory', () => {
  it.each([
    [0, 3, 'abc'],
    [1, 2, 'b'],
    [2, 9, 'cde'],
    [5, 9, ''],
    [3, 3, ''],
  ])('gives the bytes from %i up to %i', async (from, to, text) => {
    const blob = new Blob(['abcde']);
    for (const source of [blobSource(blob), bytesSource(new TextEncoder().encode('abcde'))]) {
      expect(source.size).toBe(5);
      expect(new TextDecoder().decode(await source.read(from, to))).toBe(text);
    }
  });

  it('takes its name from the file, unless it is given one', () => {
    expect(blobSource(new File([], 'export.zip')).name).toBe('export.zip');
    expect(blobSource(new File([], 'export.zip'), 'mine.zip').name).toBe('mine.zip');
    expect(blobSource(new Blob([])).name).toBe('blob');
  });

  it('gives bytes that stay as they are', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const read = await bytesSource(bytes).read(0, 3);
    bytes[0] = 9;
    expect([...read]).toEqual([1, 2, 3]);
  });

  it('is no tree', () => {
    expect(isFileTree(bytesSource(new Uint8Array()))).toBe(false);
    expect(isFileTree({ name: 'folder', list: async () => [] })).toBe(true);
  });
});

describe('streamOf', () => {
  it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])(
    'gives all of %i bytes, and no empty piece',
    async (length) => {
      const bytes = counted(length);
      const stream = streamOf(bytesSource(bytes));
      const pieces: Uint8Array[] = [];
      for (let piece = await stream.next(); piece !== undefined; piece = await stream.next()) pieces.push(piece);
      expect(pieces.every((piece) => piece.length > 0)).toBe(true);
      expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
      expect(await stream.next()).toBeUndefined();
    },
  );

  it('gives a part of a source', async () => {
    const bytes = await gatherBytes(streamOf(bytesSource(counted(100)), 10, 13), 100);
    expect([...bytes]).toEqual([10, 11, 12]);
  });

  it('ends where the source is shorter than it said', async () => {
    const source = { ...bytesSource(counted(10)), size: 99 };
    expect((await gatherBytes(streamOf(source), 99)).length).toBe(10);
  });

  it('gives nothing after it was closed', async () => {
    const stream = streamOf(bytesSource(counted(10)));
    await stream.close();
    expect(await stream.next()).toBeUndefined();
  });

  it('starts anew with every opening of an entry', async () => {
    const entry = entryOf(bytesSource(counted(10), 'a.xml'));
    expect(entry).toMatchObject({ path: 'a.xml', size: 10 });
    for (const _ of [1, 2]) expect((await gatherBytes(await entry.open(), 10)).length).toBe(10);
  });
});

describe('gatherBytes', () => {
  it('takes as many bytes as it may, and not one more', async () => {
    const source = bytesSource(counted(10));
    expect((await gatherBytes(streamOf(source), 10)).length).toBe(10);
    await expect(gatherBytes(streamOf(source), 9)).rejects.toThrow('More than 9 bytes came.');
  });
});
