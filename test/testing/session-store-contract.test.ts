import { describe, expect, it, test } from 'vitest';
import type { Session } from '../../src/domain/session';
import type { SessionStore } from '../../src/ports/session-store';
import { storeError } from '../../src/ports/store-error';
import type { SessionStoreBench } from '../../src/testing/session-store/session-store-bench';
import { sessionStoreContract } from '../../src/testing/session-store/session-store-contract';
import {
  type SimulatedSessionStoreOptions,
  simulatedSessionStore,
} from '../../src/testing/session-store/simulated-session-store';
import { byPosition } from './page-by-position';

type Spoil = (store: SessionStore) => SessionStore;

const benchOf =
  (spoil: Spoil = (store) => store, options: SimulatedSessionStoreOptions = {}) =>
  (): SessionStoreBench => {
    const simulated = simulatedSessionStore(options);
    return {
      store: spoil(simulated.port),
      edit: (key) => simulated.edit(key, { title: 'Edited' }),
      erase: simulated.erase,
      goOffline: () => simulated.set({ online: false }),
      signOut: () => simulated.set({ signedIn: false }),
      losePage: () => simulated.set({ missingPage: true }),
      refuse: (key) => simulated.refuse(key, storeError('invalid', 'no')),
    };
  };

/** The checks that look at the list. */
const wantsList = /^SS(1|2|3|9) /;

describe.each<[string, SimulatedSessionStoreOptions]>([
  ['a list', {}],
  ['a list in small pages', { pageSize: 1 }],
  ['a sink', { kind: 'sink' }],
  ['a list that gives titles', { titleOf: () => 'Run' }],
])('the simulated session store as %s', (_, options) => {
  test.each(sessionStoreContract(benchOf(undefined, options)))('keeps $name', async ({ name, run }) => {
    expect(await run()).toBe(options.kind === 'sink' && wantsList.test(name) ? 'not-tried' : 'held');
  });
});

type Read = NonNullable<SessionStore['read']>;
type Apply = NonNullable<SessionStore['apply']>;

const reading =
  (change: (read: Read) => Read): Spoil =>
  (store) => ({ ...store, read: change(store.read as Read) });

const applying =
  (change: (apply: Apply) => Apply): Spoil =>
  (store) => ({ ...store, apply: change(store.apply as Apply) });

const mapSessions = (change: (session: Session) => Session): Spoil =>
  reading((read) => async (request) => {
    const page = await read(request);
    return { ...page, items: page.items.map(change) };
  });

/** A store with one thing wrong, for each check. */
const WRONG: Readonly<Record<string, readonly [check: string, spoil: Spoil]>> = {
  'has one revision for ever': ['SS1', mapSessions((one) => ({ ...one, revision: 'r' }))],
  'calls every list complete': [
    'SS2 a list with a missing',
    reading((read) => async (request) => ({ ...(await read(request)), complete: true })),
  ],
  'has no last page': [
    'SS2 pages',
    reading((read) => async (request) => ({ ...(await read(request)), next: 'and so on' })),
  ],
  'stops after the first page and calls that complete': [
    'SS2 pages',
    reading((read) => async (request) => {
      const { next: _next, ...page } = await read(request);
      return { ...page, complete: true };
    }),
  ],
  'pages by position': ['SS2 a session that stays', reading(byPosition)],
  'is empty while nobody is signed in': [
    'SS2 nobody',
    reading((read) => (request) => read(request).catch(() => ({ items: [], complete: true, window: request.window }))),
  ],
  'keeps deleted sessions in its list': [
    'SS3',
    (store) => {
      const seen = new Map();
      return reading((read) => async (request) => {
        const page = await read(request);
        for (const one of page.items) seen.set(one.key, one);
        return { ...page, items: [...seen.values()] };
      })(store);
    },
  ],
  'loses sessions from its list': [
    'SS3',
    reading((read) => async (request) => {
      const page = await read(request);
      return { ...page, items: page.items.filter((_, index) => index === 0 && page.items.length > 2) };
    }),
  ],
  'drops the origin': ['SS4', mapSessions(({ origin: _origin, ...one }) => one)],
  'gives keys of its own': ['SS4', mapSessions((one) => ({ ...one, key: `local ${one.key}` }))],
  'creates again': [
    'SS5',
    applying(
      (apply) => async (changes) =>
        (await apply(changes)).map((result) =>
          result.kind === 'already-exists' ? { ...result, kind: 'created' as const } : result,
        ),
    ),
  ],
  'answers a second creation with what was sent': [
    'SS5',
    applying(
      (apply) => async (changes) =>
        (await apply(changes)).map((result, index) => {
          const change = changes[index];
          return result.kind === 'already-exists' && change?.kind === 'create'
            ? { ...result, session: change.session }
            : result;
        }),
    ),
  ],
  'takes any revision': [
    'SS6',
    (store) =>
      applying((apply) => async (changes) => {
        const page = await (store.read as Read)({ window: { start: 0, end: 4_102_444_800_000 } });
        const revisionOf = (key: string) => page.items.find((one) => one.key === key)?.revision ?? '';
        return apply(
          changes.map((change) =>
            change.kind === 'create' ? change : { ...change, revision: revisionOf(change.key) },
          ),
        );
      })(store),
  ],
  'stops at a bad item': [
    'SS7',
    applying((apply) => async (changes) => {
      const results = await apply(changes);
      if (results.some(({ kind }) => kind === 'failed')) throw storeError('invalid', 'no');
      return results;
    }),
  ],
  'keeps silent about a bad item': [
    'SS7',
    applying((apply) => async (changes) => (await apply(changes)).filter(({ kind }) => kind !== 'failed')),
  ],
  'answers item by item without a connection': [
    'SS8',
    applying(
      (apply) => (changes) =>
        apply(changes).catch(() =>
          changes.map(({ key }) => ({ kind: 'failed' as const, key, error: storeError('offline', 'no') })),
        ),
    ),
  ],
  'lists an item that failed': [
    'SS9',
    (store) => {
      const half: Session[] = [];
      const apply: Apply = async (changes) => {
        const results = await (store.apply as Apply)(changes);
        for (const [index, change] of changes.entries()) {
          if (results[index]?.kind === 'failed' && change.kind === 'create') half.push(change.session);
        }
        return results;
      };
      const read: Read = async (request) => {
        const page = await (store.read as Read)(request);
        return { ...page, items: [...page.items, ...half] };
      };
      return { ...store, apply, read };
    },
  ],
};

