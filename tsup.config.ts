import { readFile } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';
import { defineConfig, type Options } from 'tsup';
import { commandConstants } from './test/gate/command-constants.mjs';
import { entries, globalScript } from './test/gate/entries.mjs';

const inlined = (options: { mainFields?: string[]; legalComments?: string }): void => {
  // The ESM builds of our libraries are the ones that tree-shake; 'main' alone would inline their CommonJS whole.
  options.mainFields = ['module', 'main'];
  // Their licences are in THIRD-PARTY-NOTICES.md, in full.
  options.legalComments = 'none';
};

/**
 * saxes is CommonJS. esbuild would put what wraps CommonJS into the chunk that all entries share, 0.7 KB for each of them;
 * bundled to a module of its own first, with xmlchars, it stays with the one entry that uses it.
 */
const saxesAsModule: Plugin = {
  name: 'saxes-as-module',
  setup: ({ onLoad }) => {
    onLoad({ filter: /node_modules\/saxes\/saxes[.]js$/ }, async ({ path }) => {
      const { outputFiles } = await build({
        stdin: { contents: `export { SaxesParser } from ${JSON.stringify(path)};`, resolveDir: '.' },
        bundle: true,
        format: 'esm',
        target: 'es2020',
        platform: 'neutral',
        mainFields: ['main'],
        legalComments: 'none',
        write: false,
      });
      return { contents: outputFiles[0]?.text ?? '', loader: 'js' };
    });
  },
};

/**
 * zip.js can load further codecs from an address that it is given. None is given here, and Metro refuses to bundle an
 * import whose name is not in the code, so that no app on a phone could import the readers of exports at all.
 */
const zipWithoutForeignCodecs: Plugin = {
  name: 'zip-without-foreign-codecs',
  setup: ({ onLoad }) => {
    onLoad({ filter: /zip[.]js\/lib\/core\/codec-registry[.]js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replace(/await import\([^()]*codecURI\)/, '{}');
      if (contents === text) throw new Error('zip.js loads its codecs in another place now');
      return { contents, loader: 'js' };
    });
  },
};

const named = (list: typeof entries) => Object.fromEntries(list.map(({ name, source }) => [name, source]));

const library: Options = {
  entry: named(entries.filter(({ testsOnly }) => !testsOnly)),
  format: ['esm', 'cjs'],
  target: 'es2020',
  platform: 'neutral',
  // Bundlers know `node:fs/promises` for what it is, and `node:sqlite` has no other name.
  removeNodeProtocol: false,
  external: [/^node:/],
  dts: { entry: named(entries) },
  // The generators, the command and the script are built beside it.
  clean: ['!testing/arbitraries.{js,cjs}{,.map}', '!cli.cjs', '!cli.cjs.map', '!workout-sync.global.js'],
  sourcemap: true,
  // What two entries share lives in one chunk, so a host that imports both pays for it once.
  splitting: true,
  treeshake: true,
  // Hosts install us and nothing else. Left outside, zod and fp-ts would cost an app that bundles with Metro some
  // hundreds of kilobytes, and 'fp-ts/Either' does not even resolve in Node ESM. See docs/decisions/0002.
  noExternal: ['zod', 'date-fns', 'fp-ts', 'saxes', '@zip.js/zip.js'],
  esbuildPlugins: [saxesAsModule, zipWithoutForeignCodecs],
  esbuildOptions: inlined,
};

/** What only tests import. It shares no chunk with the rest: each chunk more is a module more in every app. */
const generators: Options = {
  ...library,
  entry: named(entries.filter(({ testsOnly }) => testsOnly)),
  dts: false,
  clean: false,
  splitting: false,
};

/** One file for Node with everything in it. CommonJS, since its libraries are, and since import() then loads lazily. */
const command: Options = {
  entry: { cli: 'src/cli/main.ts' },
  format: ['cjs'],
  target: 'es2020',
  platform: 'node',
  outDir: library.outDir ?? 'dist',
  dts: false,
  clean: false,
  sourcemap: true,
  splitting: false,
  // 'sqlite' without its prefix is not a module.
  removeNodeProtocol: false,
  noExternal: [/.*/],
  esbuildPlugins: [saxesAsModule, zipWithoutForeignCodecs],
  define: commandConstants(),
  esbuildOptions: inlined,
};

/** The script for hosts without a bundler: format and name make `workout-sync.global.js`. */
const script: Options = {
  entry: { 'workout-sync': globalScript.source },
  format: ['iife'],
  globalName: globalScript.name,
  target: 'es2020',
  platform: 'neutral',
  outDir: library.outDir ?? 'dist',
  dts: false,
  clean: false,
  minify: true,
  // It is copied into an app on its own.
  sourcemap: false,
  splitting: false,
  noExternal: library.noExternal ?? [],
  esbuildOptions: inlined,
};

export default defineConfig([library, generators, command, script]);
