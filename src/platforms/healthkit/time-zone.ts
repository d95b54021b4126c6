import type { Instant } from '../../domain/interval';

const OFFSET = /^(?:GMT|UTC)(?:([+-])(\d{1,2}):?(\d{2})?)?$/;

/**
 * Turns the names of time zones into offsets, and back. HealthKit keeps the name of a zone (`Europe/Berlin`); what its offset was at
 * that moment takes a database of time zones, which engines of phones have or do not have.
 *
 * **Shape** `offsetSeconds` is asked for names that are not offsets themselves. `nameOf` gives the name to write; without it, the
 * offset is written (`GMT+0200`).
 */
export interface TimeZones {
  readonly offsetSeconds?: (name: string, at: Instant) => number | undefined;
  readonly nameOf?: (offsetSeconds: number, at: Instant) => string | undefined;
}

/** The offset of a zone, east of UTC, in seconds; absent where its name says nothing and nobody knows it. */
export const offsetOf = (name: string, at: Instant, zones: TimeZones = {}): number | undefined => {
  const [matched, sign, hours = '0', minutes = '0'] = OFFSET.exec(name) ?? [];
  if (matched === undefined) return zones.offsetSeconds?.(name, at);
  return (Number(hours) * 3600 + Number(minutes) * 60) * (sign === '-' ? -1 : 1) || 0;
};

const twoDigits = (value: number): string => String(Math.floor(value)).padStart(2, '0');

/** The name of a zone that has this offset. */
export const zoneName = (offsetSeconds: number, at: Instant, zones: TimeZones = {}): string => {
  const size = Math.abs(offsetSeconds);
  const offset = `GMT${offsetSeconds < 0 ? '-' : '+'}${twoDigits(size / 3600)}${twoDigits((size % 3600) / 60)}`;
  return zones.nameOf?.(offsetSeconds, at) ?? (offsetSeconds === 0 ? 'GMT' : offset);
};
