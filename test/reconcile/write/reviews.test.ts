import { describe, expect, it } from 'vitest';
import type { Comparison, Evidence, MatchVerdict } from '../../../src/match/comparison';
import type { ActivityGroup, Rival } from '../../../src/reconcile/gather/activity-group';
import { reconcile } from '../../../src/reconcile/reconcile';
import { reviewsOf } from '../../../src/reconcile/write/reviews';
import { session, workout } from '../builders/records';
import { link, type WorldShape, world } from '../builders/world';

type Fate = NonNullable<ActivityGroup['fate']>;

const groupOf = (fate: Fate): ActivityGroup => ({ workouts: [], deleted: [], rivals: [], fate });

const OVERLAP: Evidence = { code: 'overlap-of-union', value: 0.5, speaks: 'neither' };
const ANSWERED: Evidence = { code: 'answered', value: 'different', speaks: 'for' };

const comparisonOf = (verdict: MatchVerdict, evidence: readonly Evidence[] = [OVERLAP]): Comparison => ({
  verdict,
  rung: 'evidence',
  evidence,
});

/** A record by its key and kind: `s1` is a session, `w1` a workout. */
const kindOf = (key: string): Rival['otherKind'] => (key.startsWith('s') ? 'session' : 'workout');

/** Says of two groups that a record of the one and a record of the other may be one activity. */
const rival = (
  [one, a]: readonly [ActivityGroup, string],
  [other, b]: readonly [ActivityGroup, string],
  comparison: Comparison,
): void => {
  const relation = { a: 0, b: 1, verdict: comparison.verdict, comparison };
  const shared = { verdict: comparison.verdict, isPart: false, relation };
  one.rivals = [...one.rivals, { ...shared, mine: a, other: b, otherKind: kindOf(b), otherGroup: other }];
  other.rivals = [...other.rivals, { ...shared, mine: b, other: a, otherKind: kindOf(a), otherGroup: one }];
};

const possible = comparisonOf('possible');

describe('the questions of a plan', () => {
  it('are none where nothing rivals', () => {
    expect(reviewsOf([groupOf('imported'), groupOf('held')])).toStrictEqual([]);
  });

  it('are asked once per pair of groups', () => {
    const [one, other] = [groupOf('imported'), groupOf('held')];
    rival([one, 'w2'], [other, 'w1'], possible);
    expect(reviewsOf([one, other])).toStrictEqual([{ kind: 'review', a: 'w1', b: 'w2', comparison: possible }]);
  });

  it('are asked by each group of each later one, in the order of the groups', () => {
    const [one, other, third] = [groupOf('linked'), groupOf('imported'), groupOf('exported')];
    rival([other, 'w2'], [third, 's3'], possible);
    rival([one, 'w1'], [other, 'w2'], possible);
    rival([one, 'w1'], [third, 's3'], comparisonOf('part-of'));
    expect(reviewsOf([one, other, third])).toStrictEqual([
      { kind: 'review', a: 's3', b: 'w1', comparison: comparisonOf('part-of') },
      { kind: 'review', a: 'w1', b: 'w2', comparison: possible },
      { kind: 'review', a: 's3', b: 'w2', comparison: possible },
    ]);
  });

  it.each([
    ['left', 'imported'],
    ['imported', 'left'],
    ['left', 'left'],
  ] as const)('are not asked about what the user has nothing to do with: %s, %s', (early, late) => {
    const [one, other] = [groupOf(early), groupOf(late)];
    rival([one, 'w1'], [other, 'w2'], possible);
    expect(reviewsOf([one, other])).toStrictEqual([]);
  });

  it.each([
    ['alone', [ANSWERED]],
    ['beside what was measured', [ANSWERED, OVERLAP]],
    ['after what was measured', [OVERLAP, ANSWERED]],
  ])('are not asked again once they are answered, %s', (_, evidence) => {
    const [one, other] = [groupOf('imported'), groupOf('held')];
    rival([one, 'w1'], [other, 'w2'], comparisonOf('part-of', evidence));
    rival([one, 'w1'], [other, 'w3'], possible);
    expect(reviewsOf([one, other])).toStrictEqual([]);
  });

  it('are asked without any evidence as well', () => {
    const [one, other] = [groupOf('imported'), groupOf('held')];
    rival([one, 'w1'], [other, 'w2'], comparisonOf('possible', []));
    expect(reviewsOf([one, other])).toHaveLength(1);
  });
});

