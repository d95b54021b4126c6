import fc from 'fast-check';
import type { Activity } from '../../domain/activity';
import type { Happening } from './record-happening';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

/** Metres per second; what is not listed measures no distance. */
const SPEEDS: Readonly<Partial<Record<Activity, number>>> = { running: 3, cycling: 7, walking: 1.5, hiking: 1 };

/** Runs most often: what never meets its like is never mistaken for it. */
const ACTIVITIES: readonly Activity[] = [
  'running',
  'running',
  'running',
  'cycling',
  'walking',
  'strength-training',
  'yoga',
];

/** Lengths of a commute, of a common run, of a long ride. */
const MINUTES = [12, 30, 45, 90, 240] as const;

/** What lies between two happenings: nothing (a run to the gym), a shower, an afternoon, a night. */
const GAPS = [0, 10, 300, 900] as const;

const START = Date.UTC(2026, 4, 4, 6);

const measured = (activity: Activity, start: number, end: number): Happening => {
  const speed = SPEEDS[activity];
  return { activity, start, end, ...(speed !== undefined && { distanceMetres: ((end - start) / SECOND) * speed }) };
};

/** What makes a happening, before it has a place in time. */
export interface HappeningDraw {
  readonly activity: Activity;
  readonly minutes: number;
  /** Minutes since the happening before. */
  readonly gap: number;
}

/** Kinds and times come from small sets, so that near misses are common. */
export const happeningDraw: { readonly [Field in keyof HappeningDraw]: fc.Arbitrary<HappeningDraw[Field]> } = {
  activity: fc.constantFrom(...ACTIVITIES),
  minutes: fc.constantFrom(...MINUTES),
  gap: fc.constantFrom(...GAPS),
};

/** What one person did, one thing after the other. */
export const happeningsFrom = (draws: readonly HappeningDraw[]): readonly Happening[] => {
  let at = START;
  return draws.map(({ activity, minutes, gap }) => {
    const start = at + gap * MINUTE;
    at = start + minutes * MINUTE;
    return measured(activity, start, at);
  });
};
