import { describe, expect, it } from 'vitest';
import { sumSessionTotals } from '../../../src/platforms/health-connect/read-metrics';
import type { NativeMetric } from '../../../src/platforms/health-connect/records';

const at = (hour: number): number => Date.UTC(2026, 0, 5) + hour * 3_600_000;

const metres = (from: number, to: number, inMeters: number, written = '2026-01-06T00:00:00Z'): NativeMetric => ({
  startTime: new Date(at(from)).toISOString(),
  endTime: new Date(at(to)).toISOString(),
  distance: { inMeters },
  metadata: { id: `${from}-${to}-${inMeters}`, dataOrigin: 'com.watch', lastModifiedTime: written },
});

const distanceOf = (from: number, to: number, ...Distance: readonly NativeMetric[]): number | undefined =>
  sumSessionTotals({ start: at(from), end: at(to), source: { app: 'com.watch' } }, { Distance }).distanceMetres;

describe('the distance of a session, of the records that its app wrote in its time', () => {
  it('counts a record of two workouts in each by the time it shares with it', () => {
    const record = metres(9, 11, 12_000);
    expect([distanceOf(9, 10, record), distanceOf(10, 11, record)]).toEqual([6000, 6000]);
  });

  it('has nothing of a record that is longer and lies mostly beyond it', () => {
    expect(distanceOf(9, 10, metres(0, 24, 24_000))).toBeUndefined();
  });

  it('counts no moment twice: the record that was written last holds', () => {
    const [before, after] = [metres(9, 10, 9000), metres(9, 10, 10_000, '2026-01-07T00:00:00Z')];
    expect([distanceOf(9, 10, before, after), distanceOf(9, 10, after, before)]).toEqual([10_000, 10_000]);
  });
});
