import type { Interval } from '../../domain/interval';
import { toMirrorEntry, withSummary } from '../../domain/mirror';
import { sameFacts } from '../../domain/prints';
import type { MirrorEntry, Workout } from '../../domain/workout';
import type { Deletion } from '../../ports/health-store';
import type { RunContext } from '../run/context';
import { visitAll } from '../run/visit-all';
import { BACKFILLS, EXPORTS, type ExportRecord, GONE, LINKS, ONLY, WORKOUTS } from '../state/collections';
import { drop, put, type RowChange } from '../state/table';

/**
 * What an observation changed in the mirror.
 *
 * **Shape** `gone` was deleted, as the store said; `absent` was merely not there any more, which proves less.
 */
export interface Observation {
  readonly changed: Set<string>;
  readonly gone: Set<string>;
  readonly absent: Set<string>;
}

export const isForeign = ({ scope }: RunContext, { source }: Workout | MirrorEntry): boolean =>
  source?.app !== undefined && !scope.ownSources.includes(source.app);

/** What has no key is told as malformed all the same, under none: no row, and no plan, could name it. */
export const keyed = (workout: Workout): Workout =>
  typeof workout.key === 'string' ? workout : { ...workout, key: '' };

/** A header that comes without samples keeps what was counted before, as long as it is the same activity. */
const entryOf = (workout: Workout, known: MirrorEntry | undefined): MirrorEntry => {
  const entry = toMirrorEntry(workout);
  if (entry.detail !== undefined || known?.detail === undefined) return entry;
  return sameFacts(known.prints.facts, entry.prints.facts) ? withSummary(entry, known.detail) : entry;
};

/** What comes in, changes, or is to be counted again behind the checkpoint of a backfill takes it back to there. */
export const rowsOfLate = ({ state }: RunContext, late: readonly Interval[]): readonly RowChange[] => {
  const backfill = state.get(BACKFILLS);
  if (backfill === undefined || backfill.ended !== undefined) return [];
  const { window, until } = backfill;
  const starts = late.map(({ start }) => start).filter((start) => start >= until && start < window.end);
  return starts.length === 0 ? [] : [put(BACKFILLS, ONLY, { ...backfill, until: Math.max(...starts) + 1 })];
};

/** The rows that change when these workouts are there. What is as it was is not written again. */
export const upserted = (run: RunContext, workouts: readonly Workout[], seen: Observation): RowChange[] => {
  const changes: RowChange[] = [];
  const news: Workout[] = [];
  // What is said last of a key counts, also where that is what was known.
  for (const workout of new Map(workouts.map((one) => [one.key, one])).values()) {
    const known = run.state.get(WORKOUTS, workout.key);
    const entry = entryOf(workout, known);
    if (run.state.get(GONE, workout.key)) changes.push(drop(GONE, workout.key));
    else if (known !== undefined && JSON.stringify(known) === JSON.stringify(entry)) continue;
    changes.push(put(WORKOUTS, workout.key, entry));
    news.push(workout);
    seen.changed.add(workout.key);
    seen.gone.delete(workout.key);
  }
  return [...changes, ...rowsOfLate(run, news)];
};

/**
 * Whether a removal is a step of our own write that has not ended: a store that cannot replace is emptied of the old record
 * first. That record is then still meant to be there.
 */
export const isOurOwn = ({ host, state }: RunContext, key: string): boolean => {
  if (host.store.writing?.replaces !== 'never') return false;
  for (const { state: at, written } of state.all(EXPORTS).values()) {
    if (at === 'pending' && written.key === key) return true;
  }
  return false;
};

/** Shared by all reads that leave none of our own records unseen. */
export const ALL_SEEN: ReadonlySet<string> = new Set();

/** Those of our own records that a read did not meet, and could not tell anything of: the user may have removed them. */
export const unseenOwn = async (run: RunContext, met: ReadonlySet<string>): Promise<ReadonlySet<string>> => {
  const unseen = new Set<string>();
  await visitAll(run, run.state.all(WORKOUTS).values(), (entry) => {
    if (!met.has(entry.key) && !isForeign(run, entry)) unseen.add(entry.key);
  });
  return unseen;
};

/** Writes that were never answered, of sessions without a record that is known: nobody has seen what they left. */
const unseenWrites = ({ state }: RunContext): ReadonlyMap<string, ExportRecord> => {
  const found = new Map<string, ExportRecord>();
  for (const record of state.all(EXPORTS).values()) {
    const { session, written } = record;
    const link = state.get(LINKS, session);
    const isKnown = link?.kind === 'exported' && link.state === 'active';
    if (record.state === 'pending' && !isKnown) found.set(written.external.id, record);
  }
  return found;
};

/** The rows that change when these workouts are gone, as the store says. Those in `live` came with the same answer. */
export const deleted = (
  run: RunContext,
  deletions: readonly Deletion[],
  live: ReadonlySet<string>,
  seen: Observation,
): RowChange[] => {
  const changes: RowChange[] = [];
  const unseen = deletions.some(({ external }) => external) ? unseenWrites(run) : undefined;
  for (const { key, external } of deletions) {
    if (live.has(key) || isOurOwn(run, key)) continue;
    const write = external && unseen?.get(external.id);
    if (write && !write.former?.includes(key))
      changes.push(put(EXPORTS, write.session, { ...write, state: 'removed' }));
    if (run.state.get(WORKOUTS, key)) changes.push(drop(WORKOUTS, key));
    changes.push(put(GONE, key, { at: run.now() }));
    seen.gone.add(key);
    seen.changed.delete(key);
  }
  return changes;
};
