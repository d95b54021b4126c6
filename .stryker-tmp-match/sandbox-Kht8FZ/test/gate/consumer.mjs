// @ts-nocheck
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './entries.mjs';
import { mustRun } from './run.mjs';

/**
 * A host's project with the packed tarball installed and nothing else. It stands outside this checkout, so nothing of
 * ours can be found by walking up to our own node_modules.
 */
export const withConsumer = async (use) => {
  const folder = mkdtempSync(join(tmpdir(), 'workout-sync-consumer-'));
  try {
    const [packed] = Object.values(
      JSON.parse(
        mustRun('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: root }).stdout,
      ),
    );
    writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true }\n');
    mustRun('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', `./${packed.filename}`], {
      cwd: folder,
    });
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
