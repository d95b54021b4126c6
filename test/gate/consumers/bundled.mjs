import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as buildWithEsbuild } from 'esbuild';
import { build as buildWithVite } from 'vite';

/**
 * One script, for an engine with modules or without. Whatever is of Node stays outside, and a script cannot load it: an
 * entry that needs Node and does not say so fails when it runs.
 */
export const esbuildBundle = async (folder, program) => {
  const { outputFiles } = await buildWithEsbuild({
    stdin: { contents: program, resolveDir: folder },
    bundle: true,
    format: 'iife',
    target: 'es2020',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
    write: false,
  });
  return outputFiles[0].text;
};

export const viteBundle = async (folder, program) => {
  writeFileSync(join(folder, 'main.mjs'), program);
  await buildWithVite({
    root: folder,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: 'built',
      target: 'es2020',
      lib: { entry: 'main.mjs', formats: ['iife'], name: 'app', fileName: () => 'app.js' },
    },
  });
  return readFileSync(join(folder, 'built/app.js'), 'utf8');
};
