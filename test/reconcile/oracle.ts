import { toMirrorEntry } from '../../src/domain/mirror';
import type { Session } from '../../src/domain/session';
import type { MirrorEntry } from '../../src/domain/workout';
import type { World } from '../../src/reconcile/world';
import { at, ownRecord, session, workout } from './builders/records';
import { link, world } from './builders/world';

/**
 * What one group of equal recordings holds: at most one link with the fates of its two sides, free sessions and free
 * workouts of other apps. All are of the same interval and activity, so no matcher is needed to know them `same`.
 */
export interface Group {
  readonly link:
    | 'none'
    | `${'imported' | 'exported' | 'matched'} ${'kept' | 'deleted'} ${'kept' | 'gone'}`
    | 'tombstone'
    | 'workout-removed';
  readonly free: 'none' | 'open' | 'deleted' | 'completed' | 'two completed';
  readonly copies: 0 | 1 | 2;
}

/** Two groups of one slot overlap so that they are `possible` to each other; slots lie far apart. */
interface Slot {
  readonly early: Group;
  readonly late: Group;
}

export interface Case {
  readonly slots: readonly Slot[];
  readonly onPossible: 'import' | 'hold';
  readonly running: boolean;
}

/** The places in which a record may stand; more than one only where the docs leave a choice. */
export type Prediction = ReadonlyMap<string, readonly string[]>;

const isDeleted = ({ link: row, free }: Group): boolean =>
  row.includes(' deleted ') || row === 'tombstone' || free === 'deleted';

const isLive = ({ link: row, free }: Group): boolean =>
  row.includes(' kept ') || row === 'workout-removed' || free.endsWith('completed');

/** Workouts of other apps in a group, the linked one included. */
const foreignIn = ({ link: row, copies }: Group): number =>
  copies + (row === 'tombstone' || /^(imported|matched) \w+ kept$/.test(row) ? 1 : 0);

const isEmpty = (group: Group): boolean => group.link === 'none' && group.free === 'none' && group.copies === 0;

/** What becomes of the link: its session, its workout, and workouts of other apps that are free beside it. */
const linkPlaces = ({ link: row, copies }: Group): { readonly pair: string; readonly copy: readonly string[] } => {
  const gathers = (settled: string): { readonly pair: string; readonly copy: readonly string[] } =>
    copies === 0 ? { pair: settled, copy: [] } : { pair: 'step set-link active', copy: ['step set-link active'] };
  const closes = (pair: string) => ({ pair, copy: [pair, 'skipped deleted-in-app'] });
  switch (row) {
    case 'imported kept kept':
    case 'exported kept kept':
    case 'matched kept kept':
      return gathers('settled');
    case 'imported kept gone':
      return gathers('step set-link detached');
    case 'matched kept gone':
      return gathers('step set-link workout-removed');
    case 'exported kept gone':
      return { pair: 'step set-link workout-removed', copy: ['step set-link workout-removed'] };
    case 'exported deleted kept':
      return closes('step remove-workout');
    case 'imported deleted kept':
    case 'imported deleted gone':
    case 'exported deleted gone':
    case 'matched deleted kept':
    case 'matched deleted gone':
      return closes('step set-link session-deleted');
    case 'tombstone':
      return { pair: 'settled', copy: ['skipped deleted-in-app'] };
    case 'workout-removed':
      return copies === 0
        ? { pair: 'settled', copy: [] }
        : { pair: 'step set-link workout-removed', copy: ['step set-link workout-removed'] };
    case 'none':
      return { pair: 'settled', copy: [] };
  }
};

/** A completed session that nothing else stands for: another app's possible twin holds it, our own records do not. */
const alonePlaces = (sibling: Group): readonly string[] =>
  foreignIn(sibling) > 0 ? ['blocked possible-twin'] : ['step export'];

const freePlaces = (group: Group, sibling: Group): readonly string[] => {
  if (group.free === 'open') return ['waiting session-open'];
  if (group.free === 'deleted') {
    return group.link === 'none' && group.copies > 0 ? ['step set-link session-deleted'] : ['skipped deleted'];
  }
  if (group.link !== 'none') {
    const freed = isDeleted({ ...group, free: 'none' }) && foreignIn(group) === 0;
    return freed ? alonePlaces(sibling) : ['skipped duplicate-session'];
  }
  return group.copies > 0 ? ['step set-link active'] : alonePlaces(sibling);
};

