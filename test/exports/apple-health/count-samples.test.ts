import { describe, expect, it } from 'vitest';
import { countIndexed, countSamples } from '../../../src/exports/apple-health/count-samples';
import type { Target } from '../../../src/exports/apple-health/find-targets';
import { problemList } from '../../../src/exports/apple-health/problem-list';
import { readHeaders } from '../../../src/exports/apple-health/read-headers';
import { entryOf } from '../../../src/exports/bytes/byte-streams';
import { bytesSource } from '../../../src/exports/bytes/memory-sources';
import { beat, exportOf, HOUR_START, record, run } from './exports';

const HOUR = 3_600_000;
const target = (key: string, start: number, end: number): Target => ({
  key,
  start,
  end,
  activity: 'running',
  app: 'Watch',
});

describe('samples that are counted from the index', () => {
  const two = (count: number): string => String(count).padStart(2, '0');
  const beats = Array.from({ length: 50 }, (_, index) => beat(100 + index, `0${6 + (index % 3)}:${two(index)}:00`));
  const ways = Array.from({ length: 20 }, (_, index) =>
    record('DistanceWalkingRunning', '0.1', 'km', `07:${two(index * 3)}:00`, `07:${two(index * 3 + 2)}:30`),
  );
  const xml = entryOf(
    bytesSource(
      new TextEncoder().encode(exportOf(...beats, beat(90, '07:10:30', 'Strap'), ...ways, run())),
      'export.xml',
    ),
  );
  const targets = [
    target('hour', HOUR_START, HOUR_START + HOUR),
    target('within', HOUR_START + HOUR / 4, HOUR_START + HOUR / 2),
    target('later', HOUR_START + HOUR, HOUR_START + 2 * HOUR),
    target('never', HOUR_START + 9 * HOUR, HOUR_START + 10 * HOUR),
  ];

  it('are those that a pass over the file counts', async () => {
    const { index, ids } = await readHeaders(xml, problemList(), () => undefined);
    const counted = countIndexed(index, targets, ids);
    expect(counted).toEqual(await countSamples(xml, targets, ids, () => undefined));
    expect(counted?.map((series) => series.get('heart-rate')?.count)).toEqual([17, 5, 16, undefined]);
    expect(counted?.[0]?.get('distance')?.count).toBe(20);
  });

  // Found by fuzzing (seed 20261121, case 18943).
  it('are counted where the first record of a kind is of a time that no export has', async () => {
    const early = beat(60, '07:00:00').split('2024-05-01').join('1924-05-01');
    const text = exportOf(early, ...ways, run());
    const file = entryOf(bytesSource(new TextEncoder().encode(text), 'export.xml'));
    const { index, ids } = await readHeaders(file, problemList(), () => undefined);
    const counted = countIndexed(index, targets, ids);
    expect(counted).toEqual(await countSamples(file, targets, ids, () => undefined));
    expect(counted?.[0]?.get('distance')?.count).toBe(20);
  });

  it('are not counted from an index that could not keep them all', async () => {
    const { ids } = await readHeaders(xml, problemList(), () => undefined);
    expect(countIndexed({ add: () => undefined, each: () => false }, targets, ids)).toBeUndefined();
  });
});
