import { type Instant, WHOLE_HISTORY } from '../../domain/interval';
import type { ExportProblem as AppleProblem, ProblemCounts } from '../../exports/apple-health/export-problem';
import { type ExportProgress, openAppleHealthExport } from '../../exports/apple-health/open-apple-health-export';
import { type ByteSource, type Closable, type FileTree, isFileTree } from '../../exports/bytes/byte-source';
import { decodeText } from '../../exports/bytes/decode';
import { isExportError } from '../../exports/export-error';
import { nodeSqlite } from '../../exports/health-connect/node/node-sqlite';
import { openHealthConnectExport } from '../../exports/health-connect/open-export';
import { openPath } from '../../exports/node-files/open-folder';
import { isZip, openZip } from '../../exports/zip/open-zip';
import type { HealthStore } from '../../ports/health-store';
import type { Progress } from '../../sync/surface/request';
import { failure } from '../failure';
import type { ExportProblem, HealthExport } from './health-export';
import { openWorkoutsJson } from './open-workouts-json';

const HEAD_BYTES = 4096;
const MEGABYTE = 1_000_000;

const EXPECTED =
  'Expected the export.zip of Apple Health, its unpacked folder or its export.xml; the zip of a Health Connect backup or ' +
  'the database in it; or a JSON list of workouts.';

/** How to open a file. */
export interface OpenExportOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** That an app has rewritten its workout is how it should be. */
const isWorthSaying = ({ code }: Pick<AppleProblem, 'code'>): boolean => code !== 'workout-superseded';

const othersIn = ({ 'workout-superseded': _superseded, ...counts }: ProblemCounts): readonly ExportProblem[] => {
  const count = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return count === 0 ? [] : [{ message: `${count} more problems of these kinds are not listed.` }];
};

const PHASES = { workouts: 'observing', samples: 'reading-detail' } as const;

const openApple = async (
  source: ByteSource | FileTree,
  { signal, onProgress }: OpenExportOptions,
): Promise<Omit<HealthExport, 'close'>> => {
  const tell = ({ phase, readBytes, totalBytes }: ExportProgress): void =>
    onProgress({
      phase: PHASES[phase],
      done: Math.floor(readBytes / MEGABYTE),
      total: Math.ceil(totalBytes / MEGABYTE),
      item: 'MB',
    });
  const { store, problems, unlistedProblems, exportedAt } = await openAppleHealthExport(source, {
    signal,
    onProgress: tell,
  });
  return {
    name: 'Apple Health export',
    store,
    ...(exportedAt !== undefined && { madeAt: exportedAt }),
    problems: () => [
      ...problems.filter(isWorthSaying).map(({ message, position: { file, byte, ordinal } }) => {
        const place = [ordinal !== undefined && `workout ${ordinal}`, byte !== undefined && `byte ${byte}`];
        return { message, where: [file, ...place].filter(Boolean).join(', ') };
      }),
      ...othersIn(unlistedProblems()),
    ],
  };
};

/** A backup does not say when it was made: what it holds ends with what was written last. */
const lastWritten = async (store: HealthStore): Promise<Instant> =>
  (await store.readWorkouts({ window: WHOLE_HISTORY, limit: 1 })).window.end;

const openHealthConnect = async (source: ByteSource | FileTree): Promise<HealthExport> => {
  const { store, problems, close } = await openHealthConnectExport(source, nodeSqlite());
  return {
    name: 'Health Connect backup',
    store,
    madeAt: await lastWritten(store),
    problems: () => problems.map(({ message }) => ({ message })),
    close,
  };
};

/** What an unpacked export holds, of either platform. A backup holds a database, an Apple export never does. */
const PARTS = { database: /\.(db|sqlite3?)$/i, xml: /\.xml$/i, archive: /\.zip$/i } as const;

const openTree = async (tree: FileTree, options: OpenExportOptions): Promise<HealthExport> => {
  const paths = (await tree.list()).map(({ path }) => path);
  const holds = (part: RegExp): boolean => paths.some((path) => part.test(path));
  const archive = paths.find((path) => PARTS.archive.test(path));
  if (archive !== undefined && !holds(PARTS.xml) && !holds(PARTS.database)) {
    throw failure('unreadable', `${tree.name} is no export itself; it holds ${archive}.`, 'Name that file.');
  }
  return holds(PARTS.database)
    ? openHealthConnect(tree)
    : { ...(await openApple(tree, options)), close: async () => undefined };
};

const openSource = async (source: ByteSource, options: OpenExportOptions): Promise<HealthExport> => {
  if (source.size === 0) throw failure('unreadable', `${source.name} is empty.`, EXPECTED);
  const head = await source.read(0, HEAD_BYTES);
  if (isZip(head)) return openTree(await openZip(source), options);
  const text = decodeText(head);
  if (text.startsWith('SQLite format 3')) return openHealthConnect(source);
  if (/^\uFEFF?\s*[[{]/.test(text)) return openWorkoutsJson(decodeText(await source.read(0, source.size)));
  if (/^\uFEFF?\s*</.test(text)) return { ...(await openApple(source, options)), close: async () => undefined };
  throw failure('unreadable', `${source.name} is none of the files that can be read.`, EXPECTED);
};

/** An error of the file system, which names the call that failed. */
const isFileError = (thrown: unknown): thrown is NodeJS.ErrnoException =>
  thrown instanceof Error && 'syscall' in thrown;

const openAt = async (path: string): Promise<(ByteSource | FileTree) & Closable> => {
  try {
    return await openPath(path);
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    const told = code === 'ENOENT' ? `There is no ${path}.` : `${path} cannot be read: ${message}.`;
    throw failure('unreadable', told, EXPECTED);
  }
};

/**
 * Opens whatever file of health data a path is. What it is, its content says; its name says nothing.
 *
 * **Errors** a failure `unreadable`, or the reader's own error, which say what was expected, what was found and what to do.
 */
export const openHealthExport = async (path: string, options: OpenExportOptions): Promise<HealthExport> => {
  const file = await openAt(path);
  try {
    const opened = isFileTree(file) ? await openTree(file, options) : await openSource(file, options);
    const close = async (): Promise<void> => {
      await opened.close();
      await file.close();
    };
    return { ...opened, close };
  } catch (thrown) {
    await file.close();
    if (isExportError(thrown) && thrown.code === 'wrong-file' && isFileTree(file)) {
      throw failure('unreadable', `There is no export in ${path}: found ${thrown.found}.`, EXPECTED);
    }
    // A folder may hold what cannot be looked at, or what is gone by the time that it is.
    throw isFileError(thrown) ? failure('unreadable', `${path} cannot be read: ${thrown.message}.`, EXPECTED) : thrown;
  }
};
