import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import { at, type PlainWorld, plainWorld, run, tell, trained } from './plain-world';

const imported = (world: PlainWorld) => [...world.sessions.values()].filter(({ origin }) => origin !== undefined);

describe('the copy that the user prefers', () => {
  /** One run as several apps have it: 10,000, 10,100 and 10,200 metres. */
  const copies = (minutes: number, prefix: string) =>
    [1, 2, 3].map((n) =>
      run(`${prefix}${n}`, minutes, minutes + 60, { source: { app: `app ${n}` }, distanceMetres: 9900 + n * 100 }),
    );
  const metresAt = (world: PlainWorld, minutes: number) =>
    imported(world)
      .filter(({ start }) => start === at(minutes))
      .map(({ distanceMetres }) => distanceMetres);

  it('is the one that was named last', async () => {
    const world = plainWorld(copies(0, 'w'), [trained('s1', 700, 760)]);
    const sync = world.open();
    await sync.run();
    await sync.decide({ kind: 'prefer', key: 'w2' });
    await sync.run();
    await sync.decide({ kind: 'prefer', key: 'w3' });
    await sync.run();
    expect(metresAt(world, 0)).toEqual([10_200]);
  });

  const SINCE = { importFrom: at(-3000) };

  /** Nothing of them has come in yet. */
  const unlinked = async (...workouts: ReturnType<typeof copies>) => {
    const off = settingsFrom({ import: { ...SINCE, enabled: false } });
    const world = plainWorld(workouts, [trained('s1', 700, 760)], off);
    const sync = world.open();
    await sync.run();
    return { world, sync };
  };

  const ON = settingsFrom({ import: SINCE });

  it('is the one that was named last, also before any came in', async () => {
    const { world, sync } = await unlinked(...copies(0, 'w'), ...copies(200, 'x'));
    await sync.decide({ kind: 'prefer', key: 'w2' }, { kind: 'prefer', key: 'x2' });
    await sync.decide({ kind: 'prefer', key: 'w3' });
    await sync.configure(ON);
    await sync.run();
    // Another run keeps what was said of it.
    expect([metresAt(world, 0), metresAt(world, 200)]).toEqual([[10_200], [10_100]]);
  });

  it('is the one that was named last of those that only the user calls the same', async () => {
    const { world, sync } = await unlinked(...copies(0, 'w').slice(0, 2), ...copies(50, 'x').slice(2));
    await sync.decide(
      ...['w1', 'w2'].map((key) => ({ kind: 'same', a: key, b: 'x3' }) as const),
      { kind: 'prefer', key: 'w2' },
      { kind: 'prefer', key: 'x3' },
    );
    await sync.configure(ON);
    await sync.run();
    expect([metresAt(world, 0), metresAt(world, 50)]).toEqual([[], [10_200]]);
  });

  /** Two that share a third of their time. */
  const apart = [...copies(0, 'y').slice(0, 1), ...copies(30, 'z').slice(1, 2)];
  const preferBoth = [
    { kind: 'prefer', key: 'y1' },
    { kind: 'prefer', key: 'z2' },
  ] as const;

  it('is the one that was named last of those that are the same by the settings', async () => {
    const match = { supportedOverlap: 0.3 };
    const world = plainWorld(apart, [trained('s1', 700, 760)]);
    const sync = world.open({ settings: settingsFrom({ import: { ...SINCE, enabled: false }, match }) });
    await sync.run();
    for (const one of preferBoth) await sync.decide(one);
    await sync.configure(settingsFrom({ import: SINCE, match }));
    await sync.run();
    expect(imported(world).map(({ distanceMetres }) => distanceMetres)).toEqual([10_100]);
  });

  it('is the one that was named last of those of one link that have grown apart since', async () => {
    const world = plainWorld(copies(0, 'w'), [trained('s1', 700, 760)]);
    const sync = world.open();
    await sync.run();
    tell(world, [run('w2', 45, 105, { source: { app: 'app 2' }, distanceMetres: 10_100 })]);
    world.now += 600_000;
    await sync.run();
    await sync.decide({ kind: 'prefer', key: 'w2' });
    await sync.decide({ kind: 'prefer', key: 'w3' });
    await sync.run();
    expect(metresAt(world, 0)).toEqual([10_200]);
  });

  it('is not given up for that of another activity beside it, which the user calls different', async () => {
    const { world, sync } = await unlinked(...copies(0, 'w'));
    await sync.decide(
      ...['w1', 'w2'].map((key) => ({ kind: 'different', a: key, b: 'w3' }) as const),
      { kind: 'prefer', key: 'w2' },
      { kind: 'prefer', key: 'w3' },
    );
    await sync.configure(ON);
    await sync.run();
    expect(new Set(metresAt(world, 0))).toEqual(new Set([10_100, 10_200]));
  });
});
