import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../gate/entries.mjs';
import { markedText, withMarkedText } from '../gate/marked-text.mjs';

const page = join(root, 'docs/engines.md');

const table = (columns, rows) =>
  [
    `| ${columns.map(([title]) => title).join(' | ')} |`,
    `| ${columns.map(([title]) => (/(ms|floor|read|written)$/.test(title) ? '---:' : '---')).join(' | ')} |`,
    ...rows.map((row) => `| ${columns.map(([, show]) => show(row)).join(' | ')} |`),
  ].join('\n');

const write = (name, rows) => writeFileSync(page, withMarkedText(readFileSync(page, 'utf8'), name, rows));

const answersTable = (rows) =>
  table(
    [
      ['Engine', ({ engine }) => engine.title],
      ['Stands for', ({ engine }) => engine.standsFor],
      [
        'Answers, byte for byte',
        ({ count }) => (count === undefined ? 'compiles; nothing is run' : `${count} of ${count}, twice`),
      ],
      ['Version', ({ version }) => version],
      ['One run', ({ seconds }) => (seconds === undefined ? '' : `${seconds.toFixed(1)} s`)],
    ],
    rows,
  );

export const writeAnswers = (rows) => write('engines', answersTable(rows));

/** Everything but what differs between machines: versions and times. */
const claims = (text) =>
  text
    .split('\n')
    .map((line) => line.split('|').slice(1, 4).join('|'))
    .join('\n');

export const pageProblems = (rows) =>
  claims(markedText(readFileSync(page, 'utf8'), 'engines')) === claims(answersTable(rows))
    ? []
    : ["docs/engines.md's table is not what was run: npm run engines -- --write"];

const milliseconds = (value) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en'));

export const benchTable = (rows) =>
  table(
    [
      ['Engine', ({ engine, version }) => `${engine.title}, ${version}`],
      ['floor, ms', ({ inStep }) => milliseconds(inStep.floor)],
      ['in step, ms', ({ inStep }) => milliseconds(inStep.ours)],
      ['× floor', ({ inStep }) => (inStep.ours / inStep.floor).toFixed(1)],
      ['first sync, ms', ({ firstSync }) => milliseconds(firstSync.ours)],
      ['× floor', ({ firstSync }) => (firstSync.ours / firstSync.floor).toFixed(1)],
      ['runner, first run, ms', ({ runner }) => milliseconds(runner.first.milliseconds)],
      ['longest hold, ms', ({ runner }) => milliseconds(runner.first.slice)],
      ['settled run, ms', ({ runner }) => milliseconds(runner.settled.milliseconds)],
      ['longest hold, ms', ({ runner }) => milliseconds(runner.settled.slice)],
    ],
    rows,
  );

const thousands = (count) => Math.round(count / 1000).toLocaleString('en');

/** Every row holds the same adapters, in the same order. */
const mappingColumns = ([{ mapping }]) =>
  mapping.flatMap(({ adapter, write }, at) => [
    [`${adapter}, read`, (row) => thousands(row.mapping[at].read)],
    ...(write === undefined ? [] : [[`${adapter}, written`, (row) => thousands(row.mapping[at].write)]]),
  ]);

export const mappingTable = (rows) =>
  table([['Engine', ({ engine, version }) => `${engine.title}, ${version}`], ...mappingColumns(rows)], rows);

export const writeBench = (rows) => {
  write('bench', benchTable(rows));
  write('mapping', mappingTable(rows));
};
