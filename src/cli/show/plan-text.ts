import type { NoticeLine } from '../../messages/describe-notices';
import type { PlanGroup, PlanLine } from '../../messages/describe-plan';
import { countText } from '../../messages/quantity-text';
import type { Terminal } from '../terminal';
import { adviceForReasons } from './file-advice';
import { type Question, questionAdvice } from './questions';
import { type Column, plainText, tableText } from './table';

const TITLES: Readonly<Record<PlanGroup, string>> = {
  steps: 'What happens',
  held: 'Held until you decide',
  waiting: 'Waiting',
  skipped: 'Left as it is',
};

const COLUMNS: readonly Column[] = [
  { title: 'When' },
  { title: 'Activity' },
  { title: 'Source' },
  { title: 'What happens', share: 1 },
  { title: 'Why', share: 2 },
];

const newestFirst = (a: PlanLine, b: PlanLine): number => (b.start ?? 0) - (a.start ?? 0);

const rowOf = ({ when, activity, what, app, action, why }: PlanLine): readonly string[] => [
  when,
  what === '' ? activity : `${activity}\n${what}`,
  app,
  action,
  why,
];

const moreText = (hidden: number): string => `  … and ${countText(hidden)} more; --all shows them.`;

const MOST_REASONS = 8;

/** Said once, however many rows it is about. */
const adviceText = (advice: readonly string[], terminal: Terminal): readonly string[] =>
  advice.map((text) => terminal.faint(plainText(`  → ${text}`)));

/** How often each reason is given, the most frequent first. */
const byReason = (lines: readonly PlanLine[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { codes, why } of lines) {
    const reason = `${codes.join(', ')}: ${why}`;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_REASONS)
    .map(([reason, count]) => plainText(`  ${countText(count)} × ${reason}`));
};

const section = (group: PlanGroup, all: readonly PlanLine[], limit: number, terminal: Terminal): readonly string[] => {
  const lines = all.filter((line) => line.group === group).sort(newestFirst);
  if (lines.length === 0) return [];
  const shown = lines.slice(0, limit);
  const hidden = lines.length - shown.length;
  return [
    '',
    terminal.strong(`${TITLES[group]} (${countText(lines.length)})`),
    ...(hidden > 0 && group !== 'steps' ? byReason(lines) : []),
    tableText(COLUMNS, shown.map(rowOf), terminal.width, terminal.faint),
    ...(hidden > 0 ? [terminal.faint(moreText(hidden))] : []),
    ...adviceText(adviceForReasons(lines.flatMap(({ codes }) => codes)), terminal),
  ];
};

const noticeText = ({ text, numbers }: NoticeLine): readonly string[] => [
  plainText(`  ${text}`),
  ...numbers.map(({ name, of, copy, difference }) =>
    plainText(`    ${name}: ${of || '–'} | ${copy || '–'} | ${difference || '–'}`),
  ),
];

const NOTICES = { copy: 'Copies side by side', review: 'Questions', conflict: 'Conflicts' } as const;

const PREFERRED = 'The setting "import.preferredSources" says whose recording counts: see --settings.';

/** What is shown of a plan. */
export interface ShownPlan {
  readonly lines: readonly PlanLine[];
  readonly notices: readonly NoticeLine[];
  readonly questions: readonly Question[];
}

/** The lines of a plan as tables, the newest first, and what there is to say about pairs of records. */
export const planText = ({ lines, notices, questions }: ShownPlan, limit: number, terminal: Terminal): string => {
  const groups = (['steps', 'held', 'waiting', 'skipped'] as const).flatMap((group) =>
    section(group, lines, limit, terminal),
  );
  const hints = { copy: [PREFERRED], review: questionAdvice(questions), conflict: [] };
  const pairs = (['copy', 'review', 'conflict'] as const).flatMap((kind) => {
    const members = notices.filter((line) => line.kind === kind);
    const hidden = members.length - limit;
    if (members.length === 0) return [];
    return [
      '',
      terminal.strong(`${NOTICES[kind]} (${countText(members.length)})`),
      ...members.slice(0, limit).flatMap((line) => noticeText(line)),
      ...(hidden > 0 ? [terminal.faint(moreText(hidden))] : []),
      ...adviceText(hints[kind], terminal),
    ];
  });
  return [...groups, ...pairs].join('\n');
};
