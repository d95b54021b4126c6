// The list of vectors: inputs, and what the reference engine answers. The short ones are kept in vectors.json, where a
// change of an answer is a line that somebody reads; the corpus is answered anew each time.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { globalScript, root } from '../gate/entries.mjs';
import { folder } from './bundle.mjs';
import { calls, shared } from './library.mjs';
import { answers } from './suite.mjs';
import { vectorInputs } from './vector-inputs.mjs';

const kept = new URL('vectors.json', import.meta.url);

const loadCorpus = async () => {
  const outfile = join(folder, 'corpus.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'corpus.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outfile,
  });
  const { corpus } = await import(outfile);
  // As the engines will get them.
  return JSON.parse(JSON.stringify(corpus()));
};

const loadScript = () =>
  runInNewContext(`${readFileSync(join(root, globalScript.file), 'utf8')}; ${globalScript.name}`);

/** A vector a line: the answers are compared as text, and read as differences. */
const asText = (vectors) => `[\n${vectors.map((vector) => JSON.stringify(vector)).join(',\n')}\n]\n`;

export const writeVectors = async () => {
  const inputs = vectorInputs(calls);
  const outputs = await answers(inputs, loadScript());
  writeFileSync(kept, asText(inputs.map((vector, at) => ({ ...vector, output: JSON.parse(outputs[at]) }))));
};

const inputOf = ({ output: _output, ...rest }) => JSON.stringify(rest);

/** The vectors as the engines get them, how many answers each engine must give, and what is wrong with the list. */
export const loadVectors = async () => {
  const committed = JSON.parse(readFileSync(kept, 'utf8'));
  const isCurrent = committed.map(inputOf).join() === vectorInputs(calls).map(inputOf).join();
  const corpus = await loadCorpus();
  const corpusAnswers = await answers(corpus);
  const vectors = [
    ...committed.map(({ output, ...vector }) => ({ ...vector, expected: JSON.stringify(output) })),
    ...corpus.map((vector, at) => ({ ...vector, expected: corpusAnswers[at] })),
  ];
  const count =
    vectors.filter(({ text }) => text === undefined).length + vectors.filter(({ call }) => call in shared).length;
  return {
    vectors,
    count,
    problems: isCurrent
      ? []
      : ['test/engines/vectors.json has other inputs than vector-inputs.mjs: npm run engines -- --write'],
  };
};
