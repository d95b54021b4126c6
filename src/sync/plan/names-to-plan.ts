import type { Answer } from '../../domain/ledger';
import type { RunContext } from '../run/context';
import { visitAll } from '../run/visit-all';
import { LINKS, TROUBLES } from '../state/collections';
import type { Places } from './places';

/** What has moved since everything was planned. */
export interface News {
  /** The keys of records that are new, changed or gone. */
  readonly moved: readonly string[];
  /** The workouts among them that are gone. */
  readonly gone: ReadonlySet<string>;
  readonly answers: readonly Answer[];
}

/**
 * The keys of the records that are to be planned again where all others are settled. What was skipped stays so until something near
 * it changes; what waits may have waited long enough.
 */
export const namesToPlan = async (
  run: RunContext,
  places: Pick<Places, 'all'>,
  { moved, gone, answers }: News,
): Promise<readonly string[]> => {
  const names = new Set(moved);
  await visitAll(run, places.all(), ({ list, placed }) => {
    if (list !== 'skipped') names.add(placed.key);
  });
  for (const answer of answers) {
    if ('session' in answer) names.add(answer.session);
    else if ('workout' in answer) names.add(answer.workout);
  }
  for (const { key } of run.state.all(TROUBLES).values()) names.add(key);
  if (gone.size > 0) {
    await visitAll(run, run.state.all(LINKS).values(), ({ workout, session }) => {
      if (gone.has(workout)) names.add(session);
    });
  }
  return [...names];
};
