import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import { storeError } from '../../src/ports/store-error';
import { at, days, FAR, own, plainWorld, run, tell, toItsEnd, trained, WIT } from './plain-world';
import { heartRate, NEEDS_HEART_RATE, NOTHING, withSamples } from './with-samples';

const HOUR = 3_600_000;

describe('a session that got another key', () => {
  it.fails('S7 takes the changes of its workout, also where a run has seen the new key first', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    const sync = world.open();
    await sync.run();
    const key = 'apple-health:w1';
    const session = world.sessions.get(key);
    if (session === undefined) throw new Error('It came in.');
    world.sessions.delete(key);
    world.sessions.set('new', { ...session, key: 'new' });
    await days(world, sync, 1);
    await sync.decide({ kind: 'rekey', from: key, to: 'new' });
    await days(world, sync, 2);
    tell(world, [run('w1', 0, 75)]);
    await days(world, sync, 4);
    expect(world.sessions.get('new')?.end).toBe(at(75));
  });

  it.fails('is named by the key that the app knows, everywhere', async () => {
    const world = plainWorld([FAR], [WIT, trained('former-key', 0, 60)]);
    const sync = world.open();
    await sync.run();
    await sync.decide({ kind: 'rekey', from: 'former-key', to: 'new' });
    world.sessions.delete('former-key');
    world.sessions.set('new', trained('new', 0, 66, { revision: 'r2' }));
    world.sessions.set('twin', trained('twin', 0, 60));
    const said = [await sync.preview(), await sync.explain('new'), (await sync.run()).items];
    expect(JSON.stringify(said)).not.toContain('former-key');
  });
});

describe('a paused backfill', () => {
  it.fails('is taken back by an edit of a session that frees what it has passed', async () => {
    const workouts = [run('w1', 0, 60), run('w2', 200, 260), run('w3', 425, 495), run('w4', 600, 660)];
    const settings = settingsFrom({ onPossible: 'hold', import: { importFrom: at(1900) } });
    const world = plainWorld(workouts, [WIT, trained('s3', 400, 460)], settings);
    const sync = world.open();
    const window = { start: at(-100), end: at(1000) };
    const backfill = { kind: 'backfill', window, batchSize: 1, pauseSeconds: 3 } as const;
    for (let runs = 0; runs < 9 && !world.sessions.has('apple-health:w2'); runs++) await sync.run(backfill);
    world.sessions.set('s3', trained('s3', 400, 410, { revision: 'r2' }));
    await toItsEnd(world, sync, backfill);
    await days(world, sync, 2);
    expect(world.sessions.has('apple-health:w3')).toBe(true);
  });
});

describe('runs in the background', () => {
  it.fails('R10 get through counting the samples of sessions, a second each', async () => {
    const sessions = Array.from({ length: 30 }, (_, n) => trained(`s${n}`, n * 100, n * 100 + 60));
    const world = plainWorld([FAR], [WIT, ...sessions], settingsFrom({ export: { summaryOnly: 'refuse' } }));
    world.now = at(9000);
    const readDetail = async () => {
      world.now += 1000;
      return heartRate(0, 60);
    };
    const sync = world.open({ sessions: { ...world.app, readDetail } });
    for (let runs = 0; runs < 12; runs++) {
      await sync.run({ trigger: 'background' });
      world.now += HOUR;
    }
    expect(own(world)).not.toEqual([]);
  });
});

describe('a workout', () => {
  it.fails('R8 comes in where a session of the same key is set aside', async () => {
    const world = plainWorld([FAR], [WIT, trained('x', 0, 60)]);
    const readDetail = async (key: string) => {
      if (key === 'x') throw storeError('invalid', 'no');
      return NOTHING;
    };
    const sync = world.open({ sessions: { ...world.app, readDetail } });
    await days(world, sync, 14);
    expect(sync.getSnapshot().setAside).toBe(1);
    tell(world, [run('x', 500, 560)]);
    await days(world, sync, 2);
    expect(world.sessions.has('apple-health:x')).toBe(true);
  });

  it.fails('E3 without a start does not make the state look damaged', async () => {
    const world = plainWorld([FAR, { ...run('bad', 0, 60), start: Number.NaN }], [WIT]);
    await world.open().run();
    const next = world.open();
    await next.run();
    expect((await next.diagnose()).map(({ code }) => code)).not.toContain('state-damaged');
  });

  it.fails('comes in with its samples, though they were counted while the clock was five hours ahead', async () => {
    const samples = new Map([['w1', NOTHING]]);
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT], NEEDS_HEART_RATE);
    const sync = world.open({ store: withSamples(world, samples).store });
    world.now = at(61) + 5 * HOUR;
    await sync.run();
    world.now = at(70);
    samples.set('w1', heartRate(0, 60));
    await days(world, sync, 30, HOUR);
    expect(world.sessions.has('apple-health:w1')).toBe(true);
  });
});
