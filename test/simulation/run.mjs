// Bundles the simulation and runs it in this process, so that the flags of this one and its signals reach it.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const outfile = fileURLToPath(new URL('../../reports/soak.mjs', import.meta.url));
await build({
  entryPoints: [fileURLToPath(new URL('soak.ts', import.meta.url))],
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
  outfile,
});
await import(outfile);
