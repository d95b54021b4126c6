// Apps of many kinds, built from the packed tarball: each loads every entry and runs a plan. And the apps of docs/examples.
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engines } from '../../engines/engines.mjs';
import { appWithMetro } from '../bundle-metro.mjs';
import { withConsumer } from '../consumer.mjs';
import { entries, globalScript, manifest, optionalPeers, root } from '../entries.mjs';
import { machineNode } from '../machine-node.mjs';
import { report, run } from '../run.mjs';
import { esbuildBundle, viteBundle } from './bundled.mjs';
import { runCapacitorExample } from './capacitor.mjs';
import { runInJestExpo } from './jest-expo.mjs';
import { runNodeExample } from './node-example.mjs';
import { judge, programThatUsesAll } from './program.mjs';

/** Shells have one of the two. */
const SAY = "(typeof print === 'function' ? print : console.log)";

const node = machineNode();
const hermes = engines.find(({ old }) => old);

const inNode = (folder, name, text) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return run(node, [file], { cwd: folder });
};

const plainNode = (folder) => [
  ...judge('Node, ESM', inNode(folder, 'all.mjs', programThatUsesAll('esm'))),
  ...judge('Node, CommonJS', inNode(folder, 'all.cjs', programThatUsesAll('cjs'))),
];

const bundled = async (folder, name, bundle) => {
  try {
    return judge(name, inNode(folder, `${name}.cjs`, await bundle(folder, programThatUsesAll('esm'))));
  } catch (error) {
    return [`${name}: ${error.message}`];
  }
};

/** What Metro makes for an app, in Node and in the Hermes that can be run. */
const metro = async (folder) => {
  const app = await appWithMetro(folder, programThatUsesAll('esm', SAY));
  writeFileSync(join(folder, 'Metro.js'), app);
  return [
    ...judge('Metro, in Node', inNode(folder, 'Metro.cjs', app)),
    ...judge('Metro, in Hermes', hermes.run(hermes.find(), join(folder, 'Metro.js'))),
  ];
};

/** With `exports` switched off, the core is found by `main` and no other entry is: what docs/engines.md says. */
const metroWithoutExports = async (folder) => {
  const core = "import { EMPTY_LEDGER } from 'workout-sync';\nconsole.log(EMPTY_LEDGER.revision);";
  const found = inNode(folder, 'main-only.cjs', await appWithMetro(folder, core, { packageExports: false }));
  const refusal = await appWithMetro(folder, "import 'workout-sync/schema';", { packageExports: false }).catch(
    ({ message }) => message,
  );
  return [
    ...(found.output.trim() === '0' ? [] : [`Metro without exports, the core: ${found.output}`]),
    ...(/unable to resolve module workout-sync\/schema/i.test(refusal)
      ? []
      : ['Metro without exports finds workout-sync/schema: docs/engines.md says that it does not']),
  ];
};

/** An entry that is marked as Node's and needs no Node would be kept from apps for nothing. */
const nodeOnly = async (folder) => {
  const marked = entries.filter((entry) => entry.nodeOnly);
  const needless = [];
  for (const { specifier } of marked) {
    const bundled = await esbuildBundle(folder, `import * as all from '${specifier}'; console.log(all);`).catch(
      () => undefined,
    );
    if (bundled !== undefined)
      needless.push(`${specifier} is marked as Node's in entries.mjs and imports nothing of it`);
  }
  return needless;
};

const script = (folder) => {
  const text = readFileSync(join(folder, 'node_modules', manifest.name, globalScript.file), 'utf8');
  const call = `console.log(${globalScript.name}.readActivity('{"platform":"apple-health","type":37}'));`;
  const { output } = inNode(folder, 'script.cjs', `${text}\n${call}`);
  return output.includes('"activity":"running"') ? [] : [`the global script: ${output}`];
};

await withConsumer(async (folder) => {
  for (const peer of optionalPeers) {
    if (existsSync(join(root, 'node_modules', peer))) {
      cpSync(join(root, 'node_modules', peer), join(folder, 'node_modules', peer), { recursive: true });
    }
  }
  report('consumers of the packed tarball', [
    ...plainNode(folder),
    ...(await bundled(folder, 'esbuild', esbuildBundle)),
    ...(await bundled(folder, 'Vite', viteBundle)),
    ...(await metro(folder)),
    ...(await metroWithoutExports(folder)),
    ...(await nodeOnly(folder)),
    ...script(folder),
    ...runInJestExpo(folder),
    ...runCapacitorExample(folder),
    ...runNodeExample(folder),
  ]);
});
