import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build as buildWithEsbuild } from 'esbuild';
import { runBuild } from 'metro';
import { getDefaultConfig, mergeConfig } from 'metro-config';
import { build as buildWithVite } from 'vite';
import { root } from '../entries.mjs';

const require = createRequire(import.meta.url);

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

/** A whole bundle with Metro's runtime, as an app starts it. */
export const metroBundle = async (folder, program, { packageExports = true } = {}) => {
  writeFileSync(join(folder, 'app.js'), program);
  writeFileSync(
    join(folder, 'babel.config.cjs'),
    `module.exports = { presets: [${JSON.stringify(require.resolve('@react-native/babel-preset'))}] };\n`,
  );
  const config = mergeConfig(await getDefaultConfig(folder), {
    projectRoot: folder,
    watchFolders: [folder, join(root, 'node_modules/@babel/runtime'), join(root, 'node_modules/metro-runtime')],
    resolver: { nodeModulesPaths: [join(root, 'node_modules')], unstable_enablePackageExports: packageExports },
    fileMapCacheDirectory: folder,
    cacheStores: [],
    maxWorkers: 1,
    reporter: { update: () => {} },
  });
  const { code } = await runBuild(config, {
    entry: 'app.js',
    platform: 'ios',
    dev: false,
    minify: true,
    output: {
      build: (server, request) => server.build({ ...request, modulesOnly: false, runModule: true }),
      save: async () => {},
    },
  });
  return code;
};
