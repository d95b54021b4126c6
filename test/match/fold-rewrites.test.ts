import { describe, expect, it } from 'vitest';
import type { Recording } from '../../src/domain/recording';
import { matchSettingsOf } from '../../src/match/default-match-settings';
import { groupRecordings } from '../../src/match/group-recordings';
import { grouped } from './grouped';
import { by, EXTERNAL_ID, external, OTHER_EXTERNAL_ID, recordingOf } from './make-recording';

const HOUR = 3600;

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

  it('are told apart by their start: what ends together is no rewrite', () => {
    const late = (key: string) => recordingOf(key, 1800, HOUR, by('x'));
    expect(grouped([rewrite('a'), rewrite('b'), late('c'), late('d')]).clusters).toEqual(['ab', 'cd']);
  });

  it('of two apps are compared on their own', () => {
    const whole = recordingOf('w', 0, HOUR, by('z'));
    const [first, second] = [recordingOf('a', 0, 2700, by('x')), recordingOf('b', 0, 2700, by('y'))];
    expect(grouped([whole, first, second, recordingOf('r', 2700, HOUR, by('x'))]).relations).toContain('b same w');
  });

  it('with one id are one relation', () => {
    expect(grouped([rewrite('a', { sourceId: '1' }), rewrite('b', { sourceId: '1' })]).relations).toEqual(['a same b']);
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
      isSuccession: () => false,
      answers: [],
      settings: matchSettingsOf(),
    });
    expect(new Set(clusterOf).size).toBe(1);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
