import type { Recording } from '../../src/domain/recording';
import { type Happening, recordHappening } from '../../src/testing/arbitraries/record-happening';
import {
  copyTo,
  cut,
  deviceBeside,
  HOUR,
  happen,
  happeningOf,
  MINUTE,
  SECOND,
  usualMetres,
} from './labelled-recording';
import { label, OTHER_APP, PHONE, type Scene, WATCH } from './scene';

export const commutes: Scene = (random, from, name) => {
  const length = Math.round(random.between(10, 45)) * MINUTE;
  const activity = random.pick(['cycling', 'walking', 'running'] as const);
  const metres = usualMetres(activity, length);
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
    const first = recordHappening(`${name}-${turn}a`, WATCH, {
      activity,
      start,
      end: start + length,
      distanceMetres: metres,
    });
    start += length + (random.chance(0.4) ? 0 : Math.round(random.between(0, 4 * HOUR)));
    const second = {
      ...copyTo(random, first, `${name}-${turn}b`, PHONE),
      start: first.start + skew,
      end: first.end + skew,
    };
    return label(`${name}-${turn}`, first, second);
  });
};

export const denseDay: Scene = (random, from, name) => {
  let start = from;
  return Array.from({ length: random.whole(3, 6) }, (_, index) => {
    const happening = happen(random, start);
    const shifted: Happening = { ...happening, start, end: start + (happening.end - happening.start) };
    start = shifted.end + (random.chance(0.3) ? 0 : Math.round(random.between(0, 10 * MINUTE)));
    const first = recordHappening(`${name}-${index}a`, WATCH, shifted);
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

export const autoWalks: Scene = (random, from, name) => {
  const session = recordHappening(
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
    return { ...recordHappening(`${name}-w${index}`, PHONE, walk), method: 'detected' as const };
  });
  return [
    ...label(name, session, copyTo(random, session, `${name}-b`, OTHER_APP)),
    ...walks.flatMap((walk) => label(walk.key, walk)),
  ];
};

export const autoFragments: Scene = (random, from, name) => {
  const hike = recordHappening(
    `${name}-a`,
    WATCH,
    happen(random, from, random.pick(['hiking', 'walking', 'running'] as const)),
  );
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

export const forgottenForDays: Scene = (random, from, name) => {
  const days = Array.from({ length: 3 }, (_, index) =>
    recordHappening(`${name}-${index}`, WATCH, happen(random, from + index * 14 * HOUR)),
  );
  const first = days[0] as Recording;
  const end = first.start + Math.round(random.between(25, 72)) * HOUR;
  const forgotten = { ...first, key: `${name}-x`, source: { app: PHONE }, end };
  return [...days.flatMap((day) => label(day.key, day)), ...label(`${name}-x`, forgotten)];
};

export const multisport: Scene = (random, from, name) => {
  const legs = (['open-water-swimming', 'cycling', 'running'] as const).map((activity, index) => ({ activity, index }));
  let at = from;
  const recorded = legs.map(({ activity, index }) => {
    const end = at + Math.round(random.between(15, 120)) * MINUTE;
    const leg = recordHappening(`${name}-l${index}`, WATCH, happeningOf(random, activity, at, end));
    at = end + Math.round(random.between(60, 300)) * SECOND;
    return leg;
  });
  const whole = recordHappening(`${name}-a`, WATCH, {
    activity: 'multisport',
    start: from,
    end: (recorded[2] as Recording).end,
  });
  const second = recorded.map((leg) => copyTo(random, leg, `${leg.key}b`, PHONE));
  return [...label(name, whole), ...recorded.flatMap((leg, index) => label(leg.key, leg, second[index] as Recording))];
};

export const rewrites: Scene = (random, from, name) => {
  const first = recordHappening(`${name}-0`, PHONE, happen(random, from));
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

export const threeSources: Scene = (random, from, name) => {
  const first = recordHappening(`${name}-a`, WATCH, happen(random, from));
  return label(
    name,
    first,
    copyTo(random, first, `${name}-b`, PHONE),
    deviceBeside(random, first, `${name}-c`, OTHER_APP),
  );
};
