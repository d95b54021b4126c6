import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { include: ['test/match/{compare,group,cluster,choose,overlaps}*.test.ts'], setupFiles: ['test/property-seed.ts'] } });
