import { messageForRun } from '../../messages/run-messages';
import type { RunReport } from '../../sync/surface/report';
import type { Database } from '../database/database';
import { openForSync, refreshViews } from '../database/open-database';
import { type ExitName, failure } from '../failure';
import { countOf, factsOf, headerText, noteProblems } from '../show/header';
import { type CommandContext, type CommonOptions, type Workbench, withWorkbench } from './context';
import { printJson } from './output';

export interface SyncOptions extends CommonOptions {
  readonly into: string;
  readonly confirm?: string;
}

/** What the database holds in the end. */
interface Totals {
  readonly sessions: number;
  readonly copies: number;
}

const totalsOf = (database: Database): Totals => {
  const count = (table: string) => Number(database.query(`SELECT count(*) AS n FROM ${table}`)[0]?.n);
  return { sessions: count('sessions'), copies: count('copies') };
};

/** Problems of the database itself; everything else that may stand in the way is a failure of the run. */
const OF_THE_STATE: ReadonlySet<string> = new Set(['busy', 'state-newer', 'state-elsewhere']);

const exitOf = ({ end, problem, counts }: RunReport): ExitName => {
  if (end === 'held') return 'held';
  if (end === 'cancelled') return 'interrupted';
  if (end === 'problem') return problem !== undefined && OF_THE_STATE.has(problem.code) ? 'database' : 'failed';
  return (counts.failed ?? 0) > 0 ? 'failed' : 'done';
};

const again = ({ file, options }: CommandContext<SyncOptions>, more = ''): string =>
  `workout-sync sync ${file} --into ${options.into}${more}`;

const adviceFor = (context: CommandContext<SyncOptions>, exit: ExitName, { guard }: RunReport): string | undefined => {
  const { file, options } = context;
  switch (exit) {
    case 'held':
      return `See what would go:  workout-sync plan ${file} --into ${options.into}\nLet it go:         ${again(context, ` --confirm ${guard}`)}`;
    case 'interrupted':
      return `What was done is kept. Go on with: ${again(context)}`;
    default:
      return undefined;
  }
};

const runText = (report: RunReport, platform: string): string => {
  const { text, advice } = messageForRun(report, { store: platform });
  return report.end === 'held' && advice !== undefined ? `${text} ${advice}` : text;
};

const runSync = async (context: CommandContext<SyncOptions>, bench: Workbench): Promise<ExitName> => {
  const { file, options, terminal, progress, surroundings } = context;
  const { sync, exported, database, workouts } = bench;
  refreshViews(database);
  if (options.confirm !== undefined) await sync.decide({ kind: 'confirm', guard: options.confirm });
  const report = await sync.run({ trigger: 'command', onProgress: progress.show, signal: surroundings.signal });
  progress.end();
  refreshViews(database);
  const error = bench.readError();
  if (error !== undefined)
    throw failure(
      'unreadable',
      `${file} cannot be read to its end: ${error.message}`,
      'Nothing was removed. What was read is kept.',
    );
  const exit = exitOf(report);
  const totals = totalsOf(database);
  const advice = adviceFor(context, exit, report);
  noteProblems(exported, terminal);
  if (options.json) {
    const { items: _items, ...run } = report;
    printJson(terminal, 'sync', { file: factsOf(file, exported, workouts.size), into: options.into, run, totals });
    return exit;
  }
  const paint = exit === 'done' ? terminal.good : terminal.bad;
  terminal.print(headerText(exported, [...workouts.values()], terminal));
  terminal.print(paint(runText(report, exported.name)));
  terminal.print(
    `${options.into}: ${countOf(totals.sessions, 'session')}, ${countOf(totals.copies, 'copy', 'copies')}.`,
  );
  if (advice !== undefined) terminal.note(advice);
  return exit;
};

/** `workout-sync sync FILE --into app.db`: brings the database up to what the file says. */
export const syncCommand = (context: CommandContext<SyncOptions>): Promise<ExitName> =>
  withWorkbench(
    context,
    () => openForSync(context.options.into),
    (bench) => runSync(context, bench),
  );
