import type { Workout } from '../../domain/workout';
import { countText } from '../../messages/quantity-text';
import type { ExportProblem, HealthExport } from '../input/health-export';
import type { Terminal } from '../terminal';
import { plainText } from './table';

/** A count and what is counted: 1 workout, 4,812 workouts. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${countText(count)} ${count === 1 ? one : many}`;

const yearOf = (at: number): string => String(new Date(at).getUTCFullYear());

const yearsOf = (workouts: readonly Workout[]): string => {
  if (workouts.length === 0) return '';
  const starts = workouts.map(({ start }) => start);
  const first = yearOf(starts.reduce((a, b) => Math.min(a, b)));
  const last = yearOf(starts.reduce((a, b) => Math.max(a, b)));
  return first === last ? first : `${first}–${last}`;
};

/** What a file is, as JSON says it. */
export interface FileFacts {
  readonly path: string;
  readonly name: string;
  readonly platform: string;
  readonly workouts: number;
  readonly problems: readonly ExportProblem[];
}

export const factsOf = (path: string, exported: HealthExport, workouts: number): FileFacts => ({
  path,
  name: exported.name,
  platform: exported.store.platform,
  workouts,
  problems: exported.problems(),
});

/** What a file is, in a line. */
export const headerText = ({ name }: HealthExport, workouts: readonly Workout[], terminal: Terminal): string => {
  const apps = new Set(workouts.map(({ source }) => source?.app));
  const parts = [countOf(workouts.length, 'workout'), countOf(apps.size, 'app'), yearsOf(workouts)].filter(Boolean);
  return `${terminal.strong(name)}${terminal.faint(` · ${parts.join(' · ')}`)}`;
};

const MOST_PROBLEMS = 5;

/** Says what in the file could not be read, while the rest was. */
export const noteProblems = ({ problems }: HealthExport, terminal: Terminal): void => {
  const all = problems();
  if (all.length === 0) return;
  const told = all
    .slice(0, MOST_PROBLEMS)
    .map(({ message, where }) => plainText(`  ${where ? `${where}: ` : ''}${message}`).replaceAll('\n', '\n    '));
  const more = all.length > told.length ? [`  And ${countText(all.length - told.length)} more.`] : [];
  const head = `${countOf(all.length, 'part')} of the file could not be read; the rest was.`;
  terminal.note([head, ...told, ...more].join('\n'));
};
