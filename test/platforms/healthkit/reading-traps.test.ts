import { describe, expect, it, test } from 'vitest';
import { healthKitStore } from '../../../src/platforms/healthkit/healthkit-store';
import { toStoreError } from '../../../src/ports/store-error';
import { fakeHealthKit } from '../../../src/testing/healthkit/fake-healthkit';
import type { FakeModule } from '../../../src/testing/healthkit/fake-module';
import type { OthersSample, OthersWorkout } from '../../../src/testing/healthkit/stored-object';
import { DETAIL, OWN_APP, phoneWith, run, SETTINGS, START } from './phone';

const HOUR = 3_600_000;
const ALL = { start: 0, end: START * 2 };
const HEART_RATE = 'HKQuantityTypeIdentifierHeartRate';
const METRES = 'HKQuantityTypeIdentifierDistanceWalkingRunning';

const others = (hour = 0, rest: Partial<OthersWorkout> = {}): OthersWorkout => ({
  app: 'com.other',
  activityType: 37,
  start: START + hour * HOUR,
  end: START + (hour + 1) * HOUR,
  ...rest,
});

const sample = (minute: number, value: number, rest: Partial<OthersSample> = {}): OthersSample => ({
  type: HEART_RATE,
  start: START + minute * 60_000,
  end: START + minute * 60_000,
  value,
  ...rest,
});

const kindOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'no error',
    (thrown) => toStoreError(thrown).kind,
  );

describe('4.4 the traps of reading', () => {
  test.each(SETTINGS)(
    'workouts that start together are on some page, whatever their order, where %s',
    async (_, switches) => {
      const { phone, store } = phoneWith(switches);
      const keys = [0, 0, 0, 0, 1].map((hour) => phone.writeAsOther(others(hour)));
      for (const limit of [1, 2, 3]) {
        const seen = new Set<string>();
        let page: string | undefined = '';
        for (let pages = 0; page !== undefined; pages++) {
          const read = await store.readWorkouts({ window: ALL, limit, ...(page && { page }) });
          for (const { key } of read.items) seen.add(key);
          page = read.next;
          expect(pages).toBeLessThan(20);
        }
        expect([...seen].sort()).toEqual([...keys].sort());
      }
    },
  );

  it('a page that is taken up again leaves nothing out that stayed', async () => {
    const { phone, store } = phoneWith();
    const keys = [0, 1, 2, 3].map((hour) => phone.writeAsOther(others(hour)));
    const first = await store.readWorkouts({ window: ALL, limit: 2 });
    phone.erase(keys[0] ?? '');
    phone.writeAsOther(others(-1));
    const rest = await store.readWorkouts({ window: ALL, limit: 9, page: first.next ?? '' });
    expect(rest.items.map(({ key }) => key)).toEqual(expect.arrayContaining([keys[2], keys[3]]));
  });

  it('away from iOS every query is empty: that is an error, and not an empty store', async () => {
    const { phone, store, changes } = phoneWith();
    phone.writeAsOther(others());
    phone.set({ available: false });
    expect(await kindOf(store.readWorkouts({ window: ALL }))).toBe('unavailable');
    expect(await kindOf(changes.begin())).toBe('unavailable');
    expect((await store.access()).store).toBe('unavailable');
  });

  it('P12 a denied read looks empty, and is said to be unknown', async () => {
    const { phone, store } = phoneWith();
    phone.writeAsOther(others());
    phone.set({ deniedReads: 'all' });
    expect((await store.readWorkouts({ window: ALL })).items).toEqual([]);
    expect((await store.access()).read).toBe('unknown');
  });

  it('P13 what the user hides of the past is no part of the window', async () => {
    const { phone, store } = phoneWith();
    phone.writeAsOther(others());
    phone.set({ readableSince: START + HOUR });
    const { window, complete, items } = await store.readWorkouts({ window: ALL });
    expect([window.start, complete, items.length]).toEqual([START + HOUR, true, 0]);
    expect(await store.access()).toMatchObject({ readableSince: START + HOUR, history: 'denied' });
  });
});

