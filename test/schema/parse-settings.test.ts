import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import { ACTIVITY_PIPELINE } from '../../src/policy/presets/activity-pipeline';
import { TRAINING_LOAD_SERVICE } from '../../src/policy/presets/training-load-service';
import { TWO_WAY_RUN_TRACKER } from '../../src/policy/presets/two-way-run-tracker';
import { settingsFrom } from '../../src/policy/settings-from';
import { parseSettings } from '../../src/schema/parse-settings';

const issuesOf = (input: unknown) => {
  const parsed = parseSettings(input);
  return parsed.kind === 'error' ? parsed.error : [];
};

describe('what is not named is as in the defaults', () => {
  it.each([
    ['nothing', {}, {}],
    ['one switch', { export: { enabled: false } }, { export: { enabled: false } }],
    ['one category', { import: { categories: { cycling: false } } }, { import: { categories: { cycling: false } } }],
    ['an instant', { import: { importFrom: -1 } }, { import: { importFrom: -1 } }],
    ['activities', { import: { activities: ['running'] } }, { import: { activities: ['running'] as const } }],
    ['one match setting', { match: { looseEndSeconds: 600 } }, { match: { looseEndSeconds: 600 } }],
    ['the guard, in part', { guard: { share: 1 } }, { guard: { share: 1 } }],
    ['a field without a value', { onPossible: undefined, import: { importFrom: undefined } }, {}],
  ])('%s', (_title, input, overrides) => {
    expect(parseSettings(input)).toStrictEqual({ kind: 'ok', value: settingsFrom(overrides) });
  });
});

it.each([
  ['the defaults', DEFAULT_SETTINGS],
  ['the run tracker', TWO_WAY_RUN_TRACKER],
  ['the load service', TRAINING_LOAD_SERVICE],
  ['the pipeline', ACTIVITY_PIPELINE],
])('complete settings come back equal: %s', (_title, settings) => {
  expect(parseSettings(JSON.parse(JSON.stringify(settings)))).toStrictEqual({ kind: 'ok', value: settings });
});

describe('an issue names the field, what was given and what is allowed', () => {
  const share = 'a number from 0 to 1';
  const amount = 'a number that is not negative';
  const whole = 'a whole number that is not negative';
  const moment = 'whole milliseconds since 1970';
  const activity = "an activity of the vocabulary, such as 'running'";
  const importWords = "one of 'import', 'refuse'";
  it.each([
    [null, '', 'null', 'an object'],
    ['on', '', '"on"', 'an object'],
    [[], '', 'a list of 0', 'an object'],
    [undefined, '', 'nothing', 'an object'],
    [7n, '', '7n', 'an object'],
    [{ import: true }, 'import', 'true', 'an object'],
    [{ import: { enabled: 'yes' } }, 'import.enabled', '"yes"', 'true or false'],
    [{ import: { importFrom: '2026-01-01' } }, 'import.importFrom', '"2026-01-01"', moment],
    [{ import: { importFrom: 0.5 } }, 'import.importFrom', '0.5', moment],
    [{ import: { importFrom: null } }, 'import.importFrom', 'null', moment],
    [{ import: { activities: 'running' } }, 'import.activities', '"running"', 'a list'],
    [{ import: { activities: ['running', 'jogging'] } }, 'import.activities[1]', '"jogging"', activity],
    [{ import: { categories: { cycling: 1 } } }, 'import.categories.cycling', '1', 'true or false'],
    [{ import: { minimumCoverage: -0.01 } }, 'import.minimumCoverage', '-0.01', share],
    [{ import: { minimumCoverage: 1.01 } }, 'import.minimumCoverage', '1.01', share],
    [{ import: { minimumCoverage: '0.5' } }, 'import.minimumCoverage', '"0.5"', share],
    [{ import: { summaryOnly: 'skip' } }, 'import.summaryOnly', '"skip"', importWords],
    [{ import: { summaryOnly: {} } }, 'import.summaryOnly', 'an object', importWords],
    [{ import: { routes: 'yes' } }, 'import.routes', '"yes"', "one of 'include', 'leave-out'"],
    [{ import: { settlingSeconds: -1 } }, 'import.settlingSeconds', '-1', amount],
    [{ import: { settlingSeconds: Number.NaN } }, 'import.settlingSeconds', 'NaN', amount],
    [{ import: { settlingSeconds: Infinity } }, 'import.settlingSeconds', 'Infinity', amount],
    [{ import: { settlingSeconds: '60' } }, 'import.settlingSeconds', '"60"', amount],
    [{ import: { settlingSeconds: 60n } }, 'import.settlingSeconds', '60n', amount],
    [{ import: { settlingSeconds: () => 60 } }, 'import.settlingSeconds', 'a function', amount],
    [{ import: { settlingSeconds: Symbol('x') } }, 'import.settlingSeconds', 'a symbol', amount],
    [{ import: { ignoredSources: [''] } }, 'import.ignoredSources[0]', '""', 'a text that is not empty'],
    [{ import: { ignoredSources: [1] } }, 'import.ignoredSources[0]', '1', 'a text that is not empty'],
    [
      { import: { requiredDetail: ['hr'] } },
      'import.requiredDetail[0]',
      '"hr"',
      "one of 'heart-rate', 'speed', 'distance', 'cadence', 'power', 'steps', 'route'",
    ],
    [{ export: { lossyActivities: true } }, 'export.lossyActivities', 'true', "one of 'export', 'refuse'"],
    [{ guard: { count: 1.5 } }, 'guard.count', '1.5', whole],
    [{ guard: { count: -1 } }, 'guard.count', '-1', whole],
    [{ onPossible: 'ask' }, 'onPossible', '"ask"', "one of 'import', 'hold'"],
    [
      { onPossible: 'a text that is much longer than anybody wants to read' },
      'onPossible',
      '"a text that is much longer than anybody …"',
      "one of 'import', 'hold'",
    ],
    [{ match: { sameOverlap: 2 } }, 'match.sameOverlap', '2', share],
    [
      { import: { minimumDurationSeconds: 86_401 } },
      'import.minimumDurationSeconds',
      '86401',
      'at most import.maximumDurationSeconds, which is 86400',
    ],
  ])('%o', (input, path, given, allowed) => {
    const place = path === '' ? 'The input' : path;
    const told = given === 'nothing' ? 'is missing' : `is ${given}`;
    expect(issuesOf(input)).toEqual([{ path, given, allowed, message: `${place} ${told}; allowed is ${allowed}.` }]);
  });
});

