import { describe, expect, it } from 'vitest';
import { externalIdOf } from '../../src/domain/external-id';
import { seedLinks } from '../../src/state/index';
import { at, doneSince, OWN_APP, type PlainWorld, plainWorld, run, tell, trained } from '../sync/plain-world';
import { answerOf, hostOf, rowOf } from './answer-of';

const own = (key: string, from: number, to: number, external?: { id: string; version: number }) =>
  run(key, from, to, { source: { app: OWN_APP }, ...(external && { external }) });

const linkOf = (world: PlainWorld, session: string) => rowOf(world, `link/${session}`);

describe('seedLinks', () => {
  it('E10 adoption: links an import of another kind of sync, and writes nothing to either side', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('s1', 20, 90)]);
    const report = answerOf(await seedLinks(hostOf(world), [{ session: 's1', workout: 'w1', kind: 'imported' }]));
    expect(report.adopted).toHaveLength(1);
    const ended = await world.open().run();
    expect(ended.counts).toEqual({ linked: 1 });
    expect(ended.items[0]).toMatchObject({ session: 's1', workout: 'w1', reasons: [{ code: 'origin-known' }] });
    expect(doneSince(world)).toEqual([]);
    expect(linkOf(world, 's1')).toMatchObject({ kind: 'imported', state: 'active', workout: 'w1' });
    expect([...world.rows.keys()].filter((key) => key.startsWith('seed/'))).toEqual([]);
  });

  it.each([
    ['an id of its own', { id: 'session-1', version: 3 }],
    ['no id', undefined],
  ])('neither imports nor exports again what the app wrote with %s', async (_, external) => {
    const world = plainWorld(
      [run('w0', -600, -540), own('w1', 0, 60, external)],
      [trained('s0', -600, -540), trained('s1', 300, 340)],
    );
    await seedLinks(hostOf(world), [{ session: 's1', workout: 'w1', kind: 'exported' }]);
    const sync = world.open();
    await sync.run();
    expect(doneSince(world)).toEqual([]);
    expect(linkOf(world, 's1')).toMatchObject({ kind: 'matched', workout: 'w1' });
    world.sessions.set('s1', trained('s1', 300, 350, { revision: 'r2' }));
    await sync.run();
    expect(doneSince(world)).toEqual([]);
    world.sessions.delete('s1');
    await sync.run();
    expect(doneSince(world)).toEqual([]);
    expect(linkOf(world, 's1')).toMatchObject({ state: 'session-deleted' });
  });

  it('takes a record under our own id for an export, and writes later edits over it', async () => {
    const external = { id: externalIdOf({ account: 'ada' }, 's1'), version: 4 };
    const world = plainWorld([run('w0', -600, -540), own('w1', 0, 60, external)], [trained('s1', 0, 61)]);
    await seedLinks(hostOf(world), [{ session: 's1', workout: 'w1', kind: 'matched' }]);
    const sync = world.open();
    await sync.run();
    expect(doneSince(world)).toEqual(['app.create apple-health:w0']);
    world.sessions.set('s1', trained('s1', 0, 70, { revision: 'r2' }));
    await sync.run();
    expect(doneSince(world)).toEqual(['store.save 5']);
    expect([...world.workouts.values()].filter(({ source }) => source?.app === OWN_APP)).toHaveLength(1);
  });

  it('keeps both records back until both are seen', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60)]);
    await seedLinks(hostOf(world), [
      { session: 's1', workout: 'w1', kind: 'exported' },
      { session: 's2', workout: 'w0', kind: 'imported' },
    ]);
    const sync = world.open();
    await sync.run();
    await sync.run();
    expect(doneSince(world)).toEqual([]);
    expect(sync.getSnapshot()).toMatchObject({ reviews: 0 });
    tell(world, [own('w1', 0, 60)]);
    world.sessions.set('s2', trained('s2', -600, -530));
    const ended = await sync.run();
    expect(ended.counts.linked).toBe(2);
    expect(doneSince(world)).toEqual([]);
    await world.open().run();
    expect(doneSince(world)).toEqual([]);
  });

  it('S4 keeps the workout of a deleted session out, whose seed was never met', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('s9', 900, 960)]);
    await seedLinks(hostOf(world), [{ session: 's1', workout: 'w1', kind: 'imported' }]);
    await world.open().run();
    expect(world.sessions.has('apple-health:w1')).toBe(false);
  });

  it('shows a preview with the seeds adopted', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('s1', 200, 240)]);
    await seedLinks(hostOf(world), [{ session: 's1', workout: 'w1', kind: 'imported' }]);
    const plan = await world.open().preview();
    expect(plan).toMatchObject({ steps: [], blocked: [], settled: 2 });
  });

  it('takes the workout for a copy where a run has linked the session meanwhile', async () => {
    const world = plainWorld([run('w2', 0, 60)], [trained('s1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    world.rows.set('seed/s1', JSON.stringify({ session: 's1', workout: 'w1', kind: 'imported' }));
    tell(world, [run('w1', 300, 360)]);
    await world.open().run();
    expect(linkOf(world, 's1')).toMatchObject({ kind: 'matched', workout: 'w2', copies: ['w1'] });
    expect(doneSince(world)).toEqual([]);
  });

  it('drops a seed that a run has contradicted meanwhile, and says so', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('s1', 0, 60), trained('s2', 600, 660)]);
    await world.open().run();
    doneSince(world);
    world.rows.set('seed/s2', JSON.stringify({ session: 's2', workout: 'w1', kind: 'imported' }));
    const foreign = { id: externalIdOf({ account: 'ada' }, 's9'), version: 1 };
    world.rows.set('seed/s3', JSON.stringify({ session: 's3', workout: 'w3', kind: 'exported' }));
    world.sessions.set('s3', trained('s3', 900, 960));
    tell(world, [own('w3', 900, 960, foreign)]);
    const ended = await world.open().run();
    const refusals = ended.items.filter(({ outcome }) => outcome === 'refused');
    expect(refusals.map(({ session, reasons }) => [session, reasons[0]?.code])).toEqual([
      ['s2', 'duplicate-session'],
      ['s3', 'unknown-owner'],
    ]);
    expect([...world.rows.keys()].filter((key) => key.startsWith('seed/'))).toEqual([]);
  });

  it('changes nothing in a dry run, and says the same as a real one', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('s1', 0, 60)]);
    const rows = [
      { session: 's1', workout: 'w1', kind: 'imported' },
      { session: '', workout: 'w1', kind: 'imported' },
    ] as const;
    const dry = await seedLinks(hostOf(world), rows, { dryRun: true });
    expect(world.rows.size).toBe(0);
    expect(await seedLinks(hostOf(world), rows)).toEqual(dry);
    expect(answerOf(await seedLinks(hostOf(world), rows))).toMatchObject({ adopted: [], known: [rows[0]] });
  });

  it('refuses what contradicts a link, another seed or itself, and names it', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('s1', 0, 60)]);
    await world.open().run();
    await seedLinks(hostOf(world), [{ session: 's5', workout: 'w5', kind: 'matched' }]);
    const { adopted, known, refused } = answerOf(
      await seedLinks(hostOf(world), [
        { session: 's1', workout: 'w1', kind: 'imported' },
        { session: 's1', workout: 'w2', kind: 'imported' },
        { session: 's2', workout: 'w1', kind: 'imported' },
        { session: 's5', workout: 'w6', kind: 'matched' },
        { session: 's6', workout: 'w5', kind: 'matched' },
        { session: 's7', workout: 'w7', kind: 'matched' },
        { session: 's7', workout: 'w8', kind: 'matched' },
        { session: 's8', workout: 'w9', kind: 'matched' },
        { session: 's8', workout: 'w9', kind: 'matched' },
        { session: 's9', workout: 'w99', kind: 'guessed' as 'matched' },
      ]),
    );
    expect(known.map(({ session }) => session)).toEqual(['s1']);
    expect(adopted).toEqual([{ session: 's8', workout: 'w9', kind: 'matched' }]);
    expect(refused.map(({ row, code, other }) => [row.session, code, other])).toEqual([
      ['s1', 'session-linked', 'w1'],
      ['s2', 'workout-linked', 's1'],
      ['s5', 'session-seeded', 'w5'],
      ['s6', 'workout-seeded', 's5'],
      ['s7', 'session-seeded', 'w8'],
      ['s7', 'session-seeded', 'w7'],
      ['s9', 'malformed', undefined],
    ]);
  });

  it('finds a session under the key that the app gave it later', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('local', 300, 360)]);
    const sync = world.open();
    await sync.decide({ kind: 'rekey', from: 'local', to: 'server' });
    world.sessions.delete('local');
    world.sessions.set('server', trained('server', 300, 360));
    await seedLinks(hostOf(world), [{ session: 'server', workout: 'w1', kind: 'imported' }]);
    await sync.run();
    expect(doneSince(world)).toEqual([]);
    expect(linkOf(world, 'local')).toMatchObject({ workout: 'w1' });
  });

  it('leaves the state of another device, another account or a newer version alone', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    await world.open().run();
    const rows = [{ session: 's1', workout: 'w9', kind: 'imported' }] as const;
    const before = new Map(world.rows);
    for (const other of [{ device: 'tablet' }, { account: 'bob' }]) {
      const answer = await seedLinks({ ...hostOf(world), ...other }, rows);
      expect(answer).toMatchObject({ kind: 'error', error: { code: 'state-elsewhere', side: 'state' } });
    }
    world.rows.set('head/', (world.rows.get('head/') ?? '').replace('"format":1', '"format":2'));
    expect(await seedLinks(hostOf(world), rows)).toMatchObject({ kind: 'error', error: { code: 'state-newer' } });
    world.rows.set('head/', before.get('head/') ?? '');
    expect(world.rows).toEqual(before);
  });

  it('is kept by a run that is under way', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('s9', 900, 960)]);
    const sync = world.open();
    const running = sync.run();
    await seedLinks(hostOf(world), [{ session: 's2', workout: 'w2', kind: 'imported' }]);
    await running;
    expect(world.rows.has('seed/s2')).toBe(true);
    world.now = at(3000);
    tell(world, [run('w2', 300, 360)]);
    await sync.run();
    expect(world.sessions.has('apple-health:w2')).toBe(false);
  });
});
