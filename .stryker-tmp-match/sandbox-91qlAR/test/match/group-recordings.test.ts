// @ts-nocheck
import { describe, expect, it } from 'vitest';
import type { Recording } from '../../src/domain/recording';
import { matchSettingsOf } from '../../src/match/default-match-settings';
import { groupRecordings, type PairAnswer } from '../../src/match/group-recordings';
import { by, EXTERNAL_ID, external, OTHER_EXTERNAL_ID, recordingOf } from './make-recording';

interface Setup {
  readonly groups?: Readonly<Record<string, number>>;
  readonly singles?: readonly string[];
  readonly answers?: readonly PairAnswer[];
}

const HOUR = 3600;

/** The clusters as sorted keys, and the relations as words; whatever the order of the input. */
const grouped = (recordings: readonly Recording[], { groups = {}, singles = [], answers = [] }: Setup = {}) => {
  const once = (input: readonly Recording[]) => {
    const keyOf = (index: number): string => (input[index] as Recording).key;
    const { clusterOf, relations, order } = groupRecordings(input, {
      groupOf: (index) => groups[keyOf(index)] ?? -1,
      isSingle: (index) => singles.includes(keyOf(index)),
      answers,
      settings: matchSettingsOf(),
    });
    const clusters = new Map<number, string>();
    for (const index of order) {
      const name = clusterOf[index] as number;
      clusters.set(name, (clusters.get(name) ?? '') + keyOf(index));
    }
    return {
      clusters: [...clusters.values()].map((keys) => [...keys].sort().join('')).sort(),
      relations: relations.map(({ a, b, verdict, comparison }) => {
        expect(comparison.verdict).toBe(verdict);
        return `${keyOf(a)} ${verdict} ${keyOf(b)}`;
      }),
      explain: (pair: string) => {
        const found = relations.find(({ a, b }) => keyOf(a) + keyOf(b) === pair);
        return found?.comparison.evidence[0];
      },
    };
  };
  const result = once(recordings);
  const backwards = once([...recordings].reverse());
  expect(backwards.clusters).toEqual(result.clusters);
  expect(backwards.relations).toEqual(result.relations);
  return result;
};

describe('free recordings', () => {
  it('join where they are the same, and say why', () => {
    const { clusters, relations } = grouped([
      recordingOf('a', 0, HOUR),
      recordingOf('b', 60, HOUR),
      recordingOf('c', 2 * HOUR, 3 * HOUR),
    ]);
    expect(clusters).toEqual(['ab', 'c']);
    expect(relations).toEqual(['a same b']);
  });

  it('a chain whose ends are not the same does not grow', () => {
    const chain = [recordingOf('a', 0, 1000), recordingOf('b', 0, 700), recordingOf('c', 0, 500)];
    const { clusters, relations } = grouped(chain);
    expect(clusters).toEqual(['a', 'bc']);
    expect(relations).toEqual(['a same b', 'a part-of c', 'b same c']);
  });

  it('the strongest pair joins first, whatever the order', () => {
    expect(grouped([recordingOf('a', 0, 1000), recordingOf('b', 0, 800), recordingOf('c', 0, 500)]).clusters).toEqual([
      'ab',
      'c',
    ]);
  });

  it('between equally strong pairs the canonical order decides', () => {
    const ends = [recordingOf('b', 0, 1000), recordingOf('a', 0, 625, by('x')), recordingOf('c', 375, 1000, by('y'))];
    expect(grouped(ends).clusters).toEqual(['ab', 'c']);
  });

  it('three that are all the same are one', () => {
    expect(
      grouped([recordingOf('a', 0, 1000), recordingOf('b', 10, 1000), recordingOf('c', 20, 1000)]).clusters,
    ).toEqual(['abc']);
  });

  it('two pairs join into one only if all four are the same', () => {
    const pairs = (shift: number) => [
      recordingOf('a', 0, 1000),
      recordingOf('b', 1, 1000),
      recordingOf('c', 0, 1000 - shift),
      recordingOf('d', 1, 1000 - shift),
    ];
    expect(grouped(pairs(350)).clusters).toEqual(['abcd']);
    expect(grouped([...pairs(350), recordingOf('e', -350, 640)]).clusters).toEqual(['abcd', 'e']);
  });

  it('incompatible kinds that overlap are no relation', () => {
    const { clusters, relations } = grouped([
      recordingOf('a', 0, HOUR, { activity: 'strength-training' }),
      recordingOf('b', 60, 900, { activity: 'walking' }),
    ]);
    expect(clusters).toEqual(['a', 'b']);
    expect(relations).toEqual([]);
  });

  it('an unnamed recording does not bring incompatible kinds together', () => {
    const { clusters } = grouped([
      recordingOf('a', 0, HOUR, { activity: 'yoga' }),
      recordingOf('b', 0, HOUR, { activity: 'other' }),
      recordingOf('c', 0, HOUR + 1),
    ]);
    expect(clusters).toEqual(['ab', 'c']);
  });

  it('nothing is one with nothing', () => {
    expect(grouped([]).clusters).toEqual([]);
  });
});

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

  it('three recordings of one id meet at the first', () => {
    const three = [0, 5, 10].map((hour, at) =>
      recordingOf('abc'[at] as string, hour * HOUR, (hour + 1) * HOUR, app('1')),
    );
    expect(grouped(three).clusters).toEqual(['abc']);
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
});

