import { describe, expect, it } from 'vitest';
import { storeError } from '../../src/ports/store-error';
import type { Sync } from '../../src/sync/surface/sync';
import {
  at,
  days,
  FAR,
  failing,
  isThere,
  type PlainWorld,
  plainWorld,
  run,
  tell,
  trained,
  WIT,
  works,
} from './plain-world';
import { heartRate, NEEDS_HEART_RATE, NOTHING, withSamples } from './with-samples';

/** A sync whose session `x` cannot go out: its samples cannot be read until `mend` is called. */
const withBrokenSession = (world: PlainWorld): { readonly sync: Sync; readonly mend: () => void } => {
  let isBroken = true;
  const readDetail = async (key: string) => {
    if (key === 'x' && isBroken) throw storeError('invalid', 'no');
    return NOTHING;
  };
  return {
    sync: world.open({ sessions: { ...world.app, readDetail } }),
    mend: () => {
      isBroken = false;
    },
  };
};

const X = trained('x', 0, 60);

/** The rows of what has failed, as a version wrote them that did not write down of which kind it is. */
const withoutKinds = (world: PlainWorld, change: (trouble: object) => object = (trouble) => trouble): void => {
  for (const [row, value] of [...world.rows]) {
    if (!row.startsWith('trouble/')) continue;
    const { kind: _kind, ...trouble } = JSON.parse(value);
    world.rows.delete(row);
    world.rows.set(`trouble/${trouble.key}`, JSON.stringify(change(trouble)));
  }
};

const withoutContent = ({ content: _content, ...rest }: { content?: unknown }): object => rest;

const troublesIn = (world: PlainWorld): readonly string[] =>
  [...world.rows.keys()].filter((row) => row.startsWith('trouble/'));

describe('a workout', () => {
  it('R8 comes in where a session of the same key is set aside', async () => {
    const world = plainWorld([FAR], [WIT, X]);
    const { sync } = withBrokenSession(world);
    await days(world, sync, 14);
    expect(sync.getSnapshot().setAside).toBe(1);
    tell(world, [run('x', 500, 560)]);
    await days(world, sync, 2);
    expect(world.sessions.has('apple-health:x')).toBe(true);
    expect(sync.getSnapshot().setAside).toBe(1);
  });

  it('R8 comes in at once where a session of the same key has just failed', async () => {
    const world = plainWorld([FAR, run('x', 500, 560)], [WIT, X]);
    const { sync } = withBrokenSession(world);
    await sync.run();
    await sync.run();
    expect(world.sessions.has('apple-health:x')).toBe(true);
    expect(troublesIn(world)).toEqual(['trouble/session%0020x']);
  });

  it('R8 is counted where a session of the same key is set aside', async () => {
    const world = plainWorld([FAR], [WIT, X], NEEDS_HEART_RATE);
    const { store } = withSamples(world, new Map([['x', heartRate(500, 560)]]));
    const readDetail = async () => {
      throw storeError('invalid', 'no');
    };
    const sync = world.open({ store, sessions: { ...world.app, readDetail } });
    await days(world, sync, 14);
    tell(world, [run('x', 500, 560)]);
    await days(world, sync, 1);
    expect(world.sessions.has('apple-health:x')).toBe(true);
  });

  it('R8 that was set aside is tried again once it is edited, not once a session of the same key is', async () => {
    const world = plainWorld([FAR], [WIT, X]);
    const sync = world.open();
    await sync.run();
    failing(world, 'app.apply', 'invalid');
    tell(world, [run('x', 500, 560)]);
    await days(world, sync, 8);
    works(world);
    world.sessions.set('x', trained('x', 0, 66, { revision: 'r2' }));
    await days(world, sync, 1);
    expect(world.sessions.has('apple-health:x')).toBe(false);
    tell(world, [run('x', 500, 570)]);
    await days(world, sync, 1);
    expect(world.sessions.has('apple-health:x')).toBe(true);
  });

  it('R8 that is edited does not free a session of the same key', async () => {
    const world = plainWorld([FAR, run('x', 500, 560)], [WIT, X]);
    const { sync } = withBrokenSession(world);
    await days(world, sync, 14);
    tell(world, [run('x', 500, 570)]);
    await days(world, sync, 1);
    expect(sync.getSnapshot().setAside).toBe(1);
  });

  it('R8 is set aside by itself, and a session of the same key goes out', async () => {
    const world = plainWorld([FAR], [WIT]);
    const sync = world.open();
    await sync.run();
    failing(world, 'app.apply', 'invalid');
    tell(world, [run('x', 500, 560)]);
    await days(world, sync, 8);
    world.sessions.set('x', X);
    await days(world, sync, 1);
    expect(isThere(world, 0)).toBe(true);
    expect(sync.getSnapshot().setAside).toBe(1);
  });
});

