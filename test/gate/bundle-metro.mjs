import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runBuild } from 'metro';
import { getDefaultConfig, mergeConfig } from 'metro-config';
import { optionalPeers, root } from './entries.mjs';

const require = createRequire(import.meta.url);

/**
 * A program bundled as a React Native app would: Metro, React Native's Babel preset, production, Metro's minifier, no
 * tree-shaking. Metro's own runtime and optional peers are left out, because an app that uses them has them already.
 *
 * @param {string} folder the consumer's project
 * @param {string} program its entry file
 * @returns {Promise<string>} the minified modules
 */
export const bundleWithMetro = async (folder, program) => {
  writeFileSync(join(folder, 'app.js'), program);
  writeFileSync(
    join(folder, 'babel.config.cjs'),
    `module.exports = { presets: [${JSON.stringify(require.resolve('@react-native/babel-preset'))}] };\n`,
  );
  const config = mergeConfig(await getDefaultConfig(folder), {
    projectRoot: folder,
    watchFolders: [folder, join(root, 'node_modules/@babel/runtime'), join(root, 'node_modules/metro-runtime')],
    resolver: {
      nodeModulesPaths: [join(root, 'node_modules')],
      resolveRequest: (context, name, platform) =>
        optionalPeers.includes(name) ? { type: 'empty' } : context.resolveRequest(context, name, platform),
    },
    fileMapCacheDirectory: folder,
    cacheStores: [],
    maxWorkers: 1,
    reporter: { update: () => {} },
  });
  const modulesOnly = (server, request) => server.build({ ...request, modulesOnly: true, runModule: false });
  const { code } = await runBuild(config, {
    entry: 'app.js',
    platform: 'ios',
    dev: false,
    minify: true,
    output: { build: modulesOnly, save: async () => {} },
  });
  return code;
};
