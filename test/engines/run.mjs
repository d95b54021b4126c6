// Runs every vector in every engine, once as the engine is and once with everything newer than ES2020 taken away.
// `--write` keeps what the reference answers now, and writes the table of docs/engines.md.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { report } from '../gate/run.mjs';
import { folder, programs, writeProgram } from './bundle.mjs';
import { engines, hermesCompiler } from './engines.mjs';
import { installEngines } from './install.mjs';
import { pageProblems, writeAnswers } from './page.mjs';
import { loadVectors, writeVectors } from './vectors.mjs';

const writes = process.argv.includes('--write');

/** A run counts only if it says at its end that it ended: some shells leave with 0 after a rejected promise. */
const judgeRun = ({ ok, output }, count) => {
  const [, passed, of] = /^vectors: (\d+) of (\d+)$/m.exec(output.replace(/<\/?pre>/g, '\n')) ?? [];
  const isWhole = ok && Number(passed) === count && Number(of) === count;
  return isWhole ? [] : [`${passed ?? 'no closing line'} of ${count}:\n${output.slice(0, 3000)}`];
};

const runIn = (engine, file, mode, program, count) => {
  const started = performance.now();
  const script = writeProgram(`${mode}-${engine.title.replaceAll(/\W+/g, '-')}.js`, program(engine.say));
  const problems = judgeRun(engine.run(file, script), count);
  return { seconds: (performance.now() - started) / 1000, problems };
};

const tryEngine = (engine, parts, count) => {
  const file = engine.find();
  if (file === undefined || !existsSync(file)) return { problems: [`${engine.title}: not found`] };
  const version = engine.version(file);
  const name = `${engine.title} (${version})`;
  const [full, bare] = ['full', 'bare'].map((mode) =>
    runIn(engine, file, mode, parts[engine.old ? `${mode}Lowered` : mode], count),
  );
  console.log(`${name}: ${full.seconds.toFixed(1)} s, bare ${bare.seconds.toFixed(1)} s`);
  return {
    row: { engine, version, count, seconds: full.seconds },
    problems: [
      ...full.problems.map((problem) => `${name}: ${problem}`),
      ...bare.problems.map((problem) => `${name}, bare: ${problem}`),
    ],
  };
};

/** Today's Hermes gets the program as it is, not lowered. */
const tryCompiler = (parts) => {
  const file = hermesCompiler.find();
  if (!existsSync(file)) return { problems: [`${hermesCompiler.title}: not found`] };
  const version = hermesCompiler.version(file);
  const script = writeProgram('hermesc.js', parts.full('print'));
  const { ok, output } = hermesCompiler.compile(file, script, join(folder, 'hermesc.hbc'));
  return {
    row: { engine: hermesCompiler, version },
    problems: ok ? [] : [`${hermesCompiler.title} (${version}): ${output.slice(0, 3000)}`],
  };
};

installEngines();
if (writes) await writeVectors();
const { vectors, count, problems } = await loadVectors();
const parts = await programs(vectors);
const tried = [...engines.map((engine) => tryEngine(engine, parts, count)), tryCompiler(parts)];
const rows = tried.flatMap(({ row }) => row ?? []);
const wrong = [...problems, ...tried.flatMap((one) => one.problems)];
if (writes && wrong.length === 0) writeAnswers(rows);
report(`${count} answers in ${engines.length} engines`, [...wrong, ...pageProblems(rows)]);
