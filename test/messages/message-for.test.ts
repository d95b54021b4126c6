import { describe, expect, it } from 'vitest';
import type { ReasonCode } from '../../src/domain/reason';
import { messageFor } from '../../src/messages/index';
import { SAMPLES, sampleOf } from './reason-samples';
import { ALL_CODES } from './union-codes';

const codes = Object.keys(SAMPLES) as ReasonCode[];
const NAMING = {
  record: (key: string) => (key === 'w2' ? 'Running of Tue 3 Nov 2026, 18:22 (Garmin Connect)' : undefined),
  app: (id: string) => (id === 'com.example.junk' ? 'Junk' : undefined),
  store: 'Apple Health',
};

describe('messageFor', () => {
  it('knows the very codes that the unions of reason.ts name', () => {
    expect([...codes].sort()).toEqual([...ALL_CODES].sort());
  });

  it.each(codes)('%s has a sentence, with its parameters and without holes', (code) => {
    for (const reason of [sampleOf(code), { code }, { code, params: { until: Number.NaN, route: 'denied' } }]) {
      const { text, advice = 'None.' } = messageFor(reason, NAMING);
      for (const sentence of [text, advice]) {
        expect(sentence).toMatch(/^[A-Z0-9“].*\.$/);
        expect(sentence).not.toMatch(/undefined|NaN|[{}[\]]|\s{2}|null|Invalid/);
      }
    }
  });

  it.each<[ReasonCode, string]>([
    ['category-off', 'Walks & Hikes is switched off in the sports to sync.'],
    ['activity-not-selected', 'Tai chi is not among the activities to sync.'],
    ['before-import-start', 'It starts before Thu 15 Oct 2026, 00:00 UTC, and earlier workouts stay out.'],
    ['source-ignored', 'Workouts from Junk are ignored.'],
    ['detail-missing', 'It has none of the samples that a workout needs to come in: heart rate, route.'],
    ['detail-sparse', 'Its heart rate covers 21.3 % of its time, and 50 % is needed.'],
    [
      'settling',
      'It ended so recently that samples may still arrive; it waits for them until Tue 3 Nov 2026, 17:22 UTC.',
    ],
    ['too-short', 'It lasts 1 min 35 s, and workouts under 5 min stay out.'],
    ['too-long', 'It lasts 27 h, more than the 24 h that a workout may take; somebody may have forgotten to stop it.'],
    ['too-near', 'It covers 90 m, and workouts under 1.50 km stay out.'],
    ['activity-lossy', 'Health Connect would show “Hand cycling” as a broader activity.'],
    ['owned-elsewhere', 'Another device (tablet) keeps this session in Apple Health.'],
    ['malformed', 'The record is damaged: its field “offsetSeconds” cannot be right.'],
    ['possible-twin', 'It may be the same activity as Running of Tue 3 Nov 2026, 18:22 (Garmin Connect).'],
    ['duplicate-session', 'Another session already stands for this activity: “s1”.'],
    ['new-session', 'Apple Health does not hold this session yet.'],
  ])('%s reads: %s', (code, text) => {
    expect(messageFor(sampleOf(code), NAMING).text).toBe(text);
  });

  it('leaves out what nobody knows', () => {
    expect(messageFor({ code: 'owned-elsewhere' }).text).toBe('Another device keeps this session in the health store.');
    expect(messageFor({ code: 'malformed' }).text).toBe('The record is damaged.');
    expect(messageFor({ code: 'new-session' }).text).toBe('The health store does not hold this session yet.');
  });

  it('shows times where the recording was made when the offset is known', () => {
    const { text } = messageFor(sampleOf('in-the-future'), { offsetSeconds: -12_600 });
    expect(text).toBe('It ends in the future, at Tue 3 Nov 2026, 13:52.');
  });

  it('tells a hidden route from one that is not there', () => {
    const advice = (route: string) => messageFor({ code: 'summary-only', params: { route } }, NAMING).advice;
    expect(advice('none')).toBe('Allow workouts without samples in the sync settings to bring it in.');
    expect(advice('denied')).toBe('Allow this app to read routes in Apple Health, then sync again.');
    expect(advice('consent-required')).toBe('Let this app see the route of this workout, then sync again.');
  });

  it("spells out a host's own code and a code of a newer version, and reads neither as a template", () => {
    expect(messageFor({ code: 'host-no-source' })).toEqual({ text: 'A rule of this app says: no source.' });
    expect(messageFor({ code: 'host-{of:record}[x]' as 'host-x' }).text).toBe(
      'A rule of this app says: {of:record}[x].',
    );
    expect(messageFor({ code: 'constructor' as 'deleted' }).text).toBe('The reason is: constructor.');
  });

  it('never reads a parameter as a template', () => {
    expect(messageFor({ code: 'duplicate-session', params: { of: '$& {of:record} [x]' } }).text).toBe(
      'Another session already stands for this activity: “$& {of:record} [x]”.',
    );
  });
});
