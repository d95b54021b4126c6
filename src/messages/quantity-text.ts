import { minutesToHours } from 'date-fns/minutesToHours';
import { secondsToMinutes } from 'date-fns/secondsToMinutes';

const SECONDS_PER_HOUR = 3600;
const HOURS_SHOWN_ALONE = 48;

/** A number with at most so many decimals, always with a point, and without zeros that say nothing. */
export const decimalText = (value: number, decimals: number): string => String(Number(value.toFixed(decimals)));

/** A whole number as a person writes it: 4,812. */
export const countText = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/**
 * A duration in the units that a person would say: seconds below an hour, minutes above, days from the third on.
 *
 * @example
 * ```ts
 * import { durationText } from 'workout-sync/messages';
 *
 * durationText(2712); // => '45 min 12 s'
 * ```
 */
export const durationText = (seconds: number): string => {
  if (!(seconds >= 0)) return `${decimalText(seconds, 0)} s`;
  const whole = Math.round(seconds);
  const pair = (first: number, unit: string, second: number, smaller: string): string =>
    [first && `${first} ${unit}`, second && `${second} ${smaller}`].filter(Boolean).join(' ');
  if (whole < SECONDS_PER_HOUR) {
    const minutes = secondsToMinutes(whole);
    return pair(minutes, 'min', whole - minutes * 60, 's') || '0 s';
  }
  const minutes = Math.round(whole / 60);
  const hours = minutesToHours(minutes);
  if (hours < HOURS_SHOWN_ALONE) return pair(hours, 'h', minutes - hours * 60, 'min');
  const days = Math.floor(hours / 24);
  return pair(days, 'd', hours - days * 24, 'h');
};

/** A distance: metres below a kilometre, kilometres above. */
export const distanceText = (metres: number): string =>
  Math.abs(metres) < 1000 ? `${decimalText(metres, 0)} m` : `${(metres / 1000).toFixed(2)} km`;

/** A share of one, as a percentage. */
export const shareText = (share: number): string => `${decimalText(share * 100, 1)} %`;
