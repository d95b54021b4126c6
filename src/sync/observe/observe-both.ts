import type { Observed } from '../../domain/observed';
import type { Session } from '../../domain/session';
import type { Access } from '../../ports/access';
import { freeEdited, namedByKind } from '../apply/trouble';
import type { LivePlanner } from '../plan/live-planner';
import type { Journal } from '../report/journal';
import type { RunContext } from '../run/context';
import { adoptSeeds } from './adopt-seeds';
import { concludeEnding } from './ending';
import { forgetCounts } from './forget-counts';
import { ALL_SEEN } from './mirror-rows';
import { observeSessions } from './observe-sessions';
import { observeStore } from './observe-store';
import { heedOwners } from './owners';
import { recount } from './recount';
import { adoptUnanswered, closeRemoved } from './unanswered-writes';

interface BothSides {
  readonly sessions: Observed<Session>;
  /** Our own records of which nobody could tell whether they are there. */
  readonly unseen: ReadonlySet<string>;
  /** Whether the health store was read to the end of what it has to tell. */
  readonly isWhole: boolean;
}

/** Looks at both sides, and at samples again where they are due. What changed in the health store is in the mirror then, and noted as unplanned. */
export const observeBoth = async (run: RunContext, live: LivePlanner, reads: Access['reads']): Promise<BothSides> => {
  await run.commit(namedByKind(run));
  const sessions = await observeSessions(run, live);
  await heedOwners(run, sessions);
  const unseen = await observeStore(run, live.unplanned);
  const isWhole = unseen === ALL_SEEN;
  await concludeEnding(run, live, sessions, isWhole);
  await forgetCounts(run, reads, live.unplanned.changed);
  await recount(run, live.unplanned.changed);
  return { sessions, unseen, isWhole };
};

/** Links what belongs together without a plan's saying so: seeds, and what writes have left that were never answered. */
export const adoptFound = async (
  run: RunContext,
  live: LivePlanner,
  { sessions, isWhole }: BothSides,
  note: Journal['note'],
): Promise<void> => {
  await adoptSeeds(run, live, sessions, note);
  await adoptUnanswered(run, live, sessions);
  if (isWhole) await closeRemoved(run, live, sessions);
  await freeEdited(run, sessions);
};
