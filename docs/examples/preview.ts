// In an app, the two imports below are 'workout-sync' and 'workout-sync/messages'.
import { applyPlan, reconcile, type World } from '../../src/index';
import {
  describeNotices,
  describePlan,
  guardText,
  type NoticeLine,
  type PlanGroup,
  type PlanLine,
  platformLabel,
  summaryText,
} from '../../src/messages/index';
import { tableOf, wrap } from './table';

/** How a preview looks: how wide it may be, and what strong and faint text is made of. */
export interface Look {
  readonly width: number;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

const TITLES: Readonly<Record<PlanGroup, string>> = {
  steps: 'What happens',
  held: 'Held until you decide',
  waiting: 'Waiting',
  skipped: 'Left as it is',
};

/** Below this a table is more gap than text, so the lines are stacked. */
const NARROW = 96;

const countOf = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const intro = ({ scope, mirror, sessions, ledger }: World, look: Look): string[] => {
  const apps = new Set(mirror.items.map(({ source }) => source?.app));
  return [
    look.strong(`A sync between an app and ${platformLabel(scope.platform)}, planned`),
    ...wrap(
      `Two weeks of one person: ${countOf(mirror.items.length, 'workout')} that ${countOf(apps.size, 'app')} wrote, ` +
        `${countOf(sessions.items.length, 'session')} in the app, ${countOf(ledger.links.length, 'link')} from earlier ` +
        'syncs. Everything is read from docs/examples/two-week-history/world.json; nothing leaves this process.',
      look.width,
    ).map(look.faint),
  ];
};

const withoutYear = (when: string): string => when.replace(/ \d{4},/, '');

const newestFirst = (a: PlanLine, b: PlanLine): number => (b.start ?? 0) - (a.start ?? 0);

const whyOf = ({ why, advice }: PlanLine): string => (advice === '' ? why : `${why}\n→ ${advice}`);

const stacked = (lines: readonly PlanLine[], look: Look): string[] =>
  lines.flatMap((line) => [
    ...wrap([withoutYear(line.when), line.activity, line.what, line.app].filter(Boolean).join(' · '), look.width),
    ...wrap(`${line.action}. ${whyOf(line)}`, look.width - 2).map((text) => `  ${text}`),
  ]);

const tabled = (lines: readonly PlanLine[], look: Look): string[] => {
  const rows = lines.map((line) => [
    withoutYear(line.when),
    line.what === '' ? line.activity : `${line.activity}\n${line.what}`,
    line.app,
    line.action,
    whyOf(line),
  ]);
  const columns = [
    { title: 'When' },
    { title: 'Activity' },
    { title: 'Source' },
    { title: 'What happens', share: 1 },
    { title: 'Why', share: 2 },
  ];
  const table = tableOf(columns, rows, look.width);
  return [look.faint(table.title), ...table.rows.flat()];
};

const section = (group: PlanGroup, all: readonly PlanLine[], look: Look): string[] => {
  const lines = all.filter((line) => line.group === group).sort(newestFirst);
  if (lines.length === 0) return [];
  const body = look.width < NARROW ? stacked(lines, look) : tabled(lines, look);
  return ['', look.strong(`${TITLES[group]} (${lines.length})`), ...body];
};

const noticeLines = ({ text, advice, facts, numbers }: NoticeLine, look: Look): string[] => {
  const columns = [{ title: '' }, { title: 'original' }, { title: 'copy' }, { title: 'difference', share: 1 }];
  const table = tableOf(
    columns,
    numbers.map(({ name, of, copy, difference }) => [name, of || '–', copy || '–', difference]),
    look.width - 2,
  );
  const indent = (line: string): string => `  ${line}`;
  return [
    ...wrap(text, look.width),
    ...(numbers.length > 0 ? [look.faint(indent(table.title)), ...table.rows.flat().map(indent)] : []),
    ...wrap(facts.join(' '), look.width - 2)
      .filter(Boolean)
      .map((line) => look.faint(indent(line))),
    ...wrap(`→ ${advice}`, look.width - 2).map(indent),
    '',
  ];
};

const NOTICE_TITLES = { copy: 'Copies side by side', review: 'Questions', conflict: 'Conflicts' } as const;

const notices = (lines: readonly NoticeLine[], look: Look): string[] =>
  (['copy', 'review', 'conflict'] as const).flatMap((kind) => {
    const members = lines.filter((line) => line.kind === kind);
    if (members.length === 0) return [];
    return [
      '',
      look.strong(`${NOTICE_TITLES[kind]} (${members.length})`),
      ...members.flatMap((line) => noticeLines(line, look)).slice(0, -1),
    ];
  });

const proof = (world: World, look: Look): string[] => {
  const plan = reconcile(world);
  const applied = applyPlan(world, plan);
  if (applied.kind === 'error') return [`The plan was not applied: ${applied.error.kind}.`];
  const again = reconcile(applied.value);
  return [
    '',
    look.strong(`Applied in memory: ${countOf(plan.steps.length, 'step')}`),
    ...wrap(`Planned again: ${countOf(again.steps.length, 'step')}. ${summaryText(again)}`, look.width),
  ];
};

/** A plan for a world, printed for a person: what happens and why, what is held, what waits, and that it settles. */
export const previewOf = (world: World, look: Look): string => {
  const plan = reconcile(world);
  const lines = describePlan(plan, world);
  const guard = guardText(plan.guard);
  return [
    ...intro(world, look),
    ...(['steps', 'held', 'waiting', 'skipped'] as const).flatMap((group) => section(group, lines, look)),
    ...notices(describeNotices(plan, world), look),
    '',
    ...wrap(summaryText(plan), look.width).map(look.strong),
    ...wrap(guard, look.width).filter(Boolean),
    ...proof(world, look),
    '',
  ].join('\n');
};
