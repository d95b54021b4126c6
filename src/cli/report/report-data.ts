/** Where a workout stands after a sync. */
export type ReportPlace = 'imported' | 'copy' | 'left-out' | 'waiting' | 'held';

/** One workout on the page. An absent number is unknown. */
export interface ReportRow {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly offsetSeconds?: number;
  /** Positions in the lists beside. */
  readonly source: number;
  readonly activity: number;
  readonly reason?: number;
  /** Rows with the same number are one activity; the one that is no copy is the original. */
  readonly cluster?: number;
  readonly place: ReportPlace;
  readonly title?: string;
  readonly distanceMetres?: number;
  readonly activeKilocalories?: number;
  readonly elevationGainMetres?: number;
  readonly heartRateSamples?: number;
  readonly routePoints?: number;
}

/** All that the page shows. It travels as JSON inside of the page. */
export interface ReportData {
  /** The name of the file, without its folder. */
  readonly file: string;
  readonly name: string;
  readonly platform: string;
  readonly madeAt: number;
  readonly version: string;
  readonly settings: string;
  readonly sources: readonly { readonly app: string; readonly name: string }[];
  readonly activities: readonly string[];
  readonly reasons: readonly { readonly code: string; readonly text: string; readonly advice?: string }[];
  readonly problems: readonly { readonly message: string; readonly where?: string }[];
  /** Pairs that may be one activity, which the person who looks at the page has to say. */
  readonly questions: readonly { readonly text: string; readonly facts: readonly string[] }[];
  readonly questionAdvice: readonly string[];
  /** Oldest first. */
  readonly rows: readonly ReportRow[];
}
