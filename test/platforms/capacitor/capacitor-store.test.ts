import { describe, expect, it, test } from 'vitest';
import { toCapacitorError } from '../../../src/platforms/capacitor/capacitor-error';
import { capacitorStore } from '../../../src/platforms/capacitor/capacitor-store';
import type { HealthStore } from '../../../src/ports/health-store';
import { fakeCapacitor } from '../../../src/testing/capacitor/fake-capacitor';
import { CAPACITOR_SETTINGS, type CapacitorSwitches } from '../../../src/testing/capacitor/switches';
import type { FakeCapacitorWorkout } from '../../../src/testing/capacitor/workout';
import { healthStoreContract } from '../../../src/testing/health-store/health-store-contract';
import type { ForeignWorkout } from '../../../src/testing/health-store/other-apps';
import { bothWays } from '../switch-settings';

const START = Date.UTC(2026, 0, 5, 9);
const MINUTE = 60_000;
const WINDOW = { start: 0, end: START + 1000 * MINUTE };

const phoneOf = (platform: 'ios' | 'android', switches: Partial<CapacitorSwitches> = {}) => {
  const fake = fakeCapacitor({ platform, switches });
  const isInForeground = { is: true };
  const store = capacitorStore(fake.module, {
    platform: platform === 'ios' ? 'apple-health' : 'health-connect',
    ownSources: ['com.example.app'],
    isInForeground: () => isInForeground.is,
    now: () => START,
  });
  const run = (minute: number, minutes: number, fields: Partial<FakeCapacitorWorkout> = {}): string => {
    const id = `w-${minute}-${minutes}-${fields.app ?? ''}`;
    const start = START + minute * MINUTE;
    fake.put({ id, app: 'com.watch', type: 'running', start, end: start + minutes * MINUTE, ...fields });
    return id;
  };
  const goBehind = (): void => {
    isInForeground.is = false;
    fake.set({ inBackground: true });
  };
  return { fake, store, run, goBehind };
};

const everyKey = async (store: HealthStore): Promise<readonly string[]> => {
  const keys: string[] = [];
  let page: string | undefined;
  do {
    const read = await store.readWorkouts({ window: WINDOW, ...(page && { page }) });
    keys.push(...read.items.map(({ key }) => key));
    page = read.next;
  } while (page);
  return [...new Set(keys)];
};

describe.each(['ios', 'android'] as const)('the adapter over the Capacitor plugin on %s', (platform) => {
  const makeWith = (switches: Partial<CapacitorSwitches>) => () => {
    const { fake, store, goBehind } = phoneOf(platform, switches);
    let made = 0;
    return {
      store,
      writeAsOther: ({ source, start, end, distanceMetres, energyKilocalories }: ForeignWorkout) => {
        made += 1;
        const measured = {
          ...(distanceMetres && { distanceMetres }),
          ...(energyKilocalories?.active && { energyKilocalories: energyKilocalories.active }),
        };
        fake.put({ id: `w${made}`, app: source.app, type: 'running', start, end, ...measured });
        return `w${made}`;
      },
      eraseAsOther: fake.remove,
      ...(platform === 'ios' ? { lock: () => fake.set({ locked: true }) } : { sendToBackground: goBehind }),
    };
  };
  describe.each(bothWays(CAPACITOR_SETTINGS))('where nothing is documented %s', (_, switches) => {
    test.each(healthStoreContract(makeWith(switches)))('keeps $name, or has no such thing', async ({ run }) => {
      expect(['held', 'not-tried']).toContain(await run());
    });
  });

  it('loses no workout that overlaps another, as the plugin’s own cursor does', async () => {
    const { store, run } = phoneOf(platform);
    run(0, 500);
    const keys = Array.from({ length: 250 }, (_, index) => run(index, 3));
    expect(new Set(await everyKey(store))).toEqual(new Set(['w-0-500-', ...keys]));
  });

  it('gives more workouts of one start than one call holds', async () => {
    const { store, run } = phoneOf(platform);
    const keys = Array.from({ length: 150 }, (_, index) => run(5, 30, { app: `app-${index}` }));
    expect(new Set(await everyKey(store))).toEqual(new Set(keys));
  });

  it('gives what starts in a window, and not what merely reaches into it', async () => {
    const { store, run } = phoneOf(platform, { rangeHolds: 'overlaps' });
    run(-60, 120);
    const inside = run(0, 30);
    const { items } = await store.readWorkouts({ window: { start: START, end: START + MINUTE } });
    expect(items.map(({ key }) => key)).toEqual([inside]);
  });

  it('cannot write, and says so', () => {
    const { store } = phoneOf(platform);
    expect([store.writing, store.changes, store.availability.write]).toMatchObject([
      undefined,
      undefined,
      ['no', expect.any(String)],
    ]);
  });
});

describe('on Android', () => {
  it('what another app started thirty days ago and more is hidden without leave for history, and outside of the window', async () => {
    const { fake, store, run } = phoneOf('android');
    run(-31 * 24 * 60, 30);
    const late = run(-29 * 24 * 60, 30);
    fake.set({ history: false, firstGrantAt: START });
    const { items, window } = await store.readWorkouts({ window: WINDOW });
    expect(items.map(({ key }) => key)).toEqual([late]);
    expect(window).toEqual({ start: START - 30 * 24 * 60 * MINUTE, end: WINDOW.end });
  });

  it('the duration, which is cut to seconds, and the energy, which may be anybody’s, are not read', async () => {
    const { store, run } = phoneOf('android');
    run(0, 30, { distanceMetres: 5000, energyKilocalories: 300 });
    const [workout] = (await store.readWorkouts({ window: WINDOW })).items;
    expect(workout).toMatchObject({ distanceMetres: 5000 });
    expect(workout).not.toHaveProperty('activeSeconds');
    expect(workout).not.toHaveProperty('energyKilocalories');
  });

  test.each([
    ['crossTraining', 'hiit', 36],
    ['runningTreadmill', 'treadmill-running', 57],
    ['americanFootball', 'american-football', 28],
    ['cycling', 'cycling', 8],
    ['somethingNew', 'other', 0],
    ['constructor', 'other', 0],
  ])('%s is read as %s', async (type, activity, number) => {
    const { store, run } = phoneOf('android');
    run(0, 30, { type });
    expect((await store.readWorkouts({ window: WINDOW })).items).toMatchObject([{ activity, raw: { type: number } }]);
  });
});

test('on iOS the metadata say what is ours, what was typed in and what was indoors', async () => {
  const { store, run } = phoneOf('ios');
  const metadata = {
    HKMetadataKeySyncIdentifier: 'ws1-a',
    HKMetadataKeySyncVersion: '4',
    HKWasUserEntered: '1',
    HKIndoorWorkout: '1',
  };
  run(0, 30, { metadata, activeSeconds: 1700, energyKilocalories: 0 });
  const [workout] = (await store.readWorkouts({ window: WINDOW })).items;
  expect(workout).toMatchObject({
    activity: 'treadmill-running',
    external: { id: 'ws1-a', version: 4 },
    method: 'manual',
    activeSeconds: 1700,
  });
  expect(workout).not.toHaveProperty('energyKilocalories');
});

test.each([
  ['Request rejected. Rate limited request quota has been exceeded.', 'rate-limited'],
  ['Protected health data is inaccessible', 'locked'],
  ['Health Connect is unavailable on this device.', 'unavailable'],
  ['what is this?', 'unknown'],
])('the message %j is %s', (message, kind) => {
  expect(toCapacitorError(new Error(message)).kind).toBe(kind);
});
