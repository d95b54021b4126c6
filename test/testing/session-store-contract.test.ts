import { describe, expect, it, test } from 'vitest';
import type { SessionStore } from '../../src/ports/session-store';
import { storeError } from '../../src/ports/store-error';
import type { SessionStoreBench } from '../../src/testing/session-store/session-store-bench';
import { sessionStoreContract } from '../../src/testing/session-store/session-store-contract';
import {
  type SimulatedSessionStoreOptions,
  simulatedSessionStore,
} from '../../src/testing/session-store/simulated-session-store';

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

describe.each<[string, SimulatedSessionStoreOptions]>([
  ['a list', {}],
  ['a list in small pages', { pageSize: 1 }],
  ['a sink', { kind: 'sink' }],
  ['a list that gives titles', { titleOf: () => 'Run' }],
])('the simulated session store as %s', (_, options) => {
  test.each(sessionStoreContract(benchOf(undefined, options)))('keeps $name', async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
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

/** A store that breaks one clause, for each clause. */
const WRONG: Readonly<Record<string, readonly [clause: string, spoil: Spoil]>> = {
  'has one revision for ever': [
    'SS1',
    reading((read) => async (request) => {
      const page = await read(request);
      return { ...page, items: page.items.map((one) => ({ ...one, revision: 'r' })) };
    }),
  ],
  'calls every list complete': [
    'SS2',
    reading((read) => async (request) => ({ ...(await read(request)), complete: true })),
  ],
  'has no last page': ['SS2', reading((read) => async (request) => ({ ...(await read(request)), next: 'and so on' }))],
  'is empty while nobody is signed in': [
    'SS2',
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
  'drops the origin': [
    'SS4',
    reading((read) => async (request) => {
      const page = await read(request);
      return { ...page, items: page.items.map(({ origin: _origin, ...one }) => one) };
    }),
  ],
  'gives keys of its own': [
    'SS4',
    reading((read) => async (request) => {
      const page = await read(request);
      return { ...page, items: page.items.map((one) => ({ ...one, key: `local ${one.key}` })) };
    }),
  ],
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
};

const broken = async (spoil: Spoil): Promise<readonly string[]> => {
  const failures: string[] = [];
  for (const { run } of sessionStoreContract(benchOf(spoil))) {
    await run().catch((error: Error) => failures.push(error.message));
  }
  return failures;
};

describe('the contract of a session store', () => {
  test.each(Object.entries(WRONG))('notices a store that %s', async (_, [clause, spoil]) => {
    expect((await broken(spoil)).filter((message) => message.startsWith(`${clause}: `))).not.toEqual([]);
  });

  it('has a wrong store for every clause that it checks', () => {
    const checked = new Set(sessionStoreContract(benchOf()).map(({ name }) => name.split(' ')[0]));
    expect(new Set(Object.values(WRONG).map(([clause]) => clause))).toEqual(checked);
  });

  it('says how to mend what it finds', async () => {
    expect(await broken(WRONG['is empty while nobody is signed in']?.[1] ?? ((store) => store))).toEqual([
      'SS2: Without an account the list was answered. Throw `storeError("auth-required", …)` unless the account is signed in.',
    ]);
  });
});
