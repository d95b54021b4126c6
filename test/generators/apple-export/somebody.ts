import { HOUR } from '../labelled-recording';
import type { ExportOptions } from './document';
import type { ExportedWorkout } from './exported-workout';
import type { ExportFormat } from './format';
import { historyOf } from './history';
import { newerHistory } from './newer-history';
import { type ExportLocale, LOCALES, SOURCES } from './person';
import { type Truth, truthFor } from './truth';

/** A whole person from a few numbers. */
export interface SomebodyOptions {
  readonly seed: number;
  readonly years: number;
  readonly perWeek?: number;
  readonly locale?: ExportLocale;
  readonly format?: ExportFormat;
  readonly sampleSeconds?: number;
  readonly routeSeconds?: number;
  readonly dailyRecords?: number;
  /** About how large the main file is to be, instead of `dailyRecords`. */
  readonly megabytes?: number;
}

/** An export to write, and its truth. */
export interface SomebodysExport {
  readonly options: ExportOptions;
  readonly truth: Truth;
}

const DAY = 24 * HOUR;
const EXPORTED_AT = Date.UTC(2024, 1, 29, 19, 4, 31);
const A_MONTH = 30 * DAY;
const BYTES_A_RECORD = 420;

/** Every fiftieth workout is edited, and every hundredth deleted, before the newer export; at least one of each. */
const changesOf = (count: number): { readonly edits: number; readonly deletions: number } => ({
  edits: Math.max(1, Math.round(count / 50)),
  deletions: Math.max(1, Math.round(count / 100)),
});

const historyOptions = ({ seed, years, perWeek = 6 }: SomebodyOptions) => {
  const from = EXPORTED_AT - Math.round(years * 365) * DAY;
  return { seed, from, until: EXPORTED_AT - HOUR, perWeek };
};

/** Four series of a watch's workouts, most of the time. */
const recordsWithin = (workouts: readonly ExportedWorkout[], sampleSeconds: number): number =>
  workouts
    .filter(({ source }) => source === SOURCES.watch)
    .reduce((sum, { activeSeconds }) => sum + (4 * activeSeconds) / sampleSeconds, 0);

const writing = (
  somebody: SomebodyOptions,
  workouts: readonly ExportedWorkout[],
  from: number,
  exportedAt: number,
): ExportOptions => {
  const { seed, locale = LOCALES.germany, format = 14, sampleSeconds = 30, routeSeconds = 10, megabytes } = somebody;
  const days = (exportedAt - from) / DAY;
  const others = ((megabytes ?? 0) * 1e6) / BYTES_A_RECORD - recordsWithin(workouts, sampleSeconds);
  const dailyRecords =
    megabytes === undefined ? (somebody.dailyRecords ?? 60) : Math.max(10, Math.round(others / days));
  return { seed, workouts, from, exportedAt, format, locale, sampleSeconds, routeSeconds, dailyRecords };
};

/** Somebody's export of today: several years, several apps, copies, routes and heart rate. */
export const somebodysExport = (somebody: SomebodyOptions): SomebodysExport => {
  const history = historyOptions(somebody);
  const workouts = historyOf(history);
  return { options: writing(somebody, workouts, history.from, EXPORTED_AT), truth: truthFor(workouts) };
};

/** What the same person exports a month later: the history went on, some of it was edited, some deleted. */
export const somebodysNewerExport = (somebody: SomebodyOptions): SomebodysExport => {
  const history = historyOptions(somebody);
  const exportedAt = EXPORTED_AT + A_MONTH;
  const edited = changesOf(historyOf(history).length);
  const { workouts, changes } = newerHistory(history, { until: exportedAt - HOUR, ...edited });
  return { options: writing(somebody, workouts, history.from, exportedAt), truth: truthFor(workouts, changes) };
};
