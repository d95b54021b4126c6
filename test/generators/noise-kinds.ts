import type { Recording } from '../../src/domain/recording';
import { recordHappening } from '../../src/testing/arbitraries/record-happening';
import {
  autoFragments,
  autoWalks,
  commutes,
  denseDay,
  forgottenForDays,
  multisport,
  rewrites,
  threeSources,
} from './day-scenes';
import {
  copyTo,
  cut,
  detect,
  deviceBeside,
  happen,
  type LabelledRecording,
  MINUTE,
  SECOND,
} from './labelled-recording';
import { wholeAndPieces } from './piece-scenes';
import { label, PHONE, type Scene, WATCH } from './scene';
import type { SeededRandom } from './seeded-random';

/** A scene of one activity by a watch, and a second recording of it that `second` makes. */
const pairOf =
  (
    second: (random: SeededRandom, first: Recording, key: string) => Recording,
    ...kinds: readonly Recording['activity'][]
  ): Scene =>
  (random, from, name) => {
    const happening = kinds.length > 0 ? happen(random, from, random.pick(kinds)) : happen(random, from);
    const first = recordHappening(`${name}-a`, WATCH, happening);
    return label(name, first, second(random, first, `${name}-b`));
  };

const withoutDistance = ({ distanceMetres: _, ...recording }: Recording): Recording => recording;

const toMinutes = (recording: Recording): Recording => {
  const start = Math.floor(recording.start / MINUTE) * MINUTE;
  const length = Math.max(1, Math.round((recording.end - recording.start) / MINUTE)) * MINUTE;
  return { ...recording, start, end: start + length };
};

/** Names that apps give one and the same activity, as met in real histories. */
const OTHER_NAMES: Readonly<Record<string, readonly Recording['activity'][]>> = {
  running: ['treadmill-running', 'walking', 'track-and-field'],
  'treadmill-running': ['running'],
  cycling: ['indoor-cycling'],
  'indoor-cycling': ['cycling'],
  walking: ['hiking', 'indoor-walking'],
  hiking: ['walking'],
  'strength-training': ['weightlifting', 'functional-strength', 'cross-training', 'hiit'],
  hiit: ['strength-training', 'mixed-cardio'],
  yoga: ['stretching', 'mind-and-body'],
  'pool-swimming': ['swimming', 'open-water-swimming'],
  rowing: ['indoor-rowing'],
};

const NAMED_OTHERWISE = Object.keys(OTHER_NAMES) as Recording['activity'][];

/** Every kind of noise, by name. */
export const NOISE_KINDS: Readonly<Record<string, Scene>> = {
  'two apps, one copies': pairOf((random, first, key) => copyTo(random, first, key, PHONE)),
  'two devices by hand': pairOf((random, first, key) => deviceBeside(random, first, key, PHONE)),
  'auto-detected beside recorded': pairOf(
    (random, first, key) => detect(random, first, key, PHONE),
    'walking',
    'running',
    'cycling',
  ),
  'rounded to seconds': pairOf((random, first, key) => {
    const copy = copyTo(random, first, key, PHONE);
    return { ...copy, start: Math.floor(copy.start / SECOND) * SECOND, end: Math.floor(copy.end / SECOND) * SECOND };
  }),
  'rounded to minutes': pairOf((random, first, key) => toMinutes(copyTo(random, first, key, PHONE))),
  'clock skew': pairOf((random, first, key) => {
    const skew =
      random.sign() *
      Math.round(
        random.byPercentiles([
          [0.5, 30],
          [0.9, 150],
          [1, 300],
        ]) * SECOND,
      );
    return { ...first, key, source: { app: PHONE }, start: first.start + skew, end: first.end + skew };
  }),
  'distance missing or zero': pairOf(
    (random, first, key) => {
      const second = withoutDistance(deviceBeside(random, first, key, PHONE));
      return random.chance(0.5) ? second : { ...second, distanceMetres: 0 };
    },
    'running',
    'cycling',
    'walking',
  ),
  'another name for it': pairOf(
    (random, first, key) => {
      const second = random.chance(0.5) ? copyTo(random, first, key, PHONE) : deviceBeside(random, first, key, PHONE);
      return { ...second, activity: random.pick(OTHER_NAMES[first.activity] ?? [first.activity]) };
    },
    ...NAMED_OTHERWISE,
  ),
  'no name for it (other)': pairOf((random, first, key) => {
    const second = random.chance(0.5) ? copyTo(random, first, key, PHONE) : detect(random, first, key, PHONE);
    return { ...second, activity: 'other' };
  }),
  'cut short': pairOf((random, first, key) => {
    const second = { ...copyTo(random, first, key, PHONE) };
    return cut(second, key, second.start, second.start + random.between(0.667, 1) * (second.end - second.start));
  }),
  'stopped late': pairOf((random, first, key) => {
    const second = copyTo(random, first, key, PHONE);
    return { ...second, end: Math.round(second.end + random.between(0, 0.5) * (second.end - second.start)) };
  }),
  'false start': (random, from, name) => {
    const whole = recordHappening(`${name}-a`, WATCH, happen(random, from));
    const stop = whole.start + random.between(0.01, 0.05) * (whole.end - whole.start);
    const second = copyTo(random, whole, `${name}-b`, PHONE);
    const [first, rest] = [
      cut(second, `${name}-f`, second.start, stop),
      cut(second, `${name}-b`, stop + 5 * SECOND, second.end),
    ];
    return [...label(name, whole, rest), ...label(`${name}-f`, first)];
  },
  'three sources': threeSources,
  'exact rewrites': rewrites,
  commutes,
  'dense days': denseDay,
  'two halves and the whole': wholeAndPieces((random) => [random.between(0.45, 0.55)]),
  'unequal pieces and the whole': wholeAndPieces((random) =>
    random.chance(0.5) ? [random.between(0.2, 0.8)] : [0.3, 0.75],
  ),
  'one half beside the whole': (random, from, name) => {
    const [whole, first, second] = wholeAndPieces(() => [random.between(0.45, 0.55)])(random, from, name);
    return [whole, random.chance(0.5) ? first : second] as LabelledRecording[];
  },
  'auto-walks inside a session': autoWalks,
  'auto-detected fragments': autoFragments,
  'forgotten for days': forgottenForDays,
  'multisport and legs': multisport,
};
