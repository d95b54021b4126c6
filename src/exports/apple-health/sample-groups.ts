import type { SeriesName } from '../../domain/detail-summary';
import type { Target } from './find-targets';
import type { RecordKind } from './record-kind';
import { suitsActivity } from './series-types';

/**
 * The samples of one type that one source wrote, in the time of one workout.
 *
 * **Shape** `id` is the same for the same type and source everywhere in an export.
 */
export interface GroupSize {
  readonly id: number;
  readonly kind: RecordKind;
  readonly count: number;
}

/** Numbers for pairs of type and source. */
export type GroupIds = (kind: RecordKind) => number;

/** More sources than anybody has; a file that makes up more is not given memory for them. */
const MOST_GROUPS = 4096;

/** Gives each pair of type and source a number; -1 when there are too many to be true. */
export const groupIds = (): GroupIds => {
  const ids = new Map<string, number>();
  const seen = new Map<RecordKind, number>();
  const idOf = (kind: RecordKind): number => {
    const known = seen.get(kind);
    if (known !== undefined) return known;
    const name = `${kind.type} ${kind.app}`;
    const id = ids.get(name) ?? (ids.size < MOST_GROUPS ? ids.size : -1);
    if (id >= 0) {
      ids.set(name, id);
      if (seen.size >= MOST_GROUPS) seen.clear();
      seen.set(kind, id);
    }
    return id;
  };
  // Thousands of a kind come in a row.
  let last: RecordKind | undefined;
  let lastId = -1;
  return (kind) => {
    if (kind !== last) {
      lastId = idOf(kind);
      last = kind;
    }
    return lastId;
  };
};

const isBetter = (target: Target, a: GroupSize, b: GroupSize): boolean => {
  const [ownA, ownB] = [a.kind.app === target.app, b.kind.app === target.app];
  if (ownA !== ownB) return ownA;
  const [fitA, fitB] = [suitsActivity(a.kind.type, target.activity), suitsActivity(b.kind.type, target.activity)];
  if (fitA !== fitB) return fitA;
  if (a.count !== b.count) return a.count > b.count;
  return a.kind.type === b.kind.type ? a.kind.app < b.kind.app : a.kind.type < b.kind.type;
};

/**
 * The other apps that recorded a workout in the time of each: what they measured stands behind their own.
 *
 * **Shape** `targets` sorted by start; the answer in their order.
 */
export const findRivals = (targets: readonly Target[]): readonly ReadonlySet<string>[] => {
  const rivals = targets.map(() => new Set<string>());
  let running: number[] = [];
  targets.forEach((target, index) => {
    running = running.filter((other) => (targets[other] as Target).end > target.start);
    for (const other of running) {
      const { app } = targets[other] as Target;
      if (app === target.app) continue;
      if (app !== undefined) rivals[index]?.add(app);
      if (target.app !== undefined) rivals[other]?.add(target.app);
    }
    running.push(index);
  });
  return rivals;
};

/**
 * Which samples stand for a workout, series by series. An export does not link samples to workouts, only their time does.
 *
 * **Laws** one source per series: two that measured the same would double it. First the workout's own source; then a type
 * that suits the activity; then the one with the most samples (a strap's heart rate under a run of a phone's app). Samples
 * of an app that recorded a workout of its own in this time are that workout's, and no other's: else each copy would look
 * as rich as the original.
 */
export const chooseGroups = <Group extends GroupSize>(
  target: Target,
  rivals: ReadonlySet<string>,
  groups: readonly Group[],
): ReadonlyMap<SeriesName, Group> => {
  const chosen = new Map<SeriesName, Group>();
  for (const group of groups) {
    if (rivals.has(group.kind.app)) continue;
    const best = chosen.get(group.kind.series);
    if (best === undefined || isBetter(target, group, best)) chosen.set(group.kind.series, group);
  }
  return chosen;
};
