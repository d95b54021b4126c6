import { overlapMilliseconds } from '../domain/interval';
import type { MatchSettings } from '../domain/match-settings';
import type { Recording } from '../domain/recording';
import { type Edge, RUNG_STRENGTH } from './find-edges';

/** A piece covers at least this share of its whole: less is a false start, not a part worth keeping apart. */
const SMALLEST_PIECE = 0.1;

const lengthOf = (recording: Recording): number => recording.end - recording.start;

/**
 * Whether `other` is a piece of `whole` that the app of `piece` wrote beside it: the other half of a run, the rest after a
 * restart. Records that name no app (sessions) are of one app, the host's own.
 */
const isSibling = (other: Recording, piece: Recording, whole: Recording, settings: MatchSettings): boolean => {
  return (
    other.source?.app === piece.source?.app &&
    overlapMilliseconds(other, whole) >= SMALLEST_PIECE * lengthOf(whole) &&
    overlapMilliseconds(other, piece) < settings.possibleOverlap * Math.min(lengthOf(other), lengthOf(piece))
  );
};

/**
 * Turns `same` into `part-of` where one app has two pieces in one whole, also when one piece alone covers most of it, or
 * carries the file id of the whole. A record's own id and the user's answer stand.
 *
 * **Laws** looks at judgements only, never at what it changed itself, so the order of the edges does not matter.
 */
export const markPieces = (
  recordings: readonly Recording[],
  edges: readonly Edge[],
  edgesAt: (place: number) => readonly Edge[],
  settings: MatchSettings,
): void => {
  const at = (place: number): Recording => recordings[place] as Recording;
  for (const edge of edges) {
    if (edge.verdict !== 'same' || edge.strength >= RUNG_STRENGTH['source-id']) continue;
    const { a, b } = edge;
    const [piece, whole] = lengthOf(at(a)) < lengthOf(at(b)) ? [a, b] : [b, a];
    for (const beside of edgesAt(whole)) {
      const other = at(beside.a + beside.b - whole);
      if (beside.isBarred || !isSibling(other, at(piece), at(whole), settings)) continue;
      edge.verdict = 'part-of';
      edge.sibling = other.key;
      break;
    }
  }
};
