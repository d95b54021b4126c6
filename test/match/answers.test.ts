import { describe, expect, it } from 'vitest';
import type { PairAnswer } from '../../src/match/number-answers';
import { grouped } from './grouped';
import { by, EXTERNAL_ID, external, recordingOf } from './make-recording';

const HOUR = 3600;

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

  it('same outranks kinds across what it brings together', () => {
    const yoga = recordingOf('y', 0, 1000, { activity: 'yoga' });
    const lifting = recordingOf('z', 0, 1000, { activity: 'strength-training' });
    expect(grouped([a, yoga, lifting], { answers: [same('a', 'y'), same('y', 'z')] }).clusters).toEqual(['ayz']);
  });

  it('come out the same in any order', () => {
    const [c, d] = [recordingOf('c', 9 * HOUR, 10 * HOUR), recordingOf('d', 90 * HOUR, 91 * HOUR)];
    const [x, y] = [recordingOf('x', 19 * HOUR, 20 * HOUR), recordingOf('y', 80 * HOUR, 81 * HOUR)];
    const forwards = grouped([c, d, x, y], { answers: [same('c', 'd'), same('x', 'y')] });
    expect(forwards.relations).toEqual(['c same d', 'x same y']);
    expect(grouped([c, d, x, y], { answers: [same('y', 'x'), same('d', 'c')] }).relations).toEqual(forwards.relations);
  });

  it('about what is not there leave the others in their order', () => {
    const [c, d] = [recordingOf('c', 9 * HOUR, 10 * HOUR), recordingOf('d', 90 * HOUR, 91 * HOUR)];
    const [x, y] = [recordingOf('x', 19 * HOUR, 20 * HOUR), recordingOf('y', 80 * HOUR, 81 * HOUR)];
    const told = (absent: PairAnswer) =>
      grouped([c, d, x, y], { answers: [same('x', 'y'), absent, same('c', 'd')] }).relations;
    expect(told(same('c', 'q'))).toEqual(['c same d', 'x same y']);
    expect(told(same('q', 'c'))).toEqual(['c same d', 'x same y']);
    expect(told(same('p', 'q'))).toEqual(['c same d', 'x same y']);
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
