// @ts-nocheck
import type { Recording } from '../../src/domain/recording';
import { HOUR, type LabelledRecording } from './labelled-recording';
import { NOISE_KINDS } from './noise-kinds';
import { seededRandom } from './seeded-random';

/** A recording of a history, with its truth and the kind of noise it came from. */
export interface HistoryItem extends LabelledRecording {
  readonly kind: string;
}

/** Long enough that no two scenes meet, a recording forgotten for three days included. */
const SCENE_SPACING = 100 * HOUR;

/**
 * A history of `scenes` scenes, one after the other, of all kinds of noise in turn or of one kind.
 *
 * The truth is in the labels: two recordings are one activity exactly if their `happening` is equal. All randomness
 * comes from the seed.
 */
export const labelledHistory = (seed: number, scenes: number, only?: string): HistoryItem[] => {
  const random = seededRandom(seed);
  const kinds = Object.keys(NOISE_KINDS).filter((kind) => only === undefined || kind === only);
  const items: HistoryItem[] = [];
  for (let index = 0; index < scenes; index++) {
    const kind = kinds[index % kinds.length] as string;
    const from = 1_325_376_000_000 + index * SCENE_SPACING + random.whole(0, 999);
    const scene = NOISE_KINDS[kind]?.(random, from, `s${index}`) ?? [];
    for (const labelled of scene) items.push({ ...labelled, kind });
  }
  for (let at = items.length - 1; at > 0; at--) {
    const other = random.whole(0, at);
    [items[at], items[other]] = [items[other] as HistoryItem, items[at] as HistoryItem];
  }
  return items;
};

/** How well a clustering agrees with the truth, pair by pair, for one kind of noise. */
export interface Accuracy {
  readonly kind: string;
  /** Pairs that are one activity, how many of them were found, and how many pairs were merged in all. */
  pairs: number;
  found: number;
  merged: number;
  readonly falseMerges: (readonly [Recording, Recording])[];
  readonly missed: (readonly [Recording, Recording])[];
}

/** Counts pairs against the truth. `clusters` holds the keys that stand together. */
export const measureAccuracy = (
  items: readonly HistoryItem[],
  clusters: readonly (readonly string[])[],
): Accuracy[] => {
  const byKey = new Map(items.map((item) => [item.recording.key, item]));
  const clusterOf = new Map(clusters.flatMap((keys, index) => keys.map((key) => [key, index] as const)));
  const accuracies = new Map<string, Accuracy>();
  const at = (kind: string): Accuracy => {
    const known = accuracies.get(kind) ?? { kind, pairs: 0, found: 0, merged: 0, falseMerges: [], missed: [] };
    accuracies.set(kind, known);
    return known;
  };
  for (const keys of clusters) {
    keys.forEach((key, index) => {
      for (const other of keys.slice(index + 1)) {
        const [a, b] = [byKey.get(key) as HistoryItem, byKey.get(other) as HistoryItem];
        const accuracy = at(a.kind);
        accuracy.merged++;
        if (a.happening !== b.happening) accuracy.falseMerges.push([a.recording, b.recording]);
      }
    });
  }
  const byHappening = new Map<string, HistoryItem[]>();
  for (const item of items) byHappening.set(item.happening, [...(byHappening.get(item.happening) ?? []), item]);
  for (const together of byHappening.values()) {
    together.forEach((a, index) => {
      const accuracy = at(a.kind);
      for (const b of together.slice(index + 1)) {
        accuracy.pairs++;
        if (clusterOf.get(a.recording.key) === clusterOf.get(b.recording.key)) accuracy.found++;
        else accuracy.missed.push([a.recording, b.recording]);
      }
    });
  }
  return [...accuracies.values()];
};
