/** Where in an export something stands. `byte` counts from the start of the file, `ordinal` its workouts from 1. */
export interface ExportPosition {
  readonly file: string;
  readonly byte?: number;
  readonly ordinal?: number;
}

/**
 * Something in an export that could not be read, or was left out, while the rest was read.
 *
 * - `workout-unreadable`: its markup or a required attribute is broken. It is not in the store.
 * - `workout-superseded`: the app has written a newer version of it (same sync identifier), which is in the store.
 * - `markup-unclosed`: a comment, or other markup that hides what is in it, is never closed. What stands behind its
 *   beginning was read as if it were not there.
 * - `route-missing`: it names a route file that is not in the export.
 * - `route-unreadable`: the route file breaks off or is no GPX; points up to there were read.
 */
export interface ExportProblem {
  readonly code: 'workout-unreadable' | 'workout-superseded' | 'markup-unclosed' | 'route-missing' | 'route-unreadable';
  readonly message: string;
  readonly position: ExportPosition;
}

/** How many problems there are, by what they are. */
export type ProblemCounts = Readonly<Partial<Record<ExportProblem['code'], number>>>;
