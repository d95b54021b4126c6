// @ts-nocheck
// Runs the example files named on the command line, one after the other, and says which of them fail.
import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './entries.mjs';

// An example asserts with what a reader knows from every console; Node only prints a failed one, here it must fail.
console.assert = (holds, ...message) => assert.ok(holds, message.join(' ') || 'console.assert did not hold');
console.log = () => {};
// What `expression; // => value` becomes.
globalThis.assertShows = (actual, expected) => assert.deepEqual(actual, expected);

for (const file of process.argv.slice(2)) {
  await import(pathToFileURL(file).href).catch((error) => {
    console.error(`${relative(root, file)} failed: ${error.stack}`);
    process.exitCode = 1;
  });
}
