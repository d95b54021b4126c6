// The packed package, installed alone, imported and required in the oldest Node it promises. Bundlers, type checkers
// and package linters all missed an import that plain Node cannot resolve; only this finds it.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addPeers, withConsumer } from './consumer.mjs';
import { manifest } from './entries.mjs';
import { checkedEntries } from './entry-checks.mjs';
import { machineNode } from './machine-node.mjs';
import { report, run } from './run.mjs';

const oldestNode = manifest.engines.node.match(/\d+/)[0];

const programs = (entry) => {
  const lines = (load) => [
    `const entry = ${load};`,
    `const names = Object.keys(entry).filter((name) => name !== 'default').sort();`,
    `if (names.length === 0) throw new Error('exports nothing');`,
    `if ((await (${entry.probe})(entry)) !== true) throw new Error('the probe got a wrong answer');`,
    'console.log(names.join());',
  ];
  return {
    mjs: lines(`await import('${entry.specifier}')`).join('\n'),
    // CommonJS awaits inside of functions only.
    cjs: `(async () => {\n${lines(`require('${entry.specifier}')`).join('\n')}\n})();`,
  };
};

const tryEntry = (node, folder, entry) => {
  const answers = Object.entries(programs(entry)).map(([kind, program]) => {
    const file = join(folder, `${entry.name.replaceAll('/', '-')}.${kind}`);
    writeFileSync(file, program);
    return { kind, ...run(node, [file], { cwd: folder }) };
  });
  const failed = answers
    .filter((answer) => !answer.ok)
    .map((answer) => `${entry.specifier} (${answer.kind}): ${answer.output}`);
  const [imported, required] = answers.map((answer) => answer.stdout);
  if (failed.length === 0 && imported !== required)
    failed.push(`${entry.specifier}: import and require differ in names`);
  return failed;
};

/** What a person types first, in the Node that the scripts run on and in the oldest one. */
const tryCommand = (oldNode, folder) => {
  const asked = run('npx', ['--offline', 'workout-sync', '--version'], { cwd: folder });
  const isVersion = asked.ok && asked.stdout.trim() === manifest.version;
  const file = join(folder, 'workouts.json');
  writeFileSync(file, '{ "workouts": [] }');
  const synced = run('npx', ['--offline', 'workout-sync', 'sync', file, '--into', join(folder, 'app.db')], {
    cwd: folder,
  });
  const refused = run(oldNode, [
    join(folder, 'node_modules', manifest.name, manifest.bin[manifest.name]),
    'plan',
    file,
  ]);
  return [
    ...(isVersion ? [] : [`npx workout-sync --version printed ${asked.output}`]),
    ...(synced.ok && synced.stdout.includes('0 sessions') ? [] : [`npx workout-sync sync printed ${synced.output}`]),
    ...(!refused.ok && refused.output.includes('needs Node 22.13') ? [] : [`an old Node said ${refused.output}`]),
  ];
};

const node = machineNode();
const version = run(node, ['--version']).stdout.trim();

await withConsumer(async (folder) => {
  const strays = readdirSync(join(folder, 'node_modules')).filter(
    (name) => !name.startsWith('.') && name !== manifest.name,
  );
  // The install above must do without them; the entries that need one are tried as in an app that has it.
  addPeers(folder);
  report(`packed tarball in Node ${version}`, [
    ...(version.startsWith(`v${oldestNode}.`)
      ? []
      : [`${node} is ${version}: put Node ${oldestNode}, the oldest promised, on the PATH`]),
    ...strays.map((name) => `the install brought ${name} along: hosts install this package and nothing else`),
    ...checkedEntries.flatMap((entry) => tryEntry(node, folder, entry)),
    ...tryCommand(node, folder),
  ]);
});
