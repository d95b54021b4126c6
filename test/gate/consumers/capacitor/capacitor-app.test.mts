// The example app of docs/examples/capacitor-app on an Android phone in memory: Capacitor's own plugins as they are in a page, and
// the package's fake of the health plugin.
import { expect, test, vi } from 'vitest';
import { sessionStoreContract } from 'workout-sync/testing';
import type { fakeCapacitor } from 'workout-sync/testing/capacitor';
import { showConnectionScreen } from './generated/capacitor-app/connection-screen';
import { openSync } from './generated/capacitor-app/open-sync';
import { sessionsIn } from './generated/capacitor-app/sessions';

const phones = vi.hoisted((): ReturnType<typeof fakeCapacitor>[] => []);

vi.mock('@capgo/capacitor-health', async () => {
  const { fakeCapacitor } = await import('workout-sync/testing/capacitor');
  const phone = fakeCapacitor({ platform: 'android' });
  phones.push(phone);
  return { Health: phone.module };
});

const HOUR = 3_600_000;

test('connects, imports, tells its history and what is wrong, and keeps the switch', async () => {
  const [phone] = phones;
  phone?.set({ granted: false });
  const place = document.createElement('main');
  document.body.append(place);
  const click = (selector: string, text = '') =>
    [...place.querySelectorAll<HTMLElement>(selector)].find(({ textContent }) => textContent?.includes(text))?.click();

  const stop = showConnectionScreen(place, await openSync());
  await vi.waitFor(() => expect(place.textContent).toContain('Connect Health Connect'));

  phone?.set({ granted: true });
  const start = Date.now() - 30 * HOUR;
  phone?.put({ id: 'w1', app: 'com.strider', type: 'running', start, end: start + HOUR });
  click('button', 'Connect');
  await vi.waitFor(() => expect(place.textContent).toContain('1 imported'));
  expect(localStorage.getItem('CapacitorStorage.sessions')).toContain('health-connect:w1');

  click('button', 'missing');
  await vi.waitFor(() => expect(place.querySelector('ul:last-of-type li')?.textContent).toBeTruthy());

  click('input');
  await vi.waitFor(() => expect(localStorage.getItem('CapacitorStorage.sync-imports')).toBe('off'));
  expect((await openSync()).imports).toBe(false);
  stop();
});

test('the list of sessions keeps the contract of a session store', async () => {
  const checks = sessionStoreContract(() => {
    const items = new Map<string, string>();
    const storage = {
      getItem: (key: string) => items.get(key),
      setItem: (key: string, value: string) => items.set(key, value),
      removeItem: (key: string) => items.delete(key),
    };
    const store = sessionsIn(storage);
    const change = (key: string, kind: 'update' | 'remove') => {
      const session = JSON.parse(items.get('sessions') ?? '[]').find((one: { key: string }) => one.key === key);
      const { revision } = session;
      return store.apply?.([
        kind === 'update' ? { kind, key, session, parts: ['facts'], revision } : { kind, key, revision },
      ]);
    };
    return { store, edit: (key) => change(key, 'update'), erase: (key) => change(key, 'remove') };
  });
  const held: string[] = [];
  for (const { name, run } of checks) if ((await run()) === 'held') held.push(name.split(' ')[0] ?? '');
  expect([...new Set(held)]).toEqual(['SS1', 'SS2', 'SS3', 'SS4', 'SS5', 'SS6']);
});
