import fc from 'fast-check';
import type { Recording } from '../../domain/recording';
import { COPY_KINDS, type CopyDraw, type CopyKind, copyDraw, copyFrom } from './copies';
import { happeningDraw, happeningsFrom } from './happening';
import { type Happening, recordHappening } from './record-happening';

/** A recording with its truth: recordings of one `happening` are copies of each other, all others are not. */
export interface LabelledRecording {
  readonly recording: Recording;
  readonly happening: string;
}

export interface LabelledRecordingsOptions {
  /** @defaultValue 4 */
  readonly mostHappenings?: number;
  /**
   * How often one activity may be recorded, up to four times.
   * @defaultValue 3
   */
  readonly mostRecordings?: number;
  /** @defaultValue all */
  readonly copies?: readonly CopyKind[];
}

/** Who records beside the watch. No app writes two recordings of one activity, unless it rewrites. */
const APPS = ['com.phone', 'com.gym', 'com.service'] as const;
const WATCH = 'com.watch';

/** A happening as the watch recorded it, and its copies. */
const recordingsOf = (
  happening: Happening,
  name: string,
  copies: readonly CopyDraw[],
): readonly LabelledRecording[] => {
  const original = recordHappening(`${name}-0`, WATCH, happening);
  const others = copies.map((draw, at) =>
    copyFrom(original, draw, { key: `${name}-${at + 1}`, app: APPS[at] ?? WATCH }),
  );
  return [original, ...others].map((recording) => ({ recording, happening: name }));
};

/**
 * What several apps recorded of what one person did, each recording with its truth. Copies come in any order.
 *
 * **Shape** one to `mostHappenings` activities, one after the other, some of them back to back; each recorded once by a watch, and by
 * up to `mostRecordings - 1` others. Shrinks to few recordings.
 *
 * @example
 * ```ts
 * import fc from 'fast-check';
 * import { clusterRecordings } from 'workout-sync';
 * import { labelledRecordings } from 'workout-sync/testing/arbitraries';
 *
 * fc.assert(
 *   fc.property(labelledRecordings(), (all) => {
 *     const truth = new Map(all.map(({ recording, happening }) => [recording.key, happening]));
 *     const clusters = clusterRecordings(all.map(({ recording }) => recording));
 *     return clusters.every(({ winner, copies }) => copies.every(({ key }) => truth.get(key) === truth.get(winner)));
 *   }),
 * );
 * ```
 *
 * @see {@link labelledPairs} for a rule that looks at two.
 */
export const labelledRecordings = ({
  mostHappenings = 4,
  mostRecordings = 3,
  copies = COPY_KINDS,
}: LabelledRecordingsOptions = {}): fc.Arbitrary<readonly LabelledRecording[]> =>
  fc
    .array(
      fc.record({
        ...happeningDraw,
        copies: fc.array(copyDraw(copies), { maxLength: Math.min(mostRecordings - 1, APPS.length) }),
        isLate: fc.boolean(),
      }),
      { minLength: 1, maxLength: mostHappenings },
    )
    // One draw and no further ones that depend on it: so a counterexample shrinks to what it takes.
    .map((drawn) => {
      const all = happeningsFrom(drawn).map((happening, at) => {
        const { copies: draws = [], isLate = false } = drawn[at] ?? {};
        return { isLate, recordings: recordingsOf(happening, `happening-${at + 1}`, draws) };
      });
      const first = all.flatMap(({ isLate, recordings: [original] }) => (isLate || !original ? [] : [original]));
      const later = all.flatMap(({ isLate, recordings }) => (isLate ? [...recordings].reverse() : recordings.slice(1)));
      return [...first, ...later];
    });

/** Two recordings, and whether they are one activity. */
export interface LabelledPair {
  readonly a: Recording;
  readonly b: Recording;
  readonly isOneActivity: boolean;
}

/** Every pair of some recordings, with its truth, each once. */
export const labelledPairs = (all: readonly LabelledRecording[]): readonly LabelledPair[] =>
  all.flatMap((a, at) =>
    all.slice(at + 1).map((b) => ({ a: a.recording, b: b.recording, isOneActivity: a.happening === b.happening })),
  );
