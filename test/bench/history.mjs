/** Histories for the benches: plain data, the same in every run. */

const DAY = 86_400_000;
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

const activityAt = (number, next) => {
  const start =
    START + Math.floor(number / 2) * DAY * 0.25 + (number % 2) * 3 * 3_600_000 + Math.floor(next() * 1_800_000);
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
export const recordings = (count, { seed = 7, copyEvery = 10 } = {}) => {
  const next = random(seed);
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

const window = { start: 0, end: START + 40 * 365 * DAY };

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
  now: START + 40 * 365 * DAY,
});

/** The first sync: N foreign workouts, and N sessions of the same years, most of them at other hours. */
export const firstSync = (core, count) => {
  const items = recordings(count);
  const sessions = recordings(count, { seed: 11 }).map((recording, index) =>
    asSession({ ...recording, start: recording.start + DAY * 0.125, end: recording.end + DAY * 0.125 }, `s${index}`),
  );
  return worldOf(core, items, sessions, []);
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
