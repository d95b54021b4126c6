// @ts-nocheck
import { defineConfig } from 'vitest/config';

// Mutants are judged by the tests of the three rooms that decide. Scenario and whole-world tests would find the same
// mutants again, far more slowly.
export default defineConfig({
  test: {
    include: ['test/{policy,match,reconcile}/**/*.test.ts'],
    setupFiles: ['test/property-seed.ts'],
  },
});
