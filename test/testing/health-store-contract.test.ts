import { describe, expect, it, test } from 'vitest';
import type { Platform } from '../../src/domain/platform';
import type { Workout } from '../../src/domain/workout';
import type { ChangePage, HealthStore, WorkoutDraft } from '../../src/ports/health-store';
import { storeError } from '../../src/ports/store-error';
import type { HealthStoreBench } from '../../src/testing/health-store/health-store-bench';
import { healthStoreContract } from '../../src/testing/health-store/health-store-contract';
import { simulatedHealthStore } from '../../src/testing/health-store/simulated-health-store';
import { simulatedClock } from '../../src/testing/simulated-clock';

type Spoil = (store: HealthStore, bench: HealthStoreBench) => HealthStore;

const benchOf =
  (platform: Platform, spoil: Spoil = (store) => store, paging?: 'repeated' | 'shuffled') =>
  (): HealthStoreBench => {
    const clock = simulatedClock(Date.UTC(2026, 0, 6));
    const simulated = simulatedHealthStore(platform, { now: clock.now, ...(paging && { paging, pageSize: 2 }) });
    const bench: HealthStoreBench = {
      store: simulated.port,
      writeAsOther: (workout) => simulated.write(workout),
      eraseAsOther: (key) => simulated.erase(key),
      lock: () => simulated.set({ locked: true }),
      ...(platform === 'health-connect' && {
        reinsert: simulated.reinsert,
        sendToBackground: () => simulated.set({ inBackground: true, background: 'denied' }),
      }),
      failSamples: () => simulated.set({ failing: ['series'] }),
      countOrphans: () => simulated.orphans().length,
    };
    return { ...bench, store: spoil(simulated.port, bench) };
  };

/** What Apple's platform cannot do: read in the background without leave for it, put a record back under its key. */
const notTried = (platform: Platform, name: string): boolean =>
  platform === 'apple-health' && /^(HS4 a read that shows own|HS8)/.test(name);

describe.each(['apple-health', 'health-connect'] as const)('the simulated store of %s', (platform) => {
  describe.each([undefined, 'repeated', 'shuffled'] as const)('with pages that are %s', (paging) => {
    test.each(healthStoreContract(benchOf(platform, undefined, paging)))('keeps $name', async ({ name, run }) => {
      expect(await run()).toBe(notTried(platform, name) ? 'not-tried' : 'held');
    });
  });
});

const changes = (store: HealthStore) => store.changes as NonNullable<HealthStore['changes']>;
const writing = (store: HealthStore) => store.writing as NonNullable<HealthStore['writing']>;

const mapRead =
  (change: Partial<Awaited<ReturnType<HealthStore['readWorkouts']>>>): Spoil =>
  (store) => ({ ...store, readWorkouts: async (request) => ({ ...(await store.readWorkouts(request)), ...change }) });

const mapWorkouts =
  (change: (workout: Workout) => Workout): Spoil =>
  (store) => ({
    ...store,
    readWorkouts: async (request) => {
      const page = await store.readWorkouts(request);
      return { ...page, items: page.items.map(change) };
    },
  });

const mapChanges =
  (change: (page: Extract<ChangePage, { kind: 'changes' }>) => ChangePage): Spoil =>
  (store) => ({
    ...store,
    changes: {
      ...changes(store),
      read: async (cursor) => {
        const page = await changes(store).read(cursor);
        return page.kind === 'expired' ? page : change(page);
      },
    },
  });

