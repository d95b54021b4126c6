import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/domain/session';
import {
  at,
  days,
  dieFrom,
  FAR,
  own,
  type PlainWorld,
  plainWorld,
  run,
  THEIRS,
  tell,
  trained,
  WIT,
} from './plain-world';

const KEY = 'apple-health:w1';

/** The app changes the row, and with it what else is said. */
const renamed = (world: PlainWorld, rest: Partial<Session> = {}): void => {
  const session = world.sessions.get(KEY);
  if (session === undefined) throw new Error('It came in.');
  world.sessions.delete(KEY);
  world.sessions.set('new', { ...session, key: 'new', ...rest });
};

/** An import that a run has listed under its new key before anybody said so. */
const listedFirst = async (rest: Partial<Session> = {}) => {
  const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
  const sync = world.open();
  await sync.run();
  renamed(world, rest);
  await days(world, sync, 1);
  await sync.decide({ kind: 'rekey', from: KEY, to: 'new' });
  return { world, sync };
};

describe('S7 an import whose new key is told late', () => {
  it('takes the changes of its workout', async () => {
    const { world, sync } = await listedFirst();
    await days(world, sync, 2);
    tell(world, [run('w1', 0, 75)]);
    await days(world, sync, 4);
    expect(world.sessions.get('new')?.end).toBe(at(75));
    expect(world.sessions.size).toBe(3);
  });

  it('takes the changes that came before it was told', async () => {
    const { world, sync } = await listedFirst();
    tell(world, [run('w1', 0, 75)]);
    await days(world, sync, 1);
    expect(world.sessions.get('new')?.end).toBe(at(75));
  });

  it('takes them where the next run is killed at any write', async () => {
    for (let fatal = 1; fatal < 6; fatal++) {
      const { world, sync } = await listedFirst();
      tell(world, [run('w1', 0, 75)]);
      let writes = 0;
      const revive = dieFrom(world, 'nothing');
      const { interfere } = world;
      world.interfere = (call) => {
        if (call === 'state.transact') writes += 1;
        interfere(writes === fatal ? 'nothing' : call);
      };
      await days(world, sync, 1);
      revive();
      await days(world, world.open(), 2);
      expect(world.sessions.get('new')?.end).toBe(at(75));
    }
  });

  it('takes them where a list in between showed neither key, and nothing but a look came since', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    const sync = world.open();
    await sync.run();
    const session = world.sessions.get(KEY);
    renamed(world);
    world.sessions.delete('new');
    await days(world, sync, 1);
    await sync.preview();
    await sync.decide({ kind: 'rekey', from: KEY, to: 'new' });
    if (session) world.sessions.set('new', { ...session, key: 'new' });
    tell(world, [run('w1', 0, 75)]);
    await sync.run();
    expect(world.sessions.get('new')?.end).toBe(at(75));
  });

  it('takes them in runs of one step, and also where the state is put back to just after it was told', async () => {
    const { world, sync } = await listedFirst();
    const rows = new Map(world.rows);
    await days(world, sync, 2);
    world.rows.clear();
    for (const [key, row] of rows) world.rows.set(key, row);
    tell(world, [run('w1', 0, 75)]);
    const next = world.open();
    for (let runs = 0; runs < 6; runs++) await next.run({ trigger: 'background', budgetSteps: 1 });
    expect([world.sessions.get('new')?.end, world.sessions.size]).toEqual([at(75), 3]);
  });

  it('keeps what its user has edited', async () => {
    const { world, sync } = await listedFirst({ end: at(50), revision: 'r9' });
    await days(world, sync, 1);
    tell(world, [run('w1', 0, 75)]);
    await days(world, sync, 2);
    expect(world.sessions.get('new')?.end).toBe(at(50));
  });

  it('stays where its workout is gone', async () => {
    const { world, sync } = await listedFirst();
    tell(world, [], ['w1']);
    await days(world, sync, 2);
    expect(world.sessions.has('new')).toBe(true);
    tell(world, [run('w1', 0, 75)]);
    await days(world, sync, 2);
    expect([world.sessions.get('new')?.end, world.sessions.size]).toEqual([at(75), 3]);
  });

  it.each([
    ['taken away where nobody has edited it', {}, false],
    ['kept where somebody may have', { revision: 'r9' }, true],
  ])('is %s, by a disconnect', async (_what, rest, isKept) => {
    const { world, sync } = await listedFirst(rest);
    await days(world, sync, 1);
    await sync.disconnect(THEIRS);
    expect(world.sessions.has('new')).toBe(isKept);
  });
});

