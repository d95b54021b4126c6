import { defineConfig } from 'vitest/config';

// Mutants are judged by the tables, the examples and the small random worlds of the three rooms that decide. The long
// traces find the same mutants again, far more slowly.
export default defineConfig({
  test: {
    include: ['test/{policy,match,reconcile}/**/*.test.ts'],
    exclude: ['test/reconcile/{safety.property,traces.exhaustive,settings.property,harness}.test.ts'],
    testTimeout: 120_000,
    setupFiles: ['test/property-seed.ts'],
    env: { WORKOUT_SYNC_RUNS: '0.1' },
  },
});
