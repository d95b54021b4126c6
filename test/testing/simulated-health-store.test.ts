import { describe, expect, it } from 'vitest';
import { WHOLE_HISTORY } from '../../src/domain/interval';
import type { Platform } from '../../src/domain/platform';
import { foreignRun, ownRun } from '../../src/testing/health-store/health-store-bench';
import {
  type SimulatedHealthStoreOptions,
  simulatedHealthStore,
} from '../../src/testing/health-store/simulated-health-store';
import { simulatedClock } from '../../src/testing/simulated-clock';

const DAY = 86_400_000;
const ID = ownRun(1).external.id;

const open = (platform: Platform, options: Partial<SimulatedHealthStoreOptions> = {}) => {
  const clock = simulatedClock(Date.UTC(2026, 0, 6));
  const health = simulatedHealthStore(platform, { now: clock.now, ...options });
  const { changes, writing, detail } = health.port;
  if (changes === undefined || writing === undefined || detail === undefined) throw new Error('a group is missing');
  const keys = async () =>
    (await health.port.readWorkouts({ window: WHOLE_HISTORY })).items.map(({ key }) => key).sort();
  return { clock, health, changes, writing, detail, keys };
};

describe('HealthKit', () => {
  it('gives a replaced record a new key, and a deletion that carries the external id', async () => {
    const { changes, writing } = open('apple-health');
    const cursor = await changes.begin();
    const before = await writing.save(ownRun(1));
    const after = await writing.save(ownRun(2));
    expect(after.key).not.toBe(before.key);
    expect(await changes.read(cursor)).toMatchObject({
      upserts: [{ key: after.key }],
      deletions: [{ key: before.key, external: { id: ID } }],
    });
  });

  it('ignores an equal version, or replaces by it where it is told to', async () => {
    const ignoring = open('apple-health');
    await ignoring.writing.save(ownRun(1));
    const first = (await ignoring.keys())[0];
    expect((await ignoring.writing.save(ownRun(1))).key).toBe(first);
    const replacing = open('apple-health', { profile: { replaces: 'greater-or-equal' } });
    const old = await replacing.writing.save(ownRun(1));
    expect((await replacing.writing.save(ownRun(1))).key).not.toBe(old.key);
  });

  it('keeps own records visible while others are hidden, and does not say so', async () => {
    const { health, writing, keys } = open('apple-health');
    health.write(foreignRun(0));
    const own = await writing.save(ownRun(1, 5));
    health.set({ read: 'denied' });
    expect(await keys()).toEqual([own.key]);
    expect(await health.port.access()).toMatchObject({ read: 'unknown' });
    expect(await health.port.readWorkouts({ window: WHOLE_HISTORY })).toMatchObject({ complete: true });
  });

  it('may forget deletions', async () => {
    const { health, changes } = open('apple-health');
    const key = health.write(foreignRun(0));
    const cursor = await changes.begin();
    health.erase(key);
    health.purgeDeletions();
    expect(await changes.read(cursor)).toMatchObject({ upserts: [], deletions: [], more: false });
  });

  it('does not tell of samples that arrive late', async () => {
    const { health, changes, detail } = open('apple-health');
    const key = health.write(foreignRun(0));
    const cursor = await changes.begin();
    health.deliver(key, { series: {}, route: 'present', routePoints: 9 });
    expect(await changes.read(cursor)).toMatchObject({ upserts: [] });
    const [record] = health.records();
    const [counted] = await detail.summarise(record ? [record.workout] : []);
    expect(counted?.summary.routePoints).toBe(9);
  });
});

