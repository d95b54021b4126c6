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
      const [floor, ours, longest, over] = ['floor', 'ours', 'longest', 'over'].map((name) =>
        median(counted.map((one) => one[name])),
      );
      rows.push({ scenario, count, floor, ours, ratio: ours / floor, longest, over, writes: counted[0].writes });
    }
  }
  return rows;
};

/** What lives in the heap during a backfill with detail: so many workouts, each with so many points, in a process of its own. */
export const measureBackfill = (built, backfills) =>
  backfills.map(({ count, points }) => {
    const script = fileURLToPath(new URL('backfill-memory.mjs', import.meta.url));
    const args = ['--expose-gc', script, built, String(count), String(points)];
    const row = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
    if (row.imported !== count)
      throw new Error(`The bench measures something else: ${row.imported} imported of ${count}`);
    return row;
  });

const number = (value) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en'));

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

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
      ['longest slice, CPU ms', ({ longest }) => longest.toFixed(1)],
      ['slices over 16 ms', ({ over }) => String(over)],
      ['sessions written', ({ writes }) => writes.sessions.toLocaleString('en')],
      ['state writes', ({ writes }) => writes.state.toLocaleString('en')],
    ],
    rows,
  );

export const backfillTable = (rows) =>
  tableFrom(
    [
      ['backfill with detail', ({ count }) => `${count.toLocaleString('en')} workouts`],
      ['points each', ({ points }) => (2 * points).toLocaleString('en')],
      ['live before', ({ before, empty }) => megabytes(before - empty)],
      ['highest', ({ highest, empty }) => megabytes(highest - empty)],
      ['after', ({ after, empty }) => megabytes(after - empty)],
      ['highest over after', ({ highest, after }) => megabytes(highest - after)],
      ['after, a workout', ({ after, empty, count }) => `${((after - empty) / count / 1000).toFixed(2)} KB`],
    ],
    rows,
  );
