import type { Activity } from '../../../src/domain/activity';
import { recordHappening } from '../../../src/testing/arbitraries/record-happening';
import { copyTo, deviceBeside, happen, happeningOf, MINUTE, SECOND } from '../labelled-recording';
import { NOISE_KINDS } from '../noise-kinds';
import { label, OTHER_APP, PHONE, type Scene, WATCH } from '../scene';

/** Typed in by hand, in Apple's own app. */
export const HAND = 'by hand';

/** What somebody's watch records and no app copies. */
const watchAlone: Scene = (random, from, name) =>
  label(name, recordHappening(`${name}-a`, WATCH, happen(random, from)));

const appAlone: Scene = (random, from, name) => {
  const activity = random.pick(['cycling', 'cycling', 'running', 'strength-training', 'yoga'] as const);
  return label(name, recordHappening(`${name}-a`, PHONE, happen(random, from, activity)));
};

const byHand: Scene = (random, from, name) => {
  const happening = happen(random, from, random.pick(['strength-training', 'pool-swimming', 'walking', 'tennis']));
  const minutes = (instant: number): number => Math.round(instant / MINUTE) * MINUTE;
  const typed = { ...happening, start: minutes(happening.start), end: minutes(happening.end) };
  return label(name, recordHappening(`${name}-a`, HAND, typed));
};

/** The watch counts the heart and the gym app counts the sets; both are started by hand. */
const gymBeside: Scene = (random, from, name) => {
  const happening = happen(random, from, random.pick(['strength-training', 'strength-training', 'hiit'] as const));
  const watch = recordHappening(`${name}-a`, WATCH, happening);
  const gym: Activity = random.pick(['strength-training', 'functional-strength'] as const);
  return label(name, watch, { ...deviceBeside(random, watch, `${name}-b`, PHONE), activity: gym });
};

/** One workout with its legs inside, as the watch has written it since iOS 16. */
const triathlon: Scene = (random, from, name) => {
  const legs = (['open-water-swimming', 'cycling', 'running'] as const).map((activity) => ({
    activity,
    length: Math.round(random.between(20, 90)) * MINUTE,
  }));
  const end = legs.reduce((at, { length }) => at + length, from) + 2 * random.whole(60, 240) * SECOND;
  return label(name, recordHappening(`${name}-a`, WATCH, happeningOf(random, 'multisport', from, end)));
};

/** Three apps, two of which only pass the watch's file on. */
const passedOnTwice: Scene = (random, from, name) => {
  const watch = recordHappening(
    `${name}-a`,
    WATCH,
    happen(random, from, random.pick(['running', 'running', 'walking'] as const)),
  );
  return label(name, watch, copyTo(random, watch, `${name}-b`, PHONE), copyTo(random, watch, `${name}-c`, OTHER_APP));
};

const noise = (kind: string): Scene => NOISE_KINDS[kind] as Scene;

/**
 * What fills somebody's years: how often each happens, and how.
 *
 * The kinds of noise that no rule can tell from the truth (pieces beside a whole, see `docs/matching.md`) are left out,
 * so that an export's truth is what a sync has to reach.
 */
export const HABITS: Readonly<Record<string, readonly [weight: number, scene: Scene]>> = {
  'watch alone': [34, watchAlone],
  'app alone': [10, appAlone],
  'by hand': [4, byHand],
  'gym app beside the watch': [8, gymBeside],
  triathlon: [1, triathlon],
  'passed on twice': [4, passedOnTwice],
  'two apps, one copies': [16, noise('two apps, one copies')],
  'rounded to seconds': [4, noise('rounded to seconds')],
  'rounded to minutes': [3, noise('rounded to minutes')],
  'clock skew': [2, noise('clock skew')],
  'cut short': [2, noise('cut short')],
  'stopped late': [2, noise('stopped late')],
  'another name for it': [3, noise('another name for it')],
  'three sources': [1, noise('three sources')],
  'exact rewrites': [1, noise('exact rewrites')],
  commutes: [2, noise('commutes')],
  'dense days': [1, noise('dense days')],
  'auto-walks inside a session': [2, noise('auto-walks inside a session')],
};
