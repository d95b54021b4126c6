import { describe, expect, it, test } from 'vitest';
import { healthConnectStore } from '../../../src/platforms/health-connect/health-connect-store';
import type { HealthConnectOptions } from '../../../src/platforms/health-connect/options';
import type { WorkoutDraft } from '../../../src/ports/health-store';
import {
  type FakeHealthConnect,
  type FakeHealthConnectOptions,
  fakeHealthConnect,
} from '../../../src/testing/health-connect/fake-health-connect';
import { simulatedClock } from '../../../src/testing/simulated-clock';

const START = Date.UTC(2026, 0, 5, 9);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WINDOW = { start: START - 100 * DAY, end: START + 100 * DAY };

const NEEDS = { read: true, write: true, routes: true, history: true, background: true };

const phoneWith = async (
  options: Partial<HealthConnectOptions> = {},
  fakeOptions: Partial<FakeHealthConnectOptions> = {},
) => {
  const clock = simulatedClock(START + DAY);
  const fake = fakeHealthConnect({ now: clock.now, ...fakeOptions });
  const store = healthConnectStore(fake.module, {
    packageName: 'com.example.app',
    isInForeground: () => !fake.phone().inBackground,
    now: clock.now,
    ...options,
  });
  await store.request(NEEDS);
  const { changes, detail, writing } = store;
  if (!changes || !detail?.askForRoute || !writing) throw new Error('A group of methods is missing.');
  return { clock, fake, store, changes, detail: { ...detail, askForRoute: detail.askForRoute }, writing };
};

const session = (
  fake: FakeHealthConnect,
  start: number,
  fields: object = {},
  app = 'com.watch',
  clientId?: string,
): string =>
  fake.put({
    type: 'ExerciseSession',
    app,
    start,
    end: start + HOUR,
    clientId,
    fields: { exerciseType: 56, title: null, laps: [], segments: [], route: [], ...fields },
  });

const draft = (version: number, fields: Partial<WorkoutDraft> = {}): WorkoutDraft => ({
  activity: 'running',
  start: START,
  end: START + HOUR,
  external: { id: 'ws1-a', version },
  ...fields,
});
const heartRate = { series: { 'heart-rate': [{ at: START, value: 120 }] }, routes: [] };
const route = { series: {}, routes: [[{ at: START, latitude: 52, longitude: 13 }]] };

describe('reading', () => {
  it('ends at an empty page token, on which asking on would burn the quota', async () => {
    const { fake, store } = await phoneWith({}, { switches: { lastPageToken: 'empty' } });
    session(fake, START);
    const page = await store.readWorkouts({ window: WINDOW });
    expect([page.items.length, page.next, page.complete]).toEqual([1, undefined, true]);
  });

  it('gives many sessions of one start, though one page does not hold them', async () => {
    const { fake, store } = await phoneWith();
    const keys = ['a', 'b', 'c', 'd'].map((app) => session(fake, START, {}, app));
    const first = await store.readWorkouts({ window: WINDOW, limit: 2 });
    const second = await store.readWorkouts({ window: WINDOW, limit: 2, ...(first.next && { page: first.next }) });
    const given = [...first.items, ...second.items].map(({ key }) => key);
    expect([new Set(given), second.next]).toEqual([new Set(keys), undefined]);
  });

  it('in the background without leave shows own records only, and no page of it is complete, not even the last one in front', async () => {
    const { fake, store } = await phoneWith();
    const granted = [...fake.phone().granted].filter((one) => one !== 'read BackgroundAccessPermission');
    fake.set({ granted: new Set(granted), inBackground: true });
    for (const day of [0, 1]) session(fake, START + day * DAY, {}, 'com.example.app');
    session(fake, START);
    const first = await store.readWorkouts({ window: WINDOW, limit: 1 });
    fake.set({ inBackground: false });
    const second = await store.readWorkouts({ window: WINDOW, ...(first.next && { page: first.next }) });
    expect([first.next === undefined, first.complete, second.next, second.complete]).toEqual([
      false,
      false,
      undefined,
      false,
    ]);
  });

  it('goes back thirty days before the first grant, and says so', async () => {
    const { fake, store, clock } = await phoneWith();
    fake.set({ history: false });
    session(fake, clock.now() - 31 * DAY);
    const { window, items } = await store.readWorkouts({ window: WINDOW });
    expect([window.start, items]).toEqual([clock.now() - 30 * DAY, []]);
  });
});

