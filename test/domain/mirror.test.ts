import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toMirrorEntry } from '../../src/domain/mirror';
import { printOf, sameFacts } from '../../src/domain/prints';
import type { Workout } from '../../src/domain/workout';

const workout: Workout = {
  kind: 'workout',
  key: 'w1',
  platform: 'health-connect',
  activity: 'running',
  start: 0,
  end: 3_600_000,
  title: 'Run with Kim',
  source: { app: 'com.example.watch' },
  raw: { platform: 'health-connect', type: 56 },
  external: { id: 'x', version: 3 },
  distanceMetres: 9000,
};

it('keeps the header, and the print in place of the title', () => {
  const { title: _dropped, ...header } = workout;
  expect(toMirrorEntry(workout)).toEqual({ ...header, prints: printOf(workout) });
});

it('holds no text of the user', () => {
  expect(JSON.stringify(toMirrorEntry(workout))).not.toMatch(/kim/i);
});

it('notices a rename', () => {
  const renamed = toMirrorEntry({ ...workout, title: 'Run with Bo' });
  expect(sameFacts(toMirrorEntry(workout).prints.facts, renamed.prints.facts)).toBe(false);
});

it('leaves the workout as it was', () => {
  const before = structuredClone(workout);
  toMirrorEntry(Object.freeze(workout));
  expect(workout).toEqual(before);
});

it('is the same entry after JSON, with or without a title', () => {
  const title = fc.option(fc.string(), { nil: undefined });
  fc.assert(
    fc.property(title, fc.nat(10_000), (text, distanceMetres) => {
      const { title: _dropped, ...rest } = workout;
      const entry = toMirrorEntry({ ...rest, distanceMetres, ...(text !== undefined && { title: text }) });
      expect('title' in entry).toBe(false);
      expect(JSON.parse(JSON.stringify(entry))).toEqual(entry);
    }),
  );
});

it.each([
  { title: ['Run'] },
  { title: 7 },
  { detail: null },
  { detail: {} },
  { detail: { series: null } },
  { detail: { series: { 'heart-rate': null } } },
  { energyKilocalories: null },
])('takes a malformed workout without throwing, so that planning can name the fault: %o', (spoilt) => {
  expect(toMirrorEntry({ ...workout, ...spoilt } as unknown as Workout).key).toBe('w1');
});