describe('groups and singles', () => {
  const session = recordingOf('s', 0, 1000);
  const workout = recordingOf('w', 5 * HOUR, 6 * HOUR, by('x'));

  it('a group is together from the start and is not compared', () => {
    expect(grouped([session, workout], { groups: { s: 7, w: 7 }, singles: ['s'] })).toMatchObject({
      clusters: ['sw'],
      relations: [],
    });
  });

  it('a copy joins a group through any of its recordings', () => {
    const copy = recordingOf('c', 5 * HOUR + 60, 6 * HOUR);
    expect(grouped([session, workout, copy], { groups: { s: 0, w: 0 }, singles: ['s'] }).clusters).toEqual(['csw']);
    expect(
      grouped([session, workout, recordingOf('c', 10, 1000)], { groups: { s: 0, w: 0 }, singles: ['s'] }).clusters,
    ).toEqual(['csw']);
  });

  it('two copies that are not the same do not both join a group', () => {
    const result = grouped([session, recordingOf('b', 0, 700), recordingOf('c', 300, 1000)], {
      groups: { s: 0 },
      singles: ['s'],
    });
    expect(result).toMatchObject({ clusters: ['bs', 'c'], relations: ['b same s', 'b possible c', 's same c'] });
  });

  it('a kind that never goes with one of the group keeps a copy out', () => {
    const yoga = recordingOf('w', 0, 1000, { activity: 'yoga' });
    expect(grouped([session, yoga, recordingOf('c', 10, 1000)], { groups: { s: 0, w: 0 } }).clusters).toEqual([
      'c',
      'sw',
    ]);
  });

  it('two groups never join, but say that they might', () => {
    const result = grouped([session, recordingOf('t', 1, 1000)], { groups: { s: 0, t: 1 } });
    expect(result).toMatchObject({ clusters: ['s', 't'], relations: ['s same t'] });
    const bridge = grouped([session, recordingOf('t', 2, 1000), recordingOf('c', 1, 1000)], { groups: { s: 0, t: 1 } });
    expect(bridge.clusters).toEqual(['cs', 't']);
  });

  it('two sessions never join, and the better one takes the workout', () => {
    const result = grouped([session, recordingOf('t', 200, 1000), recordingOf('w', 150, 1000, by('x'))], {
      singles: ['s', 't'],
    });
    expect(result.clusters).toEqual(['s', 'tw']);
    expect(result.relations).toEqual(['s same w', 's same t', 'w same t']);
  });

  it('a session keeps out the session of a cluster that already has one', () => {
    const result = grouped([session, recordingOf('w', 0, 1000, by('x')), recordingOf('t', 1, 1000)], {
      singles: ['s', 't'],
    });
    expect(result.clusters).toEqual(['sw', 't']);
  });
});

