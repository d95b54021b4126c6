import type { ExportProblem, ProblemCounts } from './export-problem';

/**
 * The problems of an export, the first thousand of each kind.
 *
 * **Shape** `list` grows with what is added; `unlisted` counts what was added and is not in it.
 */
export interface ProblemList {
  readonly list: readonly ExportProblem[];
  readonly add: (problem: ExportProblem) => void;
  readonly unlisted: () => ProblemCounts;
}

/** More than anybody reads. A file of nothing but broken workouts must not fill the memory with complaints. */
const MOST_OF_A_KIND = 1000;

/** A list without anything in it. */
export const problemList = (): ProblemList => {
  const list: ExportProblem[] = [];
  const counts: Partial<Record<ExportProblem['code'], number>> = {};
  const unlisted: Partial<Record<ExportProblem['code'], number>> = {};
  return {
    list,
    add: (problem) => {
      const { code } = problem;
      const count = (counts[code] ?? 0) + 1;
      counts[code] = count;
      if (count > MOST_OF_A_KIND) unlisted[code] = count - MOST_OF_A_KIND;
      else list.push(problem);
    },
    unlisted: () => ({ ...unlisted }),
  };
};
