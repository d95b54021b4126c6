// What each entry costs a host, minified and gzipped, against its budget, and whether the README says so.
// `--write` rewrites the README's table.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleWithEsbuild } from './bundle-esbuild.mjs';
import { modulesWithMetro } from './bundle-metro.mjs';
import { withConsumer } from './consumer.mjs';
import { globalScript, manifest, root } from './entries.mjs';
import { checkedEntries } from './entry-checks.mjs';
import { markedText, withMarkedText } from './marked-text.mjs';
import { report } from './run.mjs';
import { sizeTable } from './size-table.mjs';

/** Read as it lies in the package. */
const unbundled = (folder) => readFileSync(join(folder, 'node_modules', manifest.name, globalScript.file), 'utf8');

const bundlers = { Metro: modulesWithMetro, esbuild: bundleWithEsbuild, none: unbundled };

const budgets = [
  ...checkedEntries.map(({ specifier, size }) => ({ what: `\`${specifier}\``, imports: [specifier], ...size })),
  {
    what: 'core and both adapters',
    bundler: 'Metro',
    imports: ['workout-sync', 'workout-sync/healthkit', 'workout-sync/health-connect'],
    budget: 78_300,
  },
  {
    what: 'core, both adapters and SQLite by Expo',
    bundler: 'Metro',
    imports: [
      'workout-sync',
      'workout-sync/healthkit',
      'workout-sync/health-connect',
      'workout-sync/sqlite',
      'workout-sync/sqlite/expo',
    ],
    budget: 81_500,
  },
  { what: '`reconcile` alone', bundler: 'esbuild', imports: ['workout-sync'], names: ['reconcile'], budget: 21_600 },
  { what: 'the global script', bundler: 'none', imports: [], budget: 44_400 },
];

/**
 * Metro keeps whatever is imported. A bundler that shakes trees keeps what is used, so there the names are handed on.
 */
const programThatImports = ({ imports, names }) =>
  names === undefined
    ? imports.map((specifier) => `import '${specifier}';`).join('\n')
    : `export { ${names.join(', ')} } from '${imports[0]}';`;

const measure = async (folder, budget) => {
  const code = await bundlers[budget.bundler](folder, programThatImports(budget));
  return { ...budget, minified: Buffer.byteLength(code), gzipped: gzipSync(code, { level: 9 }).length };
};

const measured = await withConsumer(async (folder) => {
  const rows = [];
  for (const budget of budgets) rows.push(await measure(folder, budget));
  return rows;
});

const readme = `${root}README.md`;
const table = sizeTable(measured);
if (process.argv.includes('--write'))
  writeFileSync(readme, withMarkedText(readFileSync(readme, 'utf8'), 'sizes', table));

console.log(table);
report('sizes', [
  ...measured
    .filter(({ gzipped, budget }) => gzipped > budget)
    .map(({ what, gzipped, budget }) => `${what}: ${gzipped} bytes, over its budget of ${budget}`),
  ...(markedText(readFileSync(readme, 'utf8'), 'sizes') === table
    ? []
    : ["README.md's size table is not what was measured: npm run sizes -- --write"]),
]);
