import { describe, expect, it } from 'vitest';
import { grouped } from './grouped';
import { by, recordingOf } from './make-recording';

const HOUR = 3600;

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

  it('a pair that is found by time and by id is one relation, with all its evidence', () => {
    const result = grouped([
      recordingOf('o', -9 * HOUR, -8 * HOUR),
      recordingOf('a', 0, HOUR, { crossIds: ['f'] }),
      recordingOf('b', 1, HOUR, { crossIds: ['f'] }),
    ]);
    expect(result.relations).toEqual(['a same b']);
    expect(result.explain('ab')?.code).toBe('shared-id');
    expect(grouped([recordingOf('a', 0, HOUR), recordingOf('b', 1, HOUR)]).explain('ab')?.code).toBe(
      'activity-affinity',
    );
  });

  it('nothing is one with nothing', () => {
    expect(grouped([]).clusters).toEqual([]);
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

  it('a group of many is one', () => {
    const many = [session, workout, recordingOf('x', 50 * HOUR, 51 * HOUR), recordingOf('y', 90 * HOUR, 91 * HOUR)];
    expect(grouped(many, { groups: { s: 3, w: 3, x: 3, y: 3 } }).clusters).toEqual(['swxy']);
  });

  it('a copy joins a group through any of its recordings', () => {
    const copy = recordingOf('c', 5 * HOUR + 60, 6 * HOUR);
    expect(grouped([session, workout, copy], { groups: { s: 0, w: 0 }, singles: ['s'] }).clusters).toEqual(['csw']);
    expect(
      grouped([session, workout, recordingOf('c', 10, 1000)], { groups: { s: 0, w: 0 }, singles: ['s'] }).clusters,
    ).toEqual(['csw']);
  });

  it('two copies that are not the same both join a group: what has joined belongs to it', () => {
    const result = grouped([session, recordingOf('b', 0, 700), recordingOf('c', 300, 1000)], {
      groups: { s: 0 },
      singles: ['s'],
    });
    expect(result).toMatchObject({ clusters: ['bcs'], relations: ['b same s', 's same c'] });
  });

  it('between equals a copy goes with the workout, not with the session, whatever is linked', () => {
    const records = [recordingOf('t', 0, 1000), recordingOf('w', 0, 1000, by('x')), recordingOf('z', 0, 1000, by('y'))];
    for (const groups of [{ t: 0, w: 1 }, { w: 0 }, { t: 0 }]) {
      const { clusters } = grouped(records, { groups, singles: ['t'] });
      expect(clusters.filter((cluster) => cluster.includes('w'))).toEqual([expect.stringContaining('z')]);
    }
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
    expect(grouped([session, recordingOf('t', 1, 1000)], { groups: { s: 1, t: 0 } }).clusters).toEqual(['s', 't']);
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

  it('a session that is not the first of its group keeps another session out', () => {
    const late = recordingOf('s', 5, 1000);
    const records = [recordingOf('w', 0, 1000, by('x')), late, recordingOf('t', 10, 1000)];
    expect(grouped(records, { groups: { s: 0, w: 0 }, singles: ['s', 't'] }).clusters).toEqual(['sw', 't']);
  });

  it('a recording joins the one that it resembles most, whether or not another is linked already', () => {
    const records = [recordingOf('a', 0, 1000), recordingOf('b', 0, 650), recordingOf('c', 0, 590)];
    expect(grouped(records).clusters).toEqual(['a', 'bc']);
    expect(grouped(records, { groups: { a: 0 } }).clusters).toEqual(['a', 'bc']);
  });

  it('an id of its app ties a recording to a free one before a file ties it to what is linked', () => {
    const records = [
      recordingOf('a', 0, 1000, { crossIds: ['f'] }),
      recordingOf('b', 0, 650, { ...by('x'), sourceId: '1', crossIds: ['f'] }),
      recordingOf('c', 900, 1000, { ...by('x'), sourceId: '1', activity: 'yoga' }),
    ];
    expect(grouped(records, { groups: { a: 0 } }).clusters).toEqual(['a', 'bc']);
  });
});
