// One program for every engine: how to print, what to take away, the vectors, the global script, the suite.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { transformSync } from '@babel/core';
import { build } from 'esbuild';
import { globalScript, root } from '../gate/entries.mjs';

const require = createRequire(import.meta.url);
const here = (name) => new URL(name, import.meta.url).pathname;

export const folder = join(root, 'reports/engines');

/** ES modules as one script that defines `name`. */
const scriptOf = async (entry, name) => {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    format: 'iife',
    globalName: name,
    platform: 'neutral',
    target: 'es2020',
    logLevel: 'error',
    write: false,
  });
  return outputFiles[0].text;
};

/**
 * What React Native's own preset makes of it for an engine without classes, async functions and a scope per loop: the
 * Hermes of the npm package is that old. Today's gets the program as it is.
 */
const lowered = (code) =>
  transformSync(code, {
    presets: [
      [
        require.resolve('@react-native/babel-preset'),
        { unstable_transformProfile: 'default', disableImportExportTransform: true, enableBabelRuntime: false },
      ],
    ],
    babelrc: false,
    configFile: false,
    compact: true,
    sourceType: 'script',
    filename: 'suite.js',
  }).code;

/** Some shells read their scripts as Latin-1. */
const inAscii = (text) =>
  text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const globalBuild = () => readFileSync(join(root, globalScript.file), 'utf8');

/** The parts of the program, in order, and the same for old Hermes. */
export const programs = async (vectors) => {
  const suite = await scriptOf('suite.mjs', 'engineSuite');
  const code = `${globalBuild()}\n${suite}`;
  const start = `engineSuite.run(vectors, ${globalScript.name}, say);`;
  const data = `var vectors = JSON.parse(${inAscii(JSON.stringify(JSON.stringify(vectors)))});`;
  const bare = readFileSync(here('bare.js'), 'utf8');
  const whole = (code, taken) => (say) => [`var say = ${say};`, taken, data, code, start].join('\n');
  // Babel's helpers are functions of the script, and old Hermes would let them go with the rest.
  const old = `(function () {\n${lowered(code)}\nglobalThis.engineSuite = engineSuite;\nglobalThis.${globalScript.name} = ${globalScript.name};\n})();`;
  return {
    full: whole(code, ''),
    bare: whole(code, bare),
    fullLowered: whole(old, ''),
    bareLowered: whole(old, bare),
  };
};

/** The bench, for an engine as it is and for old Hermes. */
export const benchPrograms = async () => {
  const suite = await scriptOf('bench-suite.mjs', 'engineBench');
  const whole = (code) => (say) => [`var say = ${say};`, code, 'engineBench.run(say);'].join('\n');
  return { plain: whole(suite), lowered: whole(lowered(suite)) };
};

export const writeProgram = (name, text) => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
