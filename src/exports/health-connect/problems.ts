/**
 * Something in an export that could not be read, and was left out.
 *
 * **Shape** `table` and `row` (its `row_id`) say where; `lastRow` where a whole stretch of rows cannot be read. No `row`
 * means the table itself.
 */
export interface ExportProblem {
  readonly table: string;
  readonly row?: number;
  readonly lastRow?: number;
  readonly message: string;
}

/** What was wrong so far, each thing once however often it is read. */
export interface ProblemLog {
  readonly report: (problem: ExportProblem) => void;
  readonly list: () => readonly ExportProblem[];
  /** How many there were, those beyond the list among them. */
  readonly count: () => number;
}

/** A file of nothing but bad rows must not fill the memory with complaints. */
const MOST_LISTED = 1000;

/** More than this are no longer told apart. */
const MOST_COUNTED = 100_000;

export const problemLog = (): ProblemLog => {
  const listed: ExportProblem[] = [];
  const seen = new Set<string>();
  return {
    report: (problem) => {
      if (seen.size >= MOST_COUNTED) return;
      const before = seen.size;
      seen.add(`${problem.table} ${problem.row ?? ''} ${problem.lastRow ?? ''}`);
      if (seen.size > before && listed.length < MOST_LISTED) listed.push(problem);
    },
    list: () => [...listed],
    count: () => seen.size,
  };
};
