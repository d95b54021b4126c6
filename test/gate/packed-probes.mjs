/**
 * One real call per entry, on the packed build: true when the answer is right.
 *
 * The functions travel as text into the consumer's own process, so they see nothing but the entry.
 */
export const probes = {
  index: ({ clusterRecordings, externalIdOf, isExternalId }) =>
    clusterRecordings([]).length === 0 && isExternalId(externalIdOf({ account: 'ada' }, 'session-1')),
  schema: ({ parseSettings }) =>
    parseSettings({}).kind === 'ok' && parseSettings({ nonsense: 1 }).error[0].path === 'nonsense',
  messages: ({ messageFor }) => messageFor({ code: 'manual-entry' }).text.endsWith('.'),
  // Its functions answer with promises; that they are made at all takes the whole entry.
  state: ({ exportState }) => exportState({ read: async () => ({ revision: 0, rows: [] }) }) instanceof Promise,
  // A generator that is asked for a value takes fast-check, and the whole entry.
  'testing/arbitraries': ({ world, labelledPairs }) =>
    labelledPairs([]).length === 0 && typeof world().generate === 'function' && typeof world().shrink === 'function',
  'required-access': ({ requiredAccess }) => {
    const settings = { import: { enabled: false }, export: { enabled: true } };
    return requiredAccess(settings, 'apple-health').infoPlist.includes('NSHealthUpdateUsageDescription');
  },
  // Hooks work inside of a render only; outside, React refuses them, and that it does so shows that it was found.
  react: ({ useSyncStatus, useSyncHistory }) => {
    const quiet = console.error;
    console.error = () => {};
    const refused = [useSyncStatus, useSyncHistory].map((hook) => {
      try {
        return typeof hook({ subscribe: () => () => {}, getSnapshot: () => 0 });
      } catch (thrown) {
        return thrown instanceof TypeError;
      }
    });
    console.error = quiet;
    return refused.every((is) => is === true);
  },
  healthkit: async ({ toHealthKitActivity, healthKitStore }) => {
    const nowhere = { isHealthDataAvailable: () => false };
    const { store } = await healthKitStore(nowhere, { ownSources: [] }).access();
    return toHealthKitActivity('running').type === 37 && store === 'unavailable';
  },
  'testing/healthkit': async ({ fakeHealthKit }) => {
    const { module, writeAsOther } = fakeHealthKit();
    writeAsOther({ app: 'com.other', activityType: 37, start: 0, end: 1 });
    return (await module.queryWorkoutSamples({ limit: 0 })).length === 1;
  },
  'testing/health-connect': async ({ fakeHealthConnect }) => {
    const { module } = fakeHealthConnect({ now: () => 0 });
    await module.initialize();
    return (await module.requestPermission([{ accessType: 'read', recordType: 'ExerciseSession' }])).length === 1;
  },
  'testing/capacitor': async ({ fakeCapacitor }) => {
    const { module, put } = fakeCapacitor({ platform: 'ios' });
    put({ id: 'w', app: 'com.other', type: 'running', start: 0, end: 60_000 });
    const range = { startDate: '1970-01-01T00:00:00Z', endDate: '1970-01-02T00:00:00Z', limit: 10, ascending: true };
    return (await module.queryWorkouts(range)).workouts.length === 1;
  },
  'health-connect': ({ toHealthConnectActivity }) => toHealthConnectActivity('running').type === 56,
  capacitor: ({ capacitorStore }) =>
    capacitorStore({}, { platform: 'apple-health', ownSources: [], isInForeground: () => true }).writing === undefined,
  memory: async ({ memoryState }) => {
    const state = memoryState();
    await state.transact({ expectRevision: 0, put: [{ key: 'a', value: '1' }], remove: [] });
    return (await state.read({ from: 'a', to: 'b' })).rows[0].value === '1';
  },
  'key-value': async ({ keyValueState }) => {
    const items = new Map();
    const state = keyValueState({
      getItem: (key) => items.get(key),
      setItem: (key, value) => items.set(key, value),
      removeItem: (key) => items.delete(key),
    });
    await state.transact({ expectRevision: 0, put: [{ key: 'a', value: '1' }], remove: [] });
    return (await state.read({ from: 'a', to: 'b' })).rows[0].value === '1' && items.size === 2;
  },
  // Without a library it fails at the driver's first call, classed.
  sqlite: async ({ sqliteState }) => {
    const driver = { all: () => Promise.reject(new Error('no library')), transact: () => Promise.resolve('done') };
    const failed = await sqliteState(driver)
      .read({ from: 'a', to: 'b' })
      .catch((error) => error);
    return failed.kind === 'unknown' && failed.message === 'SQLite failed: no library';
  },
  'sqlite/node': ({ nodeDriver }) => typeof nodeDriver({ exec: () => {}, prepare: () => {} }).transact === 'function',
  'sqlite/expo': ({ expoDriver }) => typeof expoDriver({}).transact === 'function',
  'sqlite/op': ({ opDriver }) => typeof opDriver({}).transact === 'function',
  // What is no export is refused with words, before any SQLite is asked for.
  'health-connect-export': async ({ bytesSource, openHealthConnectExport }) => {
    const refused = await openHealthConnectExport(bytesSource(new Uint8Array(0), 'a.db')).catch((error) => error);
    return refused.code === 'empty' && refused.found === 'a.db with 0 bytes';
  },
  // The oldest Node has no SQLite, and says so.
  'health-connect-export/node': async ({ nodeSqlite }) => {
    const refused = await nodeSqlite()({ path: 'a.db', size: 0 }).catch((error) => error);
    return refused.kind === 'update-required' && refused.message.includes('22.13');
  },
  'apple-health-export': async ({ openAppleHealthExport, bytesSource }) => {
    const times = 'startDate="2024-05-01 07:00:00 +0200" endDate="2024-05-01 07:30:00 +0200"';
    const workout = `<Workout workoutActivityType="HKWorkoutActivityTypeRunning" sourceName="Strider" ${times}/>`;
    const xml = new TextEncoder().encode(`<HealthData>${workout}</HealthData>`);
    const { store } = await openAppleHealthExport(bytesSource(xml, 'export.xml'));
    const { items } = await store.readWorkouts({ window: { start: 0, end: Date.UTC(2030, 0, 1) } });
    const garbage = await openAppleHealthExport(bytesSource(xml.slice(0, 40))).catch(({ code }) => code);
    return items.length === 1 && items[0].end - items[0].start === 1_800_000 && garbage === 'truncated';
  },
  'node-files': async ({ openPath }) => {
    const file = await openPath('package.json');
    const [first] = await file.read(0, 1);
    await file.close();
    return first === 0x7b;
  },
  testing: ({ healthStoreContract, simulatedHealthStore }) =>
    simulatedHealthStore('apple-health', { now: () => 0, ownSources: ['own'] }).port.platform === 'apple-health' &&
    healthStoreContract(() => ({})).length > 10,
};
