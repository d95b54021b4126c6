import type { HealthStore } from '../../ports/health-store';

/** Something in the file that could not be read, while the rest was. */
export interface ExportProblem {
  readonly message: string;
  /** Where in the file, in the reader's own words: a line, a byte, a row. */
  readonly where?: string;
}

/** A file of health data, opened as a health store. */
export interface HealthExport {
  /** What it is, for a person: `Apple Health export`. */
  readonly name: string;
  readonly store: HealthStore;
  /** What could not be read so far. */
  readonly problems: () => readonly ExportProblem[];
  readonly close: () => Promise<void>;
}
