// What is timed inside of an engine: planning 10,000 a side beside the floor, headers mapped by each adapter, and the runner's
// longest hold of the thread.
import * as capacitor from '../../dist/capacitor.js';
import * as healthConnect from '../../dist/health-connect.js';
import * as healthkit from '../../dist/healthkit.js';
import * as core from '../../dist/index.js';
import { memoryState } from '../../dist/memory.js';
import { sweepTwo } from '../bench/floor.mjs';
import { firstSync, inStep } from '../bench/history.mjs';
import { ADAPTERS, HEADERS, perSecond } from '../bench/mapping/adapters.mjs';
import { median } from '../bench/median.mjs';
import { countingWorld, hostOf } from '../bench/runner/counting-world.mjs';

const COUNT = 10_000;
const ROUNDS = 3;

/** Clocks of engines tick in milliseconds: what is quicker is done again until it fills this many. */
const LEAST_MILLISECONDS = 40;

const timeOf = (work) => {
  const start = Date.now();
  let times = 0;
  do {
    work();
    times += 1;
  } while (Date.now() - start < LEAST_MILLISECONDS);
  return (Date.now() - start) / times;
};

/** All of them in turn, so that a drift of the machine's speed meets each; the first round is for compilers. */
const medians = (contestants) => {
  const rounds = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const name of Object.keys(contestants)) {
      const taken = timeOf(contestants[name]);
      if (round > 0) rounds[name].push(taken);
    }
  }
  return Object.fromEntries(Object.keys(rounds).map((name) => [name, median(rounds[name])]));
};

const planning = (world) =>
  medians({
    floor: () => sweepTwo(world.mirror.items, world.sessions.items),
    ours: () => core.reconcile(world),
  });

const entries = { healthkit, 'health-connect': healthConnect, capacitor };

/** How many headers a second each adapter maps, both ways. */
const mapping = () =>
  ADAPTERS.map(({ adapter, entry, headersOf }) => {
    const { read, write } = medians(headersOf(entries[entry], HEADERS));
    return { adapter, read: perSecond(read), write: perSecond(write) };
  });

/** A clock that gives the thread back and knows for how long it was held at most, in time on the wall. */
const watchingClock = () => {
  let since = Date.now();
  let longest = 0;
  return {
    now: () => Date.now(),
    sleep: async () => {
      longest = Math.max(longest, Date.now() - since);
      await Promise.resolve();
      since = Date.now();
    },
    restart: () => {
      since = Date.now();
      longest = 0;
    },
    longest: () => longest,
  };
};

const runOnce = async (sync, clock) => {
  clock.restart();
  const start = Date.now();
  const { end } = await sync.run();
  await clock.sleep();
  if (end !== 'done') throw new Error(`the run ended with ${end}`);
  return { milliseconds: Date.now() - start, slice: clock.longest() };
};

/** A first sync that imports everything, and the one after it, which has nothing to do. */
const running = async (count) => {
  const world = countingWorld(count, memoryState());
  const clock = watchingClock();
  const sync = core.createSync(hostOf(core, world, clock));
  return { first: await runOnce(sync, clock), settled: await runOnce(sync, clock) };
};

/** Several worlds: a collector of garbage that waits for another process holds the thread once in a while. */
const medianRun = (runs) => ({
  milliseconds: median(runs.map((one) => one.milliseconds)),
  slice: median(runs.map((one) => one.slice)),
});

const runner = async () => {
  await running(COUNT / 20);
  const worlds = [];
  for (let round = 0; round < ROUNDS; round++) worlds.push(await running(COUNT));
  return {
    first: medianRun(worlds.map(({ first }) => first)),
    settled: medianRun(worlds.map(({ settled }) => settled)),
  };
};

export const run = async (say) => {
  const measured = {
    firstSync: planning(firstSync(core, COUNT)),
    inStep: planning(inStep(core, COUNT)),
    mapping: mapping(),
    runner: await runner(),
  };
  say(`measured: ${JSON.stringify(measured)}`);
};
