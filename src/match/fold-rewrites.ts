import type { Recording } from '../domain/recording';
import { ownIdOf } from './identity';
import type { Timeline } from './timeline';

/** Whether nothing but time, kind and the app's own id can link a recording. */
const isPlain = (recording: Recording): boolean =>
  !recording.crossIds && !recording.parent && ownIdOf(recording) === undefined;

const isExactRewrite = (a: Recording, b: Recording): boolean =>
  a.end === b.end &&
  a.activity === b.activity &&
  a.distanceMetres === b.distanceMetres &&
  a.source?.app === b.source?.app;

/**
 * For each place, the first place with an exact rewrite of the same recording by the same app, or the place itself.
 *
 * One vendor's app wrote the same run dozens of times; comparing all of them with all would be quadratic. `mayFold`
 * says which recordings may be folded at all.
 *
 * **Cost** O(n), plus for each recording the different ones that start at the same instant.
 */
export const foldRewrites = ({ recordings, starts }: Timeline, mayFold: (place: number) => boolean): Int32Array => {
  const firsts = new Int32Array(recordings.length);
  let seen: number[] = [];
  for (let place = 0; place < firsts.length; place++) {
    firsts[place] = place;
    const isFirst = starts[place] !== starts[place - 1];
    // Most begin alone, and need no closer look.
    if (isFirst && starts[place] !== starts[place + 1]) continue;
    if (isFirst) seen = [];
    if (!mayFold(place)) continue;
    const recording = recordings[place] as Recording;
    if (!isPlain(recording)) continue;
    const first = seen.find((earlier) => isExactRewrite(recordings[earlier] as Recording, recording));
    if (first === undefined) seen.push(place);
    else firsts[place] = first;
  }
  return firsts;
};
