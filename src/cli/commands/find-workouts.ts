import type { Workout } from '../../domain/workout';
import { timeText } from '../../messages/time-text';
import type { World } from '../../reconcile/world';

/** A session or a workout that a person may mean. */
export type Named = Pick<Workout, 'key' | 'activity' | 'start' | 'offsetSeconds' | 'source'>;

const MOMENT = /^\d{4}(-\d\d){0,2}([ T]\d\d(:\d\d)?)?$/;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** When it started, as the clock on the wall showed it: 2026-11-08 09:30. */
const wallTime = ({ start, offsetSeconds = 0 }: Pick<Named, 'start' | 'offsetSeconds'>): string => {
  const date = new Date(start + offsetSeconds * 1000);
  const day = [date.getUTCFullYear(), twoDigits(date.getUTCMonth() + 1), twoDigits(date.getUTCDate())].join('-');
  return `${day} ${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
};

/**
 * What a person may mean: the record with this key; else all whose key starts so; else all that started then, as the clock
 * on the wall showed it (`2026-11-08`, `2026-11-08 09:30`).
 */
export const findNamed = ({ sessions, mirror }: World, text: string): readonly Named[] => {
  const all: readonly Named[] = [...mirror.items, ...sessions.items];
  const exact = all.filter(({ key }) => key === text);
  if (exact.length > 0) return exact.slice(0, 1);
  const byPrefix = all.filter(({ key }) => key.startsWith(text));
  if (byPrefix.length > 0 || !MOMENT.test(text)) return byPrefix;
  const moment = text.replace('T', ' ');
  return mirror.items.filter((one) => wallTime(one).startsWith(moment));
};

/** A record in a line, for a person to choose from. */
export const namedText = ({ key, activity, start, offsetSeconds, source }: Named): string =>
  `${timeText(start, offsetSeconds)} · ${activity} · ${source?.appName ?? source?.app ?? 'this app'} · ${key}`;
