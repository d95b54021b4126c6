import { distanceText, countText as wholeText } from '../../messages/quantity-text';
import type { ReportPlace } from '../report/report-data';

export const countText = (count: number): string => wholeText(Math.round(count));

/** A total distance: whole kilometres. */
export const farText = (metres: number): string =>
  metres < 10_000 ? distanceText(metres) : `${countText(metres / 1000)} km`;

export const PLACES: Readonly<Record<ReportPlace, string>> = {
  imported: 'Imported',
  copy: 'Copy',
  'left-out': 'Left out',
  waiting: 'Waiting',
  held: 'Held for you',
};

const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
const MONTH = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });

/** A moment on the wall clock as a day, a month, or a day for a date field. */
export const dayText = (at: number): string => DAY.format(at);
export const monthText = (at: number): string => MONTH.format(at);
export const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);
