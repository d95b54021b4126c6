import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExportRefusalCode, ImportRefusalCode } from '../../src/domain/reason';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';

const page = (name: string) => readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8');

const IMPORT_CODES: Record<ImportRefusalCode, true> = {
  'own-export': true,
  'own-recording': true,
  'source-ignored': true,
  'origin-relayed': true,
  'manual-entry': true,
  'import-off': true,
  'activity-not-selected': true,
  'category-off': true,
  'before-import-start': true,
  'too-short': true,
  'too-long': true,
  'too-near': true,
  'in-the-future': true,
  'detail-unread': true,
  settling: true,
  'summary-only': true,
  'detail-missing': true,
  'detail-sparse': true,
};

const EXPORT_CODES: Record<ExportRefusalCode, true> = {
  'session-deleted': true,
  'not-completed': true,
  'imported-from-here': true,
  'owned-elsewhere': true,
  'activity-not-writable': true,
  'session-in-the-future': true,
  'export-off': true,
  'before-export-start': true,
  'origin-writes-there': true,
  'activity-lossy': true,
  'session-too-short': true,
  'grace-period': true,
  'session-detail-unread': true,
  'no-detail': true,
};

it('docs/policies.md has one row for each refusal, in the order of the rules', () => {
  const rows = [...page('policies').matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code);
  const held = ['lasts', 'for-good', 'needs-user', 'until'];
  expect(rows.filter((code) => !held.includes(code ?? ''))).toEqual([
    ...Object.keys(IMPORT_CODES),
    ...Object.keys(EXPORT_CODES),
  ]);
});

describe('docs/settings.md says the default of each setting', () => {
  const [imports = '', exports = '', others = ''] = page('settings').split(/^## /m).slice(1);
  const told = (value: unknown) => (typeof value === 'string' ? `'${value}'` : JSON.stringify(value));
  const { import: imported, export: exported, guard: _guard, ...rest } = DEFAULT_SETTINGS;
  it.each([
    ...Object.entries(imported).map(([field, value]) => [field, value, imports] as const),
    ...Object.entries(exported).map(([field, value]) => [field, value, exports] as const),
    ...Object.entries(rest).map(([field, value]) => [field, value, others] as const),
  ])('%s', (field, value, section) => {
    expect(section).toContain(`| \`${field}\` | \`${told(value)}\` |`);
  });
});
