// Runs one script in QuickJS and prints what it says: `node quickjs.mjs <script>`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { getQuickJS } = createRequire(import.meta.url)('quickjs-emscripten');
const context = (await getQuickJS()).newContext();
const print = context.newFunction('print', (line) => console.log(context.getString(line)));
context.setProp(context.global, 'print', print);
const done = (result) => context.unwrapResult(result);
done(context.evalCode(readFileSync(process.argv[2], 'utf8'), 'suite.js'));
// Promises move only when the host lets them.
while (context.runtime.hasPendingJob()) done(context.runtime.executePendingJobs());
