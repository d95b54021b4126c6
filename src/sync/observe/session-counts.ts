import type { LivePlanner } from '../plan/live-planner';
import type { RunContext } from '../run/context';
import { visitAll } from '../run/visit-all';
import { LINKS, SAMPLES } from '../state/collections';
import { drop, type RowChange } from '../state/table';
import { settledAt } from './read-summaries';

/**
 * Counts that are of no use any more, and those after which samples may have come: made long ago, or soon after the end of the session.
 * Only a run that has got through drops them: to count these again while others were not counted once would keep short runs from
 * ever coming to the end.
 */
export const outdatedCounts = async (run: RunContext, live: LivePlanner): Promise<readonly RowChange[]> => {
  const { state, now, pace } = run;
  const outdated: RowChange[] = [];
  await visitAll(run, state.all(SAMPLES), ([key, { revision, detail }]) => {
    const session = live.session(key);
    const { readAt = 0 } = detail;
    const isOld = Math.abs(now() - readAt) > pace.fullReadSeconds * 1000;
    const isOf = session?.revision === revision && state.get(LINKS, key) === undefined;
    if (isOld || !isOf || readAt < settledAt(run, session)) outdated.push(drop(SAMPLES, key));
  });
  return outdated;
};
