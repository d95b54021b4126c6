import { messageForRun } from '../../messages/run-messages';
import { reconcile } from '../../reconcile/reconcile';
import type { RunReport } from '../../sync/surface/report';
import type { Database } from '../database/database';
import { DETAIL_TABLE, keepDetail, keepsDetail } from '../database/detail-table';
import { openForSync, refreshViews } from '../database/open-database';
import { noteSyncedFile, syncedFileOf } from '../database/synced-file';
import { storeDetail } from '../engine/store-detail';
import { type ExitName, failure } from '../failure';
import type { HealthExport } from '../input/health-export';
import { countOf, factsOf, headerText, noteProblems } from '../show/header';
import { olderThan } from '../show/older-than';
import { type Question, questionsOf, questionsText } from '../show/questions';
import { shellWord } from '../show/shell-word';
import { type CommandContext, type CommonOptions, type Workbench, withWorkbench } from './context';
import { printJson } from './output';

export interface SyncOptions extends CommonOptions {
  readonly into: string;
  readonly confirm?: string;
  readonly withDetail?: true;
  readonly older?: true;
}

/** What the database holds in the end. */
interface Totals {
  readonly sessions: number;
  readonly copies: number;
  /** Sessions with their samples, where the database keeps them. */
  readonly detailed?: number;
}

const totalsOf = (database: Database): Totals => {
  const count = (table: string) => Number(database.query(`SELECT count(*) AS n FROM ${table}`)[0]?.n);
  return {
    sessions: count('sessions'),
    copies: count('copies'),
    ...(keepsDetail(database) && { detailed: count(DETAIL_TABLE) }),
  };
};

/** Problems of the database itself; everything else that may stand in the way is a failure of the run. */
const OF_THE_STATE: ReadonlySet<string> = new Set(['busy', 'state-newer', 'state-elsewhere']);

const exitOf = ({ end, problem, counts }: RunReport): ExitName => {
  if (end === 'held') return 'held';
  if (end === 'cancelled') return 'interrupted';
  if (end === 'problem') return problem !== undefined && OF_THE_STATE.has(problem.code) ? 'database' : 'failed';
  return (counts.failed ?? 0) > 0 ? 'failed' : 'done';
};

/** The options that decide what a sync does: without them, the next call would do something else. */
const DECIDING = ['into', 'preset', 'settings', 'since', 'sessions'] as const;

/** A command that works with the same file, database and settings, to be pasted into a shell. */
const sameWith = (command: 'plan' | 'sync', { file, options }: CommandContext<SyncOptions>): string => {
  const given = DECIDING.flatMap((name) => {
    const value = options[name];
    return value === undefined ? [] : [`--${name} ${shellWord(value)}`];
  });
  return [`workout-sync ${command} ${shellWord(file)}`, ...given].join(' ');
};

const adviceFor = (context: CommandContext<SyncOptions>, exit: ExitName, { guard }: RunReport): string | undefined => {
  switch (exit) {
    case 'held':
      return `See what would go:  ${sameWith('plan', context)}\nLet it go:         ${sameWith('sync', context)} --confirm ${guard}`;
    case 'interrupted':
      return `What was done is kept. Go on with: ${sameWith('sync', context)}`;
    default:
      return undefined;
  }
};

const runText = (report: RunReport, platform: string): string => {
  const { text, advice } = messageForRun(report, { store: platform });
  return report.end === 'held' && advice !== undefined ? `${text} ${advice}` : text;
};

/** What a person would wonder about: sessions that stay, though their workouts are gone. */
const stayingText = ({ items }: RunReport): string | undefined => {
  const gone = items.filter(
    ({ outcome, reasons }) => outcome === 'linked' && reasons.some(({ code }) => code === 'workout-removed'),
  ).length;
  return gone === 0
    ? undefined
    : `No longer in the file: ${countOf(gone, 'workout')}. What was imported of them stays; with the setting "onWorkoutGone": "remove-session" it goes, too.`;
};

/** So many are shown of what `plan` shows all of. */
const QUESTIONS_SHOWN = 3;

const questionsIn = async ({ world }: Workbench): Promise<readonly Question[]> => {
  const known = await world();
  return questionsOf(reconcile(known), known);
};

