import { WHOLE_HISTORY } from '../../domain/interval';
import type { Workout } from '../../domain/workout';
import { clusterRecordings } from '../../match/cluster-recordings';
import type { Cluster, Criterion } from '../../match/comparison';
import { activityLabel, criterionText } from '../../messages/labels';
import { numberLine } from '../../messages/number-line';
import { countText } from '../../messages/quantity-text';
import { timeText } from '../../messages/time-text';
import { compareNumbers } from '../../reconcile/write/copy-notice';
import { countSamples } from '../engine/with-samples';
import type { ExitName } from '../failure';
import { countOf, factsOf, headerText, noteProblems } from '../show/header';
import { plainText, tableText } from '../show/table';
import type { Terminal } from '../terminal';
import { type CommandContext, type Opened, withExport } from './context';
import { printJson, rowLimit } from './output';

const PAGE = 1_000_000;

const readAll = async (
  { exported }: Opened,
  { progress, surroundings }: CommandContext,
): Promise<readonly Workout[]> => {
  const all = new Map<string, Workout>();
  let page: string | undefined;
  do {
    const answer = await exported.store.readWorkouts({
      window: WHOLE_HISTORY,
      limit: PAGE,
      signal: surroundings.signal,
      ...(page !== undefined && { page }),
    });
    for (const workout of answer.items) all.set(workout.key, workout);
    progress.show({ phase: 'observing', done: all.size });
    page = answer.next;
  } while (page);
  return [...all.values()];
};

/** Counts the samples of those that are not alone: which recording has more decides who is the original. */
const countTogether = async (
  { exported, settings }: Opened,
  workouts: readonly Workout[],
  clusters: readonly Cluster[],
): Promise<readonly Workout[]> => {
  const together = new Set(clusters.flatMap(({ winner, copies }) => [winner, ...copies.map(({ key }) => key)]));
  const counted = await countSamples(
    exported.store,
    workouts.filter(({ key }) => together.has(key)),
    settings,
  );
  return [...counted, ...workouts.filter(({ key }) => !together.has(key))];
};

/** Several recordings of one activity, with who has the original. */
interface DuplicateGroup {
  readonly original: Workout;
  readonly decidedBy: Criterion;
  readonly copies: readonly {
    readonly workout: Workout;
    readonly numbers: ReturnType<typeof compareNumbers>;
    readonly comparison: Cluster['copies'][number]['comparison'];
  }[];
}

/** The workouts that were looked at, and those of them that are one activity. */
interface Found {
  readonly workouts: readonly Workout[];
  readonly groups: readonly DuplicateGroup[];
}

const findGroups = async (context: CommandContext, opened: Opened): Promise<Found> => {
  const { import: imports, match } = opened.settings;
  const options = { preferredSources: imports.preferredSources, ...(match && { match }) };
  const from = imports.importFrom ?? 0;
  const headers = (await readAll(opened, context)).filter(({ start }) => start >= from);
  const first = clusterRecordings(headers, options).filter(({ copies }) => copies.length > 0);
  const workouts = await countTogether(opened, headers, first);
  const byKey = new Map(workouts.map((workout) => [workout.key, workout]));
  const groups = clusterRecordings(workouts, options).flatMap(({ winner, decidedBy, copies }) => {
    const original = byKey.get(winner);
    if (original === undefined || copies.length === 0) return [];
    const beside = copies.flatMap(({ key, comparison }) => {
      const workout = byKey.get(key);
      return workout ? [{ workout, numbers: compareNumbers(original, workout), comparison }] : [];
    });
    return [{ original, decidedBy, copies: beside }];
  });
  return { workouts, groups: groups.sort((a, b) => b.original.start - a.original.start) };
};

const appOf = ({ source }: Workout): string => source?.appName ?? source?.app ?? 'an unknown app';

const groupText = ({ original, decidedBy, copies }: DuplicateGroup, terminal: Terminal): string => {
  const names = [...new Set(copies.flatMap(({ numbers }) => numbers.map(({ name }) => name)))];
  const cells = names.map((name) => {
    const lines = copies.map(({ numbers }) => numberLine(numbers.find((one) => one.name === name) ?? { name }));
    const label = lines[0]?.name ?? name;
    return [
      `  ${label}`,
      lines.find(({ of }) => of !== '')?.of ?? '–',
      ...lines.map(({ copy, difference }) =>
        copy === '' ? '–' : `${copy}${difference === '' || difference === 'the same' ? '' : `  ${difference}`}`,
      ),
    ];
  });
  const columns = [
    { title: '' },
    { title: `${plainText(appOf(original))} (original)` },
    ...copies.map(({ workout }) => ({ title: plainText(appOf(workout)), share: 1 })),
  ];
  return [
    terminal.strong(`${activityLabel(original.activity)} of ${timeText(original.start, original.offsetSeconds)}`),
    tableText(columns, cells, terminal.width, terminal.faint),
    terminal.faint(`  ${criterionText(decidedBy)}`),
    '',
  ].join('\n');
};

/** `workout-sync duplicates FILE`: which activities were recorded or written several times, by which apps. */
export const duplicatesCommand = (context: CommandContext): Promise<ExitName> =>
  withExport<ExitName>(context, async (opened) => {
    const { file, options, terminal, progress } = context;
    const { workouts, groups } = await findGroups(context, opened);
    progress.end();
    const { exported } = opened;
    const copies = groups.reduce((sum, group) => sum + group.copies.length, 0);
    noteProblems(exported, terminal);
    if (options.json) {
      printJson(terminal, 'duplicates', { file: factsOf(file, exported, workouts.length), groups });
      return 'done';
    }
    terminal.print(`${headerText(exported, workouts, terminal)}\n`);
    const shown = groups.slice(0, rowLimit(options));
    for (const group of shown) terminal.print(groupText(group, terminal));
    const hidden = groups.length - shown.length;
    if (hidden > 0) terminal.print(terminal.faint(`… and ${countText(hidden)} more; --all shows them.\n`));
    terminal.print(
      terminal.strong(
        groups.length === 0
          ? 'No activity was recorded twice.'
          : `${countOf(groups.length, 'activity', 'activities')} recorded more than once: ${countOf(copies, 'copy', 'copies')}.`,
      ),
    );
    return 'done';
  });