describe('S7 an import whose new key is told in time', () => {
  const toldInTime = async (rest: Partial<Session>) => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    const sync = world.open();
    await sync.run();
    await sync.decide({ kind: 'rekey', from: KEY, to: 'new' });
    renamed(world, rest);
    return { world, sync };
  };

  it('is taken away where nobody has edited it, by a disconnect', async () => {
    const { world, sync } = await toldInTime({});
    await days(world, sync, 1);
    await sync.disconnect(THEIRS);
    expect(world.sessions.has('new')).toBe(false);
  });

  it('is kept where somebody may have, by a disconnect, also where a copy was found since', async () => {
    const { world, sync } = await toldInTime({ revision: 'r9' });
    tell(world, [run('copy', 0, 60, { source: { app: 'com.example.other' } })]);
    await days(world, sync, 1);
    expect((await sync.explain('new')).link?.copies).toEqual(['copy']);
    await sync.disconnect(THEIRS);
    expect(world.sessions.has('new')).toBe(true);
  });
});

describe('S4 a session whose new key is told late', () => {
  it('stays in the bin of the app, and is live once it is out', async () => {
    const { world, sync } = await listedFirst({ state: 'deleted' });
    tell(world, [run('w1', 0, 75)]);
    await days(world, sync, 2);
    expect([world.sessions.get('new')?.end, world.sessions.size]).toEqual([at(60), 3]);
    const session = world.sessions.get('new');
    if (session) world.sessions.set('new', { ...session, state: 'completed' });
    await days(world, sync, 2);
    expect(world.sessions.get('new')?.end).toBe(at(75));
  });

  it('stays deleted where the app has deleted it since', async () => {
    const { world, sync } = await listedFirst();
    world.sessions.delete('new');
    tell(world, [run('w1', 0, 75)]);
    await days(world, sync, 3);
    expect(world.sessions.size).toBe(2);
  });

  it('stays deleted where it is deleted later, whatever is said again', async () => {
    const { world, sync } = await listedFirst();
    await days(world, sync, 1);
    world.sessions.delete('new');
    await days(world, sync, 1);
    await sync.decide({ kind: 'rekey', from: KEY, to: 'new' });
    await days(world, sync, 2);
    expect(world.sessions.size).toBe(2);
  });
});

describe('a session of the app whose new key is told late', () => {
  it('stays matched', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT, trained('local-1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    world.sessions.delete('local-1');
    world.sessions.set('srv-9', trained('srv-9', 0, 60));
    await days(world, sync, 1);
    await sync.decide({ kind: 'rekey', from: 'local-1', to: 'srv-9' });
    await days(world, sync, 1);
    expect((await sync.explain('srv-9')).link).toMatchObject({ kind: 'matched', state: 'active', workout: 'w1' });
  });

  it('S12 goes out again, where its record was removed and no other was written', async () => {
    const world = plainWorld([FAR], [WIT, trained('local-1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    world.sessions.delete('local-1');
    world.sessions.set('srv-9', trained('srv-9', 0, 60, { owner: 'tablet' }));
    await days(world, sync, 1);
    expect(own(world)).toHaveLength(1);
    await sync.decide({ kind: 'rekey', from: 'local-1', to: 'srv-9' });
    world.sessions.set('srv-9', trained('srv-9', 0, 60));
    await days(world, sync, 2);
    expect(own(world)).toHaveLength(2);
  });
});
