// @ts-nocheck
import { describe, expect, it } from 'vitest';
import type { Recording } from '../../src/domain/recording';
import { grouped } from './grouped';
import { by, recordingOf } from './make-recording';

const HOUR = 3600;

describe('pieces of one whole', () => {
  const whole = recordingOf('w', 0, HOUR, by('watch'));
  const piece = (key: string, from: number, to: number, app = 'phone') => recordingOf(key, from, to, by(app));

  it('two halves are parts of it', () => {
    expect(grouped([whole, piece('a', 0, 1800), piece('b', 1800, HOUR)])).toMatchObject({
      clusters: ['a', 'b', 'w'],
      relations: ['a part-of w', 'w part-of b'],
    });
  });

  it('halves that are parts anyway need no sibling to show it', () => {
    expect(grouped([whole, piece('a', 0, 1800), piece('b', 1800, HOUR)]).explain('aw')?.code).toBe('activity-affinity');
  });

  it('a piece that alone would be the whole is a part beside its sibling', () => {
    const result = grouped([whole, piece('a', 0, 2700), piece('b', 2700, HOUR)]);
    expect(result).toMatchObject({ clusters: ['a', 'b', 'w'], relations: ['a part-of w', 'w part-of b'] });
    expect(result.explain('aw')).toEqual({ code: 'sibling-piece', value: 'b', speaks: 'against' });
    expect(result.factsOf('aw')).toBe(6);
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
