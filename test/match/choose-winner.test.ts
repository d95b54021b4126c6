import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DetailSummary } from '../../src/domain/detail-summary';
import type { Recording } from '../../src/domain/recording';
import { chooseWinner, type WinnerOptions } from '../../src/match/choose-winner';
import { by, recordingOf } from './make-recording';

type Pair = readonly [Recording, Recording];

const detail = (series: DetailSummary['series'], routePoints = 0): { detail: DetailSummary } => ({
  detail: { series, route: 'unknown', routePoints },
});
const counted = { count: 30, coverage: 0.5 };
const sparse = { count: 30, coverage: 0.499 };
const stray = { count: 1, coverage: 0.02 };
const ofTwo = (winner: Partial<Recording>, loser: Partial<Recording>, late = 0): Pair => [
  recordingOf('z', late, 100, winner),
  recordingOf('a', 0, 100, loser),
];

describe('chooseWinner', () => {
  const rows: readonly (readonly [string, Pair, WinnerOptions, string])[] = [
    ['a preferred app', ofTwo(by('p'), by('q')), { preferredSources: ['p'] }, 'preferred-source'],
    ['the more preferred app', ofTwo(by('p'), by('q')), { preferredSources: ['p', 'q'] }, 'preferred-source'],
    ['a preferred app over none', ofTwo(by('p'), {}), { preferredSources: ['p'] }, 'preferred-source'],
    [
      'preference over detail',
      ofTwo(by('p'), { ...by('q'), ...detail({ power: counted }) }),
      { preferredSources: ['p'] },
      'preferred-source',
    ],
    ['more series', ofTwo(detail({ speed: counted, power: counted }), detail({ power: counted })), {}, 'richer-detail'],
    [
      'samples over none',
      ofTwo(detail({ speed: counted }), detail({ speed: { count: 0, coverage: 0 } })),
      {},
      'richer-detail',
    ],
    ['a route', ofTwo(detail({ speed: counted }, 5), detail({ speed: counted })), {}, 'richer-detail'],
    [
      'a series that covers half over one that covers less',
      ofTwo(detail({ speed: counted }), detail({ speed: sparse })),
      {},
      'richer-detail',
    ],
    [
      'few samples that cover half over many that do not',
      ofTwo(detail({ speed: { ...counted, count: 1 } }), detail({ speed: { ...sparse, count: 900 } })),
      {},
      'richer-detail',
    ],
    ['a route over stray samples', ofTwo(detail({}, 5), detail({ speed: stray, steps: stray })), {}, 'richer-detail'],
    [
      'the earlier, whatever stray sample the later has',
      ofTwo(detail({ speed: counted }), detail({ speed: counted, steps: stray }), -1),
      {},
      'earliest-written',
    ],
    [
      'the earlier, whatever coverage a series without samples claims',
      ofTwo({}, detail({ speed: { count: 0, coverage: 1 } }), -1),
      {},
      'earliest-written',
    ],
    ['read detail over unread', ofTwo(detail({ speed: counted }), {}), {}, 'richer-detail'],
    ['empty detail is no better than unread', ofTwo({ ...by('p') }, detail({})), { ownSources: ['p'] }, 'own-device'],
    [
      'detail over method',
      ofTwo({ ...detail({ speed: counted }), method: 'manual' }, { method: 'recorded' }),
      {},
      'richer-detail',
    ],
    ['recorded over typed in', ofTwo({ method: 'recorded' }, { method: 'manual' }), {}, 'recorded-live'],
    ['unmarked over typed in', ofTwo({}, { method: 'manual' }), {}, 'recorded-live'],
    ['unmarked over detected', ofTwo({}, { method: 'detected' }), {}, 'recorded-live'],
    ['detected over typed in', ofTwo({ method: 'detected' }, { method: 'manual' }), {}, 'recorded-live'],
    ['unmarked equals recorded', ofTwo(by('p'), { method: 'recorded' }), { ownSources: ['p'] }, 'own-device'],
    ['an own writer', ofTwo(by('p'), by('q')), { ownSources: ['o', 'p'] }, 'own-device'],
    [
      'method over own writer',
      ofTwo(by('q'), { ...by('p'), method: 'manual' }),
      { ownSources: ['p'] },
      'recorded-live',
    ],
    ['an own writer over the earlier', ofTwo(by('p'), by('q'), 5), { ownSources: ['p'] }, 'own-device'],
    ['the earlier', ofTwo({}, {}, -1), {}, 'earliest-written'],
  ];
  it.each(rows)('%s wins', (_, [winner, loser], options, decidedBy) => {
    expect(chooseWinner([loser, winner], options)).toEqual({ winner, decidedBy });
    expect(chooseWinner([winner, loser], options)).toEqual({ winner, decidedBy });
  });

  it('the smaller key wins in the end', () => {
    const [z, a] = ofTwo({}, {});
    expect(chooseWinner([z, a])).toEqual({ winner: a, decidedBy: 'key' });
    expect(chooseWinner([a, { ...a }])).toEqual({ winner: a, decidedBy: 'key' });
  });

  it('one recording wins as the only one', () => {
    const [z] = ofTwo({}, {});
    expect(chooseWinner([z])).toEqual({ winner: z, decidedBy: 'only-one' });
  });

  it('what decided is what told the winner from the second best', () => {
    const third = recordingOf('b', 0, 100, { method: 'manual' });
    expect(chooseWinner([third, ...ofTwo({}, {}, -1)]).decidedBy).toBe('earliest-written');
  });

  it('a series that covers less than half changes no choice', () => {
    const share = fc.double({ min: 0, max: 0.5, maxExcluded: true, noNaN: true });
    const few = fc.dictionary(fc.constantFrom('steps', 'cadence'), fc.record({ count: fc.nat(), coverage: share }));
    const rich = fc.dictionary(
      fc.constantFrom('speed', 'power'),
      fc.record({ count: fc.nat(2), coverage: fc.double({ min: 0, max: 1, noNaN: true }) }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(rich, few, fc.nat(2), fc.nat(1)), { minLength: 2, maxLength: 4 }), (all) => {
        const choiceOf = (isSparseKept: boolean) => {
          const [first, ...rest] = all.map(([series, sparseOnes, routePoints, start], at) =>
            recordingOf(String(at), start, 100, detail({ ...series, ...(isSparseKept && sparseOnes) }, routePoints)),
          ) as [Recording, ...Recording[]];
          const { winner, decidedBy } = chooseWinner([first, ...rest]);
          return [winner.key, decidedBy];
        };
        expect(choiceOf(true)).toEqual(choiceOf(false));
      }),
    );
  });

  it('the choice is the same for any order', () => {
    const all: readonly Recording[] = rows.flatMap(([, pair], index) =>
      pair.map((one) => ({ ...one, key: `${one.key}${index}` })),
    );
    const options = { preferredSources: ['q'], ownSources: ['p'] };
    fc.assert(
      fc.property(fc.shuffledSubarray([...all], { minLength: 1 }), (some) => {
        const [first, ...rest] = some as [Recording, ...Recording[]];
        const choice = chooseWinner([first, ...rest], options);
        expect(chooseWinner([...rest, first] as unknown as [Recording], options)).toEqual(choice);
        expect(some).toContain(choice.winner);
      }),
    );
  });
});
