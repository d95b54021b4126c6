import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = new URL('.', import.meta.url);
const source = fileURLToPath(new URL('../../../src/', here));

/** The source with one bug in it. Fails where the text that it changes does not stand there exactly once. */
export const seeded = (text, { name, from, to }) => {
  const [before, after, ...more] = text.split(from);
  if (after === undefined || more.length > 0)
    throw new Error(`The bug "${name}" does not fit the source any more: ${from}`);
  return before + to + after;
};

/** Bundles the hunt, with a bug or without one. */
export const bundleWithBug = (bug, outfile) =>
  build({
    entryPoints: [fileURLToPath(new URL('find.ts', here))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    outfile,
    plugins: [
      {
        name: 'seeded-bug',
        setup({ onLoad }) {
          if (bug === undefined) return;
          onLoad({ filter: new RegExp(`${bug.file.replace(/[./]/g, '\\$&')}$`) }, ({ path }) =>
            path === source + bug.file
              ? { contents: seeded(readFileSync(path, 'utf8'), bug), loader: 'ts' }
              : undefined,
          );
        },
      },
    ],
  });
