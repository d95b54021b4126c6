import type { ReportData, ReportPlace, ReportRow } from '../report/report-data';

/** What the person who looks at the page has chosen. Times are moments on the wall clock, as if it were UTC. */
export interface View {
  readonly hidden: ReadonlySet<number>;
  readonly from?: number;
  readonly to?: number;
  readonly activity?: number;
  readonly place?: ReportPlace;
  readonly reason?: number;
  readonly onlyShared: boolean;
  readonly text: string;
  readonly measure: 'workouts' | 'hours';
  readonly shown: number;
  readonly open: ReadonlySet<string>;
}

export const FIRST_ROWS = 50;

export const EVERYTHING: View = {
  hidden: new Set(),
  onlyShared: false,
  text: '',
  measure: 'workouts',
  shown: FIRST_ROWS,
  open: new Set(),
};

/** When it started, as the clock on the wall showed it. */
export const wallStart = ({ start, offsetSeconds = 0 }: ReportRow): number => start + offsetSeconds * 1000;

export const secondsOf = ({ start, end }: ReportRow): number => (end - start) / 1000;

/** Whether another workout stands for it, here or among those that were left out. */
export const isCopy = ({ place }: ReportRow): boolean => place === 'copy';

/** What is looked for in a row's words, once made. */
const wordsOf = ({ sources, activities }: ReportData, row: ReportRow): string =>
  [row.title, sources[row.source]?.name, activities[row.activity], row.key].join('\n').toLowerCase();

/** Whether a row is among those that the view asks for, the time apart: the timeline shows all of it. */
const passes = (data: ReportData, view: View, row: ReportRow): boolean =>
  !view.hidden.has(row.source) &&
  (view.activity === undefined || row.activity === view.activity) &&
  (view.place === undefined || row.place === view.place) &&
  (view.reason === undefined || (row.reason === view.reason && !isCopy(row))) &&
  (!view.onlyShared || row.cluster !== undefined) &&
  (view.text === '' || wordsOf(data, row).includes(view.text.toLowerCase()));

const isInTime = ({ from, to }: View, row: ReportRow): boolean => {
  const at = wallStart(row);
  return (from === undefined || at >= from) && (to === undefined || at < to);
};

/** The rows of the view, with and without its time. */
export const rowsOf = (
  data: ReportData,
  view: View,
): { readonly ever: readonly ReportRow[]; readonly now: readonly ReportRow[] } => {
  const ever = data.rows.filter((row) => passes(data, view, row));
  return { ever, now: ever.filter((row) => isInTime(view, row)) };
};

const sum = (rows: readonly ReportRow[], of: (row: ReportRow) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

/** What the tiles say. Hours and distance count each activity once. */
export const totalsOf = (rows: readonly ReportRow[]) => {
  const inPlace = (place: ReportPlace) => rows.filter((row) => row.place === place);
  const originals = inPlace('imported');
  const copies = inPlace('copy');
  return {
    originals: originals.length,
    copies: copies.length,
    leftOut: inPlace('left-out').length,
    waiting: inPlace('waiting').length + inPlace('held').length,
    hours: sum(originals, secondsOf) / 3600,
    metres: sum(originals, ({ distanceMetres = 0 }) => distanceMetres),
    copiedMetres: sum(copies, ({ distanceMetres = 0 }) => distanceMetres),
  };
};

/** The sources, the one with most workouts first, with their numbers in the data. */
export const rankedSources = (data: ReportData): readonly { readonly source: number; readonly count: number }[] => {
  const counts = data.sources.map(() => 0);
  for (const { source } of data.rows) counts[source] = (counts[source] ?? 0) + 1;
  return counts.map((count, source) => ({ source, count })).sort((a, b) => b.count - a.count || a.source - b.source);
};

/** The rows of each activity that has copies. */
export const clustersOf = (data: ReportData): ReadonlyMap<number, readonly ReportRow[]> => {
  const clusters = new Map<number, ReportRow[]>();
  for (const row of data.rows) {
    if (row.cluster === undefined) continue;
    const members = clusters.get(row.cluster);
    if (members) members.push(row);
    else clusters.set(row.cluster, [row]);
  }
  for (const members of clusters.values())
    members.sort((a, b) => Number(a.place === 'copy') - Number(b.place === 'copy'));
  return clusters;
};
