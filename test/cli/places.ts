import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workout } from '../../src/domain/workout';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder('cli');
let files = 0;

/** A path that nothing is at yet. */
export const freshPath = (extension: string): string => {
  files += 1;
  return join(folder, `${files}.${extension}`);
};

/** A file that holds this. */
export const fileOf = (content: unknown, extension = 'json'): string => {
  const path = freshPath(extension);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

/** A file of workouts, as `plan` and the others take it. */
export const exportOf = (workouts: readonly Workout[]): string => fileOf({ workouts });
