import { describe, expect, it, test } from 'vitest';
import type { Platform } from '../../src/domain/platform';
import type { HealthStore } from '../../src/ports/health-store';
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

describe.each(['apple-health', 'health-connect'] as const)('the simulated store of %s', (platform) => {
  describe.each([undefined, 'repeated', 'shuffled'] as const)('with pages that are %s', (paging) => {
    test.each(healthStoreContract(benchOf(platform, undefined, paging)))('keeps $name', async ({ run }) => {
      await expect(run()).resolves.toBeUndefined();
    });
  });
});

const changes = (store: HealthStore) => store.changes as NonNullable<HealthStore['changes']>;
const writing = (store: HealthStore) => store.writing as NonNullable<HealthStore['writing']>;

const mapRead =
  (change: Partial<Awaited<ReturnType<HealthStore['readWorkouts']>>>): Spoil =>
  (store) => ({ ...store, readWorkouts: async (request) => ({ ...(await store.readWorkouts(request)), ...change }) });

/** A store that breaks one clause, for each clause. */
const WRONG: Readonly<Record<string, readonly [clause: string, spoil: Spoil]>> = {
  'gives a record another key each time': [
    'HS1',
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
    'HS3',
    (store) => ({
      ...store,
      readWorkouts: async (request) => {
        const page = await store.readWorkouts(request);
        return { ...page, items: page.items.map((one) => ({ distanceMetres: 0, ...one })) };
      },
    }),
  ],
  'is empty while it is locked': [
    'HS4',
    (store) => ({
      ...store,
      readWorkouts: async (request) =>
        store.readWorkouts(request).catch(() => ({ items: [], complete: true, window: request.window })),
    }),
  ],
  'calls every read complete': ['HS4', mapRead({ complete: true })],
  'names all time as its window': ['HS4', mapRead({ window: { start: 0, end: 4_102_444_800_000 } })],
  'has no last page': ['HS5', mapRead({ next: 'and so on' })],
  'stops after the first page': [
    'HS5',
    (store) => ({
      ...store,
      readWorkouts: async (request) => {
        const { next: _next, ...page } = await store.readWorkouts(request);
        return page;
      },
    }),
  ],
  'begins where it was last': [
    'HS6',
    (store) => ({ ...store, changes: { ...changes(store), begin: async () => 'apple-health-feed-0/999/0' } }),
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
    'HS11',
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
};

const broken = async (platform: Platform, spoil: Spoil): Promise<readonly string[]> => {
  const failures: string[] = [];
  for (const { run } of healthStoreContract(benchOf(platform, spoil))) {
    await run().catch((error: Error) => failures.push(error.message));
  }
  return failures;
};

describe('the contract of a health store', () => {
  test.each(Object.entries(WRONG))('notices a store that %s', async (_, [clause, spoil]) => {
    const messages = [...(await broken('apple-health', spoil)), ...(await broken('health-connect', spoil))];
    expect(messages.filter((message) => message.startsWith(`${clause}: `))).not.toEqual([]);
  });

  it('has a wrong store for every clause that it checks', () => {
    const checked = new Set(healthStoreContract(benchOf('apple-health')).map(({ name }) => name.split(' ')[0]));
    expect(new Set(Object.values(WRONG).map(([clause]) => clause))).toEqual(checked);
  });

  it('says how to mend what it finds', async () => {
    expect(await broken('apple-health', WRONG['fills in zeros']?.[1] ?? ((store) => store))).toEqual([
      'HS3: uuid-1 has a zero that nobody measured. Leave a number out where the platform has none; do not fill in a zero.',
    ]);
  });
});
