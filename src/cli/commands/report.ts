import { writeFile } from 'node:fs/promises';
import { type ExitName, failure } from '../failure';
import { parseSince } from '../input/read-settings';
import { collectReport } from '../report/collect-report';
import { reportPage } from '../report/report-page';
import { countOf, countText, factsOf, noteProblems } from '../show/header';
import { type CommandContext, type CommonOptions, withCopy } from './context';
import { printJson } from './output';

export interface ReportOptions extends CommonOptions {
  readonly out: string;
}

/** What the settings are called on the page. */
const settingsName = ({ preset = 'everything', settings }: CommonOptions): string =>
  settings === undefined ? preset : `${preset}, changed by a file`;

/** `workout-sync report FILE --out report.html`: syncs into a copy in memory, and shows all of it on one page. */
export const reportCommand = (context: CommandContext<ReportOptions>): Promise<ExitName> =>
  withCopy<ExitName>(context, async ({ sync, world, workouts, exported }) => {
    const { file, options, terminal, progress, surroundings } = context;
    const ask = { onProgress: progress.show, signal: surroundings.signal };
    await sync.run(ask);
    const plan = await sync.preview(ask);
    progress.end();
    const now = Date.now();
    const since = options.since === undefined ? 0 : parseSince(options.since, now);
    const frame = { path: file, exported, settings: settingsName(options), since, now };
    const data = collectReport(frame, plan, await world(), workouts);
    const page = reportPage(data);
    await writeFile(options.out, page).catch((thrown: Error) => {
      throw failure('failed', `${options.out} cannot be written: ${thrown.message}.`, 'Name another file after --out.');
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
