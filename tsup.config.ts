import { defineConfig } from 'tsup';
import { entries } from './test/gate/entries.mjs';

export default defineConfig({
  entry: Object.fromEntries(entries.map(({ name, source }) => [name, source])),
  format: ['esm', 'cjs'],
  target: 'es2020',
  platform: 'neutral',
  // Bundlers know `node:fs/promises` for what it is, and `node:sqlite` has no other name.
  removeNodeProtocol: false,
  external: [/^node:/],
  dts: true,
  clean: true,
  sourcemap: true,
  // What two entries share lives in one chunk, so a host that imports both pays for it once.
  splitting: true,
  treeshake: true,
  // Hosts install us and nothing else. Left outside, zod and fp-ts would cost an app that bundles with Metro some
  // hundreds of kilobytes, and 'fp-ts/Either' does not even resolve in Node ESM. See docs/decisions/0002.
  noExternal: ['zod', 'date-fns', 'fp-ts'],
  esbuildOptions(options) {
    // The ESM builds of those three are the ones that tree-shake; 'main' alone would inline their CommonJS whole.
    options.mainFields = ['module', 'main'];
    // Their licences are in THIRD-PARTY-NOTICES.md, in full.
    options.legalComments = 'none';
  },
});
