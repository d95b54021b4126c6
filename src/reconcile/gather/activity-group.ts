import type { Session } from '../../domain/session';
import type { MirrorEntry } from '../../domain/workout';
import type { Comparison, MatchVerdict } from '../../match/comparison';
import type { Relation } from '../../match/group-recordings';
import type { Row } from './row';

/** What became of a group once it is decided. Groups that are decided later look at it. */
type GroupFate = 'linked' | 'imported' | 'exported' | 'held' | 'left';

/** A record of another group that may be, or hold, or be held by, the same activity. */
export interface Rival {
  /** The record of this group that is meant. */
  readonly mine: string;
  readonly other: string;
  /** A link of which nothing else takes part stands as the session that it names. */
  readonly otherKind: 'session' | 'workout';
  readonly otherGroup: ActivityGroup;
  readonly verdict: MatchVerdict;
  /** Whether `mine` is a part of `other`. */
  readonly isPart: boolean;
  readonly relation: Relation;
}

/**
 * All records of one activity, as far as ids and matching can tell.
 *
 * **Shape** `row` if a link holds them together; `session`, `deleted` and `workouts` are the records that no link claims.
 * `relations` says why a record belongs here; see {@link relationOf}.
 */
export interface ActivityGroup {
  row?: Row;
  session?: Session;
  /** A linked session whose time the user changed: it stands here without its link. */
  apart?: Session;
  workouts: readonly MirrorEntry[];
  /** Sessions that the user deleted and no link remembers. */
  deleted: readonly Session[];
  rivals: readonly Rival[];
  relations?: Map<string, Relation>;
  fate?: GroupFate;
}

/** Whether the app itself recorded the session that a group holds, as far as anybody knows. */
export const recordedInApp = (group: ActivityGroup): boolean => {
  const session = group.row?.session ?? group.session ?? group.deleted[0];
  return session !== undefined && session.origin === undefined && group.row?.link.kind !== 'imported';
};

/**
 * A rival holds a group back until the user has answered. What is otherwise left alone concerns the user then, since it is
 * half of the question.
 */
export const holdBack = (group: ActivityGroup, { otherGroup }: Rival): void => {
  group.fate = 'held';
  if (otherGroup.fate === undefined || otherGroup.fate === 'left') otherGroup.fate = 'held';
};

/** Under which name the relation to a certain other record is kept, where a record has several. */
const nameOf = (key: string, other: string): string => `${key}\n${other}`;

/** Remembers what ties a record to another of its group: the first under its key, since most have no more than that. */
export const relate = (group: ActivityGroup, key: string, other: string, relation: Relation): void => {
  group.relations ??= new Map();
  group.relations.set(group.relations.has(key) ? nameOf(key, other) : key, relation);
};

/** What a record of a group is to another one of it; where these two were not compared, what ties it to the group. */
export const relationOf = ({ relations }: ActivityGroup, key: string, other: string): Relation | undefined =>
  relations?.get(nameOf(key, other)) ?? relations?.get(key);

/** The comparison that ties a record to another of its group, as evidence for a step. */
export const evidenceFor = (group: ActivityGroup, key: string, other: string): Comparison['evidence'] =>
  relationOf(group, key, other)?.comparison.evidence ?? [];
