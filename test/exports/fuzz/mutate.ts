import type { SeededRandom } from '../../generators/seeded-random';

/** What readers look for, and what has broken others: put where it does not belong. */
const WORDS = [
  '<',
  '>',
  '"',
  "'",
  '&',
  '&lol;',
  ']]>',
  ']>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<!DOCTYPE HealthData [',
  '<!ENTITY a "&b;&b;">',
  '<Workout ',
  '</Workout>',
  '<WorkoutActivity>',
  '<Record type="HKQuantityTypeIdentifierHeartRate" ',
  '<HealthData locale="x">',
  '</HealthData>',
  '<trkpt lon="1" lat="2">',
  ' startDate="2020-02-30 25:61:61 +9999"',
  ' endDate="0000-00-00 00:00:00 -0000"',
  ' value="1e308"',
  ' value="-0"',
  'path="../../../etc/passwd"',
  'HKQuantityTypeIdentifier__proto__',
  '__proto__',
  '\u0000',
  '\u000b',
  '\uffff',
  '\ud800',
  '\u202e',
  'PK\u0003\u0004',
  'PK\u0001\u0002',
  'PK\u0005\u0006',
  'PK\u0006\u0006',
  '\u00ff\u00ff\u00ff\u00ff',
].map((word) => Buffer.from(word, /^PK|^\u00ff/.test(word) ? 'latin1' : 'utf8'));

const LARGEST_PIECE = 400;

const splice = (bytes: Buffer, at: number, remove: number, insert: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]);

type Mutation = (random: SeededRandom, bytes: Buffer, donor: Buffer) => Buffer;

const piece = (random: SeededRandom, from: Buffer): Buffer => {
  const at = random.whole(0, Math.max(0, from.length - 1));
  return from.subarray(at, at + random.whole(1, LARGEST_PIECE));
};

const place = (random: SeededRandom, bytes: Buffer): number => random.whole(0, bytes.length);

const MUTATIONS: readonly Mutation[] = [
  // One byte is another one.
  (random, bytes) => splice(bytes, place(random, bytes), 1, Uint8Array.of(random.whole(0, 255))),
  // One bit is another one.
  (random, bytes) => {
    const at = random.whole(0, Math.max(0, bytes.length - 1));
    return splice(bytes, at, 1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << random.whole(0, 7))));
  },
  // A piece is gone.
  (random, bytes) => splice(bytes, place(random, bytes), random.whole(1, LARGEST_PIECE), new Uint8Array()),
  // The end, or the beginning, is gone.
  (random, bytes) => bytes.subarray(0, place(random, bytes)),
  (random, bytes) => bytes.subarray(random.chance(0.5) ? random.whole(0, 40) : place(random, bytes)),
  // A piece stands somewhere else, too.
  (random, bytes) => splice(bytes, place(random, bytes), 0, piece(random, bytes)),
  // A piece of another file.
  (random, bytes, donor) => splice(bytes, place(random, bytes), random.whole(0, LARGEST_PIECE), piece(random, donor)),
  // A word that means something.
  (random, bytes) => splice(bytes, place(random, bytes), random.whole(0, 8), random.pick(WORDS)),
  // Very many of a word.
  (random, bytes) =>
    splice(bytes, place(random, bytes), 0, Buffer.concat(Array(random.whole(2, 300)).fill(random.pick(WORDS)))),
  // A digit is another character.
  (random, bytes) => {
    let at = place(random, bytes);
    while (at < bytes.length && ((bytes[at] as number) < 0x30 || (bytes[at] as number) > 0x39)) at++;
    const insert = Buffer.from(random.pick(['9', '0', '-', '.', 'e', ' ', '', '99999999']));
    return splice(bytes, at, 1, insert);
  },
];

/** A file with some damage: mostly a little, sometimes much. */
export const mutate = (random: SeededRandom, bytes: Uint8Array, donor: Uint8Array): Uint8Array => {
  let damaged: Buffer = Buffer.from(bytes);
  const times = random.chance(0.7) ? random.whole(1, 3) : random.whole(4, 24);
  for (let time = 0; time < times; time++) damaged = random.pick(MUTATIONS)(random, damaged, Buffer.from(donor));
  return new Uint8Array(damaged);
};
