import type { SeededRandom } from '../../../generators/seeded-random';

/** A whole file, and another one to take pieces from. */
export interface FuzzFiles {
  readonly whole: Uint8Array;
  readonly other: Uint8Array;
}

type Damage = (random: SeededRandom, files: FuzzFiles) => Uint8Array;

const HEADER_BYTES = 100;

const overwrite = (random: SeededRandom, bytes: Uint8Array, from: number, to: number, count: number): Uint8Array => {
  const spoilt = bytes.slice();
  for (let times = 0; times < count; times += 1) {
    spoilt[random.whole(Math.floor(from), Math.min(to, spoilt.length) - 1)] = random.pick([
      0,
      1,
      0x7f,
      0x80,
      0xff,
      random.whole(0, 255),
    ]);
  }
  return spoilt;
};

const pieceOf = (random: SeededRandom, bytes: Uint8Array): Uint8Array => {
  const from = random.whole(0, bytes.length - 1);
  return bytes.subarray(from, Math.min(bytes.length, from + random.whole(1, 3000)));
};

/** A page copied over another one: the tree then holds rows of another table, or itself. */
const copyPage: Damage = (random, { whole, other }) => {
  const pageBytes = ((whole[16] as number) << 8) | (whole[17] as number);
  const pages = Math.floor(whole.length / pageBytes);
  const spoilt = whole.slice();
  const source = random.chance(0.5) ? whole : other;
  const from = random.whole(0, Math.max(0, Math.floor(source.length / pageBytes) - 1)) * pageBytes;
  spoilt.set(source.subarray(from, from + pageBytes), random.whole(1, pages - 1) * pageBytes);
  return spoilt;
};

/** Everything that happens to the bytes of a file. */
export const BYTE_DAMAGE: Readonly<Record<string, Damage>> = {
  'some bytes': (random, { whole }) => overwrite(random, whole, 0, whole.length, random.whole(1, 20)),
  'many bytes': (random, { whole }) => overwrite(random, whole, whole.length / 2, whole.length, random.whole(20, 1000)),
  'the header': (random, { whole }) => overwrite(random, whole, 0, HEADER_BYTES, random.whole(1, 6)),
  'the schema': (random, { whole }) => overwrite(random, whole, HEADER_BYTES, 6000, random.whole(1, 12)),
  'heads of pages': (random, { whole }) => {
    const pageBytes = ((whole[16] as number) << 8) | (whole[17] as number);
    const page = random.whole(1, Math.floor(whole.length / pageBytes) - 1) * pageBytes;
    return overwrite(random, whole, page, page + 40, random.whole(1, 8));
  },
  'a page copied': copyPage,
  'cut off': (random, { whole }) => whole.slice(0, random.whole(0, whole.length)),
  'cut off, with its length mended': (random, { whole }) => {
    const pageBytes = ((whole[16] as number) << 8) | (whole[17] as number);
    const pages = random.whole(1, Math.floor(whole.length / pageBytes) - 1);
    const cut = whole.slice(0, pages * pageBytes);
    new DataView(cut.buffer).setUint32(28, pages);
    return cut;
  },
  spliced: (random, { whole, other }) => {
    const at = random.whole(0, whole.length);
    return new Uint8Array([...whole.subarray(0, at), ...pieceOf(random, other), ...whole.subarray(at)]);
  },
  'a piece of it': (random, { whole }) => pieceOf(random, whole).slice(),
};
