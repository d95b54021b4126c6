// The example app of docs/examples/expo-app on an iPhone in memory: the package's own fake of HealthKit's client library, and
// Node's SQLite in place of expo-sqlite.

import { afterEach, expect, jest, test } from '@jest/globals';
import { openDatabaseSync } from 'expo-sqlite';
import { act, create, type ReactTestRenderer } from 'react-test-renderer';
import { createSync } from 'workout-sync';
import { healthKitStore } from 'workout-sync/healthkit';
import { memoryState } from 'workout-sync/memory';
import { sessionStoreContract } from 'workout-sync/testing';
import { type FakeHealthKit, fakeHealthKit } from 'workout-sync/testing/healthkit';
import App from './generated/expo-app/App';
import { openSync } from './generated/expo-app/sync/open-sync';
import { sessionsIn } from './generated/expo-app/sync/sessions';
import { REASONS, settingsWith } from './generated/expo-app/sync/settings';
import { loadSwitches } from './generated/expo-app/sync/switches';
import { deleteWorkout, editWorkout, listWorkouts, recordWorkout } from './generated/expo-app/sync/workouts';

jest.mock('expo-application', () => ({
  applicationId: 'com.example.runlog',
  getIosIdForVendorAsync: async () => 'phone-1',
}));
jest.mock('@kingstinct/react-native-healthkit', () => {
  const { fakeHealthKit } = jest.requireActual<typeof import('workout-sync/testing/healthkit')>(
    'workout-sync/testing/healthkit',
  );
  const phone = fakeHealthKit({ ownApp: 'com.example.runlog' });
  phone.set({ asked: false });
  return { ...phone.module, phone };
});
jest.mock('expo-sqlite', () => jest.requireActual('./fake-expo-sqlite'));
jest.mock('expo-sqlite/kv-store', () => {
  const items = new Map<string, string>();
  const getItemSync = (key: string) => items.get(key) ?? null;
  const setItemSync = (key: string, value: string) => items.set(key, value);
  return { __esModule: true, default: { getItemSync, setItemSync } };
});
jest.mock('expo-task-manager', () => {
  const tasks = new Map<string, () => Promise<unknown>>();
  return { tasks, defineTask: (name: string, task: () => Promise<unknown>) => tasks.set(name, task) };
});
jest.mock('expo-background-task', () => ({
  BackgroundTaskResult: { Success: 1, Failed: 2 },
  registerTaskAsync: jest.fn(),
}));

const { phone } = jest.requireMock<{ phone: FakeHealthKit }>('@kingstinct/react-native-healthkit');
const HOUR = 3_600_000;

/** Another app records a run. */
const record = (hoursAgo: number) => {
  const start = Date.now() - hoursAgo * HOUR;
  return phone.writeAsOther({ app: 'com.strider', activityType: 37, start, end: start + HOUR / 2 });
};

let screen: ReactTestRenderer;

/** Everything that is written on the screen. */
const shown = (): string =>
  screen.root
    .findAll(({ type }) => String(type) === 'Text')
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join('\n');

const until = async (text: string) => {
  for (let waited = 0; waited < 200 && !shown().includes(text); waited++) {
    await act(() => new Promise<void>((resolve) => setTimeout(resolve, 50)));
  }
  expect(shown()).toContain(text);
};

const use = async (props: Readonly<Record<string, unknown>>, handler: string, ...values: unknown[]) => {
  const [found] = screen.root.findAll(
    (one) =>
      typeof one.props[handler] === 'function' && Object.keys(props).every((key) => one.props[key] === props[key]),
  );
  if (found === undefined) throw new Error(`nothing like ${JSON.stringify(props)} on:\n${shown()}`);
  await act(async () => found.props[handler](...values));
};

afterEach(() => act(async () => screen?.unmount()));