describe('what is remembered of a session that has failed', () => {
  it('is kept where a workout of the same key is gone, and not for its sake where the session is', async () => {
    const world = plainWorld([FAR, run('x', 500, 560)], [WIT, X]);
    const { sync } = withBrokenSession(world);
    await days(world, sync, 8);
    world.sessions.delete('x');
    await days(world, sync, 2);
    expect(troublesIn(world)).toEqual([]);
  });

  it('keeps no backfill open that has a workout of the same key', async () => {
    const open = trained('open', 500, 560, { state: 'open' });
    const world = plainWorld([FAR, run('x', 500, 560)], [WIT, X, open]);
    const { sync } = withBrokenSession(world);
    await sync.run();
    expect(troublesIn(world)).toHaveLength(1);
    const window = { start: at(-2000), end: at(1000) };
    expect(await sync.run({ kind: 'backfill', window })).toMatchObject({ end: 'done' });
  });

  it('is freed with that of a workout of the same key by `retry`', async () => {
    const world = plainWorld([FAR], [WIT, X]);
    const { sync, mend } = withBrokenSession(world);
    await days(world, sync, 8);
    failing(world, 'app.apply', 'invalid');
    tell(world, [run('x', 500, 560)]);
    await days(world, sync, 8);
    expect(sync.getSnapshot().setAside).toBe(2);
    mend();
    works(world);
    await sync.decide({ kind: 'retry', key: 'x' });
    await sync.run();
    expect([isThere(world, 0), world.sessions.has('apple-health:x')]).toEqual([true, true]);
    expect(troublesIn(world)).toEqual([]);
  });
});

describe('what an older version has remembered of what failed', () => {
  it.each([
    ['as it says itself', (trouble: object) => trouble],
    ['also where it says nothing', withoutContent],
  ])('R8 is about the session, %s', async (_, change) => {
    const world = plainWorld([FAR], [WIT, X]);
    await days(world, withBrokenSession(world).sync, 8);
    withoutKinds(world, change);
    const { sync, mend } = withBrokenSession(world);
    mend();
    await days(world, sync, 2);
    expect(isThere(world, 0)).toBe(false);
    expect(sync.getSnapshot().setAside).toBe(1);
    tell(world, [run('x', 500, 560)]);
    await days(world, sync, 1);
    expect(world.sessions.has('apple-health:x')).toBe(true);
    await sync.decide({ kind: 'retry', key: 'x' });
    await sync.run();
    expect(isThere(world, 0)).toBe(true);
    expect(troublesIn(world)).toEqual([]);
  });

  it.each([
    ['as it says itself', (trouble: object) => trouble],
    ['also where it says nothing', withoutContent],
  ])('R8 is about the workout, %s', async (_, change) => {
    const world = plainWorld([FAR], [WIT]);
    await world.open().run();
    failing(world, 'app.apply', 'invalid');
    tell(world, [run('x', 500, 560)]);
    await days(world, world.open(), 8);
    works(world);
    withoutKinds(world, change);
    const sync = world.open();
    await days(world, sync, 2);
    expect(world.sessions.has('apple-health:x')).toBe(false);
    expect(sync.getSnapshot().setAside).toBe(1);
    world.sessions.set('x', X);
    await days(world, sync, 1);
    expect(isThere(world, 0)).toBe(true);
    await sync.decide({ kind: 'retry', key: 'x' });
    await sync.run();
    expect(world.sessions.has('apple-health:x')).toBe(true);
    expect(troublesIn(world)).toEqual([]);
  });

  it('R8 is about the session that it speaks of, where a workout of the same key is there', async () => {
    const world = plainWorld([FAR, run('x', 500, 560)], [WIT, X]);
    await days(world, withBrokenSession(world).sync, 8);
    withoutKinds(world);
    const { sync, mend } = withBrokenSession(world);
    mend();
    await days(world, sync, 2);
    expect(isThere(world, 0)).toBe(false);
    expect(sync.getSnapshot().setAside).toBe(1);
  });

  it('R8 is freed by a `retry` before the first run of this one', async () => {
    const world = plainWorld([FAR], [WIT, X]);
    await days(world, withBrokenSession(world).sync, 8);
    withoutKinds(world);
    const { sync, mend } = withBrokenSession(world);
    mend();
    await sync.decide({ kind: 'retry' });
    expect(sync.getSnapshot().setAside).toBe(0);
    await sync.run();
    expect(isThere(world, 0)).toBe(true);
    expect(troublesIn(world)).toEqual([]);
  });

  it('R8 keeps the parts of a record aside that were', async () => {
    const world = plainWorld([FAR], [WIT]);
    const { writing } = world.store;
    let saves = 0;
    const save = async (draft: Parameters<NonNullable<typeof writing>['save']>[0]) => {
      saves += 1;
      const written = (await writing?.save(draft)) ?? { key: '', external: draft.external };
      return { ...written, missing: ['route' as const] };
    };
    const open = () => world.open({ store: { ...world.store, ...(writing && { writing: { ...writing, save } }) } });
    await days(world, open(), 12);
    withoutKinds(world);
    saves = 0;
    const sync = open();
    await days(world, sync, 3);
    expect([saves, sync.getSnapshot().setAside]).toEqual([0, 1]);
  });
});
