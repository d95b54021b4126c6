import { HOUR } from '../labelled-recording';

/** Where somebody lives: how far the clock there is from UTC at any time. */
export type OffsetAt = (instant: number) => number;

/** Minutes east of UTC in an IANA zone. Zones change their clocks on the hour, so one answer serves an hour. */
export const offsetsOf = (zone: string): OffsetAt => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const known = new Map<number, number>();
  return (instant) => {
    const hour = Math.floor(instant / HOUR);
    const before = known.get(hour);
    if (before !== undefined) return before;
    const name = format.formatToParts(hour * HOUR).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d+):(\d+))?/.exec(name) ?? [];
    const offset = (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
    known.set(hour, offset);
    return offset;
  };
};

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** Writes an instant as Apple does: `2024-05-04 08:00:00 +0200`, to the second. Kept by the hour: exports repeat themselves. */
export const appleDates = (offsetAt: OffsetAt): ((instant: number) => string) => {
  let [hour, before, after] = [Number.NaN, '', ''];
  return (instant) => {
    const now = Math.floor(instant / HOUR);
    if (now !== hour) {
      const minutes = offsetAt(instant);
      // Half-hour zones would need more than the hour kept; nobody here lives in one.
      if (minutes % 60 !== 0) throw new Error(`an offset of ${minutes} minutes is not whole hours`);
      before = new Date(now * HOUR + minutes * 60_000).toISOString().slice(0, 13).replace('T', ' ');
      const away = Math.abs(minutes) / 60;
      after = ` ${minutes < 0 ? '-' : '+'}${two(away)}00`;
      hour = now;
    }
    const seconds = Math.floor((instant - hour * HOUR) / 1000);
    return `${before}:${two(Math.floor(seconds / 60))}:${two(seconds % 60)}${after}`;
  };
};