test('connects, imports, tells its history and what is wrong, and keeps the switches', async () => {
  await act(async () => {
    screen = create(<App />);
  });
  await until('Connect Apple Health');
  expect(shown()).toContain('Never synced.');
  expect(shown()).toContain(REASONS.read);

  record(30);
  await use({ title: 'Connect Apple Health' }, 'onPress');
  await until('1 imported');

  record(20);
  await use({ title: 'Sync now' }, 'onPress');
  await until('Imported');
  expect((await listWorkouts()).length).toBe(2);
  await use({ title: 'Delete running' }, 'onPress');
  await act(async () => void (await (await openSync()).run()));
  expect((await listWorkouts()).length).toBe(1);

  phone.set({ deniedWrites: 'all' });
  await use({ title: 'Something is missing?' }, 'onPress');
  await until('This app may not write workouts into Apple Health.');

  await use({ accessibilityLabel: 'Import workouts' }, 'onValueChange', false);
  expect(loadSwitches()).toEqual({ imports: false, exports: true });
});

test('the background task runs sync', async () => {
  const { tasks } = jest.requireMock<{ tasks: Map<string, () => Promise<unknown>> }>('expo-task-manager');
  await expect(tasks.get('workout-sync')?.()).resolves.toBe(1);
  const sync = await openSync();
  expect((await sync.history()).runs[0]?.trigger).toBe('background');
});

/** The workouts that this app wrote. */
const exported = () => phone.workouts().filter((one) => one.app === 'com.example.runlog');

/** Runs sync until something is so, as the next runs of an app would. */
const untilSynced = async (expectIt: () => void) => {
  const sync = await openSync();
  for (let tries = 0; ; tries++) {
    await sync.run();
    try {
      return expectIt();
    } catch (thrown) {
      if (tries === 20) throw thrown;
    }
  }
};

test('what the user records goes out, with its edit, and goes when the user deletes it', async () => {
  phone.set({ deniedWrites: [] });
  const start = Date.now() - 3 * HOUR;
  const key = await recordWorkout({ activity: 'running', start, end: start + HOUR, distanceMetres: 9_000 });
  await untilSynced(() => expect(exported()).toHaveLength(1));
  await editWorkout(key, { distanceMetres: 10_000 });
  await untilSynced(() => expect(exported()).toMatchObject([{ distanceMetres: 10_000 }]));
  expect((await listWorkouts())[0]).toMatchObject({ key, distanceMetres: 10_000, revision: '2' });
  await deleteWorkout(key);
  await untilSynced(() => expect(exported()).toEqual([]));
});

test('deleting the only import settles: it is told as gone, and the workout does not come back', async () => {
  const iphone = fakeHealthKit({ ownApp: 'com.example.runlog' });
  const { store, list, remove } = sessionsIn(openDatabaseSync('app.db'));
  const sync = createSync({
    store: healthKitStore(iphone.module, { ownSources: ['com.example.runlog'] }),
    sessions: store,
    state: memoryState(),
    settings: settingsWith({ imports: true, exports: false }),
    account: 'only-user',
    device: 'phone-1',
  });
  const start = Date.now() - 30 * HOUR;
  iphone.writeAsOther({ app: 'com.strider', activityType: 37, start, end: start + HOUR });
  expect((await sync.run()).counts).toEqual({ imported: 1 });
  const [imported] = await list();
  expect(imported?.origin?.prints).toBeDefined();

  await remove(imported?.key ?? '');
  await sync.run();
  expect(await sync.explain(imported?.key ?? '')).toMatchObject({
    link: { state: 'session-deleted' },
    place: 'settled',
  });
  expect((await sync.run()).counts).toEqual({});
  expect(await list()).toEqual([]);
});

test('the table of sessions keeps the contract of a session store', async () => {
  const checks = sessionStoreContract(() => {
    const { store, edit, remove } = sessionsIn(openDatabaseSync('app.db'));
    return { store, edit: (key) => edit(key, { title: 'Edited' }), erase: remove };
  });
  const held: string[] = [];
  for (const { name, run } of checks) if ((await run()) === 'held') held.push(name.split(' ')[0] ?? '');
  expect([...new Set(held)]).toEqual(['SS1', 'SS2', 'SS3', 'SS4', 'SS5', 'SS6']);
});
