// @ts-nocheck
const rotate = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

const finish = (word: number): number => {
  const once = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
};

/** Every byte in hexadecimal: looking up four is several times faster than formatting a number. */
const BYTES: readonly string[] = Array.from({ length: 256 }, (_, byte) => (byte + 256).toString(16).slice(1));

const hex = (word: number): string =>
  (BYTES[word >>> 24] as string) +
  (BYTES[(word >>> 16) & 255] as string) +
  (BYTES[(word >>> 8) & 255] as string) +
  (BYTES[word & 255] as string);

/**
 * A 128-bit fingerprint of a text, as 32 hexadecimal digits. Same text, same digits, in every engine.
 *
 * It spreads well and says nothing readable of its input; it is not a cryptographic hash and does not resist somebody
 * who can guess the input.
 *
 * **Source** the mixing constants and rotations are those of MurmurHash3 (Austin Appleby, public domain).
 */
export const fingerprint = (text: string): string => {
  let a = 0x9368e53c;
  let b = 0x586dcd20;
  let c = 0xcc9e2d51;
  let d = 0x1b873593;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = rotate(Math.imul(a ^ Math.imul(unit, 0x239b961b), 0xab0e9789), 15) + b;
    b = rotate(Math.imul(b ^ Math.imul(unit, 0x38b34ae5), 0xa1e38b93), 17) + c;
    c = rotate(Math.imul(c ^ Math.imul(unit, 0x2c1b3c6d), 0x561ccd1b), 19) + d;
    d = rotate(Math.imul(d ^ Math.imul(unit, 0x297a2d39), 0x0bcaa747), 13) + a;
  }
  a = finish(a ^ text.length ^ d);
  b = finish(b ^ text.length ^ a);
  c = finish(c ^ text.length ^ b);
  d = finish(d ^ text.length ^ c);
  return hex(a ^ d) + hex(b ^ a) + hex(c ^ b) + hex(d);
};
