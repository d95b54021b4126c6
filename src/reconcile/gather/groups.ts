import { durationSeconds, overlaps } from '../../domain/interval';
import type { Answer } from '../../domain/ledger';
import type { Recording } from '../../domain/recording';
import type { Session } from '../../domain/session';
import type { MirrorEntry } from '../../domain/workout';
import { matchSettingsOf } from '../../match/default-match-settings';
import { type Grouping, groupRecordings } from '../../match/group-recordings';
import type { PairAnswer } from '../../match/number-answers';
import type { World } from '../world';
import { type ActivityGroup, type Rival, relate } from './activity-group';
import { sessionMoved, workoutMoved } from './moves';
import { isOwnExport } from './own-export';
import { isReplacedBy, type Row } from './row';
import type { Sides } from './sides';

/**
 * All recordings that take part in matching, as columns: the sessions first, then the workouts, then the shadows of links
 * of which neither takes part.
 */
interface Subjects {
  readonly recordings: Recording[];
  readonly rows: (Row | undefined)[];
  /** Sessions of links that stand apart from their workout. */
  readonly apart: ReadonlySet<number>;
  readonly workoutsFrom: number;
  readonly shadowsFrom: number;
  /** Own records that belong to nobody here, and sessions in progress: matching is not asked about them. */
  readonly strangers: (MirrorEntry | Session)[];
}

/** Whether this plan brings the time of a workout into its session: it changed there alone, or the user wants it. */
const takesFacts = ({ ledger, settings }: World, row: Row): boolean => {
  const isWanted = ledger.answers.some(
    (answer) => answer.kind === 'keep-workout' && answer.session === row.link.session,
  );
  const isTaken = row.found === 'by-origin' || settings.import.enabled;
  return (isWanted && isTaken) || (workoutMoved(row).facts && !sessionMoved(row).facts);
};

/**
 * What the session of a link is to matching. `apart` from its workout, because the user changed its time, it stands for
 * itself: what is found beside it belongs with neither. `follows` its workout in this plan, it is left out.
 */
const roleOf = (world: World, session: Session, row: Row | undefined): 'member' | 'apart' | 'follows' => {
  // An own export says nothing that its session does not say, and it moves and goes with it; nobody moves what is deleted.
  const isBound = row?.link.kind === 'exported' || session.state === 'deleted';
  if (row?.workout === undefined || isBound || overlaps(session, row.workout)) return 'member';
  return row.link.kind === 'imported' && takesFacts(world, row) ? 'follows' : 'apart';
};

const subjectsOf = (world: World, sides: Sides, links: readonly Row[]): Subjects => {
  const recordings: Recording[] = [];
  const rows: (Row | undefined)[] = [];
  const strangers: (MirrorEntry | Session)[] = [];
  const standing = new Uint8Array(links.length);
  const apart = new Set<number>();
  const add = (recording: Recording, row: Row | undefined): void => {
    recordings.push(recording);
    rows.push(row);
    if (row && (recording === row.session || recording === row.workout)) standing[row.number] = 1;
  };
  for (const { item, row } of sides.sessions.slots) {
    if (row === undefined && item.state === 'open') {
      strangers.push(item);
      continue;
    }
    const role = roleOf(world, item, row);
    if (role === 'follows') continue;
    if (role === 'apart') apart.add(recordings.length);
    add(item, role === 'apart' ? undefined : row);
  }
  const workoutsFrom = recordings.length;
  for (const { item, row } of sides.workouts.slots) {
    if (!isOwnExport(world.scope, item)) add(item, row);
    else if (row === undefined) strangers.push(item);
  }
  const shadowsFrom = recordings.length;
  for (const row of links) {
    if (standing[row.number] === 0) add({ key: row.link.session, ...row.link.shadow }, row);
  }
  return { recordings, rows, apart, workoutsFrom, shadowsFrom, strangers };
};

/** Sessions that go out because the user asked for it: each will have a link of its own, and stands as if it had one. */
const askedOut = ({ ledger }: World): ReadonlySet<string> =>
  new Set(ledger.answers.flatMap((answer) => (answer.kind === 'export' ? [answer.session] : [])));

const isPairAnswer = (answer: Answer): answer is PairAnswer => answer.kind === 'same' || answer.kind === 'different';

/** Whether the user has called a recording of one cluster and one of another different: then none of theirs are a question. */
const apartByAnswer = ({
  toldApart,
  clusterOf,
}: Pick<Grouping, 'toldApart' | 'clusterOf'>): ((one: number, other: number) => boolean) => {
  const clustersOf = (a: number, b: number): string => `${clusterOf[a]} ${clusterOf[b]}`;
  const pairs = new Set(toldApart.flatMap(([a, b]) => [clustersOf(a, b), clustersOf(b, a)]));
  return (a, b) => clusterOf[a] !== clusterOf[b] && pairs.has(clustersOf(a, b));
};

