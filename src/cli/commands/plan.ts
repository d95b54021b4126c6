import { describeNotices } from '../../messages/describe-notices';
import { describePlan } from '../../messages/describe-plan';
import { guardText, summaryText } from '../../messages/explain';
import type { ExitName } from '../failure';
import { adviceForReasons } from '../show/file-advice';
import { factsOf, headerText, noteProblems } from '../show/header';
import { olderThan } from '../show/older-than';
import { planText } from '../show/plan-text';
import { noticesForFile, questionsOf } from '../show/questions';
import { type CommandContext, withCopy } from './context';
import { printJson, rowLimit } from './output';

/** `workout-sync plan FILE`: what a sync would do, and why. */
export const planCommand = (context: CommandContext): Promise<ExitName> =>
  withCopy<ExitName>(context, async ({ sync, world, workouts, exported, database, endReading }) => {
    const { file, options, terminal, progress, surroundings } = context;
    const plan = await sync.preview({ onProgress: progress.show, signal: surroundings.signal });
    endReading();
    const known = await world();
    const lines = describePlan(plan, known).map((line) => ({
      ...line,
      advice: adviceForReasons(line.codes).join(' '),
    }));
    const questions = questionsOf(plan, known);
    const notices = noticesForFile(describeNotices(plan, known), questions);
    const summary = summaryText(plan);
    noteProblems(exported, terminal);
    const older = olderThan(database, exported);
    if (older !== undefined) terminal.note(`${older} sync takes it only with --older.`);
    if (options.json) {
      printJson(terminal, 'plan', { file: factsOf(file, exported, workouts.size), summary, plan, lines, notices });
      return 'done';
    }
    const guard = guardText(plan.guard);
    terminal.print(headerText(exported, [...workouts.values()], terminal));
    terminal.print(planText({ lines, notices, questions }, rowLimit(options), terminal));
    terminal.print(`\n${terminal.strong(summary)}${guard === '' ? '' : `\n${guard}`}`);
    return 'done';
  });
