import { describe, expect, it } from 'vitest';
import { storeError } from '../../src/ports/store-error';
import type { RunRequest } from '../../src/sync/surface/request';
import type { Sync } from '../../src/sync/surface/sync';
import { doneSince, failing, type PlainWorld, plainWorld, run, tell } from './plain-world';
import { NOTHING, withSamples } from './with-samples';

const thirty = Array.from({ length: 30 }, (_, index) => run(`w${index}`, index * 60, index * 60 + 50));

/** A sync over a store that is asked by `limit` before it reads the samples of a workout. */
const limited = (world: PlainWorld, limit: () => void): Sync => {
  const { store } = withSamples(world, new Map());
  const { detail } = store;
  const read = async () => {
    limit();
    return NOTHING;
  };
  return world.open({ store: { ...store, ...(detail && { detail: { ...detail, read } }) } });
};

/** Each read of samples takes that long. */
const slow = (world: PlainWorld, seconds: number): Sync =>
  limited(world, () => {
    world.now += seconds * 1000;
  });

const HOUR = 3_600_000;

/** How many sessions there are after each of that many runs, each begun when the one before says, or an hour later. */
const sizesAfter = async (
  world: PlainWorld,
  sync: Sync,
  runs: number,
  request?: RunRequest,
): Promise<readonly number[]> => {
  const counts: number[] = [];
  for (let index = 0; index < runs; index++) {
    const { resumeAt = world.now + HOUR } = await sync.run(request);
    counts.push(world.sessions.size);
    world.now = resumeAt;
  }
  return counts;
};

describe('a run that is cut short while it reads samples', () => {
  it('R10 brings in what it has read, where a store allows ten reads in a quarter of an hour', async () => {
    const world = plainWorld(thirty);
    let left = 10;
    let renewedAt = world.now + 900_000;
    const sync = limited(world, () => {
      if (world.now >= renewedAt) {
        left = 10;
        renewedAt = world.now + 900_000;
      }
      if (left === 0) throw storeError('rate-limited', 'quota', { retryAfterSeconds: (renewedAt - world.now) / 1000 });
      left -= 1;
    });
    expect(await sizesAfter(world, sync, 3)).toEqual([10, 20, 30]);
  });

  it('R10 brings in what it has read in its time, of which a background run has 15 seconds', async () => {
    const world = plainWorld(thirty);
    expect(await sizesAfter(world, slow(world, 1), 2, { trigger: 'background' })).toEqual([15, 30]);
  });

  it('R10 brings in one, where the samples of one take longer than the run may', async () => {
    const world = plainWorld(thirty);
    expect(await sizesAfter(world, slow(world, 20), 3, { budgetSeconds: 10 })).toEqual([1, 2, 3]);
  });

  it('R10 brings in the last of a batch, whose samples took the rest of the time', async () => {
    const world = plainWorld(thirty.slice(0, 1));
    expect(await sizesAfter(world, slow(world, 20), 1, { budgetSeconds: 10 })).toEqual([1]);
  });

  it('R10 says how it ended, and when it goes on', async () => {
    const world = plainWorld(thirty);
    let reads = 0;
    const sync = limited(world, () => {
      reads += 1;
      if (reads > 2) throw storeError('rate-limited', 'quota', { retryAfterSeconds: 600 });
    });
    const resumeAt = world.now + 600_000;
    expect(await sync.run()).toMatchObject({ end: 'paused', resumeAt, counts: { imported: 2 } });
    expect(reads).toBe(3);
  });

  it('R10 brings updates in likewise', async () => {
    const world = plainWorld(thirty);
    await world.open().run();
    tell(
      world,
      thirty.map((workout) => ({ ...workout, distanceMetres: 5000 })),
    );
    doneSince(world);
    await slow(world, 1).run({ budgetSeconds: 10 });
    expect(doneSince(world)).toHaveLength(10);
  });

  it('R10 sets down what failed before', async () => {
    const world = plainWorld(thirty);
    let reads = 0;
    const sync = limited(world, () => {
      reads += 1;
      throw reads === 1 ? storeError('unknown', 'odd') : storeError('locked', 'asleep');
    });
    expect(await sync.run()).toMatchObject({ end: 'problem', problem: { code: 'locked' }, counts: { failed: 1 } });
  });

  it('R10 sets down what the app refuses then', async () => {
    const world = plainWorld(thirty);
    failing(world, 'app.apply', 'unknown');
    const report = await slow(world, 1).run({ budgetSeconds: 10 });
    expect(report).toMatchObject({ end: 'budget', counts: { failed: 10 } });
  });

  it.each([
    ['in the middle of a batch', 30],
    ['at its end', 3],
  ])('R10 does nothing more once it is cancelled %s', async (_when, count) => {
    const world = plainWorld(thirty.slice(0, count));
    const controller = new AbortController();
    let reads = 0;
    const sync = limited(world, () => {
      reads += 1;
      if (reads === 3) controller.abort();
    });
    expect(await sync.run({ signal: controller.signal })).toMatchObject({ end: 'cancelled', counts: {} });
    expect(world.sessions.size).toBe(0);
  });

  it('R10 does nothing more where the store says that its read was cancelled', async () => {
    const world = plainWorld(thirty);
    let reads = 0;
    const sync = limited(world, () => {
      reads += 1;
      if (reads === 3) throw storeError('cancelled', 'as asked');
    });
    expect(await sync.run()).toMatchObject({ end: 'cancelled', counts: {} });
    expect(world.sessions.size).toBe(0);
  });
});
