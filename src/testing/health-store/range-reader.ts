import type { Interval } from '../../domain/interval';
import type { Workout } from '../../domain/workout';
import type { Page, PageRequest } from '../../ports/page';
import { admit, type HealthConditions, sightUnder } from './conditions';
import type { HealthProfile } from './profile';
import type { StoredRecord } from './record-shelf';

/**
 * How pages come out: as they should, or as badly as the port allows. `repeated`: each page gives the last record of the
 * page before once more, and the feed tells the last change again. `shuffled`: records are in no order at all.
 */
export type Paging = 'clean' | 'repeated' | 'shuffled';

/** What reading depends on. */
export interface ReaderContext {
  readonly profile: HealthProfile;
  readonly conditions: () => HealthConditions;
  readonly isOwn: (workout: Workout) => boolean;
  readonly pageSize: number;
  readonly paging: Paging;
}

const spread = (key: string): number => {
  let value = 7;
  for (const letter of key) value = (Math.imul(value, 31) + letter.charCodeAt(0)) >>> 0;
  return Math.imul(value, 2_654_435_761) >>> 0;
};

/** Where a record stands in the order of a reading; a page token names the last place that was given. */
const placeOf = ({ key, start }: Workout, paging: Paging): string =>
  `${String(paging === 'shuffled' ? spread(key) : start).padStart(16, '0')} ${key}`;

interface Placed {
  readonly place: string;
  readonly workout: Workout;
}

const byPlace = (a: Placed, b: Placed): number => (a.place < b.place ? -1 : 1);

/** Which records can be seen under the conditions. */
export const isVisible = ({ conditions, profile, isOwn }: ReaderContext, workout: Workout): boolean => {
  const { readableSince } = conditions();
  const hidden = sightUnder(conditions(), profile) !== 'all' || (readableSince ?? 0) > workout.start;
  return !hidden || isOwn(workout);
};

const readablePart = (window: Interval, since: number | undefined): Interval =>
  since === undefined ? window : { start: Math.min(window.end, Math.max(window.start, since)), end: window.end };

/** One page of what starts in a window. */
export const readRange = (
  context: ReaderContext,
  records: readonly StoredRecord[],
  { window, page = '', limit = Number.POSITIVE_INFINITY }: PageRequest,
): Page<Workout> => {
  const { profile, paging } = context;
  const conditions = context.conditions();
  admit(conditions, profile, 'read');
  const all = records
    .map(({ workout }) => workout)
    .filter(({ start }) => window.start <= start && start < window.end)
    .filter((workout) => isVisible(context, workout))
    .map((workout): Placed => ({ place: placeOf(workout, paging), workout }))
    .sort(byPlace);
  const rest = all.filter(({ place }) => place > page);
  const given = rest.slice(0, Math.max(1, Math.min(limit, context.pageSize)));
  const last = given[given.length - 1];
  const before = paging === 'repeated' && page !== '' ? all.filter(({ place }) => place === page) : [];
  const more = last !== undefined && given.length < rest.length;
  return {
    items: [...before, ...given].map(({ workout }) => workout),
    ...(more && { next: last.place }),
    complete: !more && sightUnder(conditions, profile) !== 'known-own',
    window: readablePart(window, conditions.readableSince),
  };
};
