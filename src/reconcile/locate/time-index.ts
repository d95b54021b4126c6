import type { Instant, Interval } from '../../domain/interval';

/** In matching, a recording longer than a day meets only others of at least half its length. */
const LONG_MILLISECONDS = 24 * 3600 * 1000;

const lengthOf = ({ start, end }: Interval): number => end - start;

const isLong = (interval: Interval): boolean => lengthOf(interval) > LONG_MILLISECONDS;

const dayOf = (instant: Instant): number => Math.floor(instant / LONG_MILLISECONDS);

/** Items by time: what overlaps an interval is found without looking at the rest. */
export interface TimeIndex<Item> {
  readonly add: (item: Item) => void;
  readonly remove: (item: Item) => void;
  /** What shares time with an interval, as far as matching lets them meet. */
  readonly near: (interval: Interval) => Item[];
  /** What starts in an interval. */
  readonly startingIn: (window: Interval) => Item[];
}

/**
 * Makes an index that holds nothing yet: a list for each day in which something starts, and one for all that is longer
 * than a day.
 *
 * **Cost** adding and removing cost as much as a day holds; a look-up what the days around it hold, and what is longer.
 */
export const timeIndex = <Item>(intervalOf: (item: Item) => Interval): TimeIndex<Item> => {
  const days = new Map<number, Item[]>();
  const long: Item[] = [];
  const listOf = (item: Item): Item[] => {
    const interval = intervalOf(item);
    if (isLong(interval)) return long;
    const day = dayOf(interval.start);
    const known = days.get(day);
    if (known) return known;
    const list: Item[] = [];
    days.set(day, list);
    return list;
  };
  const startingOn = (first: number, last: number): Item[] => {
    const found: Item[] = [];
    if (last - first < days.size) {
      for (let day = first; day <= last; day++) found.push(...(days.get(day) ?? []));
      return found;
    }
    for (const [day, items] of days) if (day >= first && day <= last) found.push(...items);
    return found;
  };
  return {
    add: (item) => {
      listOf(item).push(item);
    },
    remove: (item) => {
      const list = listOf(item);
      const place = list.indexOf(item);
      if (place >= 0) list.splice(place, 1);
    },
    near: (interval) => {
      const { start, end } = interval;
      const shortest = isLong(interval) ? LONG_MILLISECONDS / 2 : 0;
      const short = startingOn(dayOf(start) - 1, dayOf(end));
      const all = lengthOf(interval) >= LONG_MILLISECONDS / 2 ? [...short, ...long] : short;
      return all.filter((item) => {
        const other = intervalOf(item);
        return other.start < end && other.end > start && lengthOf(other) >= shortest;
      });
    },
    startingIn: ({ start, end }) =>
      [...startingOn(dayOf(start), dayOf(end)), ...long].filter((item) => {
        const { start: instant } = intervalOf(item);
        return instant >= start && instant < end;
      }),
  };
};
