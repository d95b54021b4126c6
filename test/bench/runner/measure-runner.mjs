import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from '../median.mjs';
import { runnerScenarios } from './runner-scenarios.mjs';

const ROUNDS = 3;

/** Each scenario a few times, a world of its own each time: the first one is thrown away, since nothing is compiled yet. */
export const measureRunner = async (core, stores, only) => {
  const rows = [];
  for (const [scenario, { measure, counts }] of Object.entries(runnerScenarios)) {
    if (!scenario.includes(only)) continue;
    for (const count of counts) {
      const rounds = [];
      for (let round = 0; round <= ROUNDS; round++) rounds.push(await measure(core, stores, count));
      const counted = rounds.slice(1);
      const floor = median(counted.map((one) => one.floor));
      const ours = median(counted.map((one) => one.ours));
      const slice = median(counted.map((one) => one.slice));
      rows.push({ scenario, count, floor, ours, ratio: ours / floor, slice, writes: counted[0].writes });
    }
  }
  return rows;
};

/** The heap of a backfill with detail, before, at its peak and after, each in a process of its own. */
export const measureBackfill = (built, counts) =>
  counts.map((count) => {
    const script = fileURLToPath(new URL('backfill-memory.mjs', import.meta.url));
    return JSON.parse(
      execFileSync(process.execPath, ['--expose-gc', script, built, String(count)], { encoding: 'utf8' }),
    );
  });

const number = (value) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en'));

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;

const tableFrom = (columns, rows) =>
  [
    `| ${columns.map(([title]) => title).join(' | ')} |`,
    `|${columns.map((_, at) => (at === 0 ? '---|' : '---:|')).join('')}`,
    ...rows.map((row) => `| ${columns.map(([, show]) => show(row)).join(' | ')} |`),
  ].join('\n');

/** The runner's rows as Markdown. */
export const runnerTable = (rows) =>
  tableFrom(
    [
      ['runner', ({ scenario }) => scenario],
      ['N', ({ count }) => count.toLocaleString('en')],
      ['floor ms', ({ floor }) => number(floor)],
      ['ours ms', ({ ours }) => number(ours)],
      ['ours / floor', ({ ratio }) => ratio.toFixed(1)],
      ['longest slice, CPU ms', ({ slice }) => slice.toFixed(1)],
      ['sessions written', ({ writes }) => writes.sessions.toLocaleString('en')],
      ['state writes', ({ writes }) => writes.state.toLocaleString('en')],
    ],
    rows,
  );

export const backfillTable = (rows) =>
  tableFrom(
    [
      ['backfill with detail', ({ count }) => `${count.toLocaleString('en')} workouts`],
      ['imported', ({ imported }) => imported.toLocaleString('en')],
      ['heap before', ({ before }) => megabytes(before)],
      ['peak', ({ peak }) => megabytes(peak)],
      ['after', ({ after }) => megabytes(after)],
    ],
    rows,
  );
