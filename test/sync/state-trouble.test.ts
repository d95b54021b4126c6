import { describe, expect, it } from 'vitest';
import { at, doneSince, plainWorld, run, trained } from './plain-world';

const ten = Array.from({ length: 10 }, (_, index) => run(`w${index}`, index * 100, index * 100 + 60));

describe('the state', () => {
  it('E9 of a newer version is refused by name and left as it is', async () => {
    const world = plainWorld(ten);
    await world.open().run();
    const head = JSON.parse(world.rows.get('head/') ?? '{}');
    world.rows.set('head/', JSON.stringify({ ...head, format: 99 }));
    const before = new Map(world.rows);
    const report = await world.open().run();
    expect(report.problem?.code).toBe('state-newer');
    expect(world.rows).toEqual(before);
  });

  it('of another device is held', async () => {
    const world = plainWorld(ten);
    await world.open().run();
    doneSince(world);
    const report = await world.open({ device: 'new-phone' }).run();
    expect(report.problem?.code).toBe('state-elsewhere');
    expect(doneSince(world)).toEqual([]);
  });

  it('of another device is not taken over by connecting or deciding, which say so', async () => {
    const world = plainWorld(ten);
    await world.open().run();
    const sync = world.open({ device: 'new-phone' });
    await expect(sync.connect()).rejects.toMatchObject({ problem: { code: 'state-elsewhere' } });
    await expect(sync.decide({ kind: 'retry' })).rejects.toMatchObject({ problem: { code: 'state-elsewhere' } });
    expect((await sync.run()).problem?.code).toBe('state-elsewhere');
  });

  it('E3 that is damaged is said to be, and makes no duplicate and no deletion', async () => {
    const world = plainWorld(ten, [trained('s1', 2000, 2060)]);
    world.now = at(3000);
    await world.open().run();
    doneSince(world);
    for (const key of [...world.rows.keys()]) if (/^(link|workout)\//.test(key)) world.rows.set(key, '{"half":');
    const sync = world.open();
    await sync.run();
    expect(doneSince(world)).toEqual([]);
    expect(await sync.diagnose()).toContainEqual(expect.objectContaining({ code: 'state-damaged' }));
    expect((await world.open().run()).counts).toEqual({});
  });

  it('E3 that is lost is found again', async () => {
    const world = plainWorld(ten, [trained('s1', 2000, 2060)]);
    world.now = at(3000);
    await world.open().run();
    doneSince(world);
    world.rows.clear();
    await world.open().run();
    expect(doneSince(world)).toEqual([]);
  });
});
