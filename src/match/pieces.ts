import { overlapMilliseconds } from '../domain/interval';
import type { MatchSettings } from '../domain/match-settings';
import type { Recording } from '../domain/recording';
import { type Graph, otherEnd } from './graph';

/** A piece covers at least this share of its whole: less is a false start, not a part worth keeping apart. */
const SMALLEST_PIECE = 0.1;

const lengthOf = (recording: Recording): number => recording.end - recording.start;

/**
 * A piece of `whole` that the app of `piece` wrote beside it, if there is one: the other half of a run, the rest after a
 * restart. Records that name no app (sessions) are of one app, the host's own.
 */
const siblingOf = (
  piece: number,
  whole: number,
  recordings: readonly Recording[],
  graph: Graph,
  settings: MatchSettings,
): number | undefined => {
  const part = recordings[piece] as Recording;
  const all = recordings[whole] as Recording;
  for (const edge of graph.edgesAt(whole)) {
    const place = otherEnd(edge, whole);
    const other = recordings[place] as Recording;
    if (
      place !== piece &&
      edge.judgement.verdict !== 'different' &&
      other.source?.app === part.source?.app &&
      overlapMilliseconds(other, all) >= settings.insideOverlap * lengthOf(other) &&
      overlapMilliseconds(other, all) >= SMALLEST_PIECE * lengthOf(all) &&
      overlapMilliseconds(other, part) < settings.possibleOverlap * Math.min(lengthOf(other), lengthOf(part))
    ) {
      return place;
    }
  }
  return undefined;
};

/**
 * Turns `same` into `part-of` where one app has two pieces in one whole, also when one piece alone covers most of it.
 *
 * **Laws** looks at judgements only, never at what it changed itself, so the order of the edges does not matter.
 */
export const markPieces = (recordings: readonly Recording[], graph: Graph, settings: MatchSettings): void => {
  for (const edge of graph.edges) {
    if (edge.verdict !== 'same' || edge.core) continue;
    const [piece, whole] =
      lengthOf(recordings[edge.a] as Recording) < lengthOf(recordings[edge.b] as Recording)
        ? [edge.a, edge.b]
        : [edge.b, edge.a];
    const sibling = siblingOf(piece, whole, recordings, graph, settings);
    if (sibling === undefined) continue;
    edge.verdict = 'part-of';
    edge.sibling = sibling;
  }
};
