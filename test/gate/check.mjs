// Runs every step, prints a line for each, goes on after a failure, and ends with `N passed, N failed`. `--done 'name of a step'`
// leaves out what was run just before.
import { parseArgs } from 'node:util';
import { steps } from './check-steps.mjs';
import { run } from './run.mjs';

const { values } = parseArgs({ options: { done: { type: 'string', multiple: true, default: [] } } });
const unknown = values.done.filter((name) => !steps.some(([step]) => step === name));
if (unknown.length > 0) throw new Error(`no step is called ${unknown.join(' or ')}`);

const wanted = steps.filter(([name]) => !values.done.includes(name));
let failed = 0;
for (const [name, [command, ...args]] of wanted) {
  const started = performance.now();
  const { ok, output } = run(command, args);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (!ok) {
    failed += 1;
    console.log(output.trim().replace(/^/gm, '     '));
  }
}
console.log(`${wanted.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
