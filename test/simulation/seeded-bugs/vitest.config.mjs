import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { bugs } from './bugs.mjs';
import { seeded } from './bundle-with-bug.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const bug = bugs.find(({ name }) => name === process.env.SEEDED_BUG);

// The examples of the runner, with one bug in the source: the layer that is asked where random traces found nothing.
export default defineConfig({
  root,
  plugins: [
    {
      name: 'seeded-bug',
      enforce: 'pre',
      transform: (code, id) => (bug && id === `${root}src/${bug.file}` ? seeded(code, bug) : undefined),
    },
  ],
  // Without the cache: what was transformed with one bug must not be taken for the source with another, or with none.
  test: { include: ['test/sync/*.test.ts'], bail: 1, fsModuleCache: false, testTimeout: 20_000 },
});
