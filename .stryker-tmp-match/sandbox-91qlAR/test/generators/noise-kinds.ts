// @ts-nocheck
import type { Recording } from '../../src/domain/recording';
import {
  copyTo,
  cut,
  detect,
  deviceBeside,
  type Happening,
  HOUR,
  happen,
  happeningOf,
  type LabelledRecording,
  MINUTE,
  record,
  SECOND,
} from './labelled-recording';
import type { SeededRandom } from './seeded-random';

/** Makes one scene that starts after `from`. `name` keeps the keys and labels of scenes apart. */
export type Scene = (random: SeededRandom, from: number, name: string) => LabelledRecording[];

const WATCH = 'com.watch';
const PHONE = 'com.phone';
const OTHER_APP = 'com.other';

const label = (happening: string, ...recordings: readonly Recording[]): LabelledRecording[] =>
  recordings.map((recording) => ({ recording, happening }));

/** A scene of one activity by a watch, and a second recording of it that `second` makes. */
const pairOf =
  (
    second: (random: SeededRandom, first: Recording, key: string) => Recording,
    ...kinds: readonly Recording['activity'][]
  ): Scene =>
  (random, from, name) => {
    const happening = kinds.length > 0 ? happen(random, from, random.pick(kinds)) : happen(random, from);
    const first = record(`${name}-a`, WATCH, happening);
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

/** Splits a recording at shares of its time, with a pause of seconds to minutes between the pieces. */
const split = (random: SeededRandom, whole: Recording, name: string, shares: readonly number[]): Recording[] => {
  const length = whole.end - whole.start;
  let from = whole.start;
  return [...shares, 1].map((share, index) => {
    const to = whole.start + share * length;
    const piece = cut(whole, `${name}-p${index}`, from, to);
    from = to + Math.min(random.around(20 * SECOND, 1), 0.05 * length);
    return piece;
  });
};

const wholeAndPieces =
  (sharesOf: (random: SeededRandom) => readonly number[]): Scene =>
  (random, from, name) => {
    const happening = happen(random, from);
    const whole = record(`${name}-a`, WATCH, happening);
    const other = random.chance(0.5)
      ? copyTo(random, whole, `${name}-b`, PHONE)
      : deviceBeside(random, whole, `${name}-b`, PHONE);
    const pieces = split(random, other, name, sharesOf(random));
    return [...label(name, whole), ...pieces.flatMap((piece) => label(piece.key, piece))];
  };

const commutes: Scene = (random, from, name) => {
  const length = Math.round(random.between(10, 45)) * MINUTE;
  const activity = random.pick(['cycling', 'walking', 'running'] as const);
  const metres = Math.round(length / 200);
  const skew =
    random.sign() *
    Math.round(
      random.byPercentiles([
        [0.5, 5],
        [0.9, 120],
        [1, 240],
      ]),
    ) *
    SECOND;
  let start = from;
  return [0, 1, 2, 3].flatMap((turn) => {
    const first = record(`${name}-${turn}a`, WATCH, { activity, start, end: start + length, distanceMetres: metres });
    start += length + (random.chance(0.4) ? 0 : Math.round(random.between(0, 4 * HOUR)));
    const second = {
      ...copyTo(random, first, `${name}-${turn}b`, PHONE),
      start: first.start + skew,
      end: first.end + skew,
    };
    return label(`${name}-${turn}`, first, second);
  });
};

const denseDay: Scene = (random, from, name) => {
  let start = from;
  return Array.from({ length: random.whole(3, 6) }, (_, index) => {
    const happening = happen(random, start);
    const shifted: Happening = { ...happening, start, end: start + (happening.end - happening.start) };
    start = shifted.end + (random.chance(0.3) ? 0 : Math.round(random.between(0, 10 * MINUTE)));
    const first = record(`${name}-${index}a`, WATCH, shifted);
    const second = random.chance(0.7)
      ? copyTo(random, first, `${name}-${index}b`, PHONE)
      : {
          ...first,
          key: `${name}-${index}b`,
          source: { app: PHONE },
          start: first.start + random.whole(0, 58) * SECOND,
        };
    return label(`${name}-${index}`, first, second);
  }).flat();
};

const autoWalks: Scene = (random, from, name) => {
  const session = record(
    `${name}-a`,
    WATCH,
    happen(random, from, random.pick(['strength-training', 'hiit', 'yoga', 'tennis'] as const)),
  );
  const length = session.end - session.start;
  // One detector never sees two walks at once, so they follow each other.
  let at = random.between(-0.1, 0.4);
  const walks = Array.from({ length: random.whole(1, 3) }, (_, index) => {
    const start = Math.round(session.start + at * length);
    const share = random.between(0.08, 0.5);
    at += share + random.between(0.02, 0.2);
    const walk = happeningOf(random, 'walking', start, Math.round(start + share * length));
    return { ...record(`${name}-w${index}`, PHONE, walk), method: 'detected' as const };
  });
  return [
    ...label(name, session, copyTo(random, session, `${name}-b`, OTHER_APP)),
    ...walks.flatMap((walk) => label(walk.key, walk)),
  ];
};

const autoFragments: Scene = (random, from, name) => {
  const hike = record(`${name}-a`, WATCH, happen(random, from, random.pick(['hiking', 'walking', 'running'] as const)));
  const length = hike.end - hike.start;
  let at = 0;
  const fragments = Array.from({ length: random.whole(1, 3) }, (_, index) => {
    const start = at + random.between(0.02, 0.15);
    at = start + random.between(0.08, 0.22);
    const fragment = cut(
      { ...hike, activity: 'walking' },
      `${name}-f${index}`,
      hike.start + start * length,
      hike.start + at * length,
    );
    return { ...fragment, source: { app: PHONE }, method: 'detected' as const };
  });
  return [...label(name, hike), ...fragments.flatMap((fragment) => label(fragment.key, fragment))];
};

const forgottenForDays: Scene = (random, from, name) => {
  const days = Array.from({ length: 3 }, (_, index) =>
    record(`${name}-${index}`, WATCH, happen(random, from + index * 14 * HOUR)),
  );
  const first = days[0] as Recording;
  const end = first.start + Math.round(random.between(25, 72)) * HOUR;
  const forgotten = { ...first, key: `${name}-x`, source: { app: PHONE }, end };
  return [...days.flatMap((day) => label(day.key, day)), ...label(`${name}-x`, forgotten)];
};

const multisport: Scene = (random, from, name) => {
  const legs = (['open-water-swimming', 'cycling', 'running'] as const).map((activity, index) => ({ activity, index }));
  let at = from;
  const recorded = legs.map(({ activity, index }) => {
    const end = at + Math.round(random.between(15, 120)) * MINUTE;
    const leg = record(`${name}-l${index}`, WATCH, happeningOf(random, activity, at, end));
    at = end + Math.round(random.between(60, 300)) * SECOND;
    return leg;
  });
  const whole = record(`${name}-a`, WATCH, {
    activity: 'multisport',
    start: from,
    end: (recorded[2] as Recording).end,
  });
  const second = recorded.map((leg) => copyTo(random, leg, `${leg.key}b`, PHONE));
  return [...label(name, whole), ...recorded.flatMap((leg, index) => label(leg.key, leg, second[index] as Recording))];
};

const rewrites: Scene = (random, from, name) => {
  const first = record(`${name}-0`, PHONE, happen(random, from));
  const count = random.chance(0.01) ? random.whole(20, 60) : random.whole(2, 3);
  return label(
    name,
    ...Array.from({ length: count }, (_, index) => ({
      ...first,
      key: `${name}-${index}`,
      sourceId: `${name}.${index}`,
    })),
  );
};

const threeSources: Scene = (random, from, name) => {
  const first = record(`${name}-a`, WATCH, happen(random, from));
  return label(
    name,
    first,
    copyTo(random, first, `${name}-b`, PHONE),
    deviceBeside(random, first, `${name}-c`, OTHER_APP),
  );
};

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
    const whole = record(`${name}-a`, WATCH, happen(random, from));
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