/** A store with one thing wrong, for each check. */
const WRONG: Readonly<Record<string, readonly [check: string, spoil: Spoil]>> = {
  'gives a record another key each time': [
    'HS1 a record keeps',
    (store) => {
      let reads = 0;
      return {
        ...store,
        readWorkouts: async (request) => {
          reads += 1;
          const page = await store.readWorkouts(request);
          return { ...page, items: page.items.map((one) => ({ ...one, key: `${one.key} of read ${reads}` })) };
        },
      };
    },
  ],
  'forgets external ids': [
    'HS2',
    (store) => ({
      ...store,
      readWorkouts: async (request) => {
        const page = await store.readWorkouts(request);
        return { ...page, items: page.items.map(({ external: _external, ...one }) => one) };
      },
    }),
  ],
  'fills in zeros': [
    'HS3 what was not',
    (store) => ({
      ...store,
      readWorkouts: async (request) => {
        const page = await store.readWorkouts(request);
        return { ...page, items: page.items.map((one) => ({ distanceMetres: 0, ...one })) };
      },
    }),
  ],
  'counts in miles': [
    'HS3 what was measured',
    mapWorkouts(({ distanceMetres, ...one }) => ({
      ...one,
      ...(distanceMetres && { distanceMetres: distanceMetres / 1609.344 }),
    })),
  ],
  'reads the times of another zone': [
    'HS3 what was measured',
    mapWorkouts((one) => ({ ...one, start: one.start + 3_600_000 })),
  ],
  'is empty while it is locked': [
    'HS4 a locked phone',
    (store) => ({
      ...store,
      readWorkouts: async (request) =>
        store.readWorkouts(request).catch(() => ({ items: [], complete: true, window: request.window })),
    }),
  ],
  'calls every read complete': ['HS4 a read that shows own', mapRead({ complete: true })],
  'names all time as its window': ['HS4 the window', mapRead({ window: { start: 0, end: 4_102_444_800_000 } })],
  'has no last page': ['HS5 pages', mapRead({ next: 'and so on' })],
  'stops after the first page': [
    'HS5 pages',
    (store) => ({
      ...store,
      readWorkouts: async (request) => {
        const { next: _next, ...page } = await store.readWorkouts(request);
        return page;
      },
    }),
  ],
  'pages by position': [
    'HS5 a record that stays',
    (store) => ({
      ...store,
      readWorkouts: async ({ window, page = '0', limit = 1000 }) => {
        const all = (await store.readWorkouts({ window })).items;
        const [from, to] = [Number(page), Number(page) + limit];
        return {
          items: all.slice(from, to),
          complete: to >= all.length,
          window,
          ...(to < all.length && { next: `${to}` }),
        };
      },
    }),
  ],
  'begins where it was last': [
    'HS6 a cursor tells every later change',
    (store) => ({ ...store, changes: { ...changes(store), begin: async () => 'apple-health-feed-0/999/0' } }),
  ],
  'keeps deletions to itself': [
    'HS6 a cursor tells every later deletion',
    mapChanges((page) => ({ ...page, deletions: [] })),
  ],
  'tells deletions without what it says that they carry': [
    'HS6 a cursor tells every later deletion',
    mapChanges((page) => ({ ...page, deletions: page.deletions.map(({ key }) => ({ key })) })),
  ],
  'throws for a foreign cursor': [
    'HS7',
    (store) => ({
      ...store,
      changes: {
        ...changes(store),
        read: async (cursor) => {
          const page = await changes(store).read(cursor);
          if (page.kind === 'expired') throw storeError('cursor-expired', 'no');
          return page;
        },
      },
    }),
  ],
  'takes any cursor for one of its own': [
    'HS7',
    (store) => ({
      ...store,
      changes: {
        ...changes(store),
        read: async () => ({ kind: 'changes', upserts: [], deletions: [], next: 'x', more: false }),
      },
    }),
  ],
  'loses what was put back': [
    'HS8',
    (store) => ({
      ...store,
      changes: {
        ...changes(store),
        read: async (cursor) => {
          const page = await changes(store).read(cursor);
          if (page.kind === 'expired') return page;
          const gone = new Set(page.deletions.map(({ key }) => key));
          return { ...page, upserts: page.upserts.filter(({ key }) => !gone.has(key)) };
        },
      },
    }),
  ],
  'saves under a new id each time': [
    'HS9',
    (store) => {
      let saves = 0;
      return {
        ...store,
        writing: {
          ...writing(store),
          save: (draft) => {
            saves += 1;
            return writing(store).save({ ...draft, external: { ...draft.external, id: `${saves}` } });
          },
        },
      };
    },
  ],
  'names the key that it was told': [
    'HS9',
    (store) => ({
      ...store,
      writing: {
        ...writing(store),
        save: async (draft) => ({ ...(await writing(store).save(draft)), key: draft.external.id }),
      },
    }),
  ],
  'leaves samples behind': [
    'HS10',
    (store) => ({
      ...store,
      writing: { ...writing(store), remove: (written) => writing(store).remove({ ...written, children: [] }) },
    }),
  ],
  'says that all was removed': [
    'HS11 removing',
    (store) => ({
      ...store,
      writing: {
        ...writing(store),
        remove: async (written) => {
          await writing(store).remove(written);
          return 'removed' as const;
        },
      },
    }),
  ],
  'removes whatever has the key': [
    'HS11 another app',
    (store, bench) => ({
      ...store,
      writing: {
        ...writing(store),
        remove: async (written) => {
          await bench.eraseAsOther?.(written.key);
          return 'removed' as const;
        },
      },
    }),
  ],
  'says that another app’s record was removed': [
    'HS11 another app',
    (store) => ({ ...store, writing: { ...writing(store), remove: async () => 'removed' as const } }),
  ],
  'throws where a part fails': [
    'HS12',
    (store) => ({
      ...store,
      writing: {
        ...writing(store),
        save: async (draft) => {
          const written = await writing(store).save(draft);
          if (written.missing) throw storeError('partial', 'the samples');
          return written;
        },
      },
    }),
  ],
  'does not name the part that failed': [
    'HS12',
    (store) => ({
      ...store,
      writing: {
        ...writing(store),
        save: async (draft) => {
          const { missing: _missing, ...written } = await writing(store).save(draft);
          return written;
        },
      },
    }),
  ],
  'throws what the platform threw': [
    'HS13',
    (store) => ({
      ...store,
      readWorkouts: (request) =>
        store.readWorkouts(request).catch(() => {
          throw new Error('HKErrorDomain 6');
        }),
    }),
  ],
  'stops with an error of its own': [
    'HS14',
    (store) => ({
      ...store,
      readWorkouts: async (request) => {
        if (request.signal?.aborted) throw new Error('stopped');
        return store.readWorkouts(request);
      },
    }),
  ],
};

