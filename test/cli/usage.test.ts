import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSince } from '../../src/cli/input/read-settings';
import { temporaryFolder } from '../temporary-folder';
import { historyOf } from './history';
import { json, run } from './in-process';
import { exportOf, fileOf, freshPath } from './places';

const FILE = exportOf(historyOf(3));
const DAY = 86_400_000;

describe('the options of workout-sync', () => {
  it.each([
    ['an unknown command', ['frobnicate']],
    ['an unknown option', ['plan', FILE, '--frob']],
    ['no file', ['plan']],
    ['a sync into nowhere', ['sync', FILE]],
    ['an unknown preset', ['plan', FILE, '--preset', 'nope']],
    ['a limit of zero', ['plan', FILE, '--limit', '0']],
    ['a date that is none', ['plan', FILE, '--since', 'yesterday']],
    ['a day that is in no calendar', ['plan', FILE, '--since', '2024-02-31']],
    ['settings that are not there', ['plan', FILE, '--settings', '/no/such.json']],
    ['settings that are no JSON', ['plan', FILE, '--settings', fileOf('{')]],
    ['settings with a field that nobody knows', ['plan', FILE, '--settings', fileOf({ imports: {} })]],
    ['sessions that are no list', ['plan', FILE, '--sessions', fileOf({})]],
    ['a session that is none', ['plan', FILE, '--sessions', fileOf([{ key: 'x' }])]],
  ])('end with 2 for %s', async (_, argv) => {
    const { exit, err, out } = await run(...argv);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).not.toBe('');
  });

  it('name the field that is wrong', async () => {
    const { err } = await run('plan', FILE, '--settings', fileOf({ import: { minimumCoverage: 'much' } }));
    expect(err).toContain('import.minimumCoverage');
  });

  it.each([
    ['there is none', '/no/such/file', 'There is no /no/such/file.'],
    ['it is empty', fileOf('', 'xml'), 'is empty'],
    ['it is something else', fileOf('%PDF-1.7 hello', 'zip'), 'none of the files that can be read'],
    ['it is a folder of something else', temporaryFolder('cli'), 'without any files'],
    ['it is broken JSON', fileOf('[{"kind":'), 'looks like JSON and is none'],
    ['it is JSON of something else', fileOf({ hello: 1 }), 'no list of workouts'],
  ])('end with 3 for a file where %s', async (_, path, message) => {
    const told = await run('plan', path);
    expect(told.exit).toBe(3);
    expect(told.err).toContain(message);
    expect(json(await run('plan', path, '--json'))).toMatchObject({
      kind: 'workout-sync/error',
      version: 1,
      error: { code: 'unreadable' },
    });
  });

  it('name the file in a folder that was meant', async () => {
    const folder = temporaryFolder('cli');
    writeFileSync(`${folder}/export.zip`, '');
    const { exit, err } = await run('plan', folder);
    expect({ exit, err }).toEqual({
      exit: 3,
      err: `${basename(folder)} is no export itself; it holds export.zip.\nName that file.\n`,
    });
  });

  it('end with 5 for a database to look at that is not there', async () => {
    const { exit, err } = await run('plan', FILE, '--into', freshPath('db'));
    expect(exit).toBe(5);
    expect(err).toContain('There is no database at');
  });

  it('print help and version, and end with 0', async () => {
    const { out } = await run('--help');
    expect(out).toContain('workout-sync report export.zip --out report.html');
    expect(out).toContain('Exit codes:');
    expect((await run('sync', '--help')).out).toContain('--confirm <guard>');
    expect(await run('--version')).toEqual({ exit: 0, out: '0.0.0\n', err: '' });
  });

  it.each([
    ['2024', Date.UTC(2024, 0, 1)],
    ['2024-05', Date.UTC(2024, 4, 1)],
    ['2024-05-17', Date.UTC(2024, 4, 17)],
    ['90d', 100 * DAY],
    ['all', 0],
  ])('take %s as a moment', (text, at) => {
    expect(parseSince(text, 190 * DAY)).toBe(at);
  });
});
