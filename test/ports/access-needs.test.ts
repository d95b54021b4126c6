import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import { type AccessNeedsOptions, accessNeedsOf } from '../../src/ports/access-needs';

type Overrides = Parameters<typeof settingsFrom>[0];
type Needs = ReturnType<typeof accessNeedsOf>;

const EVERYTHING: Needs = { read: true, write: true, routes: true, history: true, background: true };
const header = { takes: 'header' } as const;

const TABLE: readonly (readonly [string, Overrides, AccessNeedsOptions, Partial<Needs>])[] = [
  ['the defaults', {}, {}, {}],
  ['a category that is off', { import: { categories: { running: false } } }, {}, {}],
  ['import off', { import: { enabled: false } }, {}, { routes: false, history: false, reads: [] }],
  ['export off', { export: { enabled: false } }, {}, { write: false }],
  ['a store that cannot write', {}, { writes: 'nothing' }, { write: false }],
  ['sessions without samples', {}, { writes: 'header' }, { writes: 'header' }],
  ['no samples and no export', { export: { enabled: false } }, { writes: 'header' }, { write: false }],
  ['routes left out', { import: { routes: 'leave-out' } }, {}, { routes: false }],
  ['two activities', { import: { activities: ['running', 'yoga'] } }, {}, { activities: ['running', 'yoga'] }],
  ['no history', {}, { history: false }, { history: false }],
  ['history for exports alone', { import: { enabled: false } }, { history: true }, { routes: false, reads: [] }],
  ['only in front', {}, { background: false }, { background: false }],
  ['headers', {}, header, { routes: false, reads: ['totals'] }],
  [
    'headers of workouts that have a heart rate',
    { import: { requiredDetail: ['heart-rate'] } },
    header,
    { routes: false, reads: ['totals', 'heart-rate'] },
  ],
  [
    'headers of workouts that have a route or a heart rate',
    { import: { requiredDetail: ['route', 'heart-rate'] } },
    header,
    { reads: ['totals', 'heart-rate'] },
  ],
  [
    'headers of workouts that have a route, with routes left out',
    { import: { requiredDetail: ['route'], routes: 'leave-out' } },
    header,
    { routes: false, reads: ['totals'] },
  ],
  ['headers of workouts that have any samples', { import: { summaryOnly: 'refuse' } }, header, {}],
  ['samples, though only a heart rate is required', { import: { requiredDetail: ['heart-rate'] } }, {}, {}],
];

describe('accessNeedsOf', () => {
  it.each(TABLE)('asks for no more than is needed by %s', (_, overrides, options, difference) => {
    expect(accessNeedsOf(settingsFrom(overrides), options)).toEqual({ ...EVERYTHING, ...difference });
  });
});