const messagesOf = async (
  check: string,
  spoil: Spoil,
  options?: SimulatedSessionStoreOptions,
): Promise<readonly string[]> => {
  const messages: string[] = [];
  const named = sessionStoreContract(benchOf(spoil, options)).filter(({ name }) => name.startsWith(check));
  expect(named).toHaveLength(1);
  await named[0]?.run().catch((error: Error) => messages.push(error.message));
  return messages;
};

describe('the contract of a session store', () => {
  test.each(Object.entries(WRONG))('notices a store that %s', async (_, [check, spoil]) => {
    const [message = ''] = await messagesOf(check, spoil);
    expect(message.split(': ')[0]).toBe(check.split(' ')[0]);
  });

  it('has a wrong store for every check', () => {
    const checks = sessionStoreContract(benchOf()).map(({ name }) => name);
    const wrong = Object.values(WRONG).map(([check]) => check);
    expect(checks.filter((name) => !wrong.some((check) => name.startsWith(check)))).toEqual([]);
  });

  it('notices a sink whose conflict says nothing of what stands', async () => {
    const silent = applying(
      (apply) => async (changes) =>
        (await apply(changes)).map((result) =>
          result.kind === 'conflict' ? { kind: 'conflict', key: result.key } : result,
        ),
    );
    expect(await messagesOf('SS6', silent, { kind: 'sink' })).toEqual([
      expect.stringMatching(/^SS6: A sink answered `conflict` without the session that stands\. /),
    ]);
    expect(await messagesOf('SS6', silent)).toEqual([]);
  });

  it('says how to mend what it finds', async () => {
    const [check = '', spoil = (store: SessionStore) => store] = WRONG['is empty while nobody is signed in'] ?? [];
    expect(await messagesOf(check, spoil)).toEqual([
      'SS2: Without an account the list was answered. Throw `storeError("auth-required", …)` unless the account is signed in.',
    ]);
  });

  it('looks at a list that takes nothing, where the app’s user can record sessions', async () => {
    const listOnly = (): SessionStoreBench => {
      const simulated = simulatedSessionStore();
      const { apply: _apply, ...store } = simulated.port;
      return {
        store,
        record: simulated.record,
        erase: simulated.erase,
        edit: (key) => simulated.edit(key, { title: 'Edited' }),
      };
    };
    const held: string[] = [];
    for (const { name, run } of sessionStoreContract(listOnly))
      if ((await run()) === 'held') held.push(name.slice(0, 3));
    expect(held).toEqual(['SS1', 'SS2', 'SS2', 'SS3']);
  });
});