describe('answers', () => {
  const a = recordingOf('a', 0, 1000);
  const b = recordingOf('b', 10, 1000);
  const same = (x: string, y: string): PairAnswer => ({ kind: 'same', a: x, b: y });
  const different = (x: string, y: string): PairAnswer => ({ kind: 'different', a: x, b: y });

  it('different forbids', () => {
    expect(grouped([a, b], { answers: [different('b', 'a')] })).toMatchObject({ clusters: ['a', 'b'], relations: [] });
  });

  it('same joins what nothing else would, also incompatible kinds far apart', () => {
    const far = recordingOf('z', 50 * HOUR, 51 * HOUR, { activity: 'yoga' });
    const result = grouped([a, far], { answers: [same('z', 'a')] });
    expect(result.clusters).toEqual(['az']);
    expect(result.relations).toEqual(['a same z']);
    expect(result.explain('az')).toEqual({ code: 'answered', value: 'same', speaks: 'for' });
    const near = recordingOf('y', 0, 1000, { activity: 'yoga' });
    expect(grouped([a, near], { answers: [same('a', 'y')] }).clusters).toEqual(['ay']);
  });

  it('same counts as one: a third joins through either, unless its kind contradicts', () => {
    const far = recordingOf('z', 50 * HOUR, 51 * HOUR);
    expect(grouped([a, far, b], { answers: [same('a', 'z')] }).clusters).toEqual(['abz']);
    const yoga = recordingOf('y', 0, 1000, { activity: 'yoga' });
    expect(grouped([a, yoga, b], { answers: [same('a', 'y')] }).clusters).toEqual(['ay', 'b']);
    expect(grouped([a, yoga, b], { answers: [same('a', 'y'), same('b', 'y')] }).clusters).toEqual(['aby']);
  });

  it('different outranks same, for a pair and for a chain', () => {
    expect(grouped([a, b], { answers: [same('a', 'b'), different('a', 'b')] }).clusters).toEqual(['a', 'b']);
    expect(grouped([a, b], { answers: [different('a', 'b'), same('b', 'a')] }).clusters).toEqual(['a', 'b']);
    const c = recordingOf('c', 20, 1000);
    expect(grouped([a, b, c], { answers: [same('a', 'b'), same('b', 'c'), different('a', 'c')] }).clusters).toEqual([
      'ab',
      'c',
    ]);
  });

  it('never outrank the limits: one group, one session', () => {
    expect(grouped([a, b], { groups: { a: 0, b: 1 }, answers: [same('a', 'b')] }).clusters).toEqual(['a', 'b']);
    expect(grouped([a, b], { singles: ['a', 'b'], answers: [same('a', 'b')] }).clusters).toEqual(['a', 'b']);
  });

  it('outrank every id', () => {
    const [x, y] = [recordingOf('x', 0, 1000, external(EXTERNAL_ID)), recordingOf('y', 0, 1000, external(EXTERNAL_ID))];
    expect(grouped([x, y], { answers: [different('x', 'y')] }).clusters).toEqual(['x', 'y']);
    const order = [
      recordingOf('x', 0, 1000, { ...by('p'), sourceId: '1' }),
      recordingOf('y', 0, 900, { ...by('p'), sourceId: '1' }),
      recordingOf('z', 0, 1000, { activity: 'yoga' }),
    ];
    expect(grouped(order, { singles: ['y', 'z'], answers: [same('x', 'z')] }).clusters).toEqual(['xz', 'y']);
  });

  it('about what is not there, or about one recording, change nothing', () => {
    expect(
      grouped([a, b], { answers: [different('a', 'q'), different('q', 'a'), different('a', 'a')] }).clusters,
    ).toEqual(['ab']);
  });

  it('part exact rewrites', () => {
    const rewrite = recordingOf('r', 0, 1000);
    expect(grouped([a, rewrite], { answers: [different('a', 'r')] }).clusters).toEqual(['a', 'r']);
  });
});

describe('pieces of one whole', () => {
  const whole = recordingOf('w', 0, HOUR, by('watch'));
  const piece = (key: string, from: number, to: number, app = 'phone') => recordingOf(key, from, to, by(app));

  it('two halves are parts of it', () => {
    expect(grouped([whole, piece('a', 0, 1800), piece('b', 1800, HOUR)])).toMatchObject({
      clusters: ['a', 'b', 'w'],
      relations: ['a part-of w', 'w part-of b'],
    });
  });

  it('a piece that alone would be the whole is a part beside its sibling', () => {
    const result = grouped([whole, piece('a', 0, 2700), piece('b', 2700, HOUR)]);
    expect(result).toMatchObject({ clusters: ['a', 'b', 'w'], relations: ['a part-of w', 'w part-of b'] });
    expect(result.explain('aw')).toEqual({ code: 'sibling-piece', value: 'b', speaks: 'against' });
    expect(grouped([whole, piece('a', 0, 2700)]).clusters).toEqual(['aw']);
  });

  it.each([
    [359, ['aw', 'b']],
    [360, ['a', 'b', 'w']],
  ])('a sibling of %d s of an hour counts from a tenth', (seconds, clusters) => {
    expect(grouped([whole, piece('a', 0, 3000), piece('b', 3000, 3000 + seconds)]).clusters).toEqual(clusters);
  });

  it.each([
    [300, ['a', 'b', 'w']],
    [299, ['aw', 'b']],
  ])('a sibling that begins %d s before its end overlaps the piece by half or not', (from, clusters) => {
    // The sibling lasts 600 s, the piece ends at 3000 s.
    expect(grouped([whole, piece('a', 0, 3000), piece('b', 2400 + from + 1, 3000 + from + 1)]).clusters).toEqual(
      clusters,
    );
  });

  it('pieces of two apps are not siblings; records without an app are', () => {
    expect(grouped([whole, piece('a', 0, 2700), piece('b', 2700, HOUR, 'other')]).clusters).toEqual(['aw', 'b']);
    expect(grouped([whole, recordingOf('a', 0, 2700), recordingOf('b', 2700, HOUR)]).clusters).toEqual(['a', 'b', 'w']);
  });

  it('a walk of incompatible kind is no sibling', () => {
    const lifting = recordingOf('w', 0, HOUR, { ...by('watch'), activity: 'strength-training' });
    const walk = recordingOf('b', 2700, HOUR, { ...by('phone'), activity: 'walking' });
    const other = recordingOf('a', 0, 2700, { ...by('phone'), activity: 'strength-training' });
    expect(grouped([lifting, other, walk]).clusters).toEqual(['aw', 'b']);
  });

  it('a walk detected inside the same recording of one app is no piece of it', () => {
    const hike = recordingOf('w', 0, HOUR, { ...by('watch'), activity: 'hiking' });
    const same = recordingOf('a', 10, HOUR, { ...by('phone'), activity: 'hiking' });
    const walk = recordingOf('b', 600, 1500, { ...by('phone'), activity: 'walking' });
    expect(grouped([hike, same, walk]).clusters).toEqual(['aw', 'b']);
  });

  it('a shared file id makes no piece the whole; the user and the id of the record do', () => {
    const tied = (recording: Recording) => ({ ...recording, crossIds: ['file'] });
    const halves = [piece('a', 0, 2700), piece('b', 2700, HOUR)];
    expect(grouped([whole, ...halves].map(tied)).clusters).toEqual(['a', 'b', 'w']);
    expect(grouped([whole, ...halves], { answers: [{ kind: 'same', a: 'a', b: 'w' }] }).clusters).toEqual(['aw', 'b']);
    const grown = [recordingOf('w', 0, HOUR, by('phone')), ...halves].map((one) =>
      one.key === 'b' ? one : { ...one, sourceId: '1' },
    );
    expect(grouped(grown).clusters).toEqual(['aw', 'b']);
  });
});

