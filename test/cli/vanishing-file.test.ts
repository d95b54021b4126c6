import { mkdirSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { run } from './in-process';
import { fileOf, freshPath } from './places';

const VANISHES = 'vanishes';

// Between the moment that a folder is listed and the moment that its files are looked at, anything may happen.
vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof import('node:fs/promises')>();
  const { renameSync } = await import('node:fs');
  return {
    ...original,
    stat: async (path: string) => {
      if (path.endsWith(VANISHES)) renameSync(path, `${path}.gone`);
      return original.stat(path);
    },
  };
});

it('a file that vanishes while its folder is looked at ends the command with 3, in words', async () => {
  const folder = freshPath('folder');
  mkdirSync(folder);
  const { renameSync } = await import('node:fs');
  renameSync(fileOf('x'), `${folder}/${VANISHES}`);
  const { exit, err } = await run('plan', folder);
  expect(exit).toBe(3);
  expect(err).toMatch(/^.*folder cannot be read: ENOENT.*\nExpected the export.zip/);
});