describe('access', () => {
  it('does not know of the history permission, which the library never reports, unless the host looks', async () => {
    const { store } = await phoneWith();
    expect(await store.access()).toMatchObject({ history: 'unknown', readableSince: expect.any(Number) });
    const { store: looking } = await phoneWith({ isHistoryGranted: async () => true });
    expect(await looking.access()).toMatchObject({ history: 'granted' });
    expect(await looking.access()).not.toHaveProperty('readableSince');
  });

  it('remembers the first grant, and begins anew when the permission was taken away', async () => {
    let kept: string | undefined;
    const memory = { load: async () => kept, save: async (text: string) => (kept = text) };
    const { store, fake, clock } = await phoneWith({ memory });
    const first = (await store.access()).readableSince;
    clock.move(DAY);
    expect((await store.access()).readableSince).toBe(first);
    const { granted } = fake.phone();
    fake.set({ granted: new Set() });
    expect(await store.access()).toMatchObject({ asked: true, read: 'denied' });
    fake.set({ granted });
    clock.move(DAY);
    expect((await store.access()).readableSince).toBe((first ?? 0) + 2 * DAY);
  });

  test.each([
    [1, 'unavailable'],
    [2, 'update-required'],
  ] as const)('with SDK status %i is %s', async (sdkStatus, expected) => {
    const { store, fake } = await phoneWith();
    fake.set({ sdkStatus });
    expect((await store.access()).store).toBe(expected);
  });
});

describe('changes', () => {
  it('never hand out or take an empty token', async () => {
    const { changes, fake } = await phoneWith();
    const cursor = await changes.begin();
    fake.expireTokens();
    expect(await changes.read(cursor)).toEqual({ kind: 'expired' });
    expect(await changes.read('')).toEqual({ kind: 'expired' });
  });

  it('expire after a month', async () => {
    const { changes, clock } = await phoneWith();
    const cursor = await changes.begin();
    clock.move(31 * DAY);
    expect(await changes.read(cursor)).toEqual({ kind: 'expired' });
  });

  it('that put and delete one id in one page mean that it lives', async () => {
    const { changes, fake } = await phoneWith();
    const key = session(fake, START);
    const cursor = await changes.begin();
    const record = fake.remove(key);
    if (record) fake.restore(record);
    const page = await changes.read(cursor);
    expect(page).toMatchObject({ kind: 'changes', upserts: [{ key }], deletions: [] });
  });

  it('with a record of an unknown type, which makes a page unreadable for ever, expire', async () => {
    const { changes, fake } = await phoneWith();
    const cursor = (await changes.begin()).replace('ExerciseSession', 'PlannedExercise');
    fake.set({ granted: new Set([...fake.phone().granted, 'read PlannedExercise']) });
    fake.put({ type: 'PlannedExercise', app: 'com.watch', start: START, end: START + 1, fields: {} });
    expect(await changes.read(cursor)).toEqual({ kind: 'expired' });
  });
});