describe('of several questions about the same two activities', () => {
  /** The question that is asked of two groups whose records rival each other so. */
  const askedOf = (...rivals: readonly (readonly [string, string, MatchVerdict])[]): readonly unknown[] => {
    const [one, other] = [groupOf('imported'), groupOf('held')];
    for (const [mine, theirs, verdict] of rivals) rival([one, mine], [other, theirs], comparisonOf(verdict));
    return reviewsOf([one, other]).map((notice) =>
      notice.kind === 'review' ? [notice.a, notice.b, notice.comparison.verdict] : notice,
    );
  };

  it.each([
    ['same', 'part-of'],
    ['part-of', 'possible'],
    ['same', 'possible'],
  ] as const)('%s is asked before %s, whatever the records are', (clear, vague) => {
    const expected = [['w1', 'w9', clear]];
    expect(askedOf(['w1', 'w9', clear], ['w1', 's2', vague])).toStrictEqual(expected);
    expect(askedOf(['w1', 's2', vague], ['w1', 'w9', clear])).toStrictEqual(expected);
  });

  it('that about a session is asked before that about a workout', () => {
    const expected = [['s2', 'w9', 'possible']];
    expect(askedOf(['w9', 's2', 'possible'], ['w1', 'w3', 'possible'])).toStrictEqual(expected);
    expect(askedOf(['w1', 'w3', 'possible'], ['w9', 's2', 'possible'])).toStrictEqual(expected);
  });

  it('the smaller keys are asked about, among equal ones: first by this one, then by the other', () => {
    const first = ['w1', 'w8', 'possible'] as const;
    for (const second of [['w2', 'w3', 'possible'] as const, ['w1', 'w9', 'possible'] as const]) {
      expect(askedOf(first, second)).toStrictEqual([first]);
      expect(askedOf(second, first)).toStrictEqual([first]);
    }
  });
});

describe('of several questions that one activity asks', () => {
  it('the clearer come first, then those about sessions, then by key', () => {
    const one = groupOf('imported');
    const others = [
      ['w8', 'possible'],
      ['w9', 'possible'],
      ['s7', 'possible'],
      ['w6', 'part-of'],
      ['w5', 'same'],
    ] as const;
    const groups = others.map(([key, verdict]) => {
      const other = groupOf('held');
      rival([one, 'w1'], [other, key], comparisonOf(verdict));
      return other;
    });
    const asked = reviewsOf([one, ...groups]).map((notice) => (notice.kind === 'review' ? [notice.a, notice.b] : []));
    expect(asked).toStrictEqual([
      ['w1', 'w5'],
      ['w1', 'w6'],
      ['s7', 'w1'],
      ['w1', 'w8'],
      ['w1', 'w9'],
    ]);
  });
});

describe('the questions of a window', () => {
  it('are those that its groups ask; what an earlier group asks is not asked again by a later one', () => {
    const [one, other, third] = [groupOf('imported'), groupOf('imported'), groupOf('imported')];
    rival([one, 'w1'], [other, 'w2'], possible);
    rival([other, 'w2'], [third, 'w3'], possible);
    const groups = [one, other, third];
    const first = { kind: 'review', a: 'w1', b: 'w2', comparison: possible };
    const second = { kind: 'review', a: 'w2', b: 'w3', comparison: possible };
    expect(reviewsOf(groups)).toStrictEqual([first, second]);
    expect(reviewsOf(groups, new Set([one]))).toStrictEqual([first]);
    expect(reviewsOf(groups, new Set([other]))).toStrictEqual([second]);
    expect(reviewsOf(groups, new Set([third]))).toStrictEqual([]);
    expect(reviewsOf(groups, new Set())).toStrictEqual([]);
  });
});

describe('a question about two sessions, one of which is gone', () => {
  const [s1, w1] = [session({ key: 's1' }), workout({ key: 'w1' })];
  const s2 = session({ key: 's2', from: 620, to: 640 });
  const w2 = workout({ key: 'w2', from: 620, to: 640, app: 'com.bike' });
  const links = [link('imported', s1, w1), link('imported', s2, w2)];
  const questionsIn = (shape: WorldShape): readonly string[] =>
    reconcile(world({ workouts: [w1, w2], links, ...shape })).notices.map(({ kind }) => kind);

  it('is asked while both are there', () => {
    expect(questionsIn({ sessions: [s1, s2] })).toEqual(['review']);
  });

  it('is answered by a deletion that was told', () => {
    expect(questionsIn({ sessions: [s1], sessionSide: { gone: ['s2'] } })).toEqual([]);
  });

  it('is answered once the link is closed', () => {
    const closed = link('imported', s2, w2, { state: 'session-deleted' });
    expect(questionsIn({ sessions: [s1], links: [link('imported', s1, w1), closed] })).toEqual([]);
  });

  it('rests while a whole list lacks the session, though only imports are listed and so nothing is proven', () => {
    expect(questionsIn({ sessions: [s1] })).toEqual([]);
  });

  it('is asked on while the list is not whole', () => {
    expect(questionsIn({ sessions: [s1], sessionSide: { complete: false } })).toEqual(['review']);
  });

  it('is asked about what is held back by the deleted one', () => {
    const settings = { onPossible: 'hold' } as const;
    const closed = [link('imported', s2, w2, { state: 'session-deleted' })];
    expect(questionsIn({ links: closed, settings })).toEqual(['review']);
  });
});
