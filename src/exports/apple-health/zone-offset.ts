import type { Instant } from '../../domain/interval';

/** What is used of `Intl`: an engine may have none, or not know a zone. */
interface ZoneFormat {
  formatToParts(date: Date): readonly { readonly type: string; readonly value: string }[];
}

const makeFormat = (zone: string): ZoneFormat | undefined => {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hour12: false,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    return undefined;
  }
};

/** How far a named zone is east of UTC at an instant, in seconds; nothing for a zone that the engine does not know. */
export type ZoneOffset = (zone: string, at: Instant) => number | undefined;

const offsetIn = (format: ZoneFormat, at: Instant): number => {
  const parts = format.formatToParts(new Date(at));
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  // Midnight is hour 24 of the same day in some engines.
  const hour = part('hour') % 24;
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), hour, part('minute'), part('second'));
  return Math.round((local - at) / 1000);
};

const WEEK_MILLISECONDS = 7 * 86_400_000;

/** Asks once a week: an offset that is the same at both ends of a week is the same throughout, and asking is slow. */
const weekByWeek = (format: ZoneFormat): ((at: Instant) => number) => {
  const ends = new Map<number, number>();
  const endOf = (week: number): number => {
    const known = ends.get(week) ?? offsetIn(format, week * WEEK_MILLISECONDS);
    ends.set(week, known);
    return known;
  };
  return (at) => {
    const week = Math.floor(at / WEEK_MILLISECONDS);
    const offset = endOf(week);
    return offset === endOf(week + 1) ? offset : offsetIn(format, at);
  };
};

/**
 * Looks zones up in the engine's own table. Making a formatter takes much longer than using it, so each zone's is kept.
 */
export const zoneOffsets = (): ZoneOffset => {
  const zones = new Map<string, ((at: Instant) => number) | undefined>();
  return (zone, at) => {
    if (!zones.has(zone)) {
      const format = makeFormat(zone);
      zones.set(zone, format && weekByWeek(format));
    }
    const seconds = zones.get(zone)?.(at);
    return seconds !== undefined && Number.isFinite(seconds) ? seconds : undefined;
  };
};
