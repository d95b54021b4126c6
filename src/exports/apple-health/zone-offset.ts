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

/**
 * Looks zones up in the engine's own table. Making a formatter takes much longer than using it, so each zone's is kept.
 */
export const zoneOffsets = (): ZoneOffset => {
  const formats = new Map<string, ZoneFormat | undefined>();
  return (zone, at) => {
    if (!formats.has(zone)) formats.set(zone, makeFormat(zone));
    const parts = formats.get(zone)?.formatToParts(new Date(at));
    if (parts === undefined) return undefined;
    const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
    // Midnight is hour 24 of the same day in some engines.
    const local = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour') % 24,
      part('minute'),
      part('second'),
    );
    const seconds = Math.round((local - at) / 1000);
    return Number.isFinite(seconds) ? seconds : undefined;
  };
};
