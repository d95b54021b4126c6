import { afterEach, describe, expect, it } from 'vitest';
import { useSyncHistory } from '../../src/react/use-sync-history';
import type { HistoryPage, Sync } from '../../src/sync/surface/sync';
import { plainWorld, run } from '../sync/plain-world';
import { complaints, rendered, settled } from './rendered';

/** A sync with this many runs behind it. */
const afterRuns = async (count: number): Promise<Sync> => {
  const world = plainWorld([run('w1', 0, 60)]);
  const sync = world.open();
  for (let at = 0; at < count; at++) {
    world.now += 60_000;
    await sync.run({ trigger: `run ${at}` });
  }
  return sync;
};

const triggersOf = ({ runs }: HistoryPage): readonly string[] => runs.map(({ trigger }) => trigger);

afterEach(() => expect(complaints).toEqual([]));

describe.each(['plain', 'strict'] as const)('useSyncHistory in a %s tree', (wrap) => {
  it('is loading first, and then shows the runs, newest first, with their items', async () => {
    const history = await rendered(useSyncHistory, await afterRuns(2), wrap);
    expect(history.given[0]).toMatchObject({ runs: [], isLoading: true, hasMore: false });
    expect(history.last()).toMatchObject({ isLoading: false, hasMore: false });
    expect(triggersOf(history.last())).toEqual(['run 1', 'run 0']);
    expect(history.last().runs[1]?.items).toMatchObject([{ outcome: 'imported', workout: 'w1' }]);
  });

  it('shows a run once it has ended', async () => {
    const sync = await afterRuns(1);
    const history = await rendered(useSyncHistory, sync, wrap);
    await settled(() => sync.run({ trigger: 'by hand' }));
    expect(triggersOf(history.last())).toEqual(['by hand', 'run 0']);
  });

  it('loads page after page to the end, and keeps the pages when a run ends', async () => {
    const sync = await afterRuns(41);
    const history = await rendered(useSyncHistory, sync, wrap);
    const lengths = [history.last().runs.length];
    while (history.last().hasMore) {
      await settled(history.last().loadMore);
      lengths.push(history.last().runs.length);
    }
    expect(lengths).toEqual([20, 40, 41]);
    await settled(history.last().loadMore);
    expect(history.last().runs).toHaveLength(41);
    await settled(() => sync.run({ trigger: 'by hand' }));
    expect(triggersOf(history.last())).toEqual(['by hand', ...Array.from({ length: 41 }, (_, at) => `run ${40 - at}`)]);
  });

  it('drops an answer that comes when the component is gone, and asks for no further page', async () => {
    const { sync, answers, asked } = slowly(await afterRuns(1));
    const history = await rendered(useSyncHistory, sync, wrap);
    await history.unmount();
    const renders = history.given.length;
    const { loadMore } = history.last();
    await settled(() => answers.map((answer) => answer({ runs: [], next: 'more' })));
    await settled(loadMore);
    expect(history.given).toHaveLength(renders);
    expect(asked).toEqual(wrap === 'strict' ? [undefined, undefined] : [undefined]);
  });
});

/** A sync whose history answers when the test says so. */
const slowly = (sync: Sync) => {
  const answers: ((page: HistoryPage) => void)[] = [];
  const asked: (string | undefined)[] = [];
  const history: Sync['history'] = (page) => {
    asked.push(page);
    return new Promise((resolve) => answers.push(resolve));
  };
  return { sync: { ...sync, history }, answers, asked };
};

describe('useSyncHistory', () => {
  it('keeps the later of two answers that come in the wrong order', async () => {
    const real = await afterRuns(1);
    const { sync, answers } = slowly(real);
    const history = await rendered(useSyncHistory, sync);
    await settled(() => real.run({ trigger: 'by hand' }));
    const [before, after] = answers;
    await settled(async () => after?.(await real.history()));
    await settled(() => before?.({ runs: [] }));
    expect(triggersOf(history.last())).toEqual(['by hand', 'run 0']);
  });

  it('is the same object until something changes, with one loadMore for good', async () => {
    const sync = await afterRuns(1);
    const history = await rendered(useSyncHistory, sync);
    const before = history.last();
    await history.renderWith(sync);
    expect(history.last()).toBe(before);
    await settled(() => sync.run());
    expect(history.last()).not.toBe(before);
    expect(history.last().loadMore).toBe(before.loadMore);
  });

  it('asks for one page however often more is asked for', async () => {
    const { sync, answers, asked } = slowly(await afterRuns(1));
    const history = await rendered(useSyncHistory, sync);
    await settled(() => answers[0]?.({ runs: [], next: 'two' }));
    await settled(() => {
      history.last().loadMore();
      history.last().loadMore();
    });
    expect(history.last().isLoading).toBe(true);
    await settled(() => answers[1]?.({ runs: [], next: 'two' }));
    expect(asked).toEqual([undefined, undefined, 'two']);
  });

  it('belongs to the sync that is named', async () => {
    const [first, second] = [await afterRuns(1), await afterRuns(3)];
    const history = await rendered(useSyncHistory, first);
    await history.renderWith(second);
    expect(history.last().runs).toHaveLength(3);
    await settled(() => first.run());
    expect(history.last().runs).toHaveLength(3);
  });

  it('is not loading for ever where the history cannot be read', async () => {
    const unheard: unknown[] = [];
    const hear = (thrown: unknown) => unheard.push(thrown);
    process.on('unhandledRejection', hear);
    const broken: Sync = { ...(await afterRuns(1)), history: () => Promise.reject(new Error('a mistake of the host')) };
    const history = await rendered(useSyncHistory, broken);
    await settled();
    process.off('unhandledRejection', hear);
    expect(history.last()).toMatchObject({ runs: [], isLoading: false });
    expect(unheard).toEqual([new Error('a mistake of the host')]);
  });
});
