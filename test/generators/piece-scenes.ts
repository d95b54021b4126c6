import type { Recording } from '../../src/domain/recording';
import { recordHappening } from '../../src/testing/arbitraries/record-happening';
import { copyTo, cut, deviceBeside, happen, SECOND } from './labelled-recording';
import { label, PHONE, type Scene, WATCH } from './scene';
import type { SeededRandom } from './seeded-random';

/** Splits a recording at shares of its time, with a pause of seconds to minutes between the pieces. */
const split = (random: SeededRandom, whole: Recording, name: string, shares: readonly number[]): Recording[] => {
  const length = whole.end - whole.start;
  let from = whole.start;
  return [...shares, 1].map((share, index) => {
    const to = whole.start + share * length;
    const piece = cut(whole, `${name}-p${index}`, from, to);
    from = to + Math.min(random.around(20 * SECOND, 1), 0.05 * length);
    return piece;
  });
};

export const wholeAndPieces =
  (sharesOf: (random: SeededRandom) => readonly number[]): Scene =>
  (random, from, name) => {
    const happening = happen(random, from);
    const whole = recordHappening(`${name}-a`, WATCH, happening);
    const other = random.chance(0.5)
      ? copyTo(random, whole, `${name}-b`, PHONE)
      : deviceBeside(random, whole, `${name}-b`, PHONE);
    const pieces = split(random, other, name, sharesOf(random));
    return [...label(name, whole), ...pieces.flatMap((piece) => label(piece.key, piece))];
  };
