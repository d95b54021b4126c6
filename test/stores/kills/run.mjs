// Kills 1,000 processes in the middle of a change and looks what is there: `npm run kills`, or with a count and a seed,
// `npm run kills -- 50 7`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const outfile = join(here, '../../../reports/kills.mjs');
await build({
  entryPoints: [join(here, 'main.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile,
  // The bundle lies elsewhere than its sources, whose folder it bundles the writer from.
  define: { 'import.meta.dirname': JSON.stringify(here) },
  logLevel: 'warning',
});
process.exitCode = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
