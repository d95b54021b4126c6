import { describe, expect, it, test } from 'vitest';
import { healthKitStore } from '../../../src/platforms/healthkit/healthkit-store';
import { toStoreError } from '../../../src/ports/store-error';
import { fakeHealthKit } from '../../../src/testing/healthkit/fake-healthkit';
import { DETAIL, OWN_APP, phoneWith, run, SETTINGS, START } from './phone';

const ID = run().external.id;
const HEART_RATE = 'HKQuantityTypeIdentifierHeartRate';
const ROUTE = 'HKWorkoutRouteTypeIdentifier';

const kindOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'no error',
    (thrown) => toStoreError(thrown).kind,
  );

describe('4.4 the traps of writing', () => {
  it('the misnamed metadata keys never replace: the literal keys are written', async () => {
    const { phone, writing } = phoneWith();
    await writing.save(run(1));
    expect(phone.workouts()[0]?.metadata).toMatchObject({
      HKMetadataKeySyncIdentifier: ID,
      HKMetadataKeySyncVersion: 1,
    });
    const naive = fakeHealthKit();
    for (const HKSyncVersion of [1, 2]) {
      await naive.module.saveWorkoutSample(
        37,
        [],
        new Date(0),
        new Date(1),
        {},
        { HKSyncIdentifier: 'a', HKSyncVersion },
      );
    }
    expect(naive.workouts().length).toBe(2);
  });

  it('samples get the sync identifier of their workout if they are saved with it: they are saved apart', async () => {
    const naive = fakeHealthKit({ switches: { syncScope: 'app' } });
    const sync = { HKMetadataKeySyncIdentifier: 'a', HKMetadataKeySyncVersion: 1 };
    const [startDate, endDate] = [new Date(0), new Date(1)];
    const sample = { startDate, endDate, quantityType: HEART_RATE, quantity: 100, unit: 'count/min' } as const;
    await naive.module.saveWorkoutSample(37, [sample, sample], startDate, endDate, {}, sync);
    expect(naive.samples()).toEqual([]);
    const { phone, writing } = phoneWith({ syncScope: 'app' });
    await writing.save(run(1, { detail: DETAIL }));
    expect([phone.workouts().length, phone.samples().length, phone.routes().length]).toEqual([1, 3, 1]);
  });

  it('0 totals count as not given: they are not written, and not read', async () => {
    const { phone, store, writing } = phoneWith();
    await writing.save(run(1, { distanceMetres: 0, energyKilocalories: { active: 0 } }));
    expect(phone.workouts()[0]?.distanceMetres).toBeUndefined();
    phone.writeAsOther({ app: 'com.other', activityType: 37, start: START + 1, end: START + 2, distanceMetres: 0 });
    const { items } = await store.readWorkouts({ window: { start: 0, end: START * 2 } });
    expect(items.map((one) => 'distanceMetres' in one)).toEqual([false, false]);
  });

  it('the UUID that a save answers is that of an object that may have been ignored: the key is looked up', async () => {
    for (const [, switches] of SETTINGS) {
      const { phone, writing } = phoneWith(switches);
      for (const version of [1, 2, 2, 1, 3]) {
        const { key, external } = await writing.save(run(version));
        expect(phone.workouts().map(({ uuid }) => uuid)).toEqual([key]);
        expect(external.version).toBe(phone.workouts()[0]?.metadata.HKMetadataKeySyncVersion);
      }
    }
  });

  test.each(SETTINGS)('a replacement leaves nothing of the older version beside it, where %s', async (_, switches) => {
    const { phone, writing } = phoneWith(switches);
    const first = await writing.save(run(1, { detail: DETAIL }));
    const series = { 'heart-rate': [{ at: START, value: 99 }] };
    const second = await writing.save(run(2, { detail: { series, routes: DETAIL.routes }, previous: first }));
    expect(phone.workouts().length).toBe(1);
    expect(phone.samples().map(({ value }) => value)).toEqual([99]);
    expect(phone.routes().map(({ workout }) => workout)).toEqual([second.key]);
  });

  test.each(SETTINGS)('P19 nothing stays behind of a workout that is removed, where %s', async (_, switches) => {
    const { phone, writing } = phoneWith(switches);
    const written = await writing.save(run(1, { detail: DETAIL }));
    expect(written.children?.map(({ type }) => type)).toEqual([HEART_RATE, ROUTE]);
    expect(await writing.remove(written)).toBe('removed');
    expect([...phone.workouts(), ...phone.samples(), ...phone.routes()]).toEqual([]);
  });

  it('P19 what a lost answer left beside a workout is removed with it, though nobody names it', async () => {
    const { phone, writing } = phoneWith();
    const { key, external } = await writing.save(run(1, { detail: DETAIL }));
    expect(await writing.remove({ key, external })).toBe('removed');
    expect([...phone.samples(), ...phone.routes()]).toEqual([]);
  });

  it('P19 samples of a workout that the user removed are removed too', async () => {
    const { phone, writing } = phoneWith();
    const written = await writing.save(run(1, { detail: DETAIL }));
    phone.erase(written.key);
    expect(await writing.remove(written)).toBe('absent');
    expect(phone.samples()).toEqual([]);
  });

  it('P27 another app’s record is left, and a key that is no UUID finds nobody’s', async () => {
    const { phone, writing } = phoneWith();
    const foreign = phone.writeAsOther({ app: 'com.other', activityType: 37, start: START - 2, end: START - 1 });
    for (const key of [foreign, 'not-a-uuid', '']) {
      expect(await writing.remove({ key, external: { id: 'ws1-x', version: 1 } })).toBe('absent');
    }
    const own = await writing.save(run(1));
    expect(await writing.remove({ key: 'not-a-uuid', external: { id: 'ws1-x', version: 1 } })).toBe('absent');
    expect(phone.workouts().map(({ uuid }) => uuid)).toEqual([foreign, own.key]);
  });

  it('P18 a partial write is said, and only the missing part is written again', async () => {
    const { phone, writing } = phoneWith();
    phone.set({ failing: [ROUTE] });
    const first = await writing.save(run(1, { detail: DETAIL }));
    expect([first.missing, phone.samples().length]).toEqual([['route'], 3]);
    const uuids = phone.samples().map(({ uuid }) => uuid);
    phone.set({ failing: [] });
    const second = await writing.save(run(1, { detail: DETAIL, previous: first, only: ['route'] }));
    expect([second.key, second.missing, phone.routes().length]).toEqual([first.key, undefined, 1]);
    expect(phone.samples().map(({ uuid }) => uuid)).toEqual(uuids);
  });

  test.each(SETTINGS)(
    'P18 the same for samples: what half of a write left is not doubled, where %s',
    async (_, switches) => {
      const { phone, writing } = phoneWith(switches);
      phone.set({ failing: 'samples' });
      const first = await writing.save(run(1, { detail: DETAIL }));
      phone.set({ failing: [] });
      const again = { detail: DETAIL, previous: first, only: ['series'] } as const;
      await writing.save(run(1, again));
      const { children } = await writing.save(run(1, again));
      expect([first.missing, phone.samples().length, phone.routes().length]).toEqual([['series'], 3, 1]);
      expect(children).toBeUndefined();
    },
  );

  it('the part of a workout that is gone cannot be written', async () => {
    const { writing } = phoneWith();
    expect(await kindOf(writing.save(run(1, { detail: DETAIL, only: ['route'] })))).toBe('precondition');
  });

  it('an overtaken write changes nothing beside the newer workout', async () => {
    const { phone, writing } = phoneWith();
    await writing.save(run(5, { detail: DETAIL }));
    const { external } = await writing.save(run(4));
    expect([external.version, phone.samples().length, phone.routes().length]).toEqual([5, 3, 1]);
  });

  it('P17 a process that was overtaken in the middle of its write leaves the newer workout as it is', async () => {
    const { phone, writing } = phoneWith();
    const slow = { ...phone.module };
    const { writing: overtaken } = healthKitStore(
      {
        ...slow,
        saveWorkoutSample: async (...given) => {
          await writing.save(run(9, { detail: DETAIL }));
          return slow.saveWorkoutSample(...given);
        },
      },
      { ownSources: [OWN_APP] },
    );
    const series = { 'heart-rate': [{ at: START, value: 99 }] };
    const written = await overtaken?.save(run(2, { detail: { series, routes: [] } }));
    expect(written).toMatchObject({ key: phone.workouts()[0]?.uuid, external: { version: 9 } });
    expect(phone.samples().map(({ value }) => value)).toEqual([121, 122, 123]);
  });

  it('P27 a record of another app that carries our id is not taken for ours', async () => {
    const { phone, writing } = phoneWith();
    const metadata = { HKMetadataKeySyncIdentifier: ID, HKMetadataKeySyncVersion: 99 };
    const foreign = phone.writeAsOther({ app: 'com.other', activityType: 37, start: START, end: START + 1, metadata });
    const { key } = await writing.save(run(1));
    expect(phone.workouts().map(({ uuid }) => uuid)).toEqual([foreign, key]);
  });

  it('a removal does without what the user does not allow', async () => {
    const { phone, writing } = phoneWith();
    const written = await writing.save(run(1, { detail: DETAIL }));
    phone.set({ deniedWrites: [HEART_RATE] });
    expect([await writing.remove(written), phone.workouts().length]).toEqual(['removed', 0]);
  });

  it('#180 a total that the user does not allow is left out, and the workout written', async () => {
    const { phone, writing } = phoneWith();
    phone.set({ deniedWrites: ['HKQuantityTypeIdentifierActiveEnergyBurned'] });
    await writing.save(run(1, { distanceMetres: 5000, energyKilocalories: { active: 300 } }));
    expect(phone.workouts().map((one) => [one.distanceMetres, one.energyKilocalories])).toEqual([[5000, undefined]]);
  });

  it('samples that the user does not allow are not missing: nobody can write them', async () => {
    const { phone, writing } = phoneWith();
    phone.set({ deniedWrites: [HEART_RATE, ROUTE] });
    const { missing, children } = await writing.save(run(1, { detail: DETAIL }));
    expect([missing, children, phone.samples().length]).toEqual([undefined, undefined, 0]);
  });

  it('a write that is not allowed is an error before anything is touched', async () => {
    const { phone, writing } = phoneWith();
    const written = await writing.save(run(1, { detail: DETAIL }));
    phone.set({ deniedWrites: ['HKWorkoutTypeIdentifier'] });
    expect(await kindOf(writing.save(run(2, { previous: written })))).toBe('permission');
    expect(phone.samples().length).toBe(3);
  });

  it('P14 a locked phone is an error before anything is touched', async () => {
    const { phone, writing } = phoneWith();
    const written = await writing.save(run(1, { detail: DETAIL }));
    phone.set({ locked: true });
    expect(await kindOf(writing.save(run(2)))).toBe('locked');
    expect(await kindOf(writing.remove(written))).toBe('locked');
    expect([phone.workouts().length, phone.samples().length]).toEqual([1, 3]);
  });
});
