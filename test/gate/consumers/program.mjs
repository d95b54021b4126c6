import { entries } from '../entries.mjs';

/** What a bundled or a phone's program can import: all but the entries that need Node, or a library for tests. */
const everywhere = entries.filter(({ nodeOnly, testsOnly }) => !nodeOnly && !testsOnly);

const imports = (format) =>
  everywhere.map(({ specifier }, at) =>
    format === 'cjs' ? `const entry${at} = require('${specifier}');` : `import * as entry${at} from '${specifier}';`,
  );

const record = `{ ${everywhere.map(({ specifier }, at) => `'${specifier}': entry${at}`).join(', ')} }`;

/** A Sunday with one run in two apps: one import, with a copy. */
const plan = `
const { EMPTY_LEDGER, reconcile, settingsFrom, toMirrorEntry } = loaded['workout-sync'];
const { explain } = loaded['workout-sync/messages'];
const nine = Date.UTC(2026, 10, 8, 9);
const read = { window: { start: nine - 1e8, end: nine + 1e8 }, complete: true, absence: 'unknown', gone: [] };
const run = (key, app, start) => toMirrorEntry({ kind: 'workout', platform: 'apple-health',
  raw: { platform: 'apple-health', type: 37 }, key, activity: 'running', start, end: start + 5400000, source: { app } });
const world = {
  scope: { kind: 'scope', account: 'ada', device: 'phone', platform: 'apple-health', ownSources: ['own'],
    readAccess: 'unknown', mappingVersion: 1 },
  settings: settingsFrom({}), sessions: { ...read, items: [] }, ledger: EMPTY_LEDGER, now: nine + 4e7,
  mirror: { ...read, items: [run('w1', 'Watch', nine), run('w2', 'Strider', nine + 60000)] },
};
const planned = reconcile(world);
const effects = planned.steps.map(({ effect, link }) => [effect.kind, effect.workout, ...link.copies].join(' '));
if (!explain(planned, world).startsWith('1 step')) throw new Error('the plan is not explained');
`;

/** What the program must print, as its last line. */
export const expectedLine = () => `${everywhere.length} entries; import w1 w2`;

/**
 * A program that loads entries, runs a plan, and says so.
 *
 * @param {'esm' | 'cjs'} format
 * @param {string} say how it says it, as an expression
 */
export const programThatUsesAll = (format, say = 'console.log') =>
  [
    ...imports(format),
    `const loaded = ${record};`,
    'for (const name of Object.keys(loaded)) {',
    "  if (Object.keys(loaded[name]).length === 0) throw new Error(name + ' exports nothing');",
    '}',
    plan,
    `${say}(Object.keys(loaded).length + ' entries; ' + effects.join());`,
  ].join('\n');

/** Whether a program printed what it must, and what it printed instead. */
export const judge = (name, { ok, output }) =>
  ok && output.trim().split('\n').includes(expectedLine())
    ? []
    : [`${name}: ${output.slice(0, 2000) || 'said nothing'}`];