describe('the feed of changes', () => {
  test.each(SETTINGS)(
    'P4 tells what comes after the cursor, and of the past nothing, where %s',
    async (_, switches) => {
      const { phone, changes } = phoneWith(switches);
      const gone = phone.writeAsOther(others(0));
      phone.writeAsOther(others(1));
      const cursor = await changes.begin();
      phone.erase(gone);
      const fresh = phone.writeAsOther(others(2));
      const page = await changes.read(cursor);
      expect(page).toMatchObject({ upserts: [{ key: fresh }], deletions: [{ key: gone }], more: false });
    },
  );

  it('P3 an empty or foreign cursor is expired, though HealthKit takes an empty anchor for the beginning', async () => {
    const { phone, changes } = phoneWith();
    phone.writeAsOther(others());
    for (const cursor of ['', 'hk1:', 'hk1:nonsense', 'hk1:{}', 'QU5D1T0']) {
      expect(await changes.read(cursor)).toEqual({ kind: 'expired' });
    }
    const cursor = await changes.begin();
    phone.breakAnchors();
    expect(await changes.read(cursor)).toEqual({ kind: 'expired' });
  });

  it('a cursor is not lost to a locked phone', async () => {
    const { phone, changes } = phoneWith();
    const cursor = await changes.begin();
    phone.set({ locked: true });
    expect(await kindOf(changes.read(cursor))).toBe('locked');
  });

  it('P11 a replacement is a new key and a deletion of the old one, with our external id', async () => {
    const { changes, writing } = phoneWith();
    const first = await writing.save(run(1));
    const cursor = await changes.begin();
    const second = await writing.save(run(2));
    expect(second.key).not.toBe(first.key);
    expect(await changes.read(cursor)).toMatchObject({
      upserts: [{ key: second.key, external: { version: 2 } }],
      deletions: [{ key: first.key, external: { id: first.external.id } }],
    });
  });

  it('P2 a forgotten deletion is not told', async () => {
    const { phone, changes } = phoneWith();
    const gone = phone.writeAsOther(others());
    const cursor = await changes.begin();
    phone.erase(gone);
    phone.purgeDeletions();
    expect(await changes.read(cursor)).toMatchObject({ upserts: [], deletions: [] });
  });

  it('comes to an end, page by page', async () => {
    const { phone, changes } = phoneWith({}, { pageSize: 2 });
    const cursor = await changes.begin();
    const keys = [0, 1, 2, 3].map((hour) => phone.writeAsOther(others(hour)));
    const seen: string[] = [];
    let at = cursor;
    for (let more = true; more; ) {
      const page = await changes.read(at);
      if (page.kind === 'expired') throw new Error('The cursor is good.');
      seen.push(...page.upserts.map(({ key }) => key));
      [at, more] = [page.next, page.more];
    }
    expect(seen.sort()).toEqual([...keys].sort());
  });
});

describe('the samples behind a workout', () => {
  const read = async ({ store, detail }: ReturnType<typeof phoneWith>) => {
    const { items } = await store.readWorkouts({ window: ALL });
    const [workout] = items;
    if (workout === undefined) throw new Error('There is a workout.');
    return detail.read(workout);
  };

  it('are those that are linked to it, where there are any', async () => {
    const all = phoneWith();
    all.phone.writeAsOther(others(), [sample(1, 120, { app: 'com.strap' })]);
    all.phone.addSamples('com.other', [sample(2, 60)]);
    expect((await read(all)).series['heart-rate']?.map(({ value }) => value)).toEqual([120]);
  });

  it('are those of its app in its time, where none is linked', async () => {
    const all = phoneWith();
    all.phone.writeAsOther(others());
    all.phone.addSamples('com.other', [sample(2, 120), sample(61, 90), sample(-1, 80, { end: START + 60_000 })]);
    all.phone.addSamples('com.apple.health', [sample(1, 60), sample(3, 61)]);
    expect((await read(all)).series['heart-rate']?.map(({ value }) => value)).toEqual([120]);
  });

  it('a heart rate is the user’s, whoever measured it; metres of another app are not this workout’s', async () => {
    const all = phoneWith();
    all.phone.writeAsOther(others());
    all.phone.addSamples('com.watch', [sample(1, 120), sample(2, 121), sample(3, 500, { type: METRES })]);
    all.phone.addSamples('com.strap', [sample(1, 130)]);
    expect((await read(all)).series).toEqual({
      'heart-rate': [1, 2].map((minute) => ({ at: START + minute * 60_000, value: 119 + minute })),
    });
  });

  it('P10 late samples and routes are counted once they are there', async () => {
    const { phone, store, detail } = phoneWith();
    const key = phone.writeAsOther(others());
    const { items } = await store.readWorkouts({ window: ALL });
    expect((await detail.summarise(items))[0]?.summary).toEqual({
      series: {},
      route: 'none',
      routePoints: 0,
      readAt: START,
    });
    phone.addSamples('com.other', [sample(1, 120)], key);
    phone.addRoute(key, [
      {
        date: new Date(START),
        latitude: 1,
        longitude: 1,
        altitude: 0,
        horizontalAccuracy: 5,
        verticalAccuracy: -1,
        course: -1,
        speed: -1,
      },
    ]);
    const [counted] = await detail.summarise(items);
    expect(counted?.summary).toMatchObject({
      series: { 'heart-rate': { count: 1 } },
      route: 'present',
      routePoints: 1,
    });
  });

  it('what we wrote comes back', async () => {
    const all = phoneWith();
    await all.writing.save(run(1, { detail: DETAIL }));
    expect(await read(all)).toEqual(DETAIL);
  });

  it('a type that this iOS does not know is not asked for', async () => {
    const all = phoneWith();
    all.phone.writeAsOther(others(), [sample(1, 120)]);
    all.phone.set({ unknownTypes: ['HKQuantityTypeIdentifierRunningSpeed'] });
    expect(Object.keys((await read(all)).series)).toEqual(['heart-rate']);
  });

  it('a workout that is gone has none: its summary is left out, and reading it is a precondition', async () => {
    const { phone, store, detail } = phoneWith();
    const key = phone.writeAsOther(others());
    const { items } = await store.readWorkouts({ window: ALL });
    phone.erase(key);
    expect(await detail.summarise(items)).toEqual([]);
    expect(await kindOf(detail.read(items[0] as never))).toBe('precondition');
  });
});

