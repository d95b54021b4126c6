import { basename } from 'node:path';
import type { Link } from '../../domain/link';
import type { MatchSettings } from '../../domain/match-settings';
import type { Workout } from '../../domain/workout';
import { clusterRecordings } from '../../match/cluster-recordings';
import { activityLabel, platformLabel } from '../../messages/labels';
import { messageFor } from '../../messages/message-for';
import { namingOf } from '../../messages/naming-of';
import type { Placed, Plan } from '../../reconcile/plan';
import type { World } from '../../reconcile/world';
import type { HealthExport } from '../input/health-export';
import { adviceForReasons } from '../show/file-advice';
import { questionAdvice, questionsOf } from '../show/questions';
import type { ReportData, ReportPlace, ReportRow } from './report-data';

/** Where one workout stands, and why, before it becomes a row. */
interface Standing {
  readonly place: ReportPlace;
  readonly session?: string;
  readonly reasons?: Placed['reasons'];
}

const LISTS = { skipped: 'left-out', waiting: 'waiting', blocked: 'held' } as const;

const standingsOf = (plan: Plan, links: readonly Link[]): ReadonlyMap<string, Standing> => {
  const standings = new Map<string, Standing>();
  for (const list of ['skipped', 'waiting', 'blocked'] as const) {
    for (const { kind, key, reasons } of plan[list]) {
      if (kind === 'workout') standings.set(key, { place: LISTS[list], reasons });
    }
  }
  for (const { state, workout, copies, session } of links) {
    if (state !== 'active') continue;
    standings.set(workout, { place: 'imported', session });
    for (const copy of copies) standings.set(copy, { place: 'copy', session });
  }
  // What is still to be done is held by the guard.
  for (const { link, reason } of plan.steps) {
    if (!standings.has(link.workout)) standings.set(link.workout, { place: 'waiting', reasons: [reason] });
  }
  return standings;
};

/** What a workout shares with the others of its activity. */
interface Sharing {
  readonly activity: string;
  readonly isCopy: boolean;
}

/** Who shares an activity with whom: as sync linked them, and, among those that are no session's, as they resemble each other. */
const sharingsOf = (
  workouts: readonly Workout[],
  standings: ReadonlyMap<string, Standing>,
  match: Partial<MatchSettings> | undefined,
): ReadonlyMap<string, Sharing> => {
  const sharings = new Map<string, Sharing>();
  const linked = [...standings].filter(([, { session }]) => session !== undefined);
  const shared = new Set(linked.flatMap(([, { place, session }]) => (place === 'copy' && session ? [session] : [])));
  for (const [key, { place, session = '' }] of linked) {
    if (shared.has(session)) sharings.set(key, { activity: session, isCopy: place === 'copy' });
  }
  const others = workouts.filter(({ key }) => standings.get(key)?.session === undefined);
  for (const { winner, copies } of clusterRecordings(others, match && { match })) {
    if (copies.length === 0) continue;
    sharings.set(winner, { activity: winner, isCopy: false });
    for (const { key } of copies) sharings.set(key, { activity: winner, isCopy: true });
  }
  return sharings;
};

/** Numbers its members in the order in which they come. */
const numbered = <Member>(): {
  readonly of: (name: string, make: () => Member) => number;
  readonly all: readonly Member[];
} => {
  const numbers = new Map<string, number>();
  const all: Member[] = [];
  return {
    all,
    of: (name, make) => {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, all.length);
      return all.push(make()) - 1;
    },
  };
};

/** Only the fields that hold something. */
const known = (fields: Readonly<Record<string, unknown>>): Partial<ReportRow> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** What is beside the workouts on the page. */
export interface ReportFrame {
  readonly path: string;
  readonly exported: HealthExport;
  readonly settings: string;
  readonly since: number;
  readonly now: number;
}

/** Everything that the report shows: each workout of the file, with its place after a sync and the reason for it. */
export const collectReport = (
  { path, exported, settings, since, now }: ReportFrame,
  plan: Plan,
  world: World,
  titled: ReadonlyMap<string, Workout>,
): ReportData => {
  const naming = namingOf(world);
  const standings = standingsOf(plan, world.ledger.links);
  const sharings = sharingsOf(world.mirror.items, standings, world.settings.match);
  const sources = numbered<ReportData['sources'][number]>();
  const activities = numbered<string>();
  const reasons = numbered<ReportData['reasons'][number]>();
  const clusters = numbered<string>();

  const reasonOf = (given: Placed['reasons']): number => {
    const told = given.map((reason) => messageFor(reason, naming));
    const text = told.map((message) => message.text).join(' ');
    const [advice] = adviceForReasons(given.map((reason) => reason.code));
    const code = given.map((reason) => reason.code).join(', ');
    return reasons.of(`${code} ${text}`, () => ({ code, text, ...(advice !== undefined && { advice }) }));
  };

  const rowOf = (workout: Workout): ReportRow => {
    const { app = '', appName } = workout.source ?? {};
    const standing = standings.get(workout.key) ?? { place: 'left-out' as const };
    const sharing = sharings.get(workout.key);
    return {
      key: workout.key,
      start: workout.start,
      end: workout.end,
      source: sources.of(app, () => ({ app, name: appName ?? (app || 'Unknown app') })),
      activity: activities.of(workout.activity, () => activityLabel(workout.activity)),
      // A copy of what stayed out is a copy all the same; its reason says that it stayed out.
      place: sharing?.isCopy ? 'copy' : standing.place,
      ...known({
        offsetSeconds: workout.offsetSeconds,
        reason: standing.reasons && reasonOf(standing.reasons),
        cluster: sharing && clusters.of(sharing.activity, () => sharing.activity),
        title: titled.get(workout.key)?.title,
        distanceMetres: workout.distanceMetres,
        activeKilocalories: workout.energyKilocalories?.active ?? workout.energyKilocalories?.total,
        elevationGainMetres: workout.elevationGainMetres,
        heartRateSamples: workout.detail?.series['heart-rate']?.count,
        routePoints: workout.detail?.routePoints || undefined,
      }),
    };
  };

  const questions = questionsOf(plan, world);
  const rows = world.mirror.items
    .filter(({ start }) => start >= since)
    .sort((a, b) => a.start - b.start || (a.key < b.key ? -1 : 1))
    .map(rowOf);
  return {
    file: basename(path),
    name: exported.name,
    platform: platformLabel(exported.store.platform),
    madeAt: now,
    version: WORKOUT_SYNC_VERSION,
    settings,
    sources: sources.all,
    activities: activities.all,
    reasons: reasons.all,
    problems: exported.problems(),
    questions: questions.map(({ text, facts }) => ({ text, facts })),
    questionAdvice: questionAdvice(questions),
    rows,
  };
};
