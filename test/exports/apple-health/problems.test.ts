import { describe, expect, it } from 'vitest';
import { beat, exportOf, HOUR, openText, run, workoutsOf } from './exports';

const cycling = (inside = '', source = 'Wheeler'): string =>
  `<Workout workoutActivityType="HKWorkoutActivityTypeCycling" sourceName="${source}" ${HOUR}>${inside}</Workout>`;
const BROKEN = '<Workout workoutActivityType="HKWorkoutActivityTypeRunning"/>';

const placesIn = (text: string, codes: readonly { code: string; position: { byte?: number } }[]) =>
  codes.map(({ code, position }) => [code, text.slice(position.byte, (position.byte ?? 0) + 9)]);

describe('markup that is never closed', () => {
  it.each(['<!-- see', '<![CDATA[', '<!DOCTYPE x [ y', '<!DOCTYPE', '<?pi here'])(
    'is reported with its place and hides nothing, neither workouts nor records: %s',
    async (start) => {
      const text = exportOf(
        run(),
        beat(100, '07:10:00'),
        start,
        beat(110, '07:20:00'),
        cycling(),
        beat(120, '07:30:00'),
      );
      const opened = await openText(text);
      const workouts = await workoutsOf(opened);
      expect(workouts.map(({ activity }) => activity).sort()).toEqual(['cycling', 'running']);
      expect(placesIn(text, opened.problems)).toEqual([['markup-unclosed', start.concat('\n<Rec').slice(0, 9)]]);
      const runs = workouts.filter(({ activity }) => activity === 'running');
      const summaries = await opened.store.detail?.summarise(runs);
      expect(summaries?.map(({ summary }) => summary.series['heart-rate']?.count)).toEqual([3]);
      const detail = await opened.store.detail?.read(runs[0] as (typeof runs)[number]);
      expect(detail?.series['heart-rate']?.map(({ value }) => value)).toEqual([100, 110, 120]);
    },
  );

  it('costs the workout that it stands in, and no other', async () => {
    const text = exportOf(run('<!-- <Workout/>'), cycling());
    const opened = await openText(text);
    expect((await workoutsOf(opened)).map(({ activity }) => activity)).toEqual(['cycling']);
    expect(placesIn(text, opened.problems)).toEqual([
      ['workout-unreadable', '<Workout '],
      ['markup-unclosed', '<!-- <Wor'],
      ['workout-unreadable', '<Workout/'],
    ]);
  });

  it('leaves a comment that is closed a comment, in front of it as well', async () => {
    const opened = await openText(exportOf(`${run().replace('</Workout>', '')}<!-- ${cycling()} -->`, '<!-- '));
    expect(await workoutsOf(opened)).toEqual([]);
    expect(opened.problems.map(({ code }) => code)).toEqual(['workout-unreadable', 'markup-unclosed']);
  });
});

describe('more problems than anybody reads', () => {
  it('are counted, the first thousand of each kind listed', async () => {
    const opened = await openText(exportOf(run(), ...Array.from({ length: 1003 }, () => BROKEN), '<!-- '));
    expect(opened.problems.filter(({ code }) => code === 'workout-unreadable')).toHaveLength(1000);
    expect(opened.problems[999]).toMatchObject({ position: { ordinal: 1001 } });
    expect(opened.problems.map(({ code }) => code)).toContain('markup-unclosed');
    expect(opened.unlistedProblems()).toEqual({ 'workout-unreadable': 3 });
  });

  it('are none where all are listed', async () => {
    const opened = await openText(exportOf(run(), ...Array.from({ length: 1000 }, () => BROKEN)));
    expect(opened.problems).toHaveLength(1000);
    expect(opened.unlistedProblems()).toEqual({});
  });
});
