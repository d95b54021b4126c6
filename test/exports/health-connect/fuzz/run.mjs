// Reads 20,000 damaged Health Connect backups: `npm run fuzz-health-connect`, or with a count and a first seed,
// `npm run fuzz-health-connect -- 500 7001`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const outfile = join(here, '../../../../reports/fuzz-health-connect.mjs');
await build({
  entryPoints: [join(here, 'main.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile,
  logLevel: 'warning',
});
process.exitCode = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
