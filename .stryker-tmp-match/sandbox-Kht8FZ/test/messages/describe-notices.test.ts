// @ts-nocheck
import { describe, expect, it } from 'vitest';
import { describeNotices } from '../../src/messages/index';
import type { Notice } from '../../src/reconcile/plan';
import { session, WATCH } from '../reconcile/builders/records';
import { world } from '../reconcile/builders/world';
import { EMPTY_PLAN, SAME, watched } from './plan-samples';

describe('describeNotices', () => {
  const copy: Notice = {
    kind: 'copy',
    of: 'w1',
    copy: 'w2',
    apps: { of: WATCH, copy: 'com.example.runs' },
    numbers: [
      { name: 'durationSeconds', of: 3600, copy: 3600.2 },
      { name: 'distanceMetres', of: 10_020, copy: 9910 },
      { name: 'activeKilocalories', copy: 612.4 },
      { name: 'totalKilocalories', of: 0, copy: 20 },
      { name: 'elevationGainMetres', of: 121, copy: 134 },
    ],
    comparison: { ...SAME, evidence: [{ code: 'overlap-of-union', value: 0.98, speaks: 'for' }] },
  };

  it('answers which app recorded the original, which holds a copy, and how their numbers differ', () => {
    const small = world({ workouts: [watched({ key: 'w1', offsetSeconds: 0 })] });
    expect(describeNotices({ ...EMPTY_PLAN, notices: [copy] }, small)).toEqual([
      {
        kind: 'copy',
        a: 'w1',
        b: 'w2',
        text: 'Running of Mon 4 May 2026, 10:00: the original is from Watch, a copy is in com.example.runs.',
        advice: 'Prefer the copy if it is the better recording.',
        facts: ['They share 98 % of the time that either covers.'],
        numbers: [
          { name: 'duration', of: '1 h', copy: '1 h', difference: 'the same' },
          { name: 'distance', of: '10.02 km', copy: '9.91 km', difference: '−110 m (1.1 %)' },
          { name: 'active energy', of: '', copy: '612 kcal', difference: '' },
          { name: 'total energy', of: '0 kcal', copy: '20 kcal', difference: '+20 kcal' },
          { name: 'elevation gain', of: '121 m', copy: '134 m', difference: '+13 m (10.7 %)' },
        ],
      },
    ]);
  });

  it('asks about two records and tells of a conflict', () => {
    const notices: Notice[] = [
      { kind: 'review', a: 's1', b: 'w9', comparison: { ...SAME, verdict: 'part-of' } },
      { kind: 'conflict', session: 's1', workout: 'w1', parts: ['facts', 'detail'] },
    ];
    const small = world({ sessions: [session({ key: 's1' })] });
    expect(describeNotices({ ...EMPTY_PLAN, notices }, small).map(({ text }) => text)).toEqual([
      'Running of Mon 4 May 2026, 10:00 UTC (this app) and “w9”: One is a part of the other.',
      'Running of Mon 4 May 2026, 10:00 UTC (this app) was changed on both sides (what it was and when, totals and ' +
        'samples); your edit in the app stays.',
    ]);
    expect(describeNotices({ ...EMPTY_PLAN, notices })[1]?.advice).toBe(
      'Take the side of the health store if that one is right.',
    );
  });

  it('names no app where a copy names none', () => {
    const [line] = describeNotices({ ...EMPTY_PLAN, notices: [{ ...copy, apps: {} }] });
    expect(line?.text).toBe('the original is from another app, a copy is in another app.');
  });
});
