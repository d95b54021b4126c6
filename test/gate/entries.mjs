import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the package publishes, read from the one place that hosts see: `exports` in package.json. */
export const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

const doorOf = (name) =>
  name === 'index'
    ? 'src/index.ts'
    : ([
        `src/platforms/${name}/index.ts`,
        `src/stores/${name}/index.ts`,
        `src/exports/${name.replace(/-export(?=\/|$)/, '')}/index.ts`,
      ].find((door) => existsSync(root + door)) ?? `src/${name}/index.ts`);

/**
 * The one script that is read as text and evaluated, never imported: no module formats, no types. `workoutSync` is the
 * name that it defines.
 */
export const globalScript = {
  source: 'src/global/index.ts',
  name: 'workoutSync',
  file: manifest.exports['./global'].replace('./', ''),
};

/** Entries that need Node itself. The consumers on phones and in browsers leave them out, and would fail with any other. */
const NODE_ONLY = ['node-files', 'health-connect-export/node'];

/** Entries for tests alone: no app is built with them, and they share no chunk with what apps are built with. */
const TESTS_ONLY = ['testing/arbitraries'];

/**
 * Every entry a host can import.
 *
 * @type {readonly { name: string, specifier: string, source: string, nodeOnly: boolean, testsOnly: boolean }[]}
 */
export const entries = Object.keys(manifest.exports)
  .filter((subpath) => typeof manifest.exports[subpath] === 'object')
  .map((subpath) => {
    const name = subpath === '.' ? 'index' : subpath.slice(2);
    return {
      name,
      specifier: subpath.replace('.', manifest.name),
      source: doorOf(name),
      nodeOnly: NODE_ONLY.includes(name),
      testsOnly: TESTS_ONLY.includes(name),
    };
  });

/** Packages that a host has anyway and that only some entries import: never inside of dist, never installed by us. */
export const optionalPeers = Object.keys(manifest.peerDependencies ?? {});
