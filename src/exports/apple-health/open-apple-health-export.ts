import type { Instant } from '../../domain/interval';
import type { Workout } from '../../domain/workout';
import type { HealthStore } from '../../ports/health-store';
import type { Signal } from '../../ports/signal';
import { storeError } from '../../ports/store-error';
import type { ByteSource, FileTree } from '../bytes/byte-source';
import { readOnlyStore } from '../read-only-store';
import { chooseVersions } from './choose-versions';
import { detailReader } from './detail-reader';
import type { ExportProblem, ProblemCounts } from './export-problem';
import { findExport } from './find-export';
import { problemList } from './problem-list';
import { readHeaders } from './read-headers';

/** How far the reading of an export is: one pass for the workouts, and those for the samples behind them. */
export interface ExportProgress {
  readonly phase: 'workouts' | 'samples';
  readonly readBytes: number;
  readonly totalBytes: number;
}

/** How to read an export. */
export interface AppleHealthExportOptions {
  /**
   * The apps whose workouts are the host's own, named as the export names them: by the name on the screen.
   *
   * @defaultValue `[]`
   */
  readonly ownSources?: readonly string[];
  /**
   * What becomes of the legs of a triathlon. `within`: the workout is one record, as in the phone's store, and its legs are
   * the laps of its detail. `apart`: each leg is a record of its own beside it, with the workout as its `parent`.
   *
   * @defaultValue `'within'`
   */
  readonly legs?: 'within' | 'apart';
  /** Is told how far the reading is, for a progress bar. */
  readonly onProgress?: (progress: ExportProgress) => void;
  /** Stops the opening; each call of the store takes its own. */
  readonly signal?: Signal;
}

/**
 * An Apple Health export, opened.
 *
 * **Shape** `problems` is what could not be read, with its position; it grows while details are read, and holds the first
 * thousand of each code. `unlistedProblems` counts the others. `exportedAt` is when the phone made the export. `locale` is the
 * phone's language and region.
 */
export interface AppleHealthExport {
  readonly store: HealthStore;
  readonly problems: readonly ExportProblem[];
  readonly unlistedProblems: () => ProblemCounts;
  readonly exportedAt?: Instant;
  readonly locale?: string;
}

const lastMoment = (workouts: readonly Workout[]): Instant =>
  workouts.reduce((last, { end }) => Math.max(last, end), 0);

/**
 * Opens an Apple Health export as a health store that can be read.
 *
 * **Shape** takes `export.zip`, its unpacked folder, or `export.xml` alone (then without routes). Headers are read at once,
 * in one pass over the file; samples when they are first asked for. The source stays in use as long as
 * the store is, and is the caller's to close.
 *
 * **Laws** memory does not grow with the file, only with the number of its workouts. No XML entity is expanded.
 *
 * **Cost** one pass over the file, which also notes when its records were, so that detail summaries need none (up to about
 * ten million records; beyond that one more). Reading samples takes one more for some three million of them at a time.
 *
 * **Errors** rejects with an {@link ExportError} where nothing can be read: `empty`, `wrong-file`, `truncated`, `encrypted`,
 * `damaged`, `unsafe`. A single workout that cannot be read is in `problems` instead.
 *
 * **Source** platforms: the export's DTD, versions 11 to 14.
 *
 * @example
 * ```ts
 * import { bytesSource, openAppleHealthExport } from 'workout-sync/apple-health-export';
 *
 * const xml = `<HealthData locale="en_GB">
 *   <ExportDate value="2024-05-02 08:00:00 +0200"/>
 *   <Workout workoutActivityType="HKWorkoutActivityTypeRunning" sourceName="Strider" duration="30" durationUnit="min"
 *     startDate="2024-05-01 07:00:00 +0200" endDate="2024-05-01 07:30:00 +0200"/>
 * </HealthData>`;
 * const { store, problems } = await openAppleHealthExport(bytesSource(new TextEncoder().encode(xml), 'export.xml'));
 * const { items } = await store.readWorkouts({ window: { start: 0, end: Date.UTC(2030, 0, 1) } });
 * items.map(({ activity, activeSeconds }) => [activity, activeSeconds]); // => [['running', 1800]]
 * problems.length; // => 0
 * ```
 */
export const openAppleHealthExport = async (
  source: ByteSource | FileTree,
  options: AppleHealthExportOptions = {},
): Promise<AppleHealthExport> => {
  const { ownSources = [], legs = 'within', onProgress, signal } = options;
  const files = await findExport(source);
  const progressOf = (phase: ExportProgress['phase']): ((count: number) => void) => {
    let readBytes = 0;
    return (count) => {
      readBytes += count;
      onProgress?.({ phase, readBytes, totalBytes: files.xml.size });
    };
  };
  const count = progressOf('workouts');
  const problems = problemList();
  const headers = await readHeaders(files.xml, problems, (bytes) => {
    if (signal?.aborted) throw storeError('cancelled', 'Opening the export was given up.');
    count(bytes);
  });
  const chosen = chooseVersions(headers.workouts, files.xml.path, problems.add);
  const workouts = chosen.flatMap((one) => [one.workout, ...(legs === 'apart' ? one.legs : [])]);
  const { exportedAt, locale } = headers;
  return {
    store: readOnlyStore({
      platform: 'apple-health',
      ownSources,
      workouts,
      until: Math.max(exportedAt ?? 0, lastMoment(workouts)),
      detail: detailReader({
        files,
        exported: new Map(chosen.map((one) => [one.workout.key, one])),
        workouts,
        index: headers.index,
        ids: headers.ids,
        countPass: () => progressOf('samples'),
        onProblem: problems.add,
      }),
    }),
    problems: problems.list,
    unlistedProblems: problems.unlisted,
    ...(exportedAt !== undefined && { exportedAt }),
    ...(locale !== undefined && { locale }),
  };
};
