import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/domain/hash';

/** Every pair was computed a second time by another program, with integers of any size in place of 32-bit arithmetic. */
const PINNED: readonly (readonly [string, string])[] = [
  ['', '060fc4dd58694447fa92b9caf8f2aa9f'],
  ['a', '783a478998736361f849f17be4c0fd1b'],
  ['ab', 'f894373f199e6e878c3b1729d5f12e19'],
  ['3 ada session-1', 'ca0867b9ee4965a7161089d3c9bfb588'],
  ['早朝ラン', '55e68d67bc6a64bc428e9ad92673e6dd'],
  ['🏃‍♀️ 10 km', '4558fce05645462a876993b5e2a98a08'],
  ['\ud800', '3e51afd5a55881beab2cf0e6dac437c9'],
  ['a'.repeat(1000), 'a3fc380ffce7f9d0a823ca213ab71cb4'],
];

const WORDS = [0, 8, 16, 24];

/** Ids as apps and platforms give them: counted, dated, and UUIDs that differ in a few digits. */
const realisticIds = (count: number): string[] =>
  Array.from({ length: count }, (_, number) => {
    if (number % 4 === 0) return `session-${number}`;
    if (number % 4 === 1) return `3 ada ${number}`;
    if (number % 4 === 2) return `apple-health:6F9619FF-8B86-D011-B42D-${number.toString(16).padStart(12, '0')}`;
    return new Date(Date.UTC(2020, 0, 1) + number * 1000).toISOString();
  });

const differingBits = (a: string, b: string): number =>
  WORDS.map((from) => Number.parseInt(a.slice(from, from + 8), 16) ^ Number.parseInt(b.slice(from, from + 8), 16))
    .map((word) => (word >>> 0).toString(2).replaceAll('0', '').length)
    .reduce((sum, bits) => sum + bits, 0);

describe('fingerprint', () => {
  it.each(PINNED)('of %j stays what it was', (text, expected) => {
    expect(fingerprint(text)).toBe(expected);
  });

  it('is 32 hexadecimal digits, the same each time, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const print = fingerprint(text);
        expect(print).toMatch(/^[0-9a-f]{32}$/);
        expect(fingerprint([...text].join(''))).toBe(print);
      }),
    );
  });

  it.each([
    ['case', 'Morning run', 'morning run'],
    ['order', 'ab', 'ba'],
    ['length', 'aaa', 'aaaa'],
    ['nothing and a zero', '', '\u0000'],
    ['zeros', '\u0000', '\u0000\u0000'],
    ['an accent that is composed and one that is not', '\u00e9', 'e\u0301'],
    ['units that share their low byte', '\u0141', 'A'],
    ['two emoji of one surrogate half', '🏃', '🏊'],
  ])('tells texts apart by %s', (_title, a, b) => {
    expect(fingerprint(a)).not.toBe(fingerprint(b));
  });

  it('has no collisions over 200,000 realistic ids, and each of its four words few', { timeout: 30_000 }, () => {
    const prints = realisticIds(200_000).map(fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
    expect(new Set(prints.map((print) => print.slice(0, 16))).size).toBe(prints.length);
    for (const from of WORDS) {
      const words = new Set(prints.map((print) => print.slice(from, from + 8)));
      // Chance alone lets 4.7 of 200,000 draws from 2^32 collide; more than 20 has a chance below one in ten million.
      expect(prints.length - words.size).toBeLessThanOrEqual(20);
    }
  });

  it('changes about half of its bits with one character', () => {
    const ids = realisticIds(2000);
    const changed = ids.map((id) => {
      const at = Math.floor(id.length / 2);
      const other = `${id.slice(0, at)}${String.fromCharCode(id.charCodeAt(at) ^ 1)}${id.slice(at + 1)}`;
      return differingBits(fingerprint(id), fingerprint(other));
    });
    const mean = changed.reduce((sum, bits) => sum + bits, 0) / changed.length;
    expect(mean).toBeGreaterThan(63);
    expect(mean).toBeLessThan(65);
    expect(Math.min(...changed)).toBeGreaterThan(32);
  });
});
