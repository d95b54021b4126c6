import { describe, expect, it } from 'vitest';
import { healthConnectStore } from '../../../src/platforms/health-connect/health-connect-store';
import { settingsFrom } from '../../../src/policy/settings-from';
import { memoryState } from '../../../src/stores/memory/memory-state';
import { createSync } from '../../../src/sync/create-sync';
import { fakeHealthConnect } from '../../../src/testing/health-connect/fake-health-connect';
import { simulatedSessionStore } from '../../../src/testing/session-store/simulated-session-store';
import { simulatedClock } from '../../../src/testing/simulated-clock';

const START = Date.UTC(2026, 0, 5, 9);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WATCH = 'com.watch';

/** A run of last week, with heart rate and a route, on a phone whose user has allowed all that lies beside it but the heart rate. */
const lastWeek = async (needed: 'heart-rate' | 'route') => {
  const clock = simulatedClock(START + 7 * DAY);
  const fake = fakeHealthConnect({ now: clock.now });
  const store = healthConnectStore(fake.module, {
    packageName: 'com.example.app',
    isInForeground: () => true,
    now: clock.now,
  });
  const place = { time: new Date(START).toISOString(), latitude: 52, longitude: 13 };
  const time = { app: WATCH, start: START, end: START + HOUR };
  const fields = { exerciseType: 56, title: null, laps: [], segments: [], route: [place] };
  const key = fake.put({ ...time, type: 'ExerciseSession', fields });
  const samples = Array.from({ length: 60 }, (_, minute) => ({
    time: new Date(START + minute * 60_000).toISOString(),
    beatsPerMinute: 140,
  }));
  fake.put({ ...time, type: 'HeartRate', fields: { samples } });
  const app = simulatedSessionStore();
  const sync = createSync({
    store,
    sessions: app.port,
    state: memoryState(),
    settings: settingsFrom({ import: { requiredDetail: [needed], summaryOnly: 'refuse' }, export: { enabled: false } }),
    account: 'ada',
    device: 'phone',
    clock,
  });
  await sync.connect();
  const granted = new Set(fake.phone().granted);
  granted.delete('read HeartRate');
  fake.set({ granted });
  const allowHeartRate = (): void => fake.set({ granted: new Set([...granted, 'read HeartRate']) });
  return { app, key, store, sync, allowHeartRate };
};

describe('a workout that stayed out for want of what may not be read', () => {
  it('comes in once the user allows its heart rate', async () => {
    const { app, sync, store, allowHeartRate } = await lastWeek('heart-rate');
    expect((await store.access()).reads).not.toContain('heart-rate');
    await sync.run();
    expect(app.sessions()).toEqual([]);
    allowHeartRate();
    expect((await store.access()).reads).toContain('heart-rate');
    await sync.run();
    expect(app.sessions()).toMatchObject([{ detail: { series: { 'heart-rate': { count: 60 } } } }]);
  });

  it('comes in once the user has given its route, and the host has said so', async () => {
    const { app, key, store, sync } = await lastWeek('route');
    await sync.run();
    expect(sync.getSnapshot().routesToAskFor).toEqual([key]);
    const { items } = await store.readWorkouts({ window: { start: 0, end: START + DAY } });
    for (const workout of items) expect(await store.detail?.askForRoute?.(workout)).toBe('given');
    await sync.decide({ kind: 'retry', key });
    await sync.run();
    expect(app.sessions()).toMatchObject([{ detail: { routePoints: 1 } }]);
    expect(sync.getSnapshot().routesToAskFor).toEqual([]);
  });
});
