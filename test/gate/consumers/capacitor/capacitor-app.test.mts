// The example app of docs/examples/capacitor-app on an Android phone in memory: Capacitor's own plugins as they are in a page, and
// the package's fake of the health plugin.
import { expect, test, vi } from 'vitest';
import { createSync } from 'workout-sync';
import { capacitorStore } from 'workout-sync/capacitor';
import { memoryState } from 'workout-sync/memory';
import { sessionStoreContract } from 'workout-sync/testing';
import { fakeCapacitor } from 'workout-sync/testing/capacitor';
import { showConnectionScreen } from './generated/capacitor-app/connection-screen';
import { openSync } from './generated/capacitor-app/open-sync';
import { sessionsIn } from './generated/capacitor-app/sessions';
import { settingsWith } from './generated/capacitor-app/settings';
import { deleteWorkout, editWorkout, listWorkouts, recordWorkout } from './generated/capacitor-app/workouts';

const phones = vi.hoisted((): ReturnType<typeof fakeCapacitor>[] => []);

vi.mock('@capgo/capacitor-health', async () => {
  const { fakeCapacitor } = await import('workout-sync/testing/capacitor');
  const phone = fakeCapacitor({ platform: 'android' });
  phones.push(phone);
  return { Health: phone.module };
});

const HOUR = 3_600_000;

/** A loaded machine takes its time. */
const until = (check: () => unknown) => vi.waitFor(check, 10_000);

/** A key-value storage in memory. */
const itemsInMemory = () => {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key),
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  };
};

test('connects, imports, tells its history and what is wrong, and keeps the switch', async () => {
  const [phone] = phones;
  phone?.set({ granted: false });
  const place = document.createElement('main');
  document.body.append(place);
  const click = (selector: string, text = '') =>
    [...place.querySelectorAll<HTMLElement>(selector)].find(({ textContent }) => textContent?.includes(text))?.click();

  const stop = showConnectionScreen(place, await openSync());
  await until(() => expect(place.textContent).toContain('Connect Health Connect'));

  phone?.set({ granted: true });
  const start = Date.now() - 30 * HOUR;
  phone?.put({ id: 'w1', app: 'com.strider', type: 'running', start, end: start + HOUR });
  click('button', 'Connect');
  await until(() => expect(place.textContent).toContain('1 imported'));
  expect(localStorage.getItem('CapacitorStorage.sessions')).toContain('health-connect:w1');

  click('button', 'missing');
  await until(() => expect(place.querySelector('ul:last-of-type li')?.textContent).toBeTruthy());

  click('input');
  await until(() => expect(localStorage.getItem('CapacitorStorage.sync-imports')).toBe('off'));
  expect((await openSync()).imports).toBe(false);
  stop();
});

test('what the user records, edits and deletes is in the list, and its copy from a watch does not come in beside it', async () => {
  const opened = await openSync();
  await opened.setImports(true);
  const start = Date.now() - 5 * HOUR;
  const key = await recordWorkout(opened, { activity: 'running', start, end: start + HOUR });
  await editWorkout(opened, key, { title: 'Home' });
  phones[0]?.put({ id: 'copy', app: 'com.watch', type: 'running', start: start + 30_000, end: start + HOUR });
  await until(async () => {
    await opened.sync.run();
    expect((await opened.sync.explain('copy')).link).toMatchObject({ session: key, kind: 'matched' });
  });
  const keys = async () => (await listWorkouts(opened)).map((session) => `${session.key} ${session.title ?? ''}`);
  expect(await keys()).toEqual([`${key} Home`, 'health-connect:w1 ']);
  await deleteWorkout(opened, key);
  expect(await keys()).toEqual(['health-connect:w1 ']);
});

test('changes at one time all stay', async () => {
  const { record, store, list } = sessionsIn(itemsInMemory());
  const made = [1, 2, 3].map((hour) => record({ activity: 'running', start: hour * HOUR, end: (hour + 1) * HOUR }));
  const session = {
    kind: 'session',
    key: 'k',
    activity: 'rowing',
    start: 0,
    end: HOUR,
    revision: '',
    state: 'completed',
  } as const;
  await Promise.all([...made, store.apply?.([{ kind: 'create', key: 'k', session }])]);
  expect((await list()).map(({ start }) => start / HOUR)).toEqual([3, 2, 1, 0]);
});

test('deleting the only import settles: it is told as gone, and comes back only when the user asks', async () => {
  const phone = fakeCapacitor({ platform: 'android' });
  const { store, list, remove } = sessionsIn(itemsInMemory());
  const sync = createSync({
    store: capacitorStore(phone.module, {
      platform: 'health-connect',
      ownSources: ['com.example.runlog'],
      isInForeground: () => true,
    }),
    sessions: store,
    state: memoryState(),
    settings: settingsWith(true),
    account: 'only-user',
    device: 'phone-1',
  });
  const start = Date.now() - 30 * HOUR;
  phone.put({ id: 'w1', app: 'com.strider', type: 'running', start, end: start + HOUR });
  expect((await sync.run()).counts).toEqual({ imported: 1 });
  const [imported] = await list();
  expect(imported?.origin?.prints).toBeDefined();

  await remove('health-connect:w1');
  await sync.run();
  expect(await sync.explain('health-connect:w1')).toMatchObject({
    link: { state: 'session-deleted' },
    place: 'settled',
  });
  expect((await sync.run()).counts).toEqual({});
  expect(await list()).toEqual([]);

  await sync.decide({ kind: 'restore', key: 'health-connect:w1' });
  expect((await sync.run()).counts).toEqual({ imported: 1 });
  expect((await sync.run()).counts).toEqual({});
  expect((await list()).map(({ key, revision }) => `${key} ${revision}`)).toEqual(['health-connect:w1 3']);
});

test('the list of sessions keeps the contract of a session store', async () => {
  const checks = sessionStoreContract(() => {
    const { store, edit, remove } = sessionsIn(itemsInMemory());
    return { store, edit: (key) => edit(key, { title: 'Edited' }), erase: remove };
  });
  const held: string[] = [];
  for (const { name, run } of checks) if ((await run()) === 'held') held.push(name.split(' ')[0] ?? '');
  expect([...new Set(held)]).toEqual(['SS1', 'SS2', 'SS3', 'SS4', 'SS5', 'SS6']);
});
