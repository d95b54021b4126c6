// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import { type SettingsOverrides, settingsFrom } from '../../src/policy/settings-from';
import { frozen } from './records';

const base = settingsFrom({
  import: { activities: ['running'], categories: { running: false }, minimumDurationSeconds: 9 },
  match: { sameOverlap: 0.7 },
});

it('no overrides give the defaults, and no match settings', () => {
  expect(settingsFrom({})).toEqual(DEFAULT_SETTINGS);
  expect('match' in settingsFrom({})).toBe(false);
});

describe('each level is merged', () => {
  it.each<readonly [string, SettingsOverrides, object]>([
    ['import', { import: { enabled: false } }, { import: { ...base.import, enabled: false } }],
    ['export', { export: { graceSeconds: 60 } }, { export: { ...base.export, graceSeconds: 60 } }],
    ['guard', { guard: { count: 1 } }, { guard: { count: 1, share: 0.2 } }],
    ['a choice', { onPossible: 'hold' }, { onPossible: 'hold' }],
    [
      'lists are replaced',
      { import: { activities: ['walking'] } },
      { import: { ...base.import, activities: ['walking'] } },
    ],
    [
      'categories are merged',
      { import: { categories: { other: false } } },
      { import: { ...base.import, categories: { running: false, other: false } } },
    ],
    ['match is merged', { match: { possibleOverlap: 0.6 } }, { match: { sameOverlap: 0.7, possibleOverlap: 0.6 } }],
  ])('%s', (_title, overrides, changed) => {
    expect(settingsFrom(overrides, frozen(base))).toEqual({ ...base, ...changed });
  });
});

it('applying the same overrides twice is applying them once', () => {
  const overrides = fc.record(
    {
      import: fc.record(
        { enabled: fc.boolean(), categories: fc.constantFrom({}, { running: false }) },
        { requiredKeys: [] },
      ),
      match: fc.record({ sameOverlap: fc.constantFrom(0, 1) }, { requiredKeys: [] }),
      guard: fc.record({ count: fc.nat(3) }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(overrides, (each) => {
      expect(settingsFrom(each, settingsFrom(each, base))).toEqual(settingsFrom(each, base));
    }),
  );
});
