import type { Recording } from '../domain/recording';
import { ownIdOf } from './judge-identity';
import type { Timeline } from './timeline';

/** Whether nothing but time and kind can link a recording: only then a rewrite of it is the same to every other one. */
const isPlain = (recording: Recording): boolean =>
  recording.crossIds === undefined && recording.parent === undefined && ownIdOf(recording) === undefined;

const isExactRewrite = (a: Recording, b: Recording): boolean =>
  a.end === b.end &&
  a.activity === b.activity &&
  a.distanceMetres === b.distanceMetres &&
  a.source?.app === b.source?.app;

/**
 * For each place, the first place with an exact rewrite of the same recording by the same app, or the place itself.
 *
 * One vendor's app wrote the same run dozens of times; comparing all of them with all would be quadratic. `free` says
 * which recordings may be folded at all.
 *
 * **Cost** O(n) plus, for recordings that start at the same instant, the different ones among them.
 */
export const foldRewrites = ({ recordings, starts }: Timeline, free: (place: number) => boolean): Int32Array => {
  const first = new Int32Array(starts.length);
  let seen: number[] = [];
  for (let place = 0; place < starts.length; place++) {
    first[place] = place;
    if (place > 0 && starts[place] !== starts[place - 1]) seen = [];
    const next = starts[place] === starts[place + 1];
    if (!next && seen.length === 0) continue;
    const recording = recordings[place] as Recording;
    if (!free(place) || !isPlain(recording)) continue;
    const earlier = seen.find((other) => isExactRewrite(recordings[other] as Recording, recording));
    if (earlier === undefined) seen.push(place);
    else first[place] = earlier;
  }
  return first;
};
