import type { MirrorEntry } from '../../domain/workout';
import { isOwnExport } from '../../reconcile/gather/own-export';
import type { RunContext } from '../run/context';
import { visitAll } from '../run/visit-all';
import { WORKOUTS } from '../state/collections';

/** Our own records with these external ids, as the mirror shows them. */
export const ownRecords = async (run: RunContext, ids: ReadonlySet<string>): Promise<readonly MirrorEntry[]> => {
  const found: MirrorEntry[] = [];
  if (ids.size === 0) return found;
  await visitAll(run, run.state.all(WORKOUTS).values(), (entry) => {
    if (ids.has(entry.external?.id ?? '') && isOwnExport(run.scope, entry)) found.push(entry);
  });
  return found;
};
