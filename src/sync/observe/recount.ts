import { isUnread } from '../../domain/prints';
import { slicesOf } from '../plan/slices';
import type { RunContext } from '../run/context';
import { visitAll } from '../run/visit-all';
import { LINKS, WORKOUTS } from '../state/collections';
import { isEarly, readSummaries } from './read-summaries';

/**
 * Samples that were counted before all of them had their time to arrive are counted again. So are those of an imported workout whose
 * facts have changed since: what was counted before says nothing of it any more.
 */
export const recount = async (run: RunContext, changed: Set<string>): Promise<void> => {
  const { state } = run;
  const due: string[] = [];
  const unread = new Set<string>();
  await visitAll(run, state.all(WORKOUTS).values(), (entry) => {
    const { key, detail } = entry;
    if (detail === undefined) unread.add(key);
    else if (isEarly(run, entry)) due.push(key);
  });
  if (unread.size > 0 && run.host.store.detail !== undefined) {
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
