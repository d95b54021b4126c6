import { describe, expect, it, test } from 'vitest';
import type { Platform } from '../../src/domain/platform';
import type { Workout } from '../../src/domain/workout';
import type { ChangePage, HealthStore, WorkoutDraft } from '../../src/ports/health-store';
import { storeError } from '../../src/ports/store-error';
import type { HealthStoreBench } from '../../src/testing/health-store/health-store-bench';
import { healthStoreContract } from '../../src/testing/health-store/health-store-contract';
import { simulatedHealthStore } from '../../src/testing/health-store/simulated-health-store';
import { simulatedClock } from '../../src/testing/simulated-clock';
import { byPosition } from './page-by-position';

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

type Read = HealthStore['readWorkouts'];
type Feed = NonNullable<HealthStore['changes']>;
type Writer = NonNullable<HealthStore['writing']>;

const writing = (store: HealthStore): Writer => store.writing as Writer;

const reading =
  (change: (read: Read) => Read): Spoil =>
  (store) => ({ ...store, readWorkouts: change(store.readWorkouts) });

const feeding =
  (change: (feed: Feed) => Partial<Feed>): Spoil =>
  (store) => ({ ...store, changes: { ...(store.changes as Feed), ...change(store.changes as Feed) } });

const writingBy =
  (change: (writer: Writer, bench: HealthStoreBench) => Partial<Writer>): Spoil =>
  (store, bench) => ({ ...store, writing: { ...writing(store), ...change(writing(store), bench) } });

const mapRead = (change: Partial<Awaited<ReturnType<Read>>>): Spoil =>
  reading((read) => async (request) => ({ ...(await read(request)), ...change }));

const mapWorkouts = (change: (workout: Workout) => Workout): Spoil =>
  reading((read) => async (request) => {
    const page = await read(request);
    return { ...page, items: page.items.map(change) };
  });

const mapChanges = (change: (page: Extract<ChangePage, { kind: 'changes' }>) => ChangePage): Spoil =>
  feeding(({ read }) => ({
    read: async (cursor) => {
      const page = await read(cursor);
      return page.kind === 'expired' ? page : change(page);
    },
  }));

/** A store with one thing wrong, for each check. */
const WRONG: Readonly<Record<string, readonly [check: string, spoil: Spoil]>> = {
  'gives a record another key each time': [
    'HS1 a record keeps',
    (store, bench) => {
      let reads = 0;
      const renamed = mapWorkouts((one) => ({ ...one, key: `${one.key} of read ${reads}` }));
      return reading((read) => (request) => {
        reads += 1;
        return read(request);
      })(renamed(store, bench), bench);
    },
  ],
  'forgets external ids': ['HS2', mapWorkouts(({ external: _external, ...one }) => one)],
  'fills in zeros': ['HS3 what was not', mapWorkouts((one) => ({ distanceMetres: 0, ...one }))],
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
    reading((read) => (request) => read(request).catch(() => ({ items: [], complete: true, window: request.window }))),
  ],
  'calls every read complete': ['HS4 a read that shows own', mapRead({ complete: true })],
  'names all time as its window': ['HS4 the window', mapRead({ window: { start: 0, end: 4_102_444_800_000 } })],
  'has no last page': ['HS5 pages', mapRead({ next: 'and so on' })],
  'stops after the first page': [
    'HS5 pages',
    reading((read) => async (request) => {
      const { next: _next, ...page } = await read(request);
      return page;
    }),
  ],
  'pages by position': ['HS5 a record that stays', reading(byPosition)],
  'begins where it was last': [
    'HS6 a cursor tells every later change',
    feeding(() => ({ begin: async () => 'apple-health-feed-0/999/0' })),
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
    feeding(({ read }) => ({
      read: async (cursor) => {
        const page = await read(cursor);
        if (page.kind === 'expired') throw storeError('cursor-expired', 'no');
        return page;
      },
    })),
  ],
  'takes any cursor for one of its own': [
    'HS7',
    feeding(() => ({ read: async () => ({ kind: 'changes', upserts: [], deletions: [], next: 'x', more: false }) })),
  ],
  'loses what was put back': [
    'HS8',
    mapChanges((page) => {
      const gone = new Set(page.deletions.map(({ key }) => key));
      return { ...page, upserts: page.upserts.filter(({ key }) => !gone.has(key)) };
    }),
  ],
  'saves under a new id each time': [
    'HS9',
    (store, bench) => {
      let saves = 0;
      return writingBy(({ save }) => ({
        save: (draft) => {
          saves += 1;
          return save({ ...draft, external: { ...draft.external, id: `${saves}` } });
        },
      }))(store, bench);
    },
  ],
  'names the key that it was told': [
    'HS9',
    writingBy(({ save }) => ({ save: async (draft) => ({ ...(await save(draft)), key: draft.external.id }) })),
  ],
  'leaves samples behind': [
    'HS10',
    writingBy(({ remove }) => ({ remove: (written) => remove({ ...written, children: [] }) })),
  ],
  'says that all was removed': [
    'HS11 removing',
    writingBy(({ remove }) => ({
      remove: async (written) => {
        await remove(written);
        return 'removed';
      },
    })),
  ],
  'removes whatever has the key': [
    'HS11 another app',
    writingBy((_, bench) => ({
      remove: async (written) => {
        await bench.eraseAsOther?.(written.key);
        return 'removed';
      },
    })),
  ],
  'says that another app’s record was removed': [
    'HS11 another app',
    writingBy(() => ({ remove: async () => 'removed' })),
  ],
  'throws where a part fails': [
    'HS12',
    writingBy(({ save }) => ({
      save: async (draft) => {
        const written = await save(draft);
        if (written.missing) throw storeError('partial', 'the samples');
        return written;
      },
    })),
  ],
  'does not name the part that failed': [
    'HS12',
    writingBy(({ save }) => ({
      save: async (draft) => {
        const { missing: _missing, ...written } = await save(draft);
        return written;
      },
    })),
  ],
  'throws what the platform threw': [
    'HS13',
    reading(
      (read) => (request) =>
        read(request).catch(() => {
          throw new Error('HKErrorDomain 6');
        }),
    ),
  ],
  'stops with an error of its own': [
    'HS14',
    reading((read) => async (request) => {
      if (request.signal?.aborted) throw new Error('stopped');
      return read(request);
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
    await expect(checkOf(wrong)?.run()).rejects.toThrow(
      'HS13: Saving a workout that ends before it starts was rejected with the error “ARGUMENT_VALIDATION_ERROR”, of no known kind. ',
    );
  });

  it('says of a call that is rejected which clause that breaks, and how to mend it', async () => {
    const remove = () => Promise.reject(storeError('permission', 'Not our record'));
    const refusing = (): HealthStoreBench => {
      const bench = benchOf('health-connect')();
      return { ...bench, store: { ...bench.store, writing: { ...writing(bench.store), remove } } };
    };
    const messages: string[] = [];
    for (const { run } of healthStoreContract(refusing)) await run().catch(({ message }) => messages.push(message));
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      expect(message).toMatch(
        /^HS\d+: A call was rejected with the error “Not our record” \(permission\)\. [A-Z].+\.$/,
      );
    }
  });

  it('tries nothing with a store that only reads and a test that can do nothing', async () => {
    const { access, request, readWorkouts, platform, ownSources } = benchOf('apple-health')().store;
    const bare = { store: { access, request, readWorkouts, platform, ownSources } };
    const answers = await Promise.all(healthStoreContract(() => bare).map(({ run }) => run()));
    expect(answers.filter((answer) => answer === 'held')).toHaveLength(1);
  });
});