const oppose = (group: ActivityGroup, rival: Rival): void => {
  group.rivals = [...group.rivals, rival];
};

/** All groups in canonical order, the newest first, and what stands outside of matching. */
export interface Groups {
  readonly groups: readonly ActivityGroup[];
  readonly strangers: readonly (MirrorEntry | Session)[];
}

/** Shared by all groups that have none, since most have none. */
const NONE: readonly never[] = [];

/**
 * Sorts all records into activities.
 *
 * **Laws** links and answers constrain matching; the result does not depend on the order of the input.
 * **Cost** O(n log n) in the records, plus what truly overlaps.
 */
export const groupsOf = (world: World, sides: Sides, links: readonly Row[]): Groups => {
  const { recordings, rows, apart, workoutsFrom, shadowsFrom, strangers } = subjectsOf(world, sides, links);
  const asked = askedOut(world);
  /** Whether the one is a session that is there, and the other one a record in the place of its workout. */
  const succeeds = (index: number, other: number): boolean => {
    const row = rows[index];
    return (
      row?.session?.state === 'completed' &&
      row.session === recordings[index] &&
      other >= workoutsFrom &&
      other < shadowsFrom &&
      rows[other] === undefined &&
      isReplacedBy(row, recordings[other] as MirrorEntry)
    );
  };
  const isAlone = (index: number): boolean =>
    apart.has(index) || (index < workoutsFrom && asked.has((recordings[index] as Session).key));
  const { clusterOf, order, relations, toldApart } = groupRecordings(recordings, {
    groupOf: (index) => rows[index]?.number ?? (isAlone(index) ? links.length + index : -1),
    // A deleted session may stand beside a live one: it claims nothing.
    isSingle: (index) =>
      index < workoutsFrom &&
      (rows[index] !== undefined || apart.has(index) || (recordings[index] as Session).state !== 'deleted'),
    isSuccession: (index, other) => succeeds(index, other) || succeeds(other, index),
    answers: world.ledger.answers.filter(isPairAnswer),
    settings: matchSettingsOf(world.settings.match),
  });
  const groups: ActivityGroup[] = [];
  const byCluster = new Array<ActivityGroup | undefined>(recordings.length);
  const groupAt = (index: number): ActivityGroup => {
    const cluster = clusterOf[index] as number;
    const known = byCluster[cluster];
    if (known !== undefined) return known;
    const group: ActivityGroup = { workouts: NONE, deleted: NONE, rivals: NONE };
    byCluster[cluster] = group;
    groups.push(group);
    return group;
  };
  const free: number[] = [];
  for (let place = order.length - 1; place >= 0; place--) {
    const index = order[place] as number;
    const group = groupAt(index);
    const row = rows[index];
    if (row === undefined) free.push(index);
    else group.row = row;
  }
  for (const index of free) {
    const group = groupAt(index);
    const { row } = group;
    if (apart.has(index)) {
      group.apart = recordings[index] as Session;
    } else if (index < workoutsFrom) {
      const session = recordings[index] as Session;
      if (session.state === 'deleted') group.deleted = [...group.deleted, session];
      else if (row === undefined) group.session = session;
      else row.twin = session;
    } else {
      const workout = recordings[index] as MirrorEntry;
      if (row === undefined) group.workouts = [...group.workouts, workout];
      else row.joined = [...row.joined, workout];
    }
  }
  const isAnswered = apartByAnswer({ toldApart, clusterOf });
  const kindAt = (index: number): Rival['otherKind'] =>
    index < workoutsFrom || index >= shadowsFrom ? 'session' : 'workout';
  for (const relation of relations) {
    const { a, b, verdict } = relation;
    const [groupA, groupB] = [groupAt(a), groupAt(b)];
    const [first, second] = [recordings[a] as Recording, recordings[b] as Recording];
    const [mine, other] = [first.key, second.key];
    if (isAnswered(a, b)) continue;
    if (groupA === groupB) {
      relate(groupA, mine, other, relation);
      relate(groupA, other, mine, relation);
    } else {
      const longer = verdict === 'part-of' ? durationSeconds(first) - durationSeconds(second) : 0;
      const shared = { verdict, relation };
      oppose(groupA, { ...shared, mine, other, otherKind: kindAt(b), otherGroup: groupB, isPart: longer < 0 });
      oppose(groupB, {
        ...shared,
        mine: other,
        other: mine,
        otherKind: kindAt(a),
        otherGroup: groupA,
        isPart: longer > 0,
      });
    }
  }
  return { groups, strangers };
};