describe('access and hints', () => {
  it('asks for what is needed, and says what HealthKit says', async () => {
    const { phone, store } = phoneWith();
    phone.set({ asked: false });
    expect(await store.access()).toMatchObject({ asked: false, read: 'unknown', write: 'unknown' });
    phone.set({ deniedWrites: ['HKWorkoutTypeIdentifier'] });
    const needs = { read: true, write: true, routes: true, history: true, background: true };
    expect(await store.request(needs)).toMatchObject({ asked: true, read: 'unknown', write: 'denied' });
    phone.set({ deniedWrites: [] });
    expect(await store.access()).toMatchObject({ write: 'granted', history: 'granted' });
  });

  it('registers for background delivery once', async () => {
    const { phone } = phoneWith();
    let configured = 0;
    const module = {
      ...phone.module,
      configureBackgroundTypes: async () => {
        configured += 1;
        return true;
      },
    };
    const store = healthKitStore(module, { ownSources: [OWN_APP], backgroundDelivery: 'hourly' });
    store.onHint?.(() => undefined);
    store.onHint?.(() => undefined);
    expect(configured).toBe(1);
  });

  it('a host that knows time zones is asked', async () => {
    const { phone, store } = phoneWith({}, { timeZones: { offsetSeconds: () => 3600 } });
    phone.writeAsOther(others(0, { metadata: { HKTimeZone: 'Europe/Rome' } }));
    expect((await store.readWorkouts({ window: ALL })).items[0]?.offsetSeconds).toBe(3600);
  });

  it('one native subscription serves all who listen, until the last one stops', async () => {
    const phone = fakeHealthKit({ ownApp: OWN_APP });
    const native = { opened: 0, closed: 0 };
    const subscribeToChanges: FakeModule['subscribeToChanges'] = (type, listener) => {
      native.opened += 1;
      const { remove } = phone.module.subscribeToChanges(type, listener);
      return {
        remove: () => {
          native.closed += 1;
          return remove();
        },
      };
    };
    const module = { ...phone.module, subscribeToChanges };
    const store = healthKitStore(module, { ownSources: [OWN_APP], backgroundDelivery: 'immediate' });
    let heard = 0;
    const hear = (): void => {
      heard += 1;
    };
    const stops = [store.onHint?.(hear), store.onHint?.(hear)];
    await Promise.resolve();
    await Promise.resolve();
    phone.writeAsOther(others());
    expect([heard, native]).toEqual([2, { opened: 1, closed: 0 }]);
    stops[0]?.();
    phone.writeAsOther(others());
    expect([heard, native]).toEqual([3, { opened: 1, closed: 0 }]);
    stops[1]?.();
    phone.writeAsOther(others());
    expect([heard, native]).toEqual([3, { opened: 1, closed: 1 }]);
  });

  it('a call that was given up is cancelled', async () => {
    const { store } = phoneWith();
    const signal = AbortSignal.abort();
    expect(await kindOf(store.readWorkouts({ window: ALL, signal }))).toBe('cancelled');
  });

  it('own records are of the own app', async () => {
    const { store, writing } = phoneWith();
    await writing.save(run(1));
    const { items } = await store.readWorkouts({ window: ALL });
    expect(items.map(({ source }) => source?.app)).toEqual([OWN_APP]);
  });
});
