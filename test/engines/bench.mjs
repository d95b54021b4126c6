// `npm run bench:engines`: times in every engine, beside the floor in the same engine. `-- --write` keeps them in
// docs/engines.md; `-- --only Hermes` measures one.
import { parseArgs } from 'node:util';
import { benchPrograms, writeProgram } from './bundle.mjs';
import { engines } from './engines.mjs';
import { installEngines } from './install.mjs';
import { benchTable, mappingTable, writeBench } from './page.mjs';

const { values: options } = parseArgs({
  options: { write: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});

const measureIn = (engine, parts) => {
  const file = engine.find();
  const program = engine.old ? parts.lowered : parts.plain;
  const script = writeProgram(`bench-${engine.title.replaceAll(/\W+/g, '-')}.js`, program(engine.say));
  const { output } = (engine.time ?? engine.run)(file, script);
  const [, measured] = /measured: (\{.*\})/.exec(output) ?? [];
  if (measured === undefined) throw new Error(`${engine.title}: ${output.slice(0, 2000)}`);
  return { engine, version: engine.version(file), ...JSON.parse(measured) };
};

installEngines();
const parts = await benchPrograms();
const rows = [];
for (const engine of engines.filter(({ title }) => title.includes(options.only))) {
  rows.push(measureIn(engine, parts));
  console.log(benchTable(rows.slice(-1)).split('\n').at(-1));
}
console.log(`\n${benchTable(rows)}\n\n${mappingTable(rows)}`);
if (options.write) writeBench(rows);
