// @ts-nocheck
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { ACTIVITIES, CATEGORIES } from '../../src/domain/activity';
import type { Criterion, Evidence, EvidenceCode, MatchVerdict } from '../../src/match/comparison';
import {
  activityLabel,
  categoryLabel,
  criterionText,
  durationText,
  evidenceText,
  platformLabel,
  timeText,
  verdictText,
} from '../../src/messages/index';
import { distanceText, shareText } from '../../src/messages/quantity-text';

const sentence = /^[A-Z].*\.$/;

describe('labels', () => {
  const labels = JSON.parse(readFileSync(new URL('activity-labels.json', import.meta.url), 'utf8'));

  it('calls every activity what the reference vocabulary calls it', () => {
    expect(Object.fromEntries(ACTIVITIES.map((id) => [id, activityLabel(id)]))).toEqual(labels);
  });

  it('has no label twice', () => {
    expect(new Set(ACTIVITIES.map(activityLabel)).size).toBe(ACTIVITIES.length);
  });

  it('shows an activity of a newer version by its id', () => {
    expect(activityLabel('moon-walking' as 'other')).toBe('Moon walking');
    expect(activityLabel('constructor' as 'other')).toBe('Constructor');
  });

  it('calls the categories what the switches are called', () => {
    expect(CATEGORIES.map(categoryLabel)).toEqual([
      'Cycling',
      'Running',
      'Strength Training',
      'Walks & Hikes',
      'Swimming',
      'Yoga & Mobility',
      'Other',
    ]);
  });

  it('calls the health stores by their names', () => {
    expect([platformLabel('apple-health'), platformLabel('health-connect')]).toEqual([
      'Apple Health',
      'Health Connect',
    ]);
  });
});

describe('verdictText and criterionText', () => {
  const verdicts: Record<MatchVerdict, true> = { same: true, 'part-of': true, possible: true, different: true };
  const criteria: Record<Criterion, true> = {
    'preferred-source': true,
    'richer-detail': true,
    'recorded-live': true,
    'own-device': true,
    'earliest-written': true,
    key: true,
    'only-one': true,
  };

  it('have a sentence of their own for each value', () => {
    const texts = [
      ...(Object.keys(verdicts) as MatchVerdict[]).map(verdictText),
      ...(Object.keys(criteria) as Criterion[]).map(criterionText),
    ];
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).toMatch(sentence);
  });
});

describe('evidenceText', () => {
  const table: Record<EvidenceCode, [Omit<Evidence, 'code' | 'speaks'>, string]> = {
    'shared-id': [{ value: 'source-id' }, 'Both carry the same id (source id).'],
    'conflicting-id': [{ value: 'own-id' }, 'They carry different ids (own id).'],
    parent: [{ value: 'w9' }, 'One is recorded as a leg of the other (“w9”).'],
    'overlap-of-union': [
      { value: 0.923, threshold: 0.6 },
      'They share 92.3 % of the time that either covers (60 % is enough).',
    ],
    'overlap-of-shorter': [
      { value: 1, threshold: 0.5 },
      'They share 100 % of the time of the shorter one (50 % is the least).',
    ],
    'start-distance': [{ value: 27, threshold: 1000 }, 'Their starts are 27 s apart (near is up to 16 min 40 s).'],
    'end-distance': [{ value: 0 }, 'Their ends are 0 s apart.'],
    'activity-affinity': [{ value: 'family' }, 'Their activities: two names of one activity.'],
    'distance-ratio': [{ value: 0.971, threshold: 0.9 }, 'The shorter distance is 97.1 % of the longer (90 % agrees).'],
    'energy-ratio': [{ value: 0.5 }, 'The lower energy is 50 % of the higher.'],
    'same-source': [{ value: 'com.garmin' }, 'One app wrote both: com.garmin.'],
    'exact-rewrite': [{ value: 'com.garmin' }, 'One app wrote the same recording twice: com.garmin.'],
    'hour-shift': [{ value: 5.5 }, 'They are 5.5 h apart to the second, as after a time-zone fault.'],
    'long-recording': [{ value: 172_800, threshold: 86_400 }, 'One lasts 2 d; somebody may have forgotten to stop it.'],
    'sibling-piece': [{ value: 'w3' }, 'It is one piece beside another (“w3”), and the whole covers both.'],
    answered: [{ value: 'different' }, 'You have said that they are different.'],
  };

  it.each(Object.entries(table))('%s says what was measured', (code, [fact, text]) => {
    expect(evidenceText({ code: code as EvidenceCode, speaks: 'neither', ...fact })).toBe(text);
  });

  it('says something of a code and of a value that this version does not know', () => {
    expect(evidenceText({ code: 'moon-phase' as 'parent', value: 0.3, speaks: 'for' })).toMatch(sentence);
    expect(evidenceText({ code: 'activity-affinity', value: 'valueOf', speaks: 'for' })).toMatch(sentence);
  });
});

describe('durationText', () => {
  it.each([
    [0, '0 s'],
    [0.4, '0 s'],
    [59.4, '59 s'],
    [59.6, '1 min'],
    [60, '1 min'],
    [61, '1 min 1 s'],
    [3599.4, '59 min 59 s'],
    [3599.6, '1 h'],
    [3600, '1 h'],
    [3629, '1 h'],
    [3630, '1 h 1 min'],
    [172_769, '47 h 59 min'],
    [172_770, '2 d'],
    [176_400, '2 d 1 h'],
    [-5, '-5 s'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });
});

describe('distanceText and shareText', () => {
  it.each([
    [0, '0 m'],
    [999.4, '999 m'],
    [1000, '1.00 km'],
    [42_195, '42.20 km'],
  ])('%d metres are %s', (metres, text) => {
    expect(distanceText(metres)).toBe(text);
  });

  it.each([
    [0, '0 %'],
    [0.5994, '59.9 %'],
    [1, '100 %'],
  ])('a share of %d is %s', (share, text) => {
    expect(shareText(share)).toBe(text);
  });
});

describe('timeText', () => {
  const zone = process.env.TZ;
  const SUMMER_NIGHT = Date.UTC(2026, 6, 31, 23, 59);

  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  // Lord Howe Island moves its clock by half an hour, Kiribati is fourteen hours ahead.
  it.each(['UTC', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Kiritimati'])(
    'shows the same on a machine in %s',
    (machine) => {
      process.env.TZ = machine;
      expect(timeText(SUMMER_NIGHT)).toBe('Fri 31 Jul 2026, 23:59 UTC');
      expect(timeText(SUMMER_NIGHT, 0)).toBe('Fri 31 Jul 2026, 23:59');
      expect(timeText(SUMMER_NIGHT, 60)).toBe('Sat 1 Aug 2026, 00:00');
      expect(timeText(SUMMER_NIGHT, -16_200)).toBe('Fri 31 Jul 2026, 19:29');
    },
  );

  it('really runs on machines in different zones', () => {
    process.env.TZ = 'Pacific/Kiritimati';
    const ahead = new Date(SUMMER_NIGHT).getHours();
    process.env.TZ = 'America/New_York';
    expect(new Date(SUMMER_NIGHT).getHours()).not.toBe(ahead);
  });

  it('says so of a time that no calendar has', () => {
    expect(timeText(Number.NaN)).toBe('an impossible time');
    expect(timeText(8.65e15)).toBe('an impossible time');
  });
});
