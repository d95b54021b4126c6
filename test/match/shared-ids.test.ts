import { describe, expect, it } from 'vitest';
import { grouped } from './grouped';
import { by, EXTERNAL_ID, external, OTHER_EXTERNAL_ID, recordingOf } from './make-recording';

const HOUR = 3600;

describe('ids', () => {
  const app = (sourceId: string) => ({ ...by('x'), sourceId });

  it('bring together what shares no time', () => {
    expect(
      grouped([recordingOf('a', 0, HOUR, app('1')), recordingOf('b', 9 * HOUR, 10 * HOUR, app('1'))]).clusters,
    ).toEqual(['ab']);
    expect(
      grouped([
        recordingOf('a', 0, HOUR, external(EXTERNAL_ID)),
        recordingOf('b', 9 * HOUR, 10 * HOUR, external(EXTERNAL_ID)),
      ]).clusters,
    ).toEqual(['ab']);
    const parts = grouped([recordingOf('p', 0, HOUR), recordingOf('q', 2 * HOUR, 3 * HOUR, { parent: 'p' })]);
    expect(parts.relations).toEqual(['p part-of q']);
    const shared = grouped([
      recordingOf('a', 0, HOUR, { crossIds: ['f'] }),
      recordingOf('b', 2 * HOUR, 3 * HOUR, { crossIds: ['e', 'f'] }),
    ]);
    expect(shared).toMatchObject({ clusters: ['a', 'b'], relations: ['a possible b'] });
  });

  it('a parent that is not there ties nothing', () => {
    expect(grouped([recordingOf('a', 0, HOUR, { parent: 'gone' })]).clusters).toEqual(['a']);
    expect(
      grouped([recordingOf('a', 0, HOUR, { parent: 'gone' }), recordingOf('b', 2 * HOUR, 3 * HOUR, { parent: 'gone' })])
        .relations,
    ).toEqual([]);
  });

  it('a leg and its parent are found among others, in either order of time', () => {
    const { relations } = grouped([
      recordingOf('l', -2 * HOUR, -HOUR, { parent: 'p' }),
      recordingOf('p', 0, HOUR),
      recordingOf('q', 2 * HOUR, 3 * HOUR),
    ]);
    expect(relations).toEqual(['l part-of p']);
  });

  it('of one id count as one: a copy joins through either', () => {
    const before = recordingOf('a', 0, HOUR, app('1'));
    const after = recordingOf('b', 9 * HOUR, 10 * HOUR, app('1'));
    expect(grouped([before, after, recordingOf('c', 60, HOUR)]).clusters).toEqual(['abc']);
    expect(
      grouped([before, after, recordingOf('c', 60, HOUR), recordingOf('d', 9 * HOUR + 120, 10 * HOUR)]).clusters,
    ).toEqual(['abc', 'd']);
  });

  it('bring a free recording to a group, far from it in time', () => {
    const linked = recordingOf('a', 0, HOUR, app('1'));
    expect(grouped([linked, recordingOf('b', 9 * HOUR, 10 * HOUR, app('1'))], { groups: { a: 0 } }).clusters).toEqual([
      'ab',
    ]);
  });

  it('three recordings of one id meet at the first', () => {
    const three = [0, 5, 10].map((hour, at) =>
      recordingOf('abc'[at] as string, hour * HOUR, (hour + 1) * HOUR, app('1')),
    );
    expect(grouped(three).clusters).toEqual(['abc']);
  });

  it('of the app that contradict do not part a rewrite of another distance', () => {
    const [first, second] = [
      recordingOf('a', 0, HOUR, { ...app('1'), distanceMetres: 1000 }),
      recordingOf('b', 0, HOUR, { ...app('2'), distanceMetres: 1010 }),
    ];
    expect(grouped([first, second])).toMatchObject({ clusters: ['ab'], relations: ['a same b'] });
  });

  it('inside a cluster only what is the same is a relation', () => {
    const grown = [recordingOf('a', 0, 1000, app('1')), recordingOf('b', 0, 500, app('1')), recordingOf('c', 1, 1000)];
    expect(grouped(grown)).toMatchObject({ clusters: ['abc'], relations: ['a same b', 'a same c'] });
  });

  it('that contradict keep apart what a third would join', () => {
    const ours = [
      recordingOf('a', 0, HOUR, external(EXTERNAL_ID)),
      recordingOf('b', 5, HOUR, external(OTHER_EXTERNAL_ID)),
      recordingOf('c', 1, HOUR),
    ];
    expect(grouped(ours).clusters).toEqual(['ac', 'b']);
    const far = [
      recordingOf('a', 0, HOUR, { ...external(EXTERNAL_ID), ...app('1') }),
      recordingOf('b', 5 * HOUR, 6 * HOUR, { ...external(OTHER_EXTERNAL_ID), ...by('x') }),
      recordingOf('c', 2 * HOUR, 3 * HOUR, app('1')),
      recordingOf('d', 5 * HOUR, 6 * HOUR, app('1')),
    ];
    expect(grouped(far).clusters).toEqual(['acd', 'b']);
  });

  it('of the app that contradict keep a recording out of a group', () => {
    const session = recordingOf('s', 0, HOUR);
    const linked = recordingOf('w', 60, HOUR - 60, app('1'));
    const other = recordingOf('x', 0, HOUR - 200, app('2'));
    const result = grouped([session, linked, other], { groups: { s: 0, w: 0 }, singles: ['s'] });
    expect(result).toMatchObject({ clusters: ['sw', 'x'], relations: ['s same x', 'x possible w'] });
  });

  it('outrank evidence: the pair with one id joins before a better overlap', () => {
    const result = grouped([
      recordingOf('a', 0, HOUR, app('1')),
      recordingOf('b', 1500, HOUR + 1500, app('1')),
      recordingOf('c', 0, HOUR),
    ]);
    expect(result.clusters).toEqual(['abc']);
  });

  it("a file's id that happens to be a record's key ties nothing, whatever else has legs", () => {
    const run = { distanceMetres: 9000 };
    const named = recordingOf('a', 0, HOUR, { ...run, crossIds: ['b'] });
    const other = recordingOf('b', 2 * HOUR, 3 * HOUR, run);
    expect(grouped([named, other]).relations).toEqual([]);
    const legs = [recordingOf('p', 90 * HOUR, 91 * HOUR), recordingOf('q', 92 * HOUR, 93 * HOUR, { parent: 'p' })];
    expect(grouped([named, other, ...legs]).relations).toEqual(['p part-of q']);
  });

  it('between two groups far apart say nothing, whatever is free elsewhere', () => {
    const linked = [recordingOf('a', 0, HOUR, app('1')), recordingOf('b', 9 * HOUR, 10 * HOUR, app('1'))];
    const groups = { a: 0, b: 1 };
    expect(grouped(linked, { groups }).relations).toEqual([]);
    expect(grouped([...linked, recordingOf('c', 90 * HOUR, 91 * HOUR)], { groups }).relations).toEqual([]);
    expect(grouped([...linked, recordingOf('c', 20 * HOUR, 21 * HOUR, app('1'))], { groups })).toMatchObject({
      clusters: ['ac', 'b'],
      relations: ['a same c'],
    });
  });
});
