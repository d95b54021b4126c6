import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../src/domain/reason';
import { compareRecordings } from '../../../src/match/compare-recordings';
import { block, emptyDraft, refuse, reviewOf, skip, wait } from '../../../src/reconcile/write/draft';
import { at, session, workout } from '../builders/records';

const EMPTY = { steps: [], removals: [], skipped: [], waiting: [], blocked: [], notices: [], settled: 0 };
const s1 = session({ key: 's1' });
const w1 = workout({ key: 'w1' });

describe('placing a record', () => {
  it('starts with a draft that holds nothing', () => {
    expect(emptyDraft()).toStrictEqual(EMPTY);
  });

  it('skips one record with its reason', () => {
    const draft = emptyDraft();
    skip(draft, w1, { code: 'deleted-in-app', params: { session: 's1' } });
    expect(draft).toStrictEqual({
      ...EMPTY,
      skipped: [{ kind: 'workout', key: 'w1', reasons: [{ code: 'deleted-in-app', params: { session: 's1' } }] }],
    });
  });

  const both = (code: string) => [
    { kind: 'session', key: 's1', reasons: [{ code }] },
    { kind: 'workout', key: 'w1', reasons: [{ code }] },
  ];

  it('lets each of several records wait for the same', () => {
    const draft = emptyDraft();
    wait(draft, [s1, w1], { code: 'session-open' });
    expect(draft).toStrictEqual({ ...EMPTY, waiting: both('session-open') });
  });

  it('blocks each of several records with the same question', () => {
    const draft = emptyDraft();
    block(draft, [s1, w1], { code: 'quarantined' });
    expect(draft).toStrictEqual({ ...EMPTY, blocked: both('quarantined') });
  });
});

describe('placing a record that a policy refused', () => {
  const off: Refusal = { code: 'import-off', lasts: 'needs-user' };
  const short: Refusal = { code: 'too-short', lasts: 'for-good' };
  const settling: Refusal = { code: 'settling', lasts: 'until', until: at(670) };
  const future: Refusal = { code: 'in-the-future', lasts: 'until', until: at(680) };
  const unread: Refusal = { code: 'detail-unread', lasts: 'until' };

  it.each([
    ['until the moment that is known', [settling], { until: at(670) }],
    ['until the last of the moments that are known', [future, settling], { until: at(680) }],
    ['until the one moment that is known', [unread, settling], { until: at(670) }],
    ['without a moment where none is known', [unread], {}],
  ] as const)('waits %s, when every reason passes by itself', (_, reasons, until) => {
    const draft = emptyDraft();
    refuse(draft, w1, { kind: 'refused', reasons: reasons as readonly [Refusal, ...Refusal[]] });
    expect(draft).toStrictEqual({ ...EMPTY, waiting: [{ kind: 'workout', key: 'w1', reasons, ...until }] });
  });

  it.each([
    ['for good', [short]],
    ['until the user changes something', [off]],
    ['for several reasons, of which one would pass', [settling, off]],
  ] as const)('is skipped with all the reasons when it is refused %s', (_, reasons) => {
    const draft = emptyDraft();
    refuse(draft, s1, { kind: 'refused', reasons: reasons as readonly [Refusal, ...Refusal[]] });
    expect(draft).toStrictEqual({ ...EMPTY, skipped: [{ kind: 'session', key: 's1', reasons }] });
  });
});

describe('a question about two records', () => {
  const comparison = compareRecordings(s1, w1);

  it.each([
    ['s1', 'w1'],
    ['w1', 's1'],
  ])('is the same whichever comes first: %s, %s', (a, b) => {
    expect(reviewOf(a, b, comparison)).toStrictEqual({ kind: 'review', a: 's1', b: 'w1', comparison });
  });
});
