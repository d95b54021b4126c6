import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import type { RunReport } from '../../src/sync/surface/report';
import { at, days, FAR, plainWorld, run, toItsEnd, trained, WIT } from './plain-world';

const _HOUR = 3_600_000;

describe('the word of the user', () => {
  it.fails('restore, said of all sessions whose loss is held, brings them back', async () => {
    const many = Array.from({ length: 8 }, (_, n) => run(`w${n}`, n * 100, n * 100 + 60));
    const world = plainWorld([FAR, ...many], [WIT]);
    const sync = world.open();
    await sync.run();
    const keys = many.map(({ key }) => `apple-health:${key}`);
    for (const key of keys) world.sessions.delete(key);
    const { guard = '' } = await sync.run();
    await sync.decide(...keys.map((key) => ({ kind: 'restore', key }) as const));
    await sync.decide({ kind: 'confirm', guard });
    await days(world, sync, 3);
    expect(world.sessions.size).toBe(10);
  });

  it.fails('different, said of what a backfill has passed, takes it back', async () => {
    const workouts = [run('w1', 0, 60), run('w2', 200, 260), run('w3', 425, 495), run('w4', 600, 660)];
    const later = settingsFrom({ onPossible: 'hold', import: { importFrom: at(1900) } });
    const world = plainWorld(workouts, [WIT, trained('s3', 400, 460)], later);
    const sync = world.open();
    const window = { start: at(-100), end: at(1000) };
    const backfill = { kind: 'backfill', window, batchSize: 1, pauseSeconds: 3 } as const;
    let report: RunReport | undefined;
    while (report?.end !== 'done' && !world.sessions.has('apple-health:w2')) report = await sync.run(backfill);
    await sync.decide({ kind: 'different', a: 's3', b: 'w3' });
    await toItsEnd(world, sync, backfill);
    await days(world, sync, 2);
    expect(world.sessions.has('apple-health:w3')).toBe(true);
  });
});
