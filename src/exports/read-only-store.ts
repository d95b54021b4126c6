import type { Instant, Interval } from '../domain/interval';
import type { Platform } from '../domain/platform';
import type { Workout } from '../domain/workout';
import type { DetailReader, HealthStore } from '../ports/health-store';
import type { Page, PageRequest } from '../ports/page';
import { storeError } from '../ports/store-error';
import { READ_ONLY_ACCESS } from './read-only-access';

/** What a store over an export is made of. */
export interface ReadOnlyStoreParts {
  readonly platform: Platform;
  readonly ownSources: readonly string[];
  readonly workouts: readonly Workout[];
  /** When the export was made: what came after it is not in it, which says nothing about it. */
  readonly until: Instant;
  readonly detail: DetailReader;
}

const PAGE_SIZE = 500;

const compare = (a: Workout, b: Workout): number => a.start - b.start || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** Names the last record that was given, so that a reading goes on behind it whatever else has come or gone. */
const tokenOf = ({ start, key }: Workout): string => `${start} ${key}`;

/** How many records of a sorted list stand at or before the one that a token names. */
const countGiven = (workouts: readonly Workout[], token: string): number => {
  if (token === '') return 0;
  const space = token.indexOf(' ');
  const last = { start: Number(token.slice(0, space)), key: token.slice(space + 1) } as Workout;
  const next = workouts.findIndex((workout) => compare(workout, last) > 0);
  return next < 0 ? workouts.length : next;
};

const readPage = (
  sorted: readonly Workout[],
  until: Instant,
  { window, page = '', limit = PAGE_SIZE, signal }: PageRequest,
): Page<Workout> => {
  if (signal?.aborted) throw storeError('cancelled', 'Reading was given up.');
  const rest = sorted
    .slice(countGiven(sorted, page))
    .filter(({ start }) => window.start <= start && start < window.end);
  const items = rest.slice(0, Math.max(1, Math.min(limit, PAGE_SIZE)));
  const last = items[items.length - 1];
  const more = last !== undefined && items.length < rest.length;
  const seen: Interval = { start: window.start, end: Math.max(window.start, Math.min(window.end, until + 1)) };
  return { items, ...(more && { next: tokenOf(last) }), complete: !more, window: seen };
};

/**
 * A {@link HealthStore} over what an export holds: it reads, and neither writes nor tells changes.
 *
 * **Laws** every read is complete up to the moment of the export, so that what a newer export lacks has been deleted.
 */
export const readOnlyStore = ({ platform, ownSources, workouts, until, detail }: ReadOnlyStoreParts): HealthStore => {
  const sorted = [...workouts].sort(compare);
  return {
    platform,
    ownSources,
    ...READ_ONLY_ACCESS,
    readWorkouts: async (request) => readPage(sorted, until, request),
    detail,
  };
};
