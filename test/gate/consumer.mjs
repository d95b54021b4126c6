import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optionalPeers, root } from './entries.mjs';
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

const dependenciesOf = (name) => [
  name,
  ...Object.keys(JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).dependencies ?? {}),
];

/** The optional peers that something in dist imports: the client libraries of phones are handed over, and never imported. */
const importedPeers = () => {
  const built = globSync('dist/**/*.js', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));
  return optionalPeers.filter((peer) => built.some((code) => code.includes(`from '${peer}'`)));
};

/** Puts the optional peers into a consumer, as in an app that has them. */
export const addPeers = (folder) => {
  for (const name of importedPeers().flatMap(dependenciesOf)) {
    cpSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true });
  }
};
