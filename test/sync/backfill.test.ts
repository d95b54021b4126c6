import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import { settingsFrom } from '../../src/policy/settings-from';
import type { SessionStore } from '../../src/ports/session-store';
import { adoptState } from '../../src/state/adopt-state';
import type { Sync } from '../../src/sync/surface/sync';
import {
  at,
  days,
  FAR,
  own,
  type PlainWorld,
  plainWorld,
  run,
  THEIRS,
  tell,
  toItsEnd,
  trained,
  WIT,
} from './plain-world';
import { NEEDS_HEART_RATE, withSamples } from './with-samples';

const FROM_LATER = { ...DEFAULT_SETTINGS, import: { ...DEFAULT_SETTINGS.import, importFrom: at(1900) } };
const BACKFILL = {
  kind: 'backfill',
  window: { start: at(-100), end: at(1000) },
  batchSize: 1,
  pauseSeconds: 3,
} as const;

describe('R10 what three looks of a backfill left to other runs', () => {
  it('is done by the next one', async () => {
    const settings = { ...DEFAULT_SETTINGS, import: { ...DEFAULT_SETTINGS.import, importFrom: 0 } };
    const world = plainWorld([FAR], [WIT], settings);
    let reads = 0;
    const sessions: SessionStore = {
      ...world.app,
      read: async (request) => {
        reads += 1;
        // A watch brings in its history, one workout at a time.
        if (reads <= 3) tell(world, [run(`w${reads}`, reads * 200, reads * 200 + 60)]);
        return world.app.read?.(request) as never;
      },
      apply: async (changes) =>
        Promise.all(
          changes.map(async (change) => {
            // Another phone had just imported it, and its user has put it into the bin.
            if (change.kind === 'create' && change.key.includes(':w')) {
              world.sessions.set(change.key, { ...change.session, state: 'deleted', revision: 'r9' });
            }
            const [result] = (await world.app.apply?.([change])) ?? [];
            return result as never;
          }),
        ),
    };
    const sync = world.open({ sessions });
    expect((await sync.run({ kind: 'backfill', window: { start: at(-1000), end: at(1900) } })).end).toBe('done');
    expect(own(world)).toHaveLength(0);
    await days(world, sync, 3);
    expect(own(world)).toHaveLength(1);
  });
});

const checkpointOf = ({ rows }: PlainWorld) => JSON.parse(rows.get('backfill/') ?? '{}').until;

describe('the checkpoint of a backfill', () => {
  const begun = async (device = 'phone') => {
    const world = plainWorld([run('w1', 0, 60), run('w2', 200, 260), run('w3', 400, 460)], [WIT], FROM_LATER);
    const sync = world.open({ device });
    expect((await sync.run(BACKFILL)).end).toBe('paused');
    expect(world.sessions.has('apple-health:w3')).toBe(true);
    return { world, sync };
  };

  it('of another phone says nothing of what this one shows', async () => {
    const { world } = await begun('old');
    await adoptState({ state: world.state, account: 'ada', device: 'phone', store: world.store });
    world.workouts.set('w4', run('w4', 600, 660));
    await toItsEnd(world, world.open(), BACKFILL);
    expect(world.sessions.has('apple-health:w4')).toBe(true);
  });

  it('says nothing of what a disconnect has removed since', async () => {
    const { world, sync } = await begun();
    await sync.disconnect(THEIRS);
    await sync.connect();
    await toItsEnd(world, sync, BACKFILL);
    expect(world.sessions.has('apple-health:w3')).toBe(true);
  });

  it.each([
    ['that the backfill sees', async () => undefined],
    ['that another run has seen', (sync: Sync) => sync.run()],
  ])('says nothing of a workout that arrives behind it, and %s', async (_, between) => {
    const { world, sync } = await begun();
    tell(world, [run('w4', 600, 660)]);
    await between(sync);
    await toItsEnd(world, sync, BACKFILL);
    expect(world.sessions.has('apple-health:w4')).toBe(true);
  });

  it('stays where it is for what arrives ahead of it, or outside of the window', async () => {
    const { world, sync } = await begun();
    const before = checkpointOf(world);
    tell(world, [run('w4', 100, 150), run('w5', 1200, 1260)]);
    await sync.run();
    expect(checkpointOf(world)).toEqual(before);
  });

  it('is of no use to the next backfill of the same window, nor does that one take it back', async () => {
    const { world, sync } = await begun();
    await toItsEnd(world, sync, BACKFILL);
    const after = checkpointOf(world);
    tell(world, [run('w4', 600, 660)]);
    await sync.run();
    expect(checkpointOf(world)).toEqual(after);
    await toItsEnd(world, sync, BACKFILL);
    expect(world.sessions.has('apple-health:w4')).toBe(true);
  });

  it('hides nothing that an edit of a session frees behind it', async () => {
    const workouts = [run('w1', 0, 60), run('w2', 200, 260), run('w3', 425, 495), run('w4', 600, 660)];
    const settings = settingsFrom({ onPossible: 'hold', import: { importFrom: at(1900) } });
    const world = plainWorld(workouts, [WIT, trained('s3', 400, 460)], settings);
    const sync = world.open();
    for (let runs = 0; runs < 9 && !world.sessions.has('apple-health:w2'); runs++) await sync.run(BACKFILL);
    world.sessions.set('s3', trained('s3', 400, 410, { revision: 'r2' }));
    await toItsEnd(world, sync, BACKFILL);
    expect(world.sessions.has('apple-health:w3')).toBe(true);
  });

  it('is paused at where nothing came in, but samples were counted', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w2', 200, 260)], [WIT], FROM_LATER);
    world.now += 2_592_000_000;
    const { store } = withSamples(world, new Map());
    const settings = { ...NEEDS_HEART_RATE, import: { ...NEEDS_HEART_RATE.import, importFrom: at(1900) } };
    expect((await world.open({ store, settings }).run(BACKFILL)).end).toBe('paused');
    expect((await world.open({ store, settings }).run(BACKFILL)).end).toBe('done');
  });

  it('goes back without a pause for what is there already', async () => {
    const { world, sync } = await begun();
    expect((await sync.run(BACKFILL)).end).toBe('paused');
    expect(world.sessions.has('apple-health:w2')).toBe(true);
    tell(world, [run('w4', 600, 660)]);
    expect((await sync.run(BACKFILL)).end).toBe('paused');
    expect(world.sessions.has('apple-health:w4')).toBe(true);
    expect(world.sessions.has('apple-health:w1')).toBe(false);
    expect((await sync.run(BACKFILL)).end).toBe('done');
    expect(world.sessions.has('apple-health:w1')).toBe(true);
  });

  it('R10 is taken back by what its second look finds, where it went on from an earlier call', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w3', 400, 460)], [WIT], FROM_LATER);
    expect((await world.open().run(BACKFILL)).end).toBe('paused');
    let told = false;
    const sessions: SessionStore = {
      ...world.app,
      apply: async (changes) => {
        if (!told) tell(world, [run('w4', 600, 660)]);
        for (const change of told ? [] : changes) {
          // Another phone had just imported it, and its user has put it into the bin.
          if (change.kind === 'create')
            world.sessions.set(change.key, { ...change.session, state: 'deleted', revision: 'r9' });
        }
        told = true;
        return (await world.app.apply?.(changes)) as never;
      },
    };
    await toItsEnd(world, world.open({ sessions }), BACKFILL);
    expect(world.sessions.has('apple-health:w4')).toBe(true);
  });
});

