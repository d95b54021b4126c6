import { WHOLE_HISTORY } from '../../domain/interval';
import type { Workout } from '../../domain/workout';
import type { ChangeFeed, Deletion, HealthStore } from '../../ports/health-store';
import type { Page } from '../../ports/page';

/** More pages than this for a handful of records never end. */
const MOST_PAGES = 200;

/** All pages of a reading, or those from one on; nothing where it does not end. */
export const allPages = async (
  store: HealthStore,
  limit: number,
  from?: string,
): Promise<readonly Page<Workout>[] | undefined> => {
  const pages: Page<Workout>[] = [];
  let page = from;
  while (pages.length < MOST_PAGES) {
    const read = await store.readWorkouts({ window: WHOLE_HISTORY, limit, ...(page ? { page } : {}) });
    pages.push(read);
    page = read.next;
    if (!page) return pages;
  }
  return undefined;
};

/** Every record of a store, once. */
export const everyWorkout = async (store: HealthStore): Promise<ReadonlyMap<string, Workout>> => {
  const pages = (await allPages(store, 1000)) ?? [];
  return new Map(pages.flatMap(({ items }) => items).map((workout) => [workout.key, workout]));
};

/** What a feed told since a cursor, page by page; nothing where the cursor is expired or there is no end. */
export const changesSince = async (
  feed: ChangeFeed,
  from: string,
): Promise<
  readonly { readonly upserts: readonly Workout[]; readonly deletions: readonly Deletion[] }[] | undefined
> => {
  const pages: { upserts: readonly Workout[]; deletions: readonly Deletion[] }[] = [];
  let cursor = from;
  while (pages.length < MOST_PAGES) {
    const read = await feed.read(cursor);
    if (read.kind === 'expired') return undefined;
    pages.push(read);
    if (!read.more) return pages;
    cursor = read.next;
  }
  return undefined;
};
