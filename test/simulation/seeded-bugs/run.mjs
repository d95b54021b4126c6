// Looks for every seeded bug, and for none: a harness that misses one, or that finds one where there is none, fails.
// `npm run seeded-bugs`, `-- --only lease`, `-- --budget 5000`, `-- --write` rewrites docs/seeded-bugs.md.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bugs } from './bugs.mjs';
import { bundleWithBug } from './bundle-with-bug.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    budget: { type: 'string', default: '3000' },
    seed: { type: 'string', default: process.env.PROPERTY_SEED ?? '20260101' },
    write: { type: 'boolean', default: false },
  },
});

const out = new URL('../../../reports/seeded-bugs/', import.meta.url);
mkdirSync(out, { recursive: true });

const RUN = `const [file, seed, budget] = process.argv.slice(1);
const { find } = await import(file);
console.log(JSON.stringify((await find(Number(seed), Number(budget))) ?? null));`;

/** Hunts in a process of its own: what a bug breaks must not outlive it. */
const hunt = (file) =>
  new Promise((resolve, reject) => {
    const args = ['--input-type=module', '--eval', RUN, file, options.seed, options.budget];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.on('error', reject);
    child.on('close', () => resolve(text.trim() ? JSON.parse(text) : { traces: 0, fault: 'threw and died' }));
  });

const CONFIG = fileURLToPath(new URL('vitest.config.mjs', import.meta.url));
const VITEST = fileURLToPath(new URL('../../../node_modules/vitest/vitest.mjs', import.meta.url));

/** The first example of the runner that fails with this bug in the source. */
const askExamples = (bug, index) =>
  new Promise((resolve, reject) => {
    const outputFile = fileURLToPath(new URL(`examples-${index}.json`, out));
    const env = { ...process.env, SEEDED_BUG: bug.name };
    const args = [VITEST, 'run', '--config', CONFIG, '--reporter=json', `--outputFile=${outputFile}`];
    const child = spawn(process.execPath, args, { env, stdio: 'ignore' });
    child.on('error', reject);
    child.on('close', () => {
      const { testResults } = JSON.parse(readFileSync(outputFile, 'utf8'));
      const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
      const failed = tests.find(({ status }) => status === 'failed');
      resolve(failed && { example: failed.title });
    });
  });

const lookFor = async (bug, index) => {
  const file = fileURLToPath(new URL(`${index}.mjs`, out));
  await bundleWithBug(bug, file);
  return { name: bug?.name, found: (await hunt(file)) ?? (bug && (await askExamples(bug, index))) };
};

const say = (found) => {
  if (!found) return 'MISSED';
  if (found.scene) return `found by the scene "${found.scene}": ${found.fault}`;
  return found.example ? `found by the example "${found.example}"` : `found in ${found.traces}: ${found.fault}`;
};

const wanted = bugs.filter(({ name }) => name.includes(options.only));
const queue = [...wanted.entries()];
const results = [];
const worker = async () => {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [index, bug] = next;
    const result = await lookFor(bug, index);
    results[index] = result;
    console.log(`${say(result.found)} | ${bug.name}`);
  }
};
await Promise.all([worker(), worker()]);
const clean = options.only ? undefined : await lookFor(undefined, 'clean');

const missed = results.filter(({ found }) => !found);
const howFound = (found) => {
  if (!found) return 'missed |';
  if (found.example) return `example | ${found.example}`;
  const promise = found.fault.split(' ')[0];
  return found.scene
    ? `scene | ${promise}: ${found.scene}`
    : `${found.traces.toLocaleString('en')} traces | ${promise}`;
};
const row = ({ name, found }) => `| ${name} | ${howFound(found)} |`;
if (options.write) {
  const page = `# Seeded bugs

A harness that finds nothing proves nothing until it is known to find something. These bugs are put into the source one at a time, and
the tests have to find each of them; without one the simulation has to find none. Scenes look first, then up to ${options.budget}
random traces from the seed ${options.seed}: the table says how many it took, and which promise broke (\`threw\`: the run itself failed). Where they find nothing,
the examples of the runner are asked.

\`\`\`sh
npm run seeded-bugs                      # all of them
npm run seeded-bugs -- --only lease      # those with this word in their name
\`\`\`

| Bug | Found by | Which |
| --- | --- | --- |
${results.map(row).join('\n')}
`;
  writeFileSync(new URL('../../../docs/seeded-bugs.md', import.meta.url), page);
}
console.log(`${results.length - missed.length} of ${results.length} found`);
if (clean?.found) console.error(`Found where there is none: ${JSON.stringify(clean.found)}`);
if (missed.length > 0 || clean?.found) process.exitCode = 1;
