import { defineConfig } from 'vitest/config';
import { commandConstants } from './test/gate/command-constants.mjs';

export default defineConfig({
  define: commandConstants(),
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/property-seed.ts'],
    // Nothing here is judged by time; a loaded machine must not fail what is right.
    testTimeout: 120_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // A door only re-exports: there is no line in it to cover. The command's main runs in processes of its own, and
      // the report's script in a browser.
      exclude: ['src/**/index.ts', 'src/cli/main.ts', 'src/cli/page/**', 'src/**/*.d.ts'],
      reporter: ['text-summary', 'json-summary', 'html'],
      thresholds: { lines: 95, branches: 90 },
    },
  },
});
