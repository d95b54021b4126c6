import type { Session } from '../../domain/session';
import type { Settings } from '../../domain/settings';
import type { Database } from '../database/database';
import { openCopy } from '../database/open-database';
import { type CommandEngine, openEngine } from '../engine/open-engine';
import { failure, STOPPED } from '../failure';
import type { HealthExport } from '../input/health-export';
import { openHealthExport } from '../input/open-health-export';
import { readSessions } from '../input/read-sessions';
import { readSettings, type SettingsOptions } from '../input/read-settings';
import { type ProgressLine, progressOn } from '../show/progress';
import { type Surroundings, type Terminal, terminalOf } from '../terminal';

/** What every command understands. */
export interface CommonOptions extends SettingsOptions {
  readonly into?: string;
  readonly sessions?: string;
  readonly json?: true;
  readonly quiet?: true;
  readonly limit?: number;
}

/** What a command works with. */
export interface CommandContext<Options extends CommonOptions = CommonOptions> {
  readonly file: string;
  readonly options: Options;
  readonly terminal: Terminal;
  readonly progress: ProgressLine;
  readonly surroundings: Surroundings;
}

/** A file, a database and the runner between them. */
export interface Workbench extends CommandEngine, Opened {
  readonly database: Database;
  /**
   * To be called between the last look at the file and the first word of the answer: what was made of half a file, or of a
   * stopped read, is thrown away. It throws the failure that ends the command.
   */
  readonly endReading: () => void;
}

export const contextOf = <Options extends CommonOptions>(
  file: string,
  options: Options,
  surroundings: Surroundings,
): CommandContext<Options> => {
  const isQuiet = options.quiet === true;
  return {
    file,
    options,
    surroundings,
    terminal: terminalOf(surroundings, isQuiet),
    progress: progressOn(surroundings.stderr, isQuiet),
  };
};

const sessionsFor = async ({ options }: CommandContext): Promise<readonly Session[]> =>
  options.sessions === undefined ? [] : readSessions(options.sessions);

/** A read that failed is the end of the command, in the words of whoever read. */
const checkRead = ({ file, surroundings }: CommandContext, { readError }: CommandEngine): void => {
  if (surroundings.signal.aborted) throw STOPPED;
  const error = readError();
  if (error !== undefined) throw failure('unreadable', `${file} cannot be read to its end: ${error.message}`);
};

/** A file, opened, and the settings that the options ask for. */
export interface Opened {
  readonly exported: HealthExport;
  readonly settings: Settings;
}

/** Opens the file, hands it to `work` and closes it. */
export const withExport = async <Answer>(
  { file, options, progress, surroundings }: CommandContext,
  work: (opened: Opened) => Promise<Answer>,
): Promise<Answer> => {
  const settings = await readSettings(options, Date.now());
  const exported = await openHealthExport(file, { signal: surroundings.signal, onProgress: progress.show });
  try {
    return await work({ exported, settings });
  } finally {
    progress.end();
    await exported.close();
  }
};

/** Opens the file and the database, hands them to `work` and closes both. */
export const withWorkbench = <Answer>(
  context: CommandContext,
  openDatabase: (exported: HealthExport) => Promise<Database>,
  work: (bench: Workbench) => Promise<Answer>,
): Promise<Answer> =>
  withExport(context, async ({ exported, settings }) => {
    const sessions = await sessionsFor(context);
    const database = await openDatabase(exported);
    try {
      const engine = await openEngine(database, exported.store, settings, sessions);
      const endReading = (): void => {
        context.progress.end();
        checkRead(context, engine);
      };
      return await work({ ...engine, exported, database, settings, endReading });
    } finally {
      database.close();
    }
  });

/** The same over a copy of the database in memory: whatever is done, nothing on the disk changes. */
export const withCopy = <Answer>(
  context: CommandContext,
  work: (bench: Workbench) => Promise<Answer>,
): Promise<Answer> => withWorkbench(context, () => openCopy(context.options.into), work);
