import { access, constants, open, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { countText } from '../../messages/quantity-text';
import { type ExitName, failure } from '../failure';
import { parseSince } from '../input/read-settings';
import { collectReport } from '../report/collect-report';
import { PAGE_START, reportPage } from '../report/report-page';
import { countOf, factsOf, noteProblems } from '../show/header';
import { type CommandContext, type CommonOptions, withCopy } from './context';
import { printJson } from './output';

export interface ReportOptions extends CommonOptions {
  readonly out: string;
}

/** What the settings are called on the page. */
const settingsName = ({ preset = 'everything', settings }: CommonOptions): string =>
  settings === undefined ? preset : `${preset}, changed by a file`;

/** Whether a page may be written here: there is nothing yet, or an older report. A slip of the hand might name the export. */
const isFree = async (out: string): Promise<boolean> => {
  const file = await open(out, 'r+').catch(async (thrown: NodeJS.ErrnoException) => {
    if (thrown.code !== 'ENOENT') throw thrown;
    await access(dirname(resolve(out)), constants.W_OK);
  });
  if (file === undefined) return true;
  try {
    const { buffer } = await file.read(Buffer.alloc(PAGE_START.length), 0, PAGE_START.length, 0);
    return buffer.toString() === PAGE_START;
  } finally {
    await file.close();
  }
};

const cannotWrite = (out: string, why: string): Error =>
  failure('failed', `${out} cannot be written: ${why}.`, 'Name another file after --out.');

/** Said before the long work, not after it. */
const checkTarget = async (out: string): Promise<void> => {
  const isGood = await isFree(out).catch((thrown: Error) => {
    throw cannotWrite(out, thrown.message);
  });
  if (!isGood) throw cannotWrite(out, 'a file is there that is no report');
};

/** `workout-sync report FILE --out report.html`: syncs into a copy in memory, and shows all of it on one page. */
export const reportCommand = async (context: CommandContext<ReportOptions>): Promise<ExitName> => {
  await checkTarget(context.options.out);
  return withCopy<ExitName>(context, async ({ sync, world, workouts, exported, endReading }) => {
    const { file, options, terminal, progress, surroundings } = context;
    const ask = { onProgress: progress.show, signal: surroundings.signal };
    await sync.run(ask);
    const plan = await sync.preview(ask);
    endReading();
    const now = Date.now();
    const since = options.since === undefined ? 0 : parseSince(options.since, now);
    const frame = { path: file, exported, settings: settingsName(options), since, now };
    const data = collectReport(frame, plan, await world(), workouts);
    const page = reportPage(data);
    await writeFile(options.out, page).catch((thrown: Error) => {
      throw cannotWrite(options.out, thrown.message);
    });
    const bytes = Buffer.byteLength(page);
    noteProblems(exported, terminal);
    if (options.json) {
      const facts = factsOf(file, exported, workouts.size);
      printJson(terminal, 'report', { file: facts, out: options.out, bytes, workouts: data.rows.length });
      return 'done';
    }
    const copies = data.rows.filter(({ place }) => place === 'copy').length;
    terminal.print(
      `${terminal.good(options.out)}: ${countOf(data.rows.length, 'workout')}, ${countOf(copies, 'copy', 'copies')}, ` +
        `${countText(Math.ceil(bytes / 1000))} KB. Open it in a browser; it needs no network.`,
    );
    return 'done';
  });
};
