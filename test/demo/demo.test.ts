import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { buildCommand } from '../cli/built';
import { somebodysExport } from '../generators/apple-export/somebody';
import { writeZip } from '../generators/apple-export/write-export';
import { temporaryFolder } from '../temporary-folder';
import { compareWithTruth } from './compare';
import { lookInto } from './database';
import { showMadeUpPerson } from './made-up-person';
import { showOwnFile } from './own-file';
import type { Stage } from './stage';

const SOMEBODY = { seed: 11, years: 0.5, sampleSeconds: 60, routeSeconds: 120, dailyRecords: 10 };

const same = (text: string): string => text;

let cli = '';
beforeAll(() => {
  cli = buildCommand();
});

const stageIn = (name: string): Stage & { readonly lines: string[] } => {
  const lines: string[] = [];
  const print = (line: string): unknown => lines.push(line);
  return { cli, folder: temporaryFolder(name), print, lines, strong: same, faint: same, good: same, bad: same };
};

it('every claim of the demo holds on somebody made up, and each original is imported, no copy, and nothing is lost', async () => {
  const stage = stageIn('somebody');
  expect([await showMadeUpPerson(stage, SOMEBODY), stage.lines.filter((line) => line.includes('✗'))]).toEqual([0, []]);
  expect(stage.lines.filter((line) => line.includes('✓')).length).toBeGreaterThan(8);
});

it("a person's own export settles in the second sync, and the sessions are the originals of the truth", async () => {
  const stage = stageIn('own');
  const { options, truth } = somebodysExport(SOMEBODY);
  const file = join(stage.folder, 'mine.zip');
  await writeZip(file, options);
  expect(await showOwnFile(stage, file)).toBe(0);
  const { sessions } = lookInto(join(stage.folder, 'app.db'));
  expect(compareWithTruth(truth, sessions)).toEqual({ lost: [], twice: [], copiesImported: [], invented: 0 });
});

it('a claim that does not hold is told, and counted', async () => {
  const { truth } = somebodysExport(SOMEBODY);
  const [first] = truth.happenings;
  const copied = truth.happenings.find(({ copies }) => copies.length > 0);
  const app = (source: string): string => source.replace(/\u00a0/g, ' ');
  const copy = copied?.copies[0];
  const distance = compareWithTruth(truth, [
    {
      key: 'a',
      start: first?.original.start ?? 0,
      end: first?.original.end ?? 0,
      app: app(first?.original.source ?? ''),
    },
    { key: 'b', start: copy?.start ?? 0, end: copy?.end ?? 0, app: app(copy?.source ?? '') },
    { key: 'c', start: 1, end: 2, app: 'nobody' },
  ]);
  expect(distance.lost).toHaveLength(truth.happenings.length - 2);
  expect(distance.copiesImported).toHaveLength(1);
  expect(distance.invented).toBe(1);
});
