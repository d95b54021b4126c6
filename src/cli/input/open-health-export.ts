import { open, stat } from 'node:fs/promises';
import { failure } from '../failure';
import type { HealthExport } from './health-export';
import { openWorkoutsJson } from './open-workouts-json';

const HEAD_BYTES = 4096;

const EXPECTED =
  'Expected the export.zip of Apple Health, its unpacked folder or its export.xml; the zip of a Health Connect backup or ' +
  'the database in it; or a JSON list of workouts.';

const headOf = async (path: string): Promise<Buffer> => {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};

const wholeText = async (path: string): Promise<string> => {
  const file = await open(path, 'r');
  try {
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
};

const cannotRead =
  (path: string) =>
  (thrown: NodeJS.ErrnoException): never => {
    const isAbsent = thrown.code === 'ENOENT';
    throw failure(
      'unreadable',
      isAbsent ? `There is no ${path}.` : `${path} cannot be read: ${thrown.message}.`,
      EXPECTED,
    );
  };

/**
 * Opens whatever file of health data a path is. What it is, its content says; its name says nothing.
 *
 * **Errors** a failure `unreadable` that says what was expected, what was found and what to do.
 */
export const openHealthExport = async (path: string): Promise<HealthExport> => {
  const found = await stat(path).catch(cannotRead(path));
  if (found.isDirectory()) throw failure('unreadable', `${path} is a folder without an export.xml.`, EXPECTED);
  if (found.size === 0) throw failure('unreadable', `${path} is empty.`, EXPECTED);
  const head = await headOf(path).catch(cannotRead(path));
  if (/^\uFEFF?\s*[[{]/.test(head.toString('utf8'))) return openWorkoutsJson(await wholeText(path));
  throw failure('unreadable', `${path} is none of the files that can be read.`, EXPECTED);
};
