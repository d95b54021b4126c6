/** Where in an export something stands: the table, and its rows by their `row_id`; no `row` means the table itself. */
export interface ExportPosition {
  readonly table: string;
  readonly row?: number;
  /** The last one, where a stretch of rows is meant. */
  readonly lastRow?: number;
}

/**
 * Something in an export that could not be read and was left out, while the rest was read.
 *
 * - `workout-unreadable`: a session without a sound id or times. It is not in the store, and no reading is complete.
 * - `row-unreadable`: a record, sample, lap or point whose numbers cannot be right; or one field of a workout.
 * - `rows-damaged`: the file is damaged there.
 * - `too-many-rows`: a workout that spans more than a day's worth of samples was cut short.
 */
export interface ExportProblem {
  readonly code: 'workout-unreadable' | 'row-unreadable' | 'rows-damaged' | 'too-many-rows';
  readonly message: string;
  readonly position: ExportPosition;
}

/** What was wrong so far, each thing once however often it is read. */
export interface ProblemLog {
  readonly report: (code: ExportProblem['code'], position: ExportPosition, message: string) => void;
  /** Grows with what is reported. */
  readonly list: readonly ExportProblem[];
}

/** A file of nothing but bad rows must not fill the memory with complaints. */
const MOST_LISTED = 1000;

const placeOf = ({ table, row, lastRow }: ExportPosition): string => {
  if (row === undefined) return table;
  return lastRow === undefined || lastRow === row ? `${table}, row ${row}` : `${table}, rows ${row} to ${lastRow}`;
};

export const problemLog = (): ProblemLog => {
  const list: ExportProblem[] = [];
  const seen = new Set<string>();
  return {
    list,
    report: (code, position, message) => {
      const full = `${placeOf(position)}: ${message}`;
      if (list.length >= MOST_LISTED || seen.has(full)) return;
      seen.add(full);
      list.push({ code, message: full, position });
    },
  };
};
