import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { adviceForReasons, messageForFile } from '../../src/cli/show/file-advice';
import { REASON_TEXTS } from '../../src/messages/reason-texts';
import { FINDING_TEXTS } from '../../src/messages/run-texts';
import type { Finding } from '../../src/sync/surface/finding';
import { historyOf } from './history';
import { json, run } from './in-process';
import { exportOf, fileOf, freshPath } from './places';

/** What only somebody with the app in hand can do. */
const OF_AN_APP = /Allow this app|Say whether|Prefer the copy|Switch |sync (settings|history)|Sign in|phone/;

const REASONS = adviceForReasons(Object.keys(REASON_TEXTS));
const FILE = exportOf(historyOf(20));
const REFUSING = fileOf({ import: { manualEntries: 'refuse', summaryOnly: 'refuse', categories: { running: false } } });

it('has advice for no reason and no finding that a file cannot follow', () => {
  const codes = Object.keys(FINDING_TEXTS).filter((code) => !/^(store|read|write|background|history)-/.test(code));
  const findings = codes.map((code) => messageForFile({ code, severity: 'note', evidence: {} } as Finding, {}));
  expect(REASONS.length).toBeGreaterThan(10);
  expect(REASONS.filter((advice) => OF_AN_APP.test(advice))).toEqual([]);
  expect(findings.filter(({ text, advice = '' }) => OF_AN_APP.test(`${text} ${advice}`))).toEqual([]);
});

it('names settings that there are', () => {
  const page = readFileSync('docs/settings.md', 'utf8');
  const named = REASONS.flatMap((advice) => /"import\.(\w+)"/.exec(advice)?.[1] ?? []);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
});

it.each([
  ['plan', FILE, '--settings', REFUSING],
  ['plan', FILE, '--settings', REFUSING, '--json'],
  ['doctor', FILE, '--settings', REFUSING],
  ['explain', FILE, 'w0', '--settings', REFUSING],
  ['explain', FILE, 'w0', '--settings', REFUSING, '--json'],
  ['explain', FILE, 'w2'],
])('gives none of it in %s %s %s', async (...argv) => {
  const { out } = await run(...argv);
  expect(out.length).toBeGreaterThan(20);
  expect(out).not.toMatch(OF_AN_APP);
});

it('says each advice once under its list', async () => {
  const { out } = await run('plan', FILE, '--settings', REFUSING, '--all');
  expect(out.match(/"import\.categories"/g)).toHaveLength(1);
  expect(out.match(/"import\.summaryOnly"/g)).toHaveLength(1);
});

it('gives its own advice in the report', async () => {
  const out = freshPath('html');
  expect(json(await run('report', FILE, '--settings', REFUSING, '--out', out, '--json'))).toBeDefined();
  const [, data = ''] = /id="data">(.*?)<\/script>/s.exec(readFileSync(out, 'utf8')) ?? [];
  const { reasons } = JSON.parse(data) as { reasons: { advice?: string }[] };
  expect(reasons.map(({ advice }) => advice)).toContain(
    'The setting "import.categories" decides that: see --settings.',
  );
});
