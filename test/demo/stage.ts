import { stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { callCommand } from './command';
import { type Looked, lookInto } from './database';

/** Where and how the demo is shown. */
export interface Stage {
  /** The command as it is built. */
  readonly cli: string;
  /** Where everything is written. */
  readonly folder: string;
  readonly print: (line: string) => void;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

/** What the demo did so far: whether a claim failed, and what the database held after each sync. */
export interface Act {
  readonly heading: (title: string, text: string) => void;
  readonly claim: (text: string, isTrue: boolean, otherwise?: string) => void;
  readonly sync: (file: string) => Promise<Looked>;
  /** The pairs that the plan asks about, by the keys of sessions or workouts. */
  readonly questions: (file: string) => Promise<readonly (readonly string[])[]>;
  readonly report: (file: string) => Promise<void>;
  readonly failed: () => number;
}

/** What is deleted in Apple Health goes from the database, too; without it, a deletion is only noted. */
const SETTINGS = '{ "onWorkoutGone": "remove-session" }\n';

/** What the demo looks at of the JSON that `plan` prints. */
interface PrintedPlan {
  readonly plan: { readonly notices: readonly { readonly kind: string; readonly a: string; readonly b: string }[] };
}

const SMALLEST_REPORT_BYTES = 5000;

/** Opens a stage with one database, `app.db`, and one page, `report.html`. */
export const beginAct = ({ cli, folder, print, strong, faint, good, bad }: Stage): Act => {
  let failed = 0;
  let steps = 0;
  let isToldOfSettings = false;
  const database = join(folder, 'app.db');
  const page = join(folder, 'report.html');
  const settings = join(folder, 'settings.json');
  const claim: Act['claim'] = (text, isTrue, otherwise) => {
    if (!isTrue) failed += 1;
    print(isTrue ? `  ${good('✓')} ${text}` : `  ${bad('✗')} ${text}${otherwise ? `: ${otherwise}` : ''}`);
  };
  const call = async (shown: string, args: readonly string[]): Promise<number> => {
    print(`  ${faint('$')} ${shown}`);
    const { exit, said } = await callCommand(cli, args);
    for (const line of said.trimEnd().split('\n')) print(`    ${faint(line.replaceAll(folder, '.'))}`);
    return exit;
  };
  return {
    claim,
    failed: () => failed,
    heading: (title, text) => {
      steps += 1;
      print(`\n${strong(`${steps}. ${title}`)}`);
      if (text !== '') print(`  ${text}`);
    },
    sync: async (file) => {
      await writeFile(settings, SETTINGS);
      if (!isToldOfSettings) {
        print(
          `  ${faint(`settings.json is ${SETTINGS.trim()}: what is deleted in Apple Health goes from the database, too.`)}`,
        );
      }
      isToldOfSettings = true;
      const exit = await call(`workout-sync sync ${basename(file)} --into app.db --settings settings.json`, [
        'sync',
        file,
        '--into',
        database,
        '--settings',
        settings,
      ]);
      if (exit !== 0) throw new Error(`The command ended with ${exit}.`);
      return lookInto(database);
    },
    questions: async (file) => {
      const given = ['--into', database, '--settings', settings, '--json', '--quiet'];
      const { exit, said } = await callCommand(cli, ['plan', file, ...given]);
      if (exit !== 0) throw new Error(`plan ended with ${exit}: ${said}`);
      const { notices } = (JSON.parse(said) as PrintedPlan).plan;
      return notices.filter(({ kind }) => kind === 'review').map(({ a, b }) => [a, b]);
    },
    report: async (file) => {
      const exit = await call(`workout-sync report ${basename(file)} --out report.html`, [
        'report',
        file,
        '--out',
        page,
      ]);
      const bytes = await stat(page).then(
        ({ size }) => size,
        () => 0,
      );
      claim(
        `the whole history is on one page that loads nothing: ${page}`,
        exit === 0 && bytes > SMALLEST_REPORT_BYTES,
      );
    },
  };
};