it.each([0, 1])('both ends of a share are allowed: %d', (share) => {
  expect(issuesOf({ import: { minimumCoverage: share }, guard: { count: 0, share } })).toEqual([]);
});

it('the shortest may be as long as the longest', () => {
  expect(issuesOf({ import: { minimumDurationSeconds: 86_400 } })).toEqual([]);
});

describe('unknown fields are refused, each by its name', () => {
  const known = 'onWorkoutGone, onPossible, onBetterCopy, match, import, export, guard';
  it.each([
    [{ imports: {} }, 'imports', 'an object', known],
    [
      { import: { categories: { Cycling: false } } },
      'import.categories.Cycling',
      'false',
      'cycling, running, strength-training, walks-and-hikes, swimming, yoga-and-mobility, other',
    ],
    [{ guard: { max: 1 } }, 'guard.max', '1', 'count, share'],
    [JSON.parse('{ "__proto__": { "guard": 1 } }'), '__proto__', 'an object', known],
    [{ constructor: 1 }, 'constructor', '1', known],
  ])('%o', (input, path, given, allowed) => {
    const message = `${path} is not a known field; allowed are ${allowed}.`;
    expect(issuesOf(input)).toEqual([{ path, given, allowed, message }]);
  });
});

it('all issues are told, not only the first', () => {
  const input = { imports: 1, exports: 2, guard: { count: -1, share: 2 }, onPossible: 'ask' };
  expect(
    issuesOf(input)
      .map((issue) => issue.path)
      .sort(),
  ).toEqual(['exports', 'guard.count', 'guard.share', 'imports', 'onPossible']);
});

it('never throws, whatever the input is, and does not change it', () => {
  const cyclic: { import?: unknown } = {};
  cyclic.import = cyclic;
  const throwing = {
    get import() {
      throw new Error('no');
    },
  };
  expect(issuesOf(cyclic).map((issue) => issue.path)).toEqual(['import.import']);
  expect(issuesOf(throwing)).toEqual([
    {
      path: '',
      given: 'something that cannot be read',
      allowed: 'plain JSON',
      message: 'The input is something that cannot be read; allowed is plain JSON.',
    },
  ]);
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true, withMap: true }), (input) => {
      expect(['ok', 'error']).toContain(parseSettings(input).kind);
      expect(['ok', 'error']).toContain(parseSettings({ import: input, match: input }).kind);
    }),
  );
});

it('the value is a copy: changing the input later changes nothing', () => {
  const input = { import: { ignoredSources: ['x'], categories: { other: false } } };
  const parsed = parseSettings(input);
  input.import.ignoredSources.push('y');
  input.import.categories.other = true;
  expect(parsed).toEqual({
    kind: 'ok',
    value: settingsFrom({ import: { ignoredSources: ['x'], categories: { other: false } } }),
  });
});
