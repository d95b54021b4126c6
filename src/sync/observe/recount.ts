import { isUnread } from '../../domain/prints';
import type { MirrorEntry } from '../../domain/workout';
import { slicesOf } from '../plan/slices';
import type { RunContext } from '../run/context';
import { visitAll } from '../run/visit-all';
import { LINKS, WORKOUTS } from '../state/collections';
import { put } from '../state/table';
import { readSummaries, settledAt } from './read-summaries';

/**
 * Samples that were counted before all of them had their time to arrive are counted again. So are those of an imported workout whose
 * facts have changed since: what was counted before says nothing of it any more. A clock that was put back leaves counts of a time that
 * is to come: nobody knows when those were made, and once that time has come, nobody could see it.
 */
export const recount = async (run: RunContext, changed: Set<string>): Promise<void> => {
  const { state } = run;
  const canCount = run.host.store.detail !== undefined;
  const due: string[] = [];
  const ahead: MirrorEntry[] = [];
  const unread = new Set<string>();
  await visitAll(run, state.all(WORKOUTS).values(), (entry) => {
    const { key, detail } = entry;
    const readAt = detail?.readAt;
    if (detail === undefined) unread.add(key);
    else if (readAt === undefined) return;
    else if (canCount && readAt > run.now()) ahead.push({ ...entry, detail: { ...detail, readAt: 0 } });
    else if (readAt < settledAt(run, entry)) due.push(key);
  });
  for (const entries of slicesOf(ahead, run.pace.pageSize)) {
    await run.commit(entries.map((entry) => put(WORKOUTS, entry.key, entry)));
    for (const { key } of entries) due.push(key);
    await run.breathe();
  }
  if (unread.size > 0 && canCount) {
    await visitAll(run, state.all(LINKS).values(), ({ kind, state, workout, base }) => {
      const isCounted = kind === 'imported' && state === 'active' && !isUnread(base.workout.detail);
      if (isCounted && unread.has(workout)) due.push(workout);
    });
  }
  for (const keys of slicesOf(due, run.pace.batchSize)) {
    for (const key of await readSummaries(run, keys)) changed.add(key);
    await run.breathe();
  }
};
