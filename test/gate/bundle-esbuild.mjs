import { build } from 'esbuild';

/**
 * A program bundled by a bundler that shakes trees.
 *
 * @param {string} folder the consumer's project
 * @param {string} program its entry file
 * @returns {Promise<string>} the minified bundle
 */
export const bundleWithEsbuild = async (folder, program) => {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    external: ['node:*'],
    write: false,
  });
  return outputFiles[0].text;
};
