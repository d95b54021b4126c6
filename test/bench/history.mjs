/** Histories for the benches: plain data, the same in every run. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2015, 0, 1);
const ACTIVITIES = ['running', 'cycling', 'walking', 'strength-training', 'swimming', 'yoga'];

/** Park–Miller: a bench needs the same numbers in every run, not good ones. */
const random = (seed) => {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
};

const shuffled = (items, next) => {
  const copy = [...items];
  for (let index = copy.length - 1; index > 0; index--) {
    const other = Math.floor(next() * (index + 1));
    [copy[index], copy[other]] = [copy[other], copy[index]];
  }
  return copy;
};

const detail = { series: { 'heart-rate': { count: 600, coverage: 0.95 } }, route: 'present', routePoints: 900 };

/** Two in every half day, at its beginning and three hours later; the second half of it is free. */
const activityAt = (number, next) => {
  const start = START + Math.floor(number / 2) * 12 * HOUR + (number % 2) * 3 * HOUR + Math.floor(next() * HOUR * 0.5);
  const end = start + 1_200_000 + Math.floor(next() * 4_800_000);
  return {
    activity: ACTIVITIES[Math.floor(next() * ACTIVITIES.length)],
    start,
    end,
    distanceMetres: Math.round(3000 + next() * 9000),
    energyKilocalories: { active: Math.round(200 + next() * 500) },
    detail,
  };
};

/** N recordings of two apps, in no order: for one in `copyEvery` the second app has a copy, up to a minute off. */
export const recordings = (count, copyEvery = 10) => {
  const next = random(7);
  const list = [];
  let number = 0;
  while (list.length < count) {
    const recording = activityAt(number, next);
    list.push({ ...recording, key: `w${number}`, source: { app: 'com.apple.health' } });
    if (number % copyEvery === 0 && list.length < count) {
      const late = Math.floor(next() * 60_000);
      list.push({ ...recording, start: recording.start + late, key: `c${number}`, source: { app: 'com.other.app' } });
    }
    number++;
  }
  return shuffled(list, next);
};

const asWorkout = (recording) => ({
  ...recording,
  kind: 'workout',
  platform: 'apple-health',
  raw: { platform: 'apple-health', type: 37 },
});

const asSession = (recording, key) => {
  const { source: _source, ...rest } = recording;
  return { ...rest, kind: 'session', key, revision: '1', state: 'completed', title: 'Training' };
};

/** Later than the last of the longest history. */
const NOW = START + 100 * 365 * DAY;

const window = { start: 0, end: NOW };

const worldOf = (core, items, sessions, links) => ({
  sessions: { items: sessions, window, complete: true, absence: 'deleted', gone: [] },
  mirror: {
    items: items.map((item) => core.toMirrorEntry(asWorkout(item))),
    window,
    complete: true,
    absence: 'deleted',
    gone: [],
  },
  ledger: { revision: 1, links, answers: [], quarantined: [] },
  scope: {
    kind: 'scope',
    account: 'ada',
    device: 'phone',
    platform: 'apple-health',
    ownSources: ['com.example.app'],
    readAccess: 'granted',
    mappingVersion: 1,
  },
  settings: core.settingsFrom({ export: { enabled: true }, import: { enabled: true } }),
  now: NOW,
});

/**
 * The first sync: N workouts and N sessions, nothing linked. Every other session is the app's own recording of a workout,
 * a minute off; the rest are of other hours.
 */
export const firstSync = (core, count) => {
  const items = recordings(count);
  const sessions = items.map((recording, number) => {
    const late = number % 2 === 0 ? 60_000 : 6 * HOUR;
    return asSession({ ...recording, start: recording.start + late, end: recording.end + late }, `s${number}`);
  });
  return worldOf(core, items, shuffled(sessions, random(11)), []);
};

/** N workouts linked to N sessions. Of every hundred sessions one was edited, of every hundred workouts one too. */
export const inStep = (core, count) => {
  const next = random(5);
  const items = [];
  const sessions = [];
  const links = [];
  for (let number = 0; number < count; number++) {
    const recording = { ...activityAt(number, next), key: `w${number}`, source: { app: 'com.apple.health' } };
    const session = {
      ...asSession(recording, `apple-health:w${number}`),
      origin: { platform: 'apple-health', workout: recording.key },
    };
    const prints = core.printOf(asWorkout(recording));
    links.push({
      kind: 'imported',
      state: 'active',
      session: session.key,
      workout: recording.key,
      copies: [],
      app: 'com.apple.health',
      base: { session: core.printOf(session), workout: prints, revision: '1', version: 0 },
      shadow: { start: recording.start, end: recording.end, activity: recording.activity },
    });
    items.push(number % 100 === 1 ? { ...recording, end: recording.end + 60_000 } : recording);
    sessions.push(number % 100 === 2 ? { ...session, revision: '2', title: 'Renamed' } : session);
  }
  return worldOf(core, shuffled(items, next), shuffled(sessions, next), shuffled(links, next));
};