describe('R10 what the user says of a workout that a backfill has passed', () => {
  const HOLDING = settingsFrom({ onPossible: 'hold', import: { importFrom: at(1900) } });
  const DIFFERENT = { kind: 'different', a: 's3', b: 'w3' } as const;

  /** It has come past w3, which may be s3, and is paused behind w2. */
  const passed = async () => {
    const workouts = [run('w1', 0, 60), run('w2', 200, 260), run('w3', 425, 495), run('w4', 600, 660)];
    const world = plainWorld(workouts, [WIT, trained('s3', 400, 460)], HOLDING);
    const sync = world.open();
    for (let runs = 0; runs < 9 && !world.sessions.has('apple-health:w2'); runs++) await sync.run(BACKFILL);
    expect([...world.sessions.keys()]).toEqual(['wit', 's3', 'apple-health:w4', 'apple-health:w2']);
    return { world, sync };
  };
  const isIn = ({ sessions }: PlainWorld): boolean => sessions.has('apple-health:w3');

  it.each([
    ['at once', async () => undefined],
    ['after another run', (world: PlainWorld, sync: Sync) => days(world, sync, 2)],
    ['after a restart', (world: PlainWorld) => world.open().preview()],
  ] as [string, (world: PlainWorld, sync: Sync) => Promise<unknown>][])('takes it back: %s', async (_, between) => {
    const { world, sync } = await passed();
    await sync.decide(DIFFERENT);
    await between(world, sync);
    await toItsEnd(world, sync, BACKFILL);
    expect(isIn(world)).toBe(true);
    expect([...world.rows.keys()].filter((key) => key.startsWith('again/'))).toEqual([]);
  });

  it('takes it back also where the part of a whole that stays out is said to be all of it', async () => {
    const settings = settingsFrom({
      onPossible: 'hold',
      import: { importFrom: at(1900), ignoredSources: ['com.phone'] },
    });
    const whole = run('x3', 400, 460, { source: { app: 'com.phone' } });
    const workouts = [run('w1', 0, 60), run('w2', 200, 260), run('w3', 400, 430), whole];
    const world = plainWorld(workouts, [WIT], settings);
    const sync = world.open();
    for (let runs = 0; runs < 9 && !world.sessions.has('apple-health:w2'); runs++) await sync.run(BACKFILL);
    expect([...world.sessions.keys()]).toEqual(['wit', 'apple-health:w2']);
    await sync.decide({ kind: 'same', a: 'w3', b: 'x3' });
    await toItsEnd(world, sync, BACKFILL);
    expect(isIn(world)).toBe(true);
  });

  it('takes it back where it is said while the backfill runs its last batch', async () => {
    const { world, sync } = await passed();
    let isSaid = false;
    world.interfere = (call) => {
      if (call !== 'app.apply' || isSaid) return;
      isSaid = true;
      sync.decide(DIFFERENT).catch(() => undefined);
    };
    await toItsEnd(world, sync, BACKFILL);
    expect(isIn(world)).toBe(true);
  });

  it('makes no other run look again at once', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    const sync = world.open();
    world.interfere = (call) => {
      if (call === 'app.apply') sync.decide({ kind: 'different', a: 'wit', b: 'w1' }).catch(() => undefined);
    };
    await sync.run();
    expect(world.calls.filter((call) => call === 'app.read')).toHaveLength(1);
  });
});
