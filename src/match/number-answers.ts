import type { Interval } from '../domain/interval';
import type { Recording } from '../domain/recording';
import type { AnswerKind } from './find-edges';

/** What the user said about two recordings, by their keys. */
export interface PairAnswer {
  readonly kind: AnswerKind;
  readonly a: string;
  readonly b: string;
}

type Pair = readonly [first: number, second: number];

/** The milliseconds between two that share no time; none where they do. */
const gapBetween = (a: Interval, b: Interval): number =>
  Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end));

const inOrder = (one: readonly number[], other: readonly number[]): number => {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] as number) - (other[at] as number);
};

/**
 * The answers by the numbers of their pairs: `a * count + b`, `a` before `b`. A pair that was answered both ways is `different`:
 * that never loses anything. Where a session and a workout have the same key, an answer is about those two that no group holds already
 * and that are nearest in time; between equals, about one of each kind.
 */
export const numberAnswers = (
  recordings: readonly Recording[],
  answers: readonly PairAnswer[],
  isSession: (place: number) => boolean,
  isGrouped: (first: number, second: number) => boolean,
): ReadonlyMap<number, AnswerKind> => {
  const numbered = new Map<number, AnswerKind>();
  if (answers.length === 0) return numbered;
  const places = new Map<string, number[]>();
  for (const [place, { key }] of recordings.entries()) {
    const known = places.get(key);
    if (known) known.push(place);
    else places.set(key, [place]);
  }
  const rankOf = ([first, second]: Pair): readonly number[] => {
    const gap = gapBetween(recordings[first] as Recording, recordings[second] as Recording);
    return [Number(isGrouped(first, second)), gap, Number(isSession(first) === isSession(second))];
  };
  for (const { kind, a, b } of answers) {
    const pairs = (places.get(a) ?? []).flatMap((first) =>
      (places.get(b) ?? []).flatMap((second): readonly Pair[] => (first === second ? [] : [[first, second]])),
    );
    const [chosen] = pairs.length > 1 ? pairs.sort((one, other) => inOrder(rankOf(one), rankOf(other))) : pairs;
    if (chosen === undefined) continue;
    const pair = Math.min(...chosen) * recordings.length + Math.max(...chosen);
    if (numbered.get(pair) !== 'different') numbered.set(pair, kind);
  }
  return numbered;
};
