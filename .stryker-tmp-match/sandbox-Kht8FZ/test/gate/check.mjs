// @ts-nocheck
// Runs every step, prints a line for each, goes on after a failure, and ends with `N passed, N failed`.
import { steps } from './check-steps.mjs';
import { run } from './run.mjs';

let failed = 0;
for (const [name, [command, ...args]] of steps) {
  const started = performance.now();
  const { ok, output } = run(command, args);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (!ok) {
    failed += 1;
    console.log(output.trim().replace(/^/gm, '     '));
  }
}
console.log(`${steps.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