describe('Health Connect', () => {
  it('keeps the key of a replaced record, and ignores a lower version without a word', async () => {
    const { writing, health } = open('health-connect');
    const first = await writing.save(ownRun(2));
    expect((await writing.save(ownRun(3))).key).toBe(first.key);
    await writing.save(ownRun(1));
    expect(health.records().map(({ workout }) => workout.external?.version)).toEqual([3]);
  });

  it('tells the key of a deletion alone', async () => {
    const { changes, writing } = open('health-connect');
    const written = await writing.save(ownRun(1));
    const cursor = await changes.begin();
    await writing.remove(written);
    expect(await changes.read(cursor)).toMatchObject({ deletions: [{ key: written.key }] });
    const read = await changes.read(cursor);
    expect(read.kind === 'changes' && read.deletions[0]?.external).toBe(undefined);
  });

  it('shows what was deleted and put back in one page as both', async () => {
    const { health, changes } = open('health-connect');
    const key = health.write(foreignRun(0));
    const cursor = await changes.begin();
    health.reinsert(key);
    expect(await changes.read(cursor)).toMatchObject({ upserts: [{ key }], deletions: [{ key }] });
  });

  it.each([
    [30, 'changes'],
    [31, 'expired'],
  ])('after %i days answers a cursor with %s', async (days, kind) => {
    const { clock, changes } = open('health-connect');
    const cursor = await changes.begin();
    clock.move(days * DAY);
    expect((await changes.read(cursor)).kind).toBe(kind);
  });

  it('shows own records alone in the background, says so, and tells no changes', async () => {
    const { health, changes, writing, keys } = open('health-connect');
    health.write(foreignRun(0));
    const own = await writing.save(ownRun(1, 5));
    const cursor = await changes.begin();
    health.set({ inBackground: true, background: 'denied' });
    expect(await keys()).toEqual([own.key]);
    expect(await health.port.readWorkouts({ window: WHOLE_HISTORY })).toMatchObject({ complete: false });
    await expect(changes.read(cursor)).rejects.toMatchObject({ kind: 'permission' });
  });

  it('shows other apps’ records only from when on they may be read', async () => {
    const { health, keys } = open('health-connect');
    health.write(foreignRun(0));
    const later = health.write(foreignRun(10));
    const since = foreignRun(10).start;
    health.set({ readableSince: since });
    expect(await keys()).toEqual([later]);
    const { window } = await health.port.readWorkouts({ window: WHOLE_HISTORY });
    expect(window).toEqual({ start: since, end: WHOLE_HISTORY.end });
  });
});

describe.each(['apple-health', 'health-connect'] as const)('either store (%s)', (platform) => {
  it.each([
    [{ locked: true }, 'locked'],
    [{ available: false }, 'unavailable'],
    [{ retryAfterSeconds: 60 }, 'rate-limited'],
  ] as const)('refuses reading under %j', async (conditions, kind) => {
    const { health, keys } = open(platform);
    health.set(conditions);
    await expect(keys()).rejects.toMatchObject({ kind });
  });

  it('refuses writing without leave, and a workout that does not last', async () => {
    const { health, writing } = open(platform);
    const { start } = ownRun(1);
    await expect(writing.save({ ...ownRun(1), end: start })).rejects.toMatchObject({ kind: 'invalid' });
    health.set({ write: 'denied' });
    await expect(writing.save(ownRun(1))).rejects.toMatchObject({ kind: 'permission' });
  });

  it('tells no cursor that it handed out before they expired', async () => {
    const { health, changes } = open(platform);
    const cursor = await changes.begin();
    health.expireCursors();
    expect(await changes.read(cursor)).toEqual({ kind: 'expired' });
  });

  it('writes the missing part of a workout later, and nothing else of it', async () => {
    const { health, writing } = open(platform);
    const detail = { series: { power: [{ at: ownRun(1).start, value: 200 }] }, routes: [] };
    health.set({ failing: ['series'] });
    const partly = await writing.save({ ...ownRun(1), detail });
    health.set({ failing: [] });
    const whole = await writing.save({ ...ownRun(1), end: ownRun(9).end, detail, only: ['series'] });
    expect([partly.missing, whole.missing, whole.key]).toEqual([['series'], undefined, partly.key]);
    const [record] = health.records();
    expect(record?.workout.end).toBe(ownRun(1).end);
    expect(record?.summary.series.power?.count).toBe(1);
  });

  it('tells the effects of the port to who listens, and counts them', async () => {
    const effects: string[] = [];
    const { health, writing } = open(platform, { onEffect: ({ kind }) => effects.push(kind) });
    await writing.remove(await writing.save(ownRun(1)));
    expect(effects).toEqual(['saved', 'removed']);
    expect(health.counts()).toEqual({ reads: 0, writes: 2 });
  });

  it('hints at what other apps do until nobody listens', () => {
    const { health } = open(platform);
    let hints = 0;
    const stop = health.port.onHint?.(() => {
      hints += 1;
    });
    health.write(foreignRun(0));
    stop?.();
    health.write(foreignRun(1));
    expect(hints).toBe(1);
  });
});
