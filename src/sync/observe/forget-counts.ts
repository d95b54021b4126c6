import { uncounted } from '../../domain/mirror';
import type { Access } from '../../ports/access';
import type { RunContext } from '../run/context';
import { LINKS, ONLY, SUMMARY, WORKOUTS } from '../state/collections';
import { put } from '../state/state';

/**
 * Once more may be read beside workouts, what was counted of them is forgotten: where a verdict needs to know, it is counted again.
 * What is linked was judged already.
 */
export const forgetCounts = async (
  { state, commit, host }: RunContext,
  access: Access | undefined,
  changed: Set<string>,
): Promise<void> => {
  const { reads } = access ?? {};
  const { counted, ...summary } = state.get(SUMMARY) ?? {};
  if (reads === undefined || host.store.detail === undefined || JSON.stringify(reads) === JSON.stringify(counted))
    return;
  const isMore = reads.some((name) => !counted?.includes(name));
  const linked = new Set([...state.all(LINKS).values()].flatMap(({ workout, copies }) => [workout, ...copies]));
  const again = [...state.all(WORKOUTS).values()].filter(({ key, detail }) => isMore && detail && !linked.has(key));
  for (const { key } of again) changed.add(key);
  await commit([
    put(SUMMARY, ONLY, { ...summary, counted: reads }),
    ...again.map((entry) => put(WORKOUTS, entry.key, uncounted(entry))),
  ]);
};
