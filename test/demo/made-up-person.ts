import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type SomebodyOptions,
  type SomebodysExport,
  somebodysExport,
  somebodysNewerExport,
} from '../generators/apple-export/somebody';
import { writeZip } from '../generators/apple-export/write-export';
import { compareWithTruth, type Distance } from './compare';
import type { Looked } from './database';
import { type Act, beginAct, type Stage } from './stage';

const NO_CHANGE = { imported: 0, updated: 0, enriched: 0, removed: 0, failed: 0, held: 0 } as const;

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const isSettled = ({ lastRun }: Looked): boolean => Object.values(lastRun).every((count) => count === 0);

const listed = (names: readonly string[]): string => names.slice(0, 5).join('; ');

/** Two devices that were started minutes apart may not be recognised: at most so many copies of a hundred. */
const MISSED_OF_A_HUNDRED = 1;

/** Of two devices that saw different parts of an activity, no rule is sure: these are asked about, and nothing else is. */
const claimCopies = async (
  act: Act,
  file: string,
  copies: number,
  { sessionOf }: Looked,
  twice: Distance['twice'],
): Promise<void> => {
  const missed = twice.reduce((sum, { sessions }) => sum + sessions.length - 1, 0);
  const rest =
    missed === 1
      ? '; the other is one of two that partly overlap: a question for you (`plan` shows it)'
      : `; the other ${missed} partly overlap with theirs: questions for you (\`plan\` shows them)`;
  act.claim(
    `${(copies - missed).toLocaleString('en')} of ${counted(copies, 'copy', 'copies')} were recognised${missed === 0 ? '' : rest}`,
    missed * 100 <= copies * MISSED_OF_A_HUNDRED,
    listed(twice.map(({ name }) => name)),
  );
  const asked = (await act.questions(file)).map((pair) => pair.map((key) => sessionOf.get(key) ?? key));
  const unasked = twice.filter(({ sessions }) => !sessions.every((key) => asked.some((pair) => pair.includes(key))));
  const needless = asked.filter((pair) => !twice.some(({ sessions }) => pair.every((key) => sessions.includes(key))));
  act.claim(
    'whatever is in twice is asked about, and nothing else is',
    unasked.length + needless.length === 0,
    `not asked: ${listed(unasked.map(({ name }) => name))}; needless: ${listed(needless.map((pair) => pair.join(' and ')))}`,
  );
};

const claimTruth = async (act: Act, file: string, { truth }: SomebodysExport, looked: Looked): Promise<void> => {
  const { lost, twice, copiesImported, invented } = compareWithTruth(truth, looked.sessions);
  const copies = truth.happenings.reduce((sum, happening) => sum + happening.copies.length, 0);
  act.claim(
    `nothing is lost: ${counted(truth.happenings.length, 'activity', 'activities')}, each has its session`,
    lost.length === 0,
    listed(lost),
  );
  await claimCopies(act, file, copies, looked, twice);
  act.claim(
    'every session is the original, not what an app passed on',
    copiesImported.length === 0 && invented === 0,
    listed(copiesImported),
  );
};

const megabytes = async (path: string): Promise<string> => `${((await stat(path)).size / 1e6).toFixed(1)} MB`;

const write = async (folder: string, name: string, { options }: SomebodysExport): Promise<string> => {
  const path = join(folder, name);
  await writeZip(path, options);
  return path;
};

const keysOfHappenings = ({ truth }: SomebodysExport, keys: readonly string[]): number => {
  const wanted = new Set(keys);
  return truth.happenings.filter(({ original }) => wanted.has(original.key)).length;
};

/**
 * The demo on somebody who was made up, so that the truth is known: a first sync, a second one, a month later a third.
 * Gives the number of claims that failed.
 */
export const showMadeUpPerson = async (stage: Stage, somebody: SomebodyOptions): Promise<number> => {
  const act = beginAct(stage);
  const [first, newer] = [somebodysExport(somebody), somebodysNewerExport(somebody)];
  const { workouts, format } = first.options;
  const apps = new Set(workouts.map(({ source }) => source.name));

  act.heading(
    'Somebody exports Apple Health',
    `${somebody.years} years of workouts, by ${apps.size} apps and devices, some of which pass on what another recorded.`,
  );
  const export1 = await write(stage.folder, 'export.zip', first);
  stage.print(
    `  ${stage.faint(`export.zip, ${await megabytes(export1)}, as an iPhone writes it (version ${format}): ${counted(workouts.length, 'workout')}, routes, heart rate.`)}`,
  );

  act.heading('The first sync brings everything in, once', '');
  const afterFirst = await act.sync(export1);
  await claimTruth(act, export1, first, afterFirst);

  act.heading('The second sync finds nothing to do', '');
  const afterSecond = await act.sync(export1);
  act.claim('nothing was imported, changed or removed', isSettled(afterSecond), JSON.stringify(afterSecond.lastRun));
  act.claim('every session is as it was, field by field', afterSecond.print === afterFirst.print);

  const { added, edited, deleted } = newer.truth.changes ?? { added: [], edited: [], deleted: [] };
  const expected = {
    ...NO_CHANGE,
    imported: keysOfHappenings(newer, added),
    updated: keysOfHappenings(newer, edited),
    removed: keysOfHappenings(first, deleted),
  };
  act.heading(
    'A month later, a newer export',
    `${expected.imported} things more were done, apps corrected ${expected.updated}, the person deleted ${expected.removed}.`,
  );
  const export2 = await write(stage.folder, 'export-a-month-later.zip', newer);
  const afterNewer = await act.sync(export2);
  act.claim(
    `only what changed: ${expected.imported} in, ${expected.updated} changed, ${expected.removed} gone`,
    JSON.stringify(afterNewer.lastRun) === JSON.stringify({ ...expected }),
    JSON.stringify(afterNewer.lastRun),
  );
  await claimTruth(act, export2, newer, afterNewer);

  act.heading('Look at it', '');
  await act.report(export2);
  return act.failed();
};
