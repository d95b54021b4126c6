import { describe, expect, it } from 'vitest';
import { A_WEEK } from '../../generators/health-connect-export/a-week';
import type { ExportContent } from '../../generators/health-connect-export/content';
import { seededRandom } from '../../generators/seeded-random';
import { ALL_TIME, openContent } from './open-week';

const APP = 'com.example.watch';
const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 1);

const uuidOf = (index: number): string => index.toString(16).padStart(32, '0');

/** So many sessions of ten minutes, one an hour, with a heart rate each minute, in any order of writing. */
const manySessions = (count: number, order: readonly number[]): ExportContent => ({
  apps: { [APP]: 'Watch' },
  sessions: order.map((hour) => {
    const start = START + hour * 60 * MINUTE;
    return { uuid: uuidOf(hour), app: APP, start, end: start + 10 * MINUTE, type: 33 };
  }),
  series: {
    heart_rate_record_table: order.flatMap((hour) =>
      Array.from({ length: 60 }, (_, minute) => {
        const at = START + (hour * 60 + minute) * MINUTE;
        return { app: APP, start: at, end: at + MINUTE, samples: [[at, 60 + (hour % count)]] as const };
      }),
    ),
  },
});

const shuffled = (count: number): readonly number[] => {
  const random = seededRandom(7);
  return Array.from({ length: count }, (_, index) => ({ index, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ index }) => index);
};

describe('pages', () => {
  it.each([1, 3, 7, 100])(
    'of %i give every workout once, in order of start, whatever the order in the file',
    async (limit) => {
      const opened = await openContent(manySessions(20, shuffled(20)));
      const keys: string[] = [];
      let page: string | undefined;
      do {
        const read = await opened.store.readWorkouts({ window: ALL_TIME, limit, ...(page && { page }) });
        expect(read.complete).toBe(!read.next);
        keys.push(...read.items.map(({ key }) => key.replace(/-/g, '')));
        page = read.next;
      } while (page);
      expect(keys).toEqual(Array.from({ length: 20 }, (_, index) => uuidOf(index)));
      await opened.close();
    },
  );

  it('hold what starts in the window, and claim nothing after the last record of the file', async () => {
    const opened = await openContent(manySessions(5, [0, 1, 2, 3, 4]));
    const window = { start: START + 60 * MINUTE, end: START + 180 * MINUTE };
    const within = await opened.store.readWorkouts({ window });
    const later = await opened.store.readWorkouts({ window: { start: ALL_TIME.end - 5, end: ALL_TIME.end } });
    const all = await opened.store.readWorkouts({ window: ALL_TIME });

    expect(within.items.map(({ start }) => start)).toEqual([window.start, window.start + 60 * MINUTE]);
    expect(within.window).toEqual(window);
    expect(later.window).toEqual({ start: ALL_TIME.end - 5, end: ALL_TIME.end - 5 });
    // The last heart rate was written at the end of the fifth hour.
    expect([all.window.end, opened.knownUntil]).toEqual([START + 300 * MINUTE + 1, START + 300 * MINUTE]);
    await opened.close();
  });

  it('are refused under a token of something else, and given up when asked to', async () => {
    const opened = await openContent(A_WEEK);
    const signal = { aborted: true, addEventListener: () => {}, removeEventListener: () => {} } as never;
    await expect(opened.store.readWorkouts({ window: ALL_TIME, page: 'x' })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(opened.store.readWorkouts({ window: ALL_TIME, signal })).rejects.toMatchObject({ kind: 'cancelled' });
    await opened.close();
  });
});

describe('samples of a large table', () => {
  it.each([
    ['in order', Array.from({ length: 60 }, (_, index) => index)],
    ['in no order at all', shuffled(60)],
  ])('are found where rows stand %s', async (_, order) => {
    const opened = await openContent(manySessions(60, order));
    const { items } = await opened.store.readWorkouts({ window: ALL_TIME });
    for (const [hour, workout] of items.entries()) {
      const samples = (await opened.store.detail.read(workout)).series['heart-rate'] ?? [];
      // Eleven: the minutes of the workout, and the one that begins as it ends.
      expect(samples).toEqual(
        Array.from({ length: 11 }, (_, minute) => ({ at: workout.start + minute * MINUTE, value: 60 + hour })),
      );
    }
    expect(opened.problems).toEqual([]);
    await opened.close();
  });
});

describe('a session', () => {
  const session = { uuid: uuidOf(1), start: START, end: START + 10 * MINUTE, type: 33 };
  const heartRateOf = (app: string) => {
    return { app, start: START, end: START + MINUTE, samples: [[START, 100]] as const };
  };

  it('whose pauses overlap is not paused twice at a time', async () => {
    const pauses = [
      { start: START + MINUTE, end: START + 4 * MINUTE, type: 67 },
      { start: START + 2 * MINUTE, end: START + 3 * MINUTE, type: 66 },
      { start: START + 3 * MINUTE, end: START + 5 * MINUTE, type: 67 },
      { start: START + 9 * MINUTE, end: START + 90 * MINUTE, type: 67 },
    ];
    const opened = await openContent({
      apps: { [APP]: 'Watch' },
      sessions: [{ ...session, app: APP, segments: pauses }],
    });
    const [workout] = (await opened.store.readWorkouts({ window: ALL_TIME })).items;
    expect(workout?.activeSeconds).toBe(5 * 60);
    await opened.close();
  });

  it.each([
    ['of no known app has the samples of none', 'nobody', 1],
    ['has no samples of no known app', APP, 0],
  ])('%s', async (_, app, count) => {
    const series = { heart_rate_record_table: [heartRateOf('nobody')] };
    const opened = await openContent({ apps: { [APP]: 'Watch' }, sessions: [{ ...session, app }], series });
    const [workout] = (await opened.store.readWorkouts({ window: ALL_TIME })).items;
    const [summarised] = await opened.store.detail.summarise(workout ? [workout] : []);
    expect(workout?.source?.app).toBe(app === APP ? APP : undefined);
    expect(summarised?.summary.series['heart-rate']?.count ?? 0).toBe(count);
    await opened.close();
  });

  it('of a file that is read as one’s own is known by its package', async () => {
    const opened = await openContent(
      { apps: { [APP]: 'Watch' }, sessions: [{ ...session, app: APP }] },
      { ownSources: [APP] },
    );
    expect(opened.store.ownSources).toEqual([APP]);
    await opened.close();
  });
});

describe('what the port has no place for, or nobody asked', () => {
  it('is given beside it: notes', async () => {
    const opened = await openContent(A_WEEK);
    const { items } = await opened.store.readWorkouts({ window: ALL_TIME });
    const notes = [];
    for (const workout of items) notes.push(await opened.notes(workout));
    expect(notes).toEqual([undefined, 'Bench 3x5 @ 80 kg', undefined, undefined]);
    expect(await opened.notes({ key: 'nobody' })).toBeUndefined();
    await opened.close();
  });

  it('is a workout that is not in the file', async () => {
    const opened = await openContent(A_WEEK);
    const [run] = (await opened.store.readWorkouts({ window: ALL_TIME })).items;
    const stranger = { ...run, key: 'nobody' } as NonNullable<typeof run>;
    expect(await opened.store.detail.summarise([stranger])).toEqual([]);
    await expect(opened.store.detail.read(stranger)).rejects.toMatchObject({ kind: 'precondition' });
    await opened.close();
  });
});
