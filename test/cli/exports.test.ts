import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { zipBytes } from '../exports/zip-bytes';
import { somebodysExport, somebodysNewerExport } from '../generators/apple-export/somebody';
import { writeFolder, writeXml, writeZip } from '../generators/apple-export/write-export';
import { A_WEEK } from '../generators/health-connect-export/a-week';
import { exportBytes } from '../generators/health-connect-export/write-export';
import { json, run } from './in-process';
import { freshPath } from './places';

const SOMEBODY = { seed: 7, years: 0.4, dailyRecords: 5, sampleSeconds: 60, routeSeconds: 60 };

describe('an Apple Health export', () => {
  const { options, truth } = somebodysExport(SOMEBODY);
  const workouts = options.workouts.length;
  const zip = freshPath('backup');
  beforeAll(() => writeZip(zip, options));

  it.each([
    ['its zip, whatever its name', async () => zip],
    [
      'its folder',
      async () => {
        const folder = freshPath('folder');
        await writeFolder(folder, options);
        return folder;
      },
    ],
    [
      'its main file alone',
      async () => {
        const path = freshPath('data');
        await writeXml(path, options);
        return path;
      },
    ],
  ])('is recognised by %s', async (_, make) => {
    const ran = await run('plan', await make(), '--json');
    expect(ran.exit).toBe(0);
    expect(json(ran)).toMatchObject({ file: { name: 'Apple Health export', platform: 'apple-health', workouts } });
  });

  it('is synced, with its heart rates and routes counted, and settles', async () => {
    const into = freshPath('db');
    const first = await run('sync', zip, '--into', into, '--json');
    const { totals } = json(first) as unknown as { totals: { sessions: number; copies: number } };
    expect(totals.sessions + totals.copies).toBe(workouts);
    const happened = truth.happenings.length;
    // What the copies of a happening are to each other is judged by resemblance: a few stay apart.
    expect(Math.abs(totals.sessions - happened)).toBeLessThan(happened * 0.1);
    const database = new DatabaseSync(into);
    const [counts] = database
      .prepare('SELECT count(heart_rate_samples) AS hearts, count(route_points) AS routes FROM sessions')
      .all();
    database.close();
    expect(Number(counts?.hearts)).toBeGreaterThan(0);
    expect(Number(counts?.routes)).toBeGreaterThan(0);
    const again = json(await run('sync', zip, '--into', into, '--json'));
    expect(again).toMatchObject({ totals });
    expect(again).toHaveProperty('run.counts', {});
  });

  it('brings what a newer one has changed', async () => {
    const into = freshPath('db');
    const newer = freshPath('zip');
    await writeZip(newer, somebodysNewerExport(SOMEBODY).options);
    await run('sync', zip, '--into', into);
    const ran = await run('sync', newer, '--into', into, '--json');
    const { counts } = (json(ran) as unknown as { run: { counts: Record<string, number> } }).run;
    expect(ran.exit).toBe(0);
    expect(counts.imported).toBeGreaterThan(0);
    expect(counts.updated).toBeGreaterThan(0);
  });

  it('says how many more problems there are than are listed', async () => {
    const path = freshPath('xml');
    const broken = '<Workout workoutActivityType="HKWorkoutActivityTypeRunning"/>\n';
    writeFileSync(path, `<HealthData locale="en_GB">\n${broken.repeat(1003)}</HealthData>\n`);
    const { problems } = json(await run('plan', path, '--json')).file as unknown as {
      readonly problems: readonly { readonly message: string }[];
    };
    expect(problems).toHaveLength(1001);
    expect(problems[1000]?.message).toBe('3 more problems of these kinds are not listed.');
  });

  it('ends with 3 where its end is missing, and says so', async () => {
    const cut = freshPath('xml');
    await writeXml(cut, options);
    truncateSync(cut, 200_000);
    const { exit, err } = await run('sync', cut, '--into', freshPath('db'));
    expect(exit).toBe(3);
    expect(err).toContain('breaks off');
  });
});

describe('a Health Connect backup', () => {
  const bytes = exportBytes(A_WEEK);

  it.each([
    [
      'its database',
      () => {
        const path = freshPath('bin');
        writeFileSync(path, bytes);
        return path;
      },
    ],
    [
      'its zip',
      () => {
        const path = freshPath('export');
        writeFileSync(path, zipBytes([{ path: 'health_connect_export.db', content: bytes }]));
        return path;
      },
    ],
    [
      'its folder',
      () => {
        const path = freshPath('unpacked');
        mkdirSync(path);
        writeFileSync(`${path}/health_connect_export.db`, bytes);
        return path;
      },
    ],
  ])('is recognised by %s', async (_, make) => {
    const ran = await run('sync', make(), '--into', freshPath('db'), '--json');
    expect(ran.exit).toBe(0);
    expect(json(ran)).toMatchObject({ file: { name: 'Health Connect backup', platform: 'health-connect' } });
    expect((json(ran) as unknown as { totals: { sessions: number } }).totals.sessions).toBeGreaterThan(3);
  });
});

describe('a folder that was chosen by mistake', () => {
  it('is said to hold no export, in words of the command', async () => {
    const { err, exit } = await run('plan', 'test/cli');
    expect(exit).toBe(3);
    expect(err).toMatch(/^There is no export in test\/cli: found cli with .* and \d+ more\.\nExpected the export\.zip/);
    expect(err).not.toContain('HealthExport');
  });
});
