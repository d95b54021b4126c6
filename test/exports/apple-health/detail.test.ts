import { describe, expect, it } from 'vitest';
import { summariseDetail } from '../../../src/ports/summarise-detail';
import { at, beat, detailOf, exportOf, HOUR_START, onlyWorkout, openText, record, run, summaryOf } from './exports';

const minute = (count: number): number => HOUR_START + count * 60_000;

describe('the samples of a workout', () => {
  it('are the heart beats in its time: from its start on, and before its end', async () => {
    const opened = await openText(
      exportOf(beat(99, '06:59:59'), beat(100, '07:00:00'), beat(120, '07:30:00'), beat(98, '08:00:00'), run()),
    );
    expect((await detailOf(opened)).series['heart-rate']).toEqual([
      { at: HOUR_START, value: 100 },
      { at: minute(30), value: 120 },
    ]);
  });

  it('come in the order of time, whatever theirs in the file', async () => {
    const opened = await openText(exportOf(beat(2, '07:20:00'), beat(1, '07:10:00'), beat(3, '07:30:00'), run()));
    expect((await detailOf(opened)).series['heart-rate']?.map(({ value }) => value)).toEqual([1, 2, 3]);
  });

  it('are in our units: metres at the end of their stretch, metres per second, watts, revolutions, steps', async () => {
    const opened = await openText(
      exportOf(
        record('DistanceWalkingRunning', '0.5', 'km', '07:00:00', '07:05:00'),
        record('RunningSpeed', '36', 'km/hr', '07:01:00'),
        record('RunningPower', '250', 'W', '07:02:00'),
        record('CyclingCadence', '1.5', 'count/s', '07:03:00'),
        record('StepCount', '80', 'count', '07:00:00', '07:01:00'),
        run(),
      ),
    );
    expect((await detailOf(opened)).series).toEqual({
      distance: [{ at: minute(5), value: 500 }],
      speed: [{ at: minute(1), value: 10 }],
      power: [{ at: minute(2), value: 250 }],
      cadence: [{ at: minute(3), value: 90 }],
      steps: [{ at: minute(1), value: 80 }],
    });
  });

  it('are of one source each: its own, else the one that wrote most', async () => {
    const own = await openText(
      exportOf(beat(1, '07:01:00', 'Strap'), beat(2, '07:02:00', 'Strap'), beat(3, '07:03:00', 'Watch'), run()),
    );
    expect((await detailOf(own)).series['heart-rate']?.map(({ value }) => value)).toEqual([3]);
    const others = await openText(
      exportOf(beat(1, '07:01:00', 'Strap'), beat(2, '07:02:00', 'Strap'), beat(3, '07:03:00', 'Ring'), run()),
    );
    expect((await detailOf(others)).series['heart-rate']?.map(({ value }) => value)).toEqual([1, 2]);
  });

  it('belong to the workout of the app that wrote them, not to the copy that another app has of it', async () => {
    const twin = run().replace('"Watch"', '"Phone"');
    const opened = await openText(exportOf(beat(100, '07:10:00'), run(), twin));
    const { items } = await opened.store.readWorkouts({ window: { start: 0, end: 4e12 } });
    const summarised = await opened.store.detail?.summarise(items);
    const counts = summarised?.map(({ summary }, place) => [
      items[place]?.source?.app,
      summary.series['heart-rate']?.count,
    ]);
    expect(new Map(counts as [string, number | undefined][])).toEqual(
      new Map([
        ['Watch', 1],
        ['Phone', undefined],
      ]),
    );
  });

  it('are counted as the core counts what is read', async () => {
    const opened = await openText(
      exportOf(
        beat(100, '07:00:00'),
        beat(100, '07:00:05'),
        beat(100, '07:00:05'),
        beat(100, '07:10:00'),
        beat(100, '07:59:50'),
        record('DistanceWalkingRunning', '0.1', 'km', '07:00:00', '07:00:30'),
        record('DistanceWalkingRunning', '0.1', 'km', '07:59:00', '08:01:00'),
        run(`<WorkoutEvent type="HKWorkoutEventTypePause" date="${at('07:05:00')}"/>`),
      ),
    );
    const { readAt, ...counted } = summariseDetail(await detailOf(opened), await onlyWorkout(opened), 1);
    expect(await summaryOf(opened)).toEqual(counted);
    expect(readAt).toBe(1);
  });
});