describe('writing', () => {
  it('inserts one type of record a call, so that what fails is missing and alone is tried again', async () => {
    const { writing, fake } = await phoneWith();
    fake.set({ failing: ['HeartRate'] });
    const whole = draft(1, { distanceMetres: 5000, detail: heartRate });
    const first = await writing.save(whole);
    expect(first).toMatchObject({ missing: ['series'], children: [{ type: 'Distance', key: 'ws1-a#Distance' }] });
    fake.set({ failing: [] });
    const second = await writing.save({ ...whole, previous: first, only: ['series'] });
    expect(second.missing).toBeUndefined();
    expect(fake.records().map(({ type }) => type)).toEqual(['ExerciseSession', 'Distance', 'HeartRate']);
  });

  it('gives the route again with each insert, since one without it deletes the stored route', async () => {
    const { writing, fake } = await phoneWith();
    await writing.save(draft(1, { detail: route }));
    await writing.save(draft(2, { detail: route, title: 'Renamed' }));
    expect(fake.records()[0]?.fields).toMatchObject({ title: 'Renamed', route: [{ latitude: 52 }] });
  });

  it('without leave to write routes writes the workout without one', async () => {
    const { writing, fake } = await phoneWith();
    fake.set({ granted: new Set([...fake.phone().granted].filter((one) => one !== 'write ExerciseRoute')) });
    const written = await writing.save(draft(1, { detail: route }));
    expect([written.missing, fake.records().length]).toEqual([undefined, 1]);
  });

  it('of a workout that the user removed meanwhile does not bring it back to finish it', async () => {
    const { writing, fake } = await phoneWith();
    const first = await writing.save(draft(1, { detail: heartRate }));
    fake.remove(first.key);
    await expect(
      writing.save(draft(1, { detail: heartRate, previous: first, only: ['series'] })),
    ).rejects.toMatchObject({
      kind: 'precondition',
    });
  });

  it('takes away what an earlier version wrote beside the workout, also where nobody remembers it', async () => {
    const { writing, fake } = await phoneWith();
    const { key, external } = await writing.save(draft(1, { distanceMetres: 5000, detail: heartRate }));
    await writing.save(draft(2, { previous: { key, external } }));
    expect(fake.records().map(({ type }) => type)).toEqual(['ExerciseSession']);
  });

  it('below the stored version is ignored, and the answer says which version is there', async () => {
    const { writing } = await phoneWith();
    await writing.save(draft(5));
    expect((await writing.save(draft(3))).external.version).toBe(5);
  });

  it('removes children whose type the library does not know without waiting for ever', async () => {
    const { writing, fake } = await phoneWith();
    const written = await writing.save(draft(1));
    const children = [{ type: 'Mystery', key: 'ws1-a#Mystery' }];
    expect(await writing.remove({ ...written, children })).toBe('removed');
    expect(fake.records()).toEqual([]);
  });

  it('of an empty list is thrown at once by the library, and is a rejection here', async () => {
    const { fake } = await phoneWith();
    expect(() => fake.module.insertRecords([])).toThrow('at least one record');
  });
});

describe('quota', () => {
  it('that is used up ends with when to come back', async () => {
    const { store, fake } = await phoneWith();
    fake.set({ isOverQuota: true });
    await expect(store.readWorkouts({ window: WINDOW })).rejects.toMatchObject({
      kind: 'rate-limited',
      retryAfterSeconds: 60,
    });
  });

  it('refills all the time', async () => {
    const { store, clock } = await phoneWith({ totals: 'skip' }, { limits: { reads: 15 } });
    for (let call = 0; call < 15; call++) await store.readWorkouts({ window: WINDOW });
    await expect(store.readWorkouts({ window: WINDOW })).rejects.toMatchObject({ kind: 'rate-limited' });
    clock.move(60_000);
    await expect(store.readWorkouts({ window: WINDOW })).resolves.toMatchObject({ complete: true });
  });
});

describe('a route of another app', () => {
  const place = { time: new Date(START).toISOString(), latitude: 52, longitude: 13 };
  const withRoute = async (routeAnswer: 'given' | 'refused') => {
    const phone = await phoneWith();
    session(phone.fake, START, { route: [place] });
    phone.fake.set({ routeAnswer });
    const [workout] = (await phone.store.readWorkouts({ window: WINDOW })).items;
    if (workout === undefined) throw new Error('There is no workout.');
    return { ...phone, workout };
  };

  it('needs a consent of its own, and what that gave is kept', async () => {
    const { detail, workout } = await withRoute('given');
    expect((await detail.summarise([workout]))[0]?.summary.route).toBe('consent-required');
    expect(await detail.askForRoute(workout)).toBe('given');
    expect((await detail.read(workout)).routes).toMatchObject([[{ latitude: 52 }]]);
  });

  it('that is refused, under a code that says nothing, is an answer', async () => {
    const { detail, workout } = await withRoute('refused');
    expect(await detail.askForRoute(workout)).toBe('refused');
  });

  it('is asked for one dialog at a time', async () => {
    const { detail, workout } = await withRoute('given');
    expect(await Promise.all([detail.askForRoute(workout), detail.askForRoute(workout)])).toEqual(['given', 'given']);
  });
});

test('two workouts that one app wrote twice are not twice as far', async () => {
  const { fake, store } = await phoneWith();
  for (const id of ['a', 'b']) {
    session(fake, START, {}, 'com.watch', id);
    const distance = { inMeters: 5000 };
    fake.put({
      type: 'Distance',
      app: 'com.watch',
      start: START,
      end: START + HOUR,
      clientId: id,
      fields: { distance },
    });
  }
  const { items } = await store.readWorkouts({ window: WINDOW });
  expect(items.map(({ distanceMetres }) => distanceMetres)).toEqual([5000, 5000]);
});