const PLATFORMS = ['apple-health', 'health-connect'] as const;

/** What the checks of that name say of a spoiled store, on both platforms. */
const messagesOf = async (check: string, spoil: Spoil): Promise<readonly string[]> => {
  const messages: string[] = [];
  for (const platform of PLATFORMS) {
    const named = healthStoreContract(benchOf(platform, spoil)).filter(({ name }) => name.startsWith(check));
    expect(named).toHaveLength(1);
    await named[0]?.run().catch((error: Error) => messages.push(error.message));
  }
  return messages;
};

describe('the contract of a health store', () => {
  test.each(Object.entries(WRONG))('notices a store that %s', async (_, [check, spoil]) => {
    const messages = await messagesOf(check, spoil);
    expect(messages).not.toEqual([]);
    expect(messages.filter((message) => !message.startsWith(`${check.split(' ')[0]}: `))).toEqual([]);
  });

  it('has a wrong store for every check', () => {
    const checks = healthStoreContract(benchOf('apple-health')).map(({ name }) => name);
    const wrong = Object.values(WRONG).map(([check]) => check);
    expect(checks.filter((name) => !wrong.some((check) => name.startsWith(check)))).toEqual([]);
  });

  it('says how to mend what it finds', async () => {
    const [check = '', spoil = (store: HealthStore) => store] = WRONG['fills in zeros'] ?? [];
    expect(await messagesOf(check, spoil)).toContain(
      'HS3: uuid-1 has a zero that nobody measured. Leave a number out where the platform has none; do not fill in a zero.',
    );
  });

  it('looks at the errors of writing where the test cannot lock the phone', async () => {
    const { lock: _lock, ...bench } = benchOf('health-connect')();
    const save = (draft: WorkoutDraft) =>
      writing(bench.store)
        .save(draft)
        .catch(() => {
          throw new Error('ARGUMENT_VALIDATION_ERROR');
        });
    const wrong = { ...bench, store: { ...bench.store, writing: { ...writing(bench.store), save } } };
    const checkOf = (made: HealthStoreBench) =>
      healthStoreContract(() => made).find(({ name }) => name.startsWith('HS13'));
    expect(await checkOf(bench)?.run()).toBe('held');
    await expect(checkOf(wrong)?.run()).rejects.toThrow('HS13: An error came without a known kind.');
  });

  it('tries nothing with a store that only reads and a test that can do nothing', async () => {
    const { access, request, readWorkouts, platform, ownSources } = benchOf('apple-health')().store;
    const bare = { store: { access, request, readWorkouts, platform, ownSources } };
    const answers = await Promise.all(healthStoreContract(() => bare).map(({ run }) => run()));
    expect(answers.filter((answer) => answer === 'held')).toHaveLength(1);
  });
});
