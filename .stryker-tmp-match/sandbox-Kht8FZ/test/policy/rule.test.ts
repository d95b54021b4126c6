// @ts-nocheck
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import { DETAIL_UNREAD, SESSION_DETAIL_UNREAD } from '../../src/policy/detail-unread';
import { judgeExport } from '../../src/policy/judge-export';
import { judgeImport } from '../../src/policy/judge-import';
import type { ExportRule, ImportRule } from '../../src/policy/rule';
import { settingsFrom } from '../../src/policy/settings-from';
import { codesOf, detail, exportContext, importContext, NO_SAMPLES, reasonsOf, session, workout } from './records';

describe("a host's own import rules", () => {
  const refuseAll: ImportRule = () => ({ code: 'host-first', lasts: 'needs-user', params: { limit: 3 } });
  const nothing: ImportRule = () => undefined;
  const no: ImportRule = () => false;
  const second: ImportRule = () => ({ code: 'host-second', lasts: 'for-good' });
  const needsPower: ImportRule = ({ detail: summary }) => {
    if (summary === undefined) return DETAIL_UNREAD;
    return summary.series.power === undefined && { code: 'host-no-power', lasts: 'for-good' };
  };

  it('come after the built-in ones, in their order', () => {
    const rules = [refuseAll, nothing, no, second];
    const off = settingsFrom({ import: { enabled: false } });
    expect(codesOf(judgeImport(workout(), off, { ...importContext, rules }))).toEqual([
      'import-off',
      'host-first',
      'host-second',
    ]);
    expect(reasonsOf(judgeImport(workout(), DEFAULT_SETTINGS, { ...importContext, rules: [refuseAll] }))).toEqual([
      { code: 'host-first', lasts: 'needs-user', params: { limit: 3 } },
    ]);
  });

  it('let in what none of them refuses', () => {
    expect(judgeImport(workout(), DEFAULT_SETTINGS, { ...importContext, rules: [nothing, no] }).kind).toBe('eligible');
    expect(judgeImport(workout(), DEFAULT_SETTINGS, { ...importContext, rules: [] }).kind).toBe('eligible');
  });

  it('are given the workout, the import settings and the context', () => {
    const seen: unknown[] = [];
    const context = { ...importContext, rules: [(...given: unknown[]) => void seen.push(given)] };
    const subject = workout();
    judgeImport(subject, DEFAULT_SETTINGS, context);
    expect(seen).toEqual([[subject, DEFAULT_SETTINGS.import, context, undefined]]);
  });

  it('ask for the samples where they need them, and are asked again with them', () => {
    const rules = [needsPower];
    expect(reasonsOf(judgeImport(workout(), DEFAULT_SETTINGS, { ...importContext, rules }))).toEqual([DETAIL_UNREAD]);
    const read = (summary = NO_SAMPLES) =>
      judgeImport(workout({ detail: summary }), DEFAULT_SETTINGS, { ...importContext, rules });
    expect(codesOf(read())).toEqual(['host-no-power']);
    expect(codesOf(read(detail({ power: 1 })))).toEqual([]);
  });

  it('ask once, however many ask', () => {
    const refuse = settingsFrom({ import: { summaryOnly: 'refuse' } });
    const rules = [needsPower, needsPower];
    expect(codesOf(judgeImport(workout(), refuse, { ...importContext, rules }))).toEqual(['detail-unread']);
    expect(codesOf(judgeImport(workout(), refuse, { ...importContext, rules: [...rules, second] }))).toEqual([
      'host-second',
    ]);
  });
});

describe("a host's own export rules", () => {
  const untitled: ExportRule = ({ title }) => title === undefined && { code: 'host-untitled', lasts: 'needs-user' };

  it('come after the built-in ones, also by hand', () => {
    const off = settingsFrom({ export: { enabled: false } });
    const context = { ...exportContext, rules: [untitled] };
    expect(codesOf(judgeExport(session(), 'apple-health', off, context))).toEqual(['export-off', 'host-untitled']);
    expect(codesOf(judgeExport(session(), 'apple-health', off, { ...context, byHand: true }))).toEqual([
      'host-untitled',
    ]);
    expect(codesOf(judgeExport(session({ title: 'x' }), 'apple-health', off, { ...context, byHand: true }))).toEqual(
      [],
    );
  });

  it('are given the session, the export settings, the context and the health store', () => {
    const seen: unknown[] = [];
    const context = { ...exportContext, rules: [(...given: unknown[]) => void seen.push(given)] };
    const subject = session();
    judgeExport(subject, 'apple-health', DEFAULT_SETTINGS, context);
    expect(seen).toEqual([[subject, DEFAULT_SETTINGS.export, context, 'apple-health']]);
  });

  it('ask for the samples where they need them', () => {
    const context = { ...exportContext, rules: [() => SESSION_DETAIL_UNREAD, untitled] };
    expect(codesOf(judgeExport(session({ title: 'x' }), 'apple-health', DEFAULT_SETTINGS, context))).toEqual([
      'session-detail-unread',
    ]);
    expect(codesOf(judgeExport(session(), 'apple-health', DEFAULT_SETTINGS, context))).toEqual(['host-untitled']);
  });
});

it('the ready-made requests pass by themselves, at no known moment', () => {
  expect(DETAIL_UNREAD).toEqual({ code: 'detail-unread', lasts: 'until' });
  expect(SESSION_DETAIL_UNREAD).toEqual({ code: 'session-detail-unread', lasts: 'until' });
});
