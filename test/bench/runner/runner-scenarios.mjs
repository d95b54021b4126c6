import { DatabaseSync } from 'node:sqlite';
import { median } from '../median.mjs';
import { countingWorld, hostOf, watchedClock, workoutAt } from './counting-world.mjs';

const timeOf = async (work) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const EVERYTHING = { start: 0, end: 4_102_444_800_000 };

const readPages = async (read) => {
  const all = [];
  let page;
  do {
    const answer = await read({ window: EVERYTHING, limit: 500, ...(page && { page }) });
    all.push(...answer.items);
    page = answer.next;
  } while (page);
  return all;
};

/** The same reads as a settled sync, and its two writes, done bare. */
const bareSettled = async (world) => {
  await readPages(world.app.read);
  await world.store.changes.read('0');
  const { revision } = await world.state.read({ from: 'lease/', to: 'lease0' });
  await world.state.transact({ expectRevision: revision, put: [{ key: 'bare/run', value: '{}' }], remove: [] });
  await world.state.transact({ expectRevision: revision + 1, put: [{ key: 'bare/run', value: '{}' }], remove: [] });
};

/** The same reads and writes as a first sync, done bare: every header kept, every session created, every link kept. */
const bareFirst = async (world) => {
  let { revision } = await world.state.read({ from: 'lease/', to: 'lease0' });
  const write = async (put) => {
    await world.state.transact({ expectRevision: revision, put, remove: [] });
    revision += 1;
  };
  const workouts = await readPages(world.store.readWorkouts);
  for (let at = 0; at < workouts.length; at += 500) {
    await write(
      workouts
        .slice(at, at + 500)
        .map((workout) => ({ key: `workout/${workout.key}`, value: JSON.stringify(workout) })),
    );
  }
  for (let at = 0; at < workouts.length; at += 20) {
    const batch = workouts.slice(at, at + 20);
    await world.app.apply(batch.map((workout) => ({ kind: 'create', key: `s${workout.key}`, session: workout })));
    await write(
      batch.map((workout) => ({ key: `link/${workout.key}`, value: JSON.stringify({ link: workout, base: workout }) })),
    );
  }
};

const expectRight = (isRight, what) => {
  if (!isRight) throw new Error(`The bench measures something else: ${what}`);
};

const stateOf = ({ memoryState, sqliteState, nodeDriver }, kind) =>
  kind === 'memory' ? memoryState() : sqliteState(nodeDriver(new DatabaseSync(':memory:')));

const firstSync = (kind) => async (core, stores, count) => {
  const bare = countingWorld(count, stateOf(stores, kind));
  const floor = await timeOf(() => bareFirst(bare));
  const world = countingWorld(count, stateOf(stores, kind));
  const clock = watchedClock();
  const sync = core.createSync(hostOf(core, world, clock));
  clock.restart();
  const ours = await timeOf(() => sync.run());
  expectRight(world.sessions.size === count, `${world.sessions.size} sessions of ${count}`);
  return { floor, ours, ...clock.slices(), writes: world.writes };
};

const ROUNDS = 7;

/** Runs of one sync that has come to rest, floor and library in turn; `before` is what happens before each. */
const atRest = (before, isRight) => async (core, stores, count) => {
  const world = countingWorld(count, stateOf(stores, 'memory'));
  // The floor has a state of its own: a write of another to the library's would make it read all of it again.
  const bare = { ...world, state: stateOf(stores, 'memory') };
  const clock = watchedClock();
  const sync = core.createSync(hostOf(core, world, clock));
  for (let warming = 0; warming < 4; warming++) await sync.run();
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const floor = await timeOf(() => bareSettled(bare));
    before(world, count, round);
    const earlier = { ...world.writes };
    clock.restart();
    const ours = await timeOf(() => sync.run());
    const writes = Object.fromEntries(Object.entries(world.writes).map(([name, now]) => [name, now - earlier[name]]));
    expectRight(isRight(writes), JSON.stringify(writes));
    rounds.push({ floor, ours, ...clock.slices(), writes });
  }
  return {
    floor: median(rounds.map((one) => one.floor)),
    ours: median(rounds.map((one) => one.ours)),
    longest: median(rounds.map((one) => one.longest)),
    over: median(rounds.map((one) => one.over)),
    writes: rounds[0].writes,
  };
};

const settled = atRest(
  () => undefined,
  (writes) => writes.store === 0 && writes.sessions === 0 && writes.state === 2,
);

const oneNew = atRest(
  (world, count, round) => world.arrive(workoutAt(count - 1.4 - round, `new ${round}`)),
  (writes) => writes.sessions === 1,
);

/** What is measured of the runner, by name: each gives times, the longest time the thread was held, and what was written. */
export const runnerScenarios = {
  'settled sync': { measure: settled, counts: [10_000] },
  'first sync, memory': { measure: firstSync('memory'), counts: [10_000, 100_000] },
  'first sync, SQLite': { measure: firstSync('sqlite'), counts: [10_000] },
  'one new workout': { measure: oneNew, counts: [10_000, 100_000] },
};
