import type { Answer } from '../domain/ledger';
import type { Recording } from '../domain/recording';
import type { Session } from '../domain/session';
import type { MirrorEntry } from '../domain/workout';
import type { Comparison } from '../match/comparison';
import { matchSettingsOf } from '../match/default-match-settings';
import { groupRecordings, type PairAnswer } from '../match/group-recordings';
import type { ActivityGroup } from './activity-group';
import type { Row } from './row';
import { membersOf } from './row';
import { isOwnExport } from './rows';
import type { Sides } from './sides';
import type { World } from './world';

/** A recording that takes part in matching, and where it comes from. */
type Subject =
  | { readonly kind: 'session'; readonly item: Session; readonly row: Row | undefined }
  | { readonly kind: 'workout'; readonly item: MirrorEntry; readonly row: Row | undefined }
  | { readonly kind: 'shadow'; readonly item: Recording; readonly row: Row };

/** A link with nothing left on either side still recognises its activity by its shadow. */
const shadowOf = (row: Row): Subject => ({
  kind: 'shadow',
  item: { key: `shadow ${row.link.session}`, ...row.link.shadow },
  row,
});

const isPairAnswer = (answer: Answer): answer is PairAnswer => answer.kind === 'same' || answer.kind === 'different';

const subjectsOf = (world: World, sides: Sides, rows: readonly Row[], strangers: MirrorEntry[]): Subject[] => {
  const subjects: Subject[] = [];
  for (const { item, row } of sides.sessions.values()) subjects.push({ kind: 'session', item, row });
  for (const { item, row } of sides.workouts.values()) {
    if (row === undefined && isOwnExport(world.scope, item)) strangers.push(item);
    else subjects.push({ kind: 'workout', item, row });
  }
  for (const row of rows) {
    if (row.session === undefined && membersOf(row).length === 0) subjects.push(shadowOf(row));
  }
  return subjects;
};

const join = (group: ActivityGroup, { kind, item }: Subject): void => {
  const { row } = group;
  if (kind === 'workout') (row ? row.joined : group.workouts).push(item);
  else if (kind === 'session' && row) row.twin = item;
  else if (kind === 'session') group.session = item;
};

const relate = (
  group: ActivityGroup,
  mine: Subject,
  other: Subject,
  otherGroup: ActivityGroup,
  comparison: Comparison,
): void => {
  group.rivals.push({ mine: mine.item.key, other: other.item.key, otherKind: other.kind, otherGroup, comparison });
};

const explainMembership = (group: ActivityGroup, a: Subject, b: Subject, comparison: Comparison): void => {
  group.comparisons ??= new Map();
  if (a.row === undefined) group.comparisons.set(a.item.key, comparison);
  if (b.row === undefined) group.comparisons.set(b.item.key, comparison);
};

/** All groups in canonical order, the newest first, and own records that belong to nobody here. */
export interface Groups {
  readonly groups: readonly ActivityGroup[];
  readonly strangers: readonly MirrorEntry[];
}

/**
 * Sorts all records into activities.
 *
 * **Laws** links and answers constrain matching; the result does not depend on the order of the input.
 * **Cost** O(n log n) in the records, plus what truly overlaps.
 */
export const groupsOf = (world: World, sides: Sides, rows: readonly Row[]): Groups => {
  const strangers: MirrorEntry[] = [];
  const subjects = subjectsOf(world, sides, rows, strangers);
  const { clusterOf, order, relations } = groupRecordings(
    subjects.map(({ item }) => item),
    {
      groupOf: (index) => subjects[index]?.row?.number ?? -1,
      isSingle: (index) => subjects[index]?.kind === 'session',
      answers: world.ledger.answers.filter(isPairAnswer),
      settings: matchSettingsOf(world.settings.match),
    },
  );
  const newestFirst = order.slice().reverse();
  const byCluster: (ActivityGroup | undefined)[] = [];
  const groups: ActivityGroup[] = [];
  const groupAt = (index: number): ActivityGroup => {
    const cluster = clusterOf[index] ?? index;
    const known = byCluster[cluster];
    if (known) return known;
    const group: ActivityGroup = { workouts: [], rivals: [] };
    byCluster[cluster] = group;
    groups.push(group);
    return group;
  };
  for (const index of newestFirst) {
    const row = subjects[index]?.row;
    const group = groupAt(index);
    if (row) group.row = row;
  }
  for (const index of newestFirst) {
    const subject = subjects[index];
    if (subject && subject.row === undefined) join(groupAt(index), subject);
  }
  for (const { a, b, comparison } of relations) {
    const [subjectA, subjectB] = [subjects[a], subjects[b]];
    if (subjectA === undefined || subjectB === undefined) continue;
    const [groupA, groupB] = [groupAt(a), groupAt(b)];
    if (groupA === groupB) {
      explainMembership(groupA, subjectA, subjectB, comparison);
    } else {
      relate(groupA, subjectA, subjectB, groupB, comparison);
      relate(groupB, subjectB, subjectA, groupA, comparison);
    }
  }
  return { groups, strangers };
};