const copyPlaces = (group: Group, sibling: Group, { onPossible, running }: Case): readonly string[] => {
  if (group.link !== 'none') return linkPlaces(group).copy;
  if (group.free === 'open') return ['waiting session-open'];
  if (group.free === 'deleted') return ['step set-link session-deleted'];
  if (group.free !== 'none')
    return sibling.free === 'open' ? ['step set-link active', 'waiting session-open'] : ['step set-link active'];
  if (sibling.free === 'open') return ['waiting session-open'];
  const eligible = running ? 'step import' : 'skipped category-off';
  if (isDeleted(sibling)) return isLive(sibling) ? ['blocked possible-twin', eligible] : ['blocked possible-twin'];
  if (onPossible === 'import' || isEmpty(sibling)) return [eligible];
  const onlyWorkouts = sibling.link === 'none' && sibling.free === 'none';
  return onlyWorkouts ? ['blocked possible-twin', eligible] : ['blocked possible-twin'];
};

interface Built {
  readonly sessions: readonly Session[];
  readonly workouts: readonly MirrorEntry[];
  readonly links: readonly ReturnType<typeof link>[];
  readonly goneSessions: readonly string[];
  readonly goneWorkouts: readonly string[];
  readonly predicted: readonly (readonly [string, readonly string[]])[];
  /** Of these sessions exactly one stands in the first place, the others are duplicates of it. */
  readonly rivals: readonly string[];
}

const build = (name: string, from: number, group: Group, sibling: Group, one: Case): Built => {
  const span = { from, to: from + 60 };
  const linked = session({ key: `s-${name}`, ...span });
  const own = group.link.startsWith('exported') || group.link === 'workout-removed';
  const record = own ? ownRecord(`w-${name}`, linked) : workout({ key: `w-${name}`, app: `com.${name}`, ...span });
  const [kind, fate, end] = group.link.split(' ');
  const gone = end === 'gone' || group.link === 'workout-removed';
  const absent = group.link === 'tombstone';
  const state = absent ? 'session-deleted' : group.link === 'workout-removed' ? 'workout-removed' : 'active';
  const has = group.link !== 'none';
  const pair = linkPlaces(group).pair;
  const count = group.free === 'none' ? 0 : group.free === 'two completed' ? 2 : 1;
  const free = Array.from({ length: count }, (_, index) =>
    session({
      key: `f${index}-${name}`,
      ...span,
      state: group.free === 'two completed' ? 'completed' : (group.free as Session['state']),
    }),
  );
  const copies = Array.from({ length: group.copies }, (_, index) =>
    toMirrorEntry({ ...workout({ key: `c${index}-${name}`, app: `com.${name}.${index}`, ...span }) }),
  );
  const freed = freePlaces(group, sibling);
  return {
    sessions: [
      ...(has && !absent
        ? [fate === 'deleted' ? { ...linked, state: 'deleted' as const, revision: 'r2' } : linked]
        : []),
      ...free,
    ],
    workouts: [...(has && !gone ? [record] : []), ...copies],
    links: has ? [link(own ? 'exported' : kind === 'matched' ? 'matched' : 'imported', linked, record, { state })] : [],
    goneSessions: absent ? [linked.key] : [],
    goneWorkouts: has && gone ? [record.key] : [],
    predicted: [
      ...(has && !absent ? [[`session ${linked.key}`, [pair]] as const] : []),
      ...(has && !gone ? [[`workout ${record.key}`, [pair]] as const] : []),
      ...free.map(
        ({ key }) => [`session ${key}`, count === 2 ? [...freed, 'skipped duplicate-session'] : freed] as const,
      ),
      ...copies.map(({ key }) => [`workout ${key}`, copyPlaces(group, sibling, one)] as const),
    ],
    rivals: count === 2 && group.link === 'none' ? free.map(({ key }) => `session ${key}`) : [],
  };
};

/** A world of such groups, and where the docs put each of its records. */
export const posed = (
  one: Case,
): { readonly world: World; readonly predicted: Prediction; readonly rivals: readonly (readonly string[])[] } => {
  const groups = one.slots.flatMap(({ early, late }, index) => [
    build(`e${index}`, 100 + 400 * index, early, late, one),
    build(`l${index}`, 122 + 400 * index, late, early, one),
  ]);
  return {
    world: world({
      sessions: groups.flatMap(({ sessions }) => sessions),
      workouts: groups.flatMap(({ workouts }) => workouts),
      links: groups.flatMap(({ links }) => links),
      sessionSide: { gone: groups.flatMap(({ goneSessions }) => goneSessions) },
      workoutSide: { gone: groups.flatMap(({ goneWorkouts }) => goneWorkouts) },
      settings: {
        onPossible: one.onPossible,
        import: { categories: { running: one.running } },
        guard: { count: 99, share: 1 },
      },
      now: at(4000),
    }),
    predicted: new Map(groups.flatMap(({ predicted }) => predicted)),
    rivals: groups.flatMap(({ rivals }) => (rivals.length === 0 ? [] : [rivals])),
  };
};
