import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runBuild } from 'metro';
import { getDefaultConfig, mergeConfig } from 'metro-config';
import { optionalPeers, root } from './entries.mjs';

const require = createRequire(import.meta.url);

/** Metro as a React Native app has it: its Babel preset, production, Metro's minifier, no tree-shaking. */
const bundle = async (folder, program, resolver, whatToBuild) => {
  writeFileSync(join(folder, 'app.js'), program);
  writeFileSync(
    join(folder, 'babel.config.cjs'),
    `module.exports = { presets: [${JSON.stringify(require.resolve('@react-native/babel-preset'))}] };\n`,
  );
  const config = mergeConfig(await getDefaultConfig(folder), {
    projectRoot: folder,
    watchFolders: [folder, join(root, 'node_modules/@babel/runtime'), join(root, 'node_modules/metro-runtime')],
    resolver: { nodeModulesPaths: [join(root, 'node_modules')], ...resolver },
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
    output: { build: (server, request) => server.build({ ...request, ...whatToBuild }), save: async () => {} },
  });
  return code;
};

const withoutPeers = (context, name, platform) =>
  optionalPeers.includes(name) ? { type: 'empty' } : context.resolveRequest(context, name, platform);

/**
 * What a program adds to an app: Metro's own runtime and optional peers are left out, because an app that uses them has them
 * already.
 *
 * @param {string} folder the consumer's project
 * @param {string} program its entry file
 * @returns {Promise<string>} the minified modules
 */
export const modulesWithMetro = (folder, program) =>
  bundle(folder, program, { resolveRequest: withoutPeers }, { modulesOnly: true, runModule: false });

/** A whole bundle with Metro's runtime, as an app starts it. */
export const appWithMetro = (folder, program, { packageExports = true } = {}) =>
  bundle(folder, program, { unstable_enablePackageExports: packageExports }, { modulesOnly: false, runModule: true });
