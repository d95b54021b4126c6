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

/** What zip.js takes from the file in which it sets codecs to work. A name that is missing here stops the build. */
const UNPACKING = [
  'runWorker',
  'terminateWorkers',
  'CODEC_INFLATE',
  'ERR_ABORT_CHECK_PASSWORD',
  'ERR_CODEC_OUT_OF_MEMORY',
  'ERR_INVALID_AUTHENTICATION_CODE',
  'ERR_INVALID_COMPRESSED_DATA',
  'ERR_INVALID_CRC32',
  'ERR_INVALID_PASSWORD',
  'ERR_INVALID_UNCOMPRESSED_SIZE',
  'ERR_WORKER_STARTUP_TIMEOUT',
];

/**
 * zip.js reads the directories of archives here and nothing else; what it unpacks entries with stays out. It is nearly half of it,
 * it extends web streams as soon as it is loaded, which engines of phones do not have, and it imports codecs by names that are not
 * in the code, which Metro refuses to bundle.
 */
const zipDirectoriesOnly: Plugin = {
  name: 'zip-directories-only',
  setup: ({ onLoad }) => {
    onLoad({ filter: /zip[.]js\/lib\/core\/codec-worker-web[.]js$/ }, () => ({ contents: '', loader: 'js' }));
    onLoad({ filter: /zip[.]js\/lib\/core\/codec-pool[.]js$/ }, () => ({
      contents: `const refuse = () => { throw new Error('zip.js unpacks nothing here'); };
        export { ${UNPACKING.map((name) => `refuse as ${name}`).join(', ')} };`,
      loader: 'js',
    }));
    // An archive is handed over as its ranges. Whether it is a stream is not asked: some engines know none.
    onLoad({ filter: /zip[.]js\/lib\/core\/io[.]js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replace('reader instanceof ReadableStream || ', '');
      if (contents === text) throw new Error('zip.js asks whether it reads a stream in another place now');
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
  esbuildPlugins: [saxesAsModule, zipDirectoriesOnly],
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
  esbuildPlugins: [saxesAsModule, zipDirectoriesOnly],
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
