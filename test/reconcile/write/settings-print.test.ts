import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../src/domain/hash';
import { DEFAULT_SETTINGS } from '../../../src/policy/default-settings';
import { settingsPrint } from '../../../src/reconcile/write/settings-print';

describe('the print of settings', () => {
  it('is the fingerprint of their text, fields in order', () => {
    const { guard, ...rest } = DEFAULT_SETTINGS;
    const reordered = { guard: { share: guard.share, count: guard.count }, ...rest };
    expect(settingsPrint(reordered)).toBe(settingsPrint(DEFAULT_SETTINGS));
    expect(settingsPrint(DEFAULT_SETTINGS)).toMatch(/^[0-9a-f]{32}$/);
    expect(settingsPrint(DEFAULT_SETTINGS)).not.toBe(fingerprint(''));
  });

  it('changes with any of them', () => {
    const { guard } = DEFAULT_SETTINGS;
    const stricter = { ...DEFAULT_SETTINGS, guard: { ...guard, count: guard.count + 1 } };
    expect(settingsPrint(stricter)).not.toBe(settingsPrint(DEFAULT_SETTINGS));
  });
});
