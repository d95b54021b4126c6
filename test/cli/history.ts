import type { Activity } from '../../src/domain/activity';
import type { DetailSummary } from '../../src/domain/detail-summary';
import type { Workout } from '../../src/domain/workout';

const DAY = 86_400_000;
const FIRST = Date.UTC(2022, 0, 3, 6);

const APPS = {
  watch: { app: 'com.apple.health.1', appName: "Ada's Watch", device: { type: 'watch', model: 'Watch7,11' } },
  strider: { app: 'com.example.strider', appName: 'Strider' },
  gym: { app: 'com.example.gym', appName: 'Iron & Co <b>"Gym"</b>' },
} as const;

const ACTIVITIES: readonly Activity[] = ['running', 'cycling', 'walking', 'yoga', 'strength-training', 'swimming'];
const TYPES: Readonly<Partial<Record<Activity, number>>> = {
  running: 37,
  cycling: 13,
  walking: 52,
  yoga: 57,
  swimming: 46,
};

const samples = (minutes: number): DetailSummary => ({
  series: { 'heart-rate': { count: minutes * 12, coverage: 1 } },
  route: 'present',
  routePoints: minutes * 60,
});

const workout = (
  key: string,
  source: NonNullable<Workout['source']>,
  activity: Activity,
  start: number,
  minutes: number,
  more: Partial<Workout> = {},
): Workout => ({
  kind: 'workout',
  platform: 'apple-health',
  raw: { platform: 'apple-health', type: TYPES[activity] ?? 50 },
  key,
  activity,
  start,
  end: start + minutes * 60_000,
  offsetSeconds: 3600,
  source,
  ...more,
});

/**
 * The workouts of somebody with a watch, a running app that writes a copy of every run, and a gym app: so many a day, of which
 * every sixth is a run with a copy.
 */
export const historyOf = (count: number, aDay = 1): Workout[] =>
  Array.from({ length: count }, (_, day) => {
    const activity = ACTIVITIES[day % ACTIVITIES.length] ?? 'other';
    const start = FIRST + Math.floor(day / aDay) * DAY + (day % aDay) * 2 * 3_600_000 + (day % 5) * 600_000;
    const minutes = 30 + (day % 7) * 5;
    const isGym = activity === 'yoga' || activity === 'strength-training';
    const original = workout(`w${day}`, isGym ? APPS.gym : APPS.watch, activity, start, minutes, {
      ...(!isGym && { distanceMetres: minutes * 170 + day, detail: samples(minutes) }),
      energyKilocalories: { active: minutes * 10 },
    });
    if (activity !== 'running') return [original];
    const copy = workout(`c${day}`, APPS.strider, activity, start + 20_000, minutes, {
      distanceMetres: minutes * 168 + day,
    });
    return [original, copy];
  }).flat();
