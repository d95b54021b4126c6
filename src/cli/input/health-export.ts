import type { Instant } from '../../domain/interval';
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
  /** When it was made, or, where it does not say so, when it was last written to. Absent where nothing tells. */
  readonly madeAt?: Instant;
  /** What could not be read so far. */
  readonly problems: () => readonly ExportProblem[];
  readonly close: () => Promise<void>;
}
