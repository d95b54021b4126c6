import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../temporary-folder';
import { type ExportOptions, exportXml, otherFiles } from './document';
import { historyOf } from './history';
import { LOCALES } from './person';
import { type SomebodyOptions, somebodysExport, somebodysNewerExport } from './somebody';
import { writeFolder, writeXml, writeZip } from './write-export';

const SMALL: SomebodyOptions = { seed: 1, years: 0.5, sampleSeconds: 300, dailyRecords: 10 };

const textOf = (options: ExportOptions): string => [...exportXml(options)].join('');

const digestOf = (options: ExportOptions): string => createHash('sha256').update(textOf(options)).digest('hex');

/** How often each element occurs, by a parser that knows nothing of exports. */
const elementsOf = (text: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    counts[name] = (counts[name] ?? 0) + 1;
  });
  parser.write(text).close();
  return counts;
};

describe('a generated Apple Health export', () => {
  it('is the same for the same seed, and another for another seed', () => {
    expect(digestOf(somebodysExport(SMALL).options)).toBe(digestOf(somebodysExport(SMALL).options));
    expect(digestOf(somebodysExport(SMALL).options)).not.toBe(digestOf(somebodysExport({ ...SMALL, seed: 2 }).options));
  });

  it('is well-formed XML, but for the one that iOS 16 broke', () => {
    for (const format of [11, 14] as const) {
      const { options, truth } = somebodysExport({ ...SMALL, format });
      const { Workout = 0, Record = 0, ActivitySummary = 0 } = elementsOf(textOf(options));
      expect(Workout).toBe(options.workouts.length + options.workouts.filter(({ superseded }) => superseded).length);
      expect(truth.happenings.reduce((sum, { copies }) => sum + 1 + copies.length, 0)).toBe(options.workouts.length);
      expect(Record).toBeGreaterThan(Workout);
      expect(ActivitySummary).toBe(183);
    }
    const broken = textOf(somebodysExport({ ...SMALL, format: 12 }).options);
    expect(() => elementsOf(broken)).toThrow();
    expect(broken).toContain('\u000b');
  });

  it('has totals as attributes until iOS 15, and as statistics of activities after', () => {
    const [old, modern] = ([11, 14] as const).map((format) => textOf(somebodysExport({ ...SMALL, format }).options));
    expect(old).toMatch(/<Workout [^>]*totalDistance="/);
    expect(old).not.toMatch(/<(WorkoutStatistics|WorkoutActivity) /);
    expect(modern).not.toMatch(/<Workout [^>]*totalDistance="/);
    expect(modern).toMatch(/<WorkoutActivity uuid="[^"]+" startDate/);
  });

  it('is written in the units and by the clock of where somebody lives', () => {
    const texts = Object.values(LOCALES).map((locale) => textOf(somebodysExport({ ...SMALL, locale }).options));
    const [germany, america, australia] = texts as [string, string, string];
    expect(germany).toMatch(/startDate="2024-02-\d\d \d\d:\d\d:\d\d \+0100"[^>]* unit="km"/);
    expect(germany).toMatch(/startDate="2023-10-0\d \d\d:\d\d:\d\d \+0200"/);
    expect(america).toMatch(/startDate="2024-02-\d\d \d\d:\d\d:\d\d -0500"[^>]* unit="mi"/);
    expect(australia).toMatch(/unit="kJ"/);
  });

  it('tells the truth about what is a copy of what', () => {
    const { truth } = somebodysExport({ ...SMALL, years: 2 });
    const copies = truth.happenings.flatMap(({ original, copies }) => copies.map((copy) => ({ original, copy })));
    expect(copies.length).toBeGreaterThan(50);
    for (const { original, copy } of copies) {
      expect(copy.start).toBeLessThan(original.end);
      expect(original.start).toBeLessThan(copy.end);
    }
  });

  it('names every route once', () => {
    const paths = otherFiles(somebodysExport({ ...SMALL, years: 6 }).options).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('goes on later as it began, with edits and deletions', () => {
    const [from, until] = [Date.UTC(2023, 0, 1), Date.UTC(2023, 6, 1)];
    const shorter = historyOf({ seed: 3, from, until, perWeek: 6 });
    const longer = historyOf({ seed: 3, from, until: Date.UTC(2023, 8, 1), perWeek: 6 });
    expect(longer.slice(0, shorter.length)).toEqual(shorter);

    const older = somebodysExport(SMALL).options.workouts;
    const newer = somebodysNewerExport(SMALL);
    const { added, edited, deleted } = newer.truth.changes ?? { added: [], edited: [], deleted: [] };
    expect(newer.options.workouts.length).toBe(older.length + added.length - deleted.length);
    expect([added.length, edited.length, deleted.length].every((count) => count > 0)).toBe(true);
    const keysOf = (workouts: typeof older): Set<string> => new Set(workouts.map(({ key }) => key));
    expect(deleted.filter((key) => keysOf(newer.options.workouts).has(key))).toEqual([]);
  });

  it('is the same as a zip, as a folder and as the main file alone', async () => {
    const folder = temporaryFolder('apple-export');
    const { options } = somebodysExport({ ...SMALL, years: 0.1, locale: LOCALES.america });
    await writeFolder(join(folder, 'unpacked'), options);
    for (const zip64 of [false, true]) {
      await writeZip(join(folder, 'export.zip'), options, { zip64 });
      const zip = new ZipReader(new BlobReader(new Blob([await readFile(join(folder, 'export.zip'))])));
      const entries = await zip.getEntries();
      expect(entries.length).toBe(1 + otherFiles(options).length);
      for (const entry of entries) {
        const there = await readFile(join(folder, 'unpacked', entry.filename), 'utf8');
        expect('getData' in entry && (await entry.getData?.(new TextWriter()))).toBe(there);
      }
    }
    await writeXml(join(folder, 'export.xml'), options);
    const alone = await readFile(join(folder, 'export.xml'), 'utf8');
    expect(alone).toBe(await readFile(join(folder, 'unpacked', 'apple_health_export', 'export.xml'), 'utf8'));
  });
});
