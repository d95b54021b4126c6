// @ts-nocheck
import type { Instant } from '../domain/interval';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/**
 * A moment as the clock on the wall showed it where the recording was made; where nobody knows the zone, in UTC, and
 * marked so.
 *
 * **Laws** the machine's zone and locale change nothing: the offset is added, and the UTC fields are read.
 *
 * @example
 * ```ts
 * import { timeText } from 'workout-sync/messages';
 *
 * timeText(1_793_726_520_000, 3600); // => 'Tue 3 Nov 2026, 18:22'
 * timeText(1_793_726_520_000); // => 'Tue 3 Nov 2026, 17:22 UTC'
 * ```
 */
export const timeText = (instant: Instant, offsetSeconds?: number): string => {
  const date = new Date(instant + (offsetSeconds ?? 0) * 1000);
  if (Number.isNaN(date.getTime())) return 'an impossible time';
  const day = `${DAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  const time = `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
  return `${day}, ${time}${offsetSeconds === undefined ? ' UTC' : ''}`;
};
