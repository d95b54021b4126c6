import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import type { DetailReader } from '../../src/ports/health-store';
import { storeError } from '../../src/ports/store-error';
import { at, failing, type PlainWorld, plainWorld, run, tell, toItsEnd, trained, works } from './plain-world';
import { pulseReader } from './with-samples';

const DAY = 86_400_000;

describe('what failed in a backfill', () => {
  it('R8 is tried again until it is done, though it lies before what other runs bring in', async () => {
    const settings = settingsFrom({ import: { importFrom: at(1000) } });
    const world = plainWorld([run('old', 0, 60), run('new', 1500, 1550)], [trained('s1', 1700, 1760)], settings);
    const sync = world.open();
    await sync.run();
    const backfill = { kind: 'backfill', window: { start: at(-100), end: at(1000) } } as const;
    failing(world, 'app.apply', 'unknown');
    const report = await sync.run(backfill);
    works(world);
    expect(report).toMatchObject({ end: 'paused', counts: { failed: 1 } });
    world.now = report.resumeAt ?? 0;
    expect(await sync.run(backfill)).toMatchObject({ end: 'done', counts: { imported: 1 } });
    expect(world.sessions.has('apple-health:old')).toBe(true);
  });

  it('is tried again also where the backfill had gone on to older batches, and says what was wrong', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w2', 100, 160), run('w3', 200, 260)], [trained('s1', 1700, 1760)]);
    const settings = settingsFrom({ import: { importFrom: at(1000) } });
    const sync = world.open({ settings });
    const backfill = {
      kind: 'backfill',
      window: { start: at(-100), end: at(1000) },
      batchSize: 1,
      pauseSeconds: 60,
    } as const;
    failing(world, 'app.apply', 'permission');
    expect(await sync.run(backfill)).toMatchObject({ end: 'paused' });
    works(world);
    const ends: (string | undefined)[] = [];
    for (let turn = 0; turn < 30 && ends.at(-1) !== 'done'; turn++) {
      const { end, problem } = await sync.run(backfill);
      ends.push(problem?.code ?? end);
      world.now += 10_000;
    }
    expect(ends).toContain('permission');
    expect(ends.at(-1)).toBe('done');
    expect(world.sessions.size).toBe(4);
  });

  it('is not waited for where the rules keep it out by now', async () => {
    const settings = settingsFrom({ import: { summaryOnly: 'refuse' } });
    const world = plainWorld([run('old', 0, 60)], [trained('s1', 1700, 1760)], settings);
    const empty = pulseReader(() => 0);
    let isFailing = true;
    const detail: DetailReader = {
      ...empty,
      summarise: async (workouts, options) => {
        if (isFailing) throw storeError('unknown', 'not now');
        return empty.summarise(workouts, options);
      },
    };
    const sync = world.open({ store: { ...world.store, detail } });
    const backfill = { kind: 'backfill', window: { start: at(-100), end: at(1000) } } as const;
    const { end, resumeAt } = await sync.run(backfill);
    expect(end).toBe('paused');
    isFailing = false;
    world.now = resumeAt ?? 0;
    expect(await sync.run(backfill)).toMatchObject({ end: 'done', counts: {} });
    expect((await sync.explain('old')).reasons).toMatchObject([{ code: 'summary-only' }]);
  });

  it.each([
    [
      'the app has by then, recorded by itself',
      async (world: PlainWorld) => world.sessions.set('mine', trained('mine', 200, 260)),
    ],
    [
      'is by then a copy of what is there',
      async (world: PlainWorld) => {
        world.sessions.set('mine', trained('mine', 200, 260));
        tell(world, [run('w4', 200, 260, { source: { app: 'com.phone' } })]);
      },
    ],
  ] as const)('is not waited for where %s', async (_, meanwhile) => {
    const settings = settingsFrom({ import: { importFrom: at(1000) } });
    const world = plainWorld([run('w1', 0, 60), run('w2', 200, 260)], [trained('wit', 1700, 1760)], settings);
    const sync = world.open();
    await sync.run();
    const backfill = { kind: 'backfill', window: { start: at(-100), end: at(1000) } } as const;
    failing(world, 'app.apply', 'unknown');
    expect(await sync.run(backfill)).toMatchObject({ end: 'paused', counts: { failed: 2 } });
    works(world);
    await meanwhile(world);
    expect((await toItsEnd(world, sync, backfill)).end).toBe('done');
    expect([...world.sessions.keys()].sort()).toEqual(['apple-health:w1', 'mine', 'wit']);
  });

  it('ends where it is set aside', async () => {
    const world = plainWorld([run('old', 0, 60)], [trained('s1', 1700, 1760)]);
    const sync = world.open();
    failing(world, 'app.apply', 'invalid');
    let ends = 0;
    for (let turn = 0; turn < 9 && ends === 0; turn++) {
      const { end, resumeAt } = await sync.run({ kind: 'backfill', window: { start: at(-100), end: at(1000) } });
      if (end === 'done') ends = turn;
      world.now = resumeAt ?? world.now + DAY;
    }
    expect(ends).toBe(4);
    expect(sync.getSnapshot().setAside).toBe(1);
  });
});
