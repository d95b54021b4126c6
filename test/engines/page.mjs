import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../gate/entries.mjs';

const page = join(root, 'docs/engines.md');
const start = '<!-- engines:start -->';
const end = '<!-- engines:end -->';

const rowOf = ({ engine, version, count, seconds }) =>
  count === undefined
    ? `| ${engine.title} | ${version} | compiles; nothing is run | |`
    : `| ${engine.title} | ${version} | ${count} of ${count}, twice | ${seconds.toFixed(1)} s |`;

const tableOf = (rows) =>
  [
    '| Engine | Version | Answers, byte for byte | Time of one run |',
    '| --- | --- | --- | ---: |',
    ...rows.map(rowOf),
  ].join('\n');

const between = (text) => {
  const [from, to] = [text.indexOf(start) + start.length, text.indexOf(end)];
  if (to < from) throw new Error(`docs/engines.md needs ${start} and ${end} around its table`);
  return [from, to];
};

export const writePage = (rows) => {
  const text = readFileSync(page, 'utf8');
  const [from, to] = between(text);
  writeFileSync(page, `${text.slice(0, from)}\n${tableOf(rows)}\n${text.slice(to)}`);
};

/** Engines and numbers of answers, without what differs between machines: versions and times. */
const claims = (table) =>
  table
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, engine, , answers]) => `${engine}: ${answers}`)
    .join('\n');

export const pageProblems = (rows) => {
  const text = readFileSync(page, 'utf8');
  return claims(text.slice(...between(text)).trim()) === claims(tableOf(rows))
    ? []
    : ["docs/engines.md's table is not what was run: npm run engines -- --write"];
};
