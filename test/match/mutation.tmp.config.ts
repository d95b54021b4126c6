import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { include: ['test/match/*.test.ts'], exclude: ['test/match/matching-accuracy.test.ts'], setupFiles: ['test/property-seed.ts'] } });
