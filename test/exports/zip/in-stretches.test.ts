import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../../src/exports/bytes/byte-source';
import { bytesSource } from '../../../src/exports/bytes/memory-sources';
import { inStretches } from '../../../src/exports/zip/in-stretches';

const STRETCH = 1 << 18;
const BYTES = Uint8Array.from({ length: 3 * STRETCH }, (_, at) => (at * 7 + (at >> 8)) % 251);

const watched = (): { readonly source: ByteSource; readonly asked: number[] } => {
  const asked: number[] = [];
  const source = bytesSource(BYTES);
  const read: ByteSource['read'] = (from, to) => {
    asked.push(to - from);
    return source.read(from, to);
  };
  return { source: { ...source, read }, asked };
};

describe('a source that is read in stretches', () => {
  it.each([
    ['from the start', 0, 10],
    ['nothing', 5, 5],
    ['within the stretch before', 3, 8],
    ['across the end of the stretch before', STRETCH - 4, STRETCH + 4],
    ['backwards', 100, 120],
    ['more than a stretch', 7, 7 + STRETCH],
    ['the last bytes', BYTES.length - 3, BYTES.length],
    ['beyond the end', BYTES.length - 3, BYTES.length + 9],
    ['behind the end', BYTES.length + 2, BYTES.length + 9],
  ])('gives what the source gives: %s', async (_, from, to) => {
    const stretches = inStretches(watched().source);
    await stretches.read(0, 10);
    expect([...(await stretches.read(from, to))]).toEqual([...BYTES.subarray(from, to)]);
    expect([...(await stretches.read(1, 4))]).toEqual([...BYTES.subarray(1, 4)]);
  });

  it('asks once for what stands one behind the other, and passes on what is large', async () => {
    const { source, asked } = watched();
    const stretches = inStretches(source);
    for (let at = 0; at + 500 <= STRETCH; at += 500) await stretches.read(at, at + 500);
    expect(asked).toEqual([STRETCH]);
    await stretches.read(0, STRETCH);
    expect(asked).toEqual([STRETCH, STRETCH]);
  });
});
