import { namingOf } from '../../messages/naming-of';
import { reconcile } from '../../reconcile/reconcile';
import type { Finding } from '../../sync/surface/finding';
import type { ExitName } from '../failure';
import { messageForFile } from '../show/file-advice';
import { countOf, factsOf, headerText, noteProblems } from '../show/header';
import { questionsOf, questionsText } from '../show/questions';
import { plainText } from '../show/table';
import type { Terminal } from '../terminal';
import { type CommandContext, withCopy } from './context';
import { printJson, rowLimit } from './output';

/** A file has no background. */
const OF_PHONES: ReadonlySet<string> = new Set(['background-stale', 'background-denied', 'write-denied']);

const MARKS = { problem: '✗', warning: '!', note: '·' } as const;

interface FindingText extends Finding {
  readonly text: string;
  readonly advice?: string;
}

const findingText = ({ severity, text, advice }: FindingText, { bad, faint, strong }: Terminal): string => {
  const paint = { problem: bad, warning: strong, note: faint }[severity];
  return [`${paint(MARKS[severity])} ${plainText(text)}`, ...(advice ? [faint(`  → ${plainText(advice)}`)] : [])].join(
    '\n',
  );
};

/** `workout-sync doctor FILE`: syncs into a copy in memory and says what is wrong, the worst first. */
export const doctorCommand = (context: CommandContext): Promise<ExitName> =>
  withCopy<ExitName>(context, async ({ sync, world, exported, workouts, endReading }) => {
    const { file, options, terminal, progress, surroundings } = context;
    const { items: _items, ...run } = await sync.run({ onProgress: progress.show, signal: surroundings.signal });
    endReading();
    const known = await world();
    const questions = questionsOf(reconcile(known), known);
    const naming = namingOf(known);
    const findings = (await sync.diagnose())
      .filter(({ code }) => !OF_PHONES.has(code))
      .map((finding): FindingText => ({ ...finding, ...messageForFile(finding, naming) }));
    const exit: ExitName = findings.some(({ severity }) => severity === 'problem') ? 'findings' : 'done';
    const facts = factsOf(file, exported, workouts.size);
    if (options.json) {
      printJson(terminal, 'doctor', { file: facts, run, findings, questions });
      return exit;
    }
    noteProblems(exported, terminal);
    terminal.print(headerText(exported, [...workouts.values()], terminal));
    if (findings.length + facts.problems.length === 0) terminal.print(terminal.good('Nothing is wrong.'));
    else if (findings.length > 0) terminal.print(`${countOf(findings.length, 'finding')}:`);
    for (const finding of findings) terminal.print(findingText(finding, terminal));
    if (questions.length > 0) terminal.print(questionsText(questions, rowLimit(options), terminal));
    return exit;
  });
