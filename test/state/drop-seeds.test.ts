import { describe, expect, it } from 'vitest';
import { dropSeeds, seedLinks } from '../../src/state/index';
import { doneSince, plainWorld, run, trained } from '../sync/plain-world';
import { answerOf, hostOf } from './answer-of';

const halves = () => plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60)]);

const ROWS = [
  { session: 's1', workout: 'w1', kind: 'exported' },
  { session: 's2', workout: 'w0', kind: 'imported' },
] as const;

describe('dropSeeds', () => {
  it('lets the half of a pair go that was held back for the other', async () => {
    const world = halves();
    await seedLinks(hostOf(world), ROWS);
    const sync = world.open();
    await sync.run();
    expect(await sync.explain('w0')).toMatchObject({ place: 'waiting', reasons: [{ code: 'awaits-partner' }] });
    expect(answerOf(await dropSeeds(hostOf(world), ['s2', 's1']))).toEqual({ dropped: ROWS });
    const ended = await sync.run();
    expect(ended.counts).toEqual({ imported: 1, exported: 1 });
    expect(doneSince(world)).toEqual(['store.save 1', 'app.create apple-health:w0']);
  });

  it('gives up the named ones only, and says which', async () => {
    const world = halves();
    await seedLinks(hostOf(world), ROWS);
    expect(answerOf(await dropSeeds(hostOf(world), ['s2', 'w1', 'nobody']))).toEqual({ dropped: [ROWS[1]] });
    await world.open().run();
    expect(doneSince(world)).toEqual(['app.create apple-health:w0']);
    expect(answerOf(await dropSeeds(hostOf(world), 'all'))).toEqual({ dropped: [ROWS[0]] });
    expect([...world.rows.keys()].filter((key) => key.startsWith('seed/'))).toEqual([]);
  });

  it('leaves a link that was made of a seed, and writes nothing where there is no seed', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('s1', 20, 90)]);
    await seedLinks(hostOf(world), [{ session: 's1', workout: 'w1', kind: 'imported' }]);
    await world.open().run();
    const before = new Map(world.rows);
    expect(answerOf(await dropSeeds(hostOf(world), 'all'))).toEqual({ dropped: [] });
    expect(world.rows).toEqual(before);
  });

  it('knows a session by the key that the app gave it later', async () => {
    const world = halves();
    await seedLinks(hostOf(world), ROWS);
    await world.open().decide({ kind: 'rekey', from: 's1', to: 'server' });
    expect(answerOf(await dropSeeds(hostOf(world), ['server']))).toEqual({
      dropped: [{ ...ROWS[0], session: 'server' }],
    });
  });

  it('leaves the state of another device alone', async () => {
    const world = halves();
    await seedLinks(hostOf(world), ROWS);
    const before = new Map(world.rows);
    const answer = await dropSeeds({ ...hostOf(world), device: 'tablet' }, 'all');
    expect(answer).toMatchObject({ kind: 'error', error: { code: 'state-elsewhere', side: 'state' } });
    expect(world.rows).toEqual(before);
  });
});
