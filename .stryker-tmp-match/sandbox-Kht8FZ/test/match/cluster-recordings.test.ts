// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../../src/domain/recording';
import { clusterRecordings } from '../../src/match/cluster-recordings';
import { compareRecordings } from '../../src/match/compare-recordings';
import { keysOf } from './keys-of';
import { by, recordingOf } from './make-recording';

const HOUR = 3600;

describe('clusterRecordings', () => {
  it('gives every recording once: winner, what decided, copies with their reasons', () => {
    const watch = recordingOf('watch', 0, HOUR, by('w'));
    const phone = recordingOf('phone', 60, HOUR, by('p'));
    const late = recordingOf('late', 120, HOUR, by('l'));
    expect(
      clusterRecordings([late, phone, watch, recordingOf('next', HOUR, 2 * HOUR)], { preferredSources: ['p'] }),
    ).toEqual([
      {
        winner: 'phone',
        decidedBy: 'preferred-source',
        copies: [
          { key: 'watch', comparison: compareRecordings(phone, watch) },
          { key: 'late', comparison: compareRecordings(phone, late) },
        ],
      },
      { winner: 'next', decidedBy: 'only-one', copies: [] },
    ]);
  });

  it('chooses by own sources and matches by the given settings', () => {
    const two = [recordingOf('a', 0, 1000, by('x')), recordingOf('b', 0, 500, by('y'))];
    expect(keysOf(two)).toEqual([['a'], ['b']]);
    const [cluster] = clusterRecordings(two, { match: { sameOverlap: 0.5 }, ownSources: ['y'] });
    expect(cluster).toMatchObject({
      winner: 'b',
      decidedBy: 'own-device',
      copies: [{ key: 'a', comparison: { verdict: 'same' } }],
    });
  });

  it('leaves malformed recordings out, and all but one of a key, whatever the order', () => {
    const good = recordingOf('good', 0, HOUR);
    const bad = [
      { ...good, key: '' },
      { ...good, key: 'n', start: Number.NaN },
      { ...good, key: 'i', end: Infinity },
      { ...good, key: 'e', end: good.start },
      { ...good, key: 'd', distanceMetres: -1 },
      { ...good, key: 'o', offsetSeconds: 16 * 3600 },
      { ...good, key: 's', source: { app: '' } },
    ];
    expect(keysOf([...bad, good])).toEqual([['good']]);
    const twin = recordingOf('good', 2 * HOUR, 3 * HOUR);
    const beside = recordingOf('n', 1, HOUR);
    expect(keysOf([good, twin, beside])).toEqual([['good', 'n']]);
    expect(keysOf([twin, beside, good])).toEqual([['good', 'n']]);
    expect(clusterRecordings([])).toEqual([]);
  });

  it('never throws on values that cannot be right', () => {
    const odd = fc.constantFrom<unknown>(undefined, null, Number.NaN, Infinity, -1, '', 'x', 1e300, {}, []);
    const field = fc.constantFrom(
      'key',
      'start',
      'end',
      'activity',
      'distanceMetres',
      'offsetSeconds',
      'activeSeconds',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(field, odd), { maxLength: 3 }), (changes) => {
        const broken = { ...recordingOf('a', 0, HOUR), ...Object.fromEntries(changes) } as Recording;
        expect(clusterRecordings([broken, recordingOf('b', 0, HOUR)]).length).toBeGreaterThan(0);
      }),
    );
  });

  it('does not change what it is given', () => {
    const frozen = [recordingOf('b', 60, HOUR), recordingOf('a', 0, HOUR)].map((one) => Object.freeze(one));
    expect(keysOf(Object.freeze(frozen))).toEqual([['a', 'b']]);
  });
});
