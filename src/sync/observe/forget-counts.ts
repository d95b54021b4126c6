import { workoutsIn } from '../../domain/link';
import { uncounted } from '../../domain/mirror';
import { lacksSamples } from '../../domain/prints';
import type { MirrorEntry } from '../../domain/workout';
import type { Access } from '../../ports/access';
import { slicesOf } from '../plan/slices';
import type { RunContext } from '../run/context';
import { visitAll } from '../run/visit-all';
import { AGAIN, COUNTED, LINKS, ONLY, WORKOUTS } from '../state/collections';
import { drop, put } from '../state/table';
import { rowsOfLate } from './mirror-rows';

/**
 * The workouts whose samples were counted, and that have no part in any link: what is linked was judged already. Where it lacks
 * samples that its session has, they may have been denied meanwhile.
 */
const judgedByCounts = async (run: RunContext): Promise<readonly MirrorEntry[]> => {
  const linked = new Set<string>();
  await visitAll(run, run.state.all(LINKS).values(), (link) => {
    for (const key of workoutsIn(link)) {
      const detail = run.state.get(WORKOUTS, key)?.prints.detail;
      if (detail === undefined || !lacksSamples(link.base.workout.detail, detail)) linked.add(key);
    }
  });
  const judged: MirrorEntry[] = [];
  await visitAll(run, run.state.all(WORKOUTS).values(), (entry) => {
    if (entry.detail !== undefined && !linked.has(entry.key)) judged.push(entry);
  });
  return judged;
};

/**
 * Forgets how many samples stand behind workouts, once more may be read beside them than when they were counted, or where the host
 * has asked for it: where a verdict needs to know, they are counted again.
 */
export const forgetCounts = async (run: RunContext, reads: Access['reads'], changed: Set<string>): Promise<void> => {
  const { state, host, pace } = run;
  const before = state.get(COUNTED)?.reads;
  const isNews = reads !== undefined && JSON.stringify(reads) !== JSON.stringify(before);
  const rows = [...state.all(AGAIN).values()];
  if (!isNews && rows.length === 0) return;
  const asked = new Set(rows.flatMap(({ key, isKnown }) => (isKnown ? [] : [key])));
  const isMore = isNews && before !== undefined && reads.some((name) => !before.includes(name));
  const canCount = host.store.detail !== undefined && (isMore || asked.size > 0);
  const counted = canCount ? await judgedByCounts(run) : [];
  const again = counted.filter(({ key }) => isMore || asked.has(key));
  for (const entries of slicesOf(again, pace.pageSize)) {
    await run.commit([
      ...entries.map((entry) => put(WORKOUTS, entry.key, uncounted(entry))),
      ...rowsOfLate(run, entries),
    ]);
    for (const { key } of entries) changed.add(key);
    await run.breathe();
  }
  if (isNews) run.later([put(COUNTED, ONLY, { reads })]);
  // Before anything is counted: what is asked for from now on is another matter.
  await run.commit([
    ...rowsOfLate(
      run,
      rows.flatMap(({ key }) => state.get(WORKOUTS, key) ?? []),
    ),
    ...rows.map(({ key }) => drop(AGAIN, key)),
  ]);
};
