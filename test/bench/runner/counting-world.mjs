// Both sides and the state as plain maps that count what is done to them. Nothing here is slow on purpose: what is measured
// is the runner, and the floor does the same reads and writes bare.

const HOUR = 3_600_000;
const START = 1_000_000_000_000;

export const GRANTED = {
  store: 'available',
  asked: true,
  read: 'granted',
  write: 'granted',
  background: 'granted',
  history: 'granted',
};

/** A workout every other hour, so that 100,000 of them lie in the past. */
export const workoutAt = (index, key = `w${index}`) => {
  const start = START + index * 2 * HOUR;
  return {
    kind: 'workout',
    key,
    platform: 'apple-health',
    activity: 'running',
    start,
    end: start + HOUR,
    raw: { platform: 'apple-health', type: 37 },
    source: { app: 'com.example.watch' },
    distanceMetres: 10_000 + (index % 500),
    energyKilocalories: { active: 600 + (index % 90) },
  };
};

/** A keyed list that is read page by page. */
const paged = (items, { window, page, limit = 500 }) => {
  const from = Number(page ?? 0);
  const next = from + limit < items.length ? { next: String(from + limit) } : {};
  return { items: items.slice(from, from + limit), complete: true, window, ...next };
};

/** What a map holds, as a list made once: a copy for every page would be garbage of the bench's own. */
const listOf = (map) => {
  let list;
  return () => {
    if (list?.length !== map.size) list = [...map.values()];
    return list;
  };
};

/** @param {number} count @param {import('../../../src/ports/state-store').StateStore} state */
export const countingWorld = (count, state) => {
  const workouts = new Map(Array.from({ length: count }, (_, index) => [`w${index}`, workoutAt(index)]));
  const sessions = new Map();
  const listed = { workouts: listOf(workouts), sessions: listOf(sessions) };
  const feed = [];
  const writes = { store: 0, sessions: 0, state: 0, rows: 0 };
  const store = {
    platform: 'apple-health',
    ownSources: ['com.example.app'],
    access: async () => GRANTED,
    request: async () => GRANTED,
    readWorkouts: async (request) => paged(listed.workouts(), request),
    changes: {
      deletions: 'id',
      begin: async () => String(feed.length),
      read: async (cursor) => ({
        kind: 'changes',
        upserts: feed.slice(Number(cursor)),
        deletions: [],
        next: String(feed.length),
        more: false,
      }),
    },
  };
  const app = {
    absenceMeansDeleted: true,
    read: async (request) => paged(listed.sessions(), request),
    apply: async (changes) =>
      changes.map(({ key, session }) => {
        writes.sessions += 1;
        const stored = { ...session, revision: '1' };
        sessions.set(key, stored);
        return { kind: 'created', key, session: stored };
      }),
  };
  const counted = {
    ...state,
    transact: async (change) => {
      writes.state += 1;
      writes.rows += change.put.length + change.remove.length;
      return state.transact(change);
    },
  };
  return {
    workouts,
    sessions,
    store,
    app,
    state: counted,
    writes,
    arrive: (workout) => {
      workouts.set(workout.key, workout);
      feed.push(workout);
    },
  };
};

/** What `createSync` is given over such a world. */
export const hostOf = (core, world, clock) => ({
  store: world.store,
  sessions: world.app,
  state: world.state,
  settings: core.DEFAULT_SETTINGS,
  account: 'ada',
  device: 'phone',
  clock,
});

/** What this thread has computed so far, in milliseconds: other processes do not count, nor what the engine does on other threads. */
const computed = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** A clock that gives the thread back, and knows how much was computed each time before it did. */
export const watchedClock = () => {
  let since = computed();
  let slices = [];
  return {
    now: () => Date.now(),
    sleep: async () => {
      slices.push(computed() - since);
      await new Promise((resolve) => setImmediate(resolve));
      since = computed();
    },
    slices: () => ({ longest: Math.max(0, ...slices), over: slices.filter((one) => one > 16).length }),
    restart: () => {
      since = computed();
      slices = [];
    },
  };
};
