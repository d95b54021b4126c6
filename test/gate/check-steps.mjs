const gate = (name) => ['node', `test/gate/${name}.mjs`];

/** What `npm run check` does, in this order: the cheap steps first, and everything that reads dist after the build. */
export const steps = [
  ['types of the source', ['tsc', '--noEmit']],
  ['types of the command', ['tsc', '--noEmit', '-p', 'src/cli']],
  ['types of the report page', ['tsc', '--noEmit', '-p', 'src/cli/page']],
  ['types of the tests', ['tsc', '--noEmit', '-p', 'test']],
  ['lint', ['biome', 'check', '--formatter-enabled=false', '--error-on-warnings', '.']],
  ['format', ['biome', 'format', '.']],
  ['room walls', ['depcruise', 'src', '--config', '.dependency-cruiser.cjs']],
  ['unused code', ['knip']],
  ['tests with coverage', ['vitest', 'run', '--coverage']],
  ['API report', gate('api-report')],
  ['build', ['tsup']],
  ['third-party notices', gate('notices')],
  ['doc examples', gate('doc-examples')],
  ['publint', ['publint', '--strict']],
  // Resolution without `exports` (TypeScript's node10) cannot see subpaths, and no supported host uses it.
  // The script for hosts without a bundler is evaluated, not imported, and has no types.
  ['are the types wrong', ['attw', '--pack', '.', '--profile', 'node16', '--exclude-entrypoints', './global']],
  ['TypeScript 5.4 and 6 as consumers', gate('consumer-types')],
  ['sizes', gate('sizes')],
  ['engines', ['node', 'test/engines/run.mjs']],
  // After the engines, which bring Chromium.
  ['readers of exports in a browser', ['node', 'test/browser/run.mjs']],
  ['packed tarball in the oldest Node', gate('packed-tarball')],
  // After the engines, one of which runs what Metro makes.
  ['consumers of the packed tarball', gate('consumers/run')],
  ['simulation at length', ['npm', 'run', '--silent', 'simulate']],
];