describe('exact rewrites by one app', () => {
  const rewrite = (key: string, fields: Partial<Recording> = {}) =>
    recordingOf(key, 0, HOUR, { ...by('x'), ...fields });

  it('are one, each with its reason, and a copy joins all of them', () => {
    const result = grouped([
      rewrite('a', { sourceId: '1' }),
      rewrite('b', { sourceId: '2' }),
      rewrite('c', { sourceId: '3' }),
      recordingOf('d', 60, HOUR, by('y')),
    ]);
    expect(result.clusters).toEqual(['abcd']);
    expect(result.relations).toEqual(['a same d', 'a same b', 'a same c']);
    expect(result.explain('ab')?.code).toBe('conflicting-id');
  });

  it('are not folded where anything else tells them apart', () => {
    expect(grouped([rewrite('a'), recordingOf('b', 0, HOUR, by('y'))]).relations).toEqual(['a same b']);
    expect(grouped([rewrite('a', { distanceMetres: 1000 }), rewrite('b', { distanceMetres: 100 })]).clusters).toEqual([
      'a',
      'b',
    ]);
    expect(grouped([rewrite('a'), rewrite('b', { activity: 'yoga' })]).clusters).toEqual(['a', 'b']);
    expect(grouped([rewrite('a'), recordingOf('b', 0, 2 * HOUR, by('x'))]).clusters).toEqual(['a', 'b']);
    expect(grouped([rewrite('a'), rewrite('b', { parent: 'a' })]).relations).toEqual(['a part-of b']);
    const ours = [
      rewrite('a', external(EXTERNAL_ID) as Partial<Recording>),
      rewrite('b', external(OTHER_EXTERNAL_ID) as Partial<Recording>),
    ];
    expect(grouped(ours).clusters).toEqual(['a', 'b']);
  });

  it('are not folded where they are linked or sessions', () => {
    expect(grouped([rewrite('a'), rewrite('b')], { groups: { a: 0, b: 1 } }).clusters).toEqual(['a', 'b']);
    expect(grouped([rewrite('a'), rewrite('b')], { singles: ['a', 'b'] }).clusters).toEqual(['a', 'b']);
    expect(grouped([rewrite('a'), rewrite('b')], { groups: { a: 0 } }).clusters).toEqual(['ab']);
    expect(grouped([rewrite('a'), rewrite('b')], { groups: { b: 0 } }).clusters).toEqual(['ab']);
  });

  it('ids of the folded still tie', () => {
    const far = recordingOf('z', 9 * HOUR, 10 * HOUR, { ...by('x'), sourceId: '2' });
    expect(grouped([rewrite('a', { sourceId: '1' }), rewrite('b', { sourceId: '2' }), far]).clusters).toEqual(['abz']);
  });

  it('thousands of them cost no more than their number', () => {
    const many = Array.from({ length: 5000 }, (_, index) => rewrite(`r${String(index).padStart(4, '0')}`));
    const before = performance.now();
    const { clusterOf } = groupRecordings(many, {
      groupOf: () => -1,
      isSingle: () => false,
      answers: [],
      settings: matchSettingsOf(),
    });
    expect(new Set(clusterOf).size).toBe(1);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