/** How a sync ended, and what the database holds then. */
interface Outcome {
  readonly exit: ExitName;
  readonly report: RunReport;
  readonly totals: Totals;
  readonly questions: readonly Question[];
}

/** Runs sync, and stores the samples where they are wanted; remembers of when the file is. */
const carryOut = async (
  { file, options, progress, surroundings: { signal } }: CommandContext<SyncOptions>,
  bench: Workbench,
): Promise<Outcome> => {
  const { sync, exported, database } = bench;
  const { platform } = exported.store;
  const before = syncedFileOf(database, platform);
  if (exported.madeAt !== undefined) noteSyncedFile(database, platform, exported.madeAt);
  refreshViews(database);
  if (options.withDetail) keepDetail(database);
  if (options.confirm !== undefined) await sync.decide({ kind: 'confirm', guard: options.confirm });
  const report = await sync.run({ trigger: 'command', onProgress: progress.show, signal });
  refreshViews(database);
  if (report.end === 'done' && keepsDetail(database)) {
    const onProgress = (done: number, total: number): void => progress.show({ phase: 'applying', done, total });
    await storeDetail({ ...bench, store: exported.store }, { signal, onProgress });
  }
  progress.end();
  const error = bench.readError();
  if (error !== undefined)
    throw failure(
      'unreadable',
      `${file} cannot be read to its end: ${error.message}`,
      'Nothing was removed. What was read is kept.',
    );
  // Nothing was done: the database is still what the file before made of it.
  if (report.end === 'held' && before !== undefined) noteSyncedFile(database, platform, before);
  return {
    exit: signal.aborted ? 'interrupted' : exitOf(report),
    report,
    totals: totalsOf(database),
    questions: report.end === 'done' ? await questionsIn(bench) : [],
  };
};

const print = (
  context: CommandContext<SyncOptions>,
  { exported, workouts }: Workbench,
  { exit, report, totals, questions }: Outcome,
): void => {
  const { options, terminal } = context;
  const paint = exit === 'done' ? terminal.good : terminal.bad;
  terminal.print(headerText(exported, [...workouts.values()], terminal));
  terminal.print(paint(runText(report, exported.name)));
  terminal.print(
    `${options.into}: ${countOf(totals.sessions, 'session')}, ${countOf(totals.copies, 'copy', 'copies')}` +
      `${totals.detailed === undefined ? '' : `, samples of ${countOf(totals.detailed, 'session')}`}.`,
  );
  if (questions.length > 0) terminal.print(questionsText(questions, QUESTIONS_SHOWN, terminal));
  for (const hint of [stayingText(report), adviceFor(context, exit, report)])
    if (hint !== undefined) terminal.note(hint);
};

const runSync = async (context: CommandContext<SyncOptions>, bench: Workbench): Promise<ExitName> => {
  const { file, options, terminal } = context;
  const { exported, workouts } = bench;
  const outcome = await carryOut(context, bench);
  noteProblems(exported, terminal);
  if (options.json) {
    const { report, totals, questions } = outcome;
    const { items: _items, ...run } = report;
    const facts = factsOf(file, exported, workouts.size);
    printJson(terminal, 'sync', { file: facts, into: options.into, run, totals, questions });
  } else print(context, bench, outcome);
  return outcome.exit;
};

/** The database to sync into. An older export would take back what a newer one has brought: that takes a word. */
const openFor = async (context: CommandContext<SyncOptions>, exported: HealthExport): Promise<Database> => {
  const { options } = context;
  const database = await openForSync(options.into);
  const older = olderThan(database, exported);
  if (older === undefined || options.older) return database;
  database.close();
  throw failure(
    'held',
    `${older} What came since would be taken back, so nothing was done.`,
    `Sync the newer one, or, if you mean it: ${sameWith('sync', context)} --older`,
  );
};

/** `workout-sync sync FILE --into app.db`: brings the database up to what the file says. */
export const syncCommand = (context: CommandContext<SyncOptions>): Promise<ExitName> =>
  withWorkbench(
    context,
    (exported) => openFor(context, exported),
    (bench) => runSync(context, bench),
  );
