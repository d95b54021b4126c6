import type { Activity, Category } from './activity';
import type { SeriesName } from './detail-summary';
import type { Instant } from './interval';
import type { MatchSettings } from './match-settings';

/** What may come in. Plain JSON; every field has its default in `DEFAULT_SETTINGS`. */
export interface ImportSettings {
  /**
   * Whether workouts are imported at all.
   * @defaultValue true
   */
  readonly enabled: boolean;
  /**
   * Workouts that start earlier stay out. Stamped by the runner when the switch is turned on.
   * @defaultValue absent: all of the history
   */
  readonly importFrom?: Instant;
  /**
   * Activities that may come in; absent means all that the category switches allow.
   * @defaultValue absent: all
   */
  readonly activities?: readonly Activity[];
  /**
   * One switch per category; an absent category is on.
   * @defaultValue `{}`: all on
   */
  readonly categories: Readonly<Partial<Record<Category, boolean>>>;
  /**
   * Detail that a workout must have: at least one of these must cover `minimumCoverage` of its time. Empty: none is
   * required. `route` counts as covering all of the time once it has points.
   * @defaultValue `[]`
   */
  readonly requiredDetail: readonly (SeriesName | 'route')[];
  /**
   * The share of a recording's time, from 0 to 1, that a required series must cover.
   * @defaultValue 0.5
   */
  readonly minimumCoverage: number;
  /**
   * Whether a workout without any samples may come in.
   * @defaultValue 'import'
   */
  readonly summaryOnly: 'import' | 'refuse';
  /**
   * Whether workouts that somebody typed in may come in.
   * @defaultValue 'import'
   */
  readonly manualEntries: 'import' | 'refuse';
  /**
   * Whether recordings of this app's own writers without our external id (a watch companion) may come in.
   * @defaultValue 'import'
   */
  readonly ownRecordings: 'import' | 'refuse';
  /**
   * Shorter recordings stay out.
   * @defaultValue 0
   */
  readonly minimumDurationSeconds: number;
  /**
   * Longer recordings were most likely forgotten; they wait for the user.
   * @defaultValue 86400
   */
  readonly maximumDurationSeconds: number;
  /**
   * Applies only where a distance was measured.
   * @defaultValue 0
   */
  readonly minimumDistanceMetres: number;
  /**
   * Apps whose workouts stay out.
   * @defaultValue `[]`
   */
  readonly ignoredSources: readonly string[];
  /**
   * Apps whose recording wins over copies, best first.
   * @defaultValue `[]`
   */
  readonly preferredSources: readonly string[];
  /**
   * Services whose relayed copies stay out, because the app receives their workouts itself.
   * @defaultValue `[]`
   */
  readonly refusedOrigins: readonly string[];
  /**
   * Whether routes are asked for and handed on. A route that is not wanted never counts as detail.
   * @defaultValue 'include'
   */
  readonly routes: 'include' | 'leave-out';
  /**
   * How long after its end a workout waits for samples that are still missing.
   * @defaultValue 21600
   */
  readonly settlingSeconds: number;
}

/** What may go out. Plain JSON; every field has its default in `DEFAULT_SETTINGS`. */
export interface ExportSettings {
  /**
   * Whether sessions are exported at all.
   * @defaultValue true
   */
  readonly enabled: boolean;
  /**
   * Sessions that start earlier stay home. Stamped by the runner when the switch is turned on.
   * @defaultValue absent: all sessions
   */
  readonly exportFrom?: Instant;
  /**
   * Whether a session needs samples to be written.
   * @defaultValue 'export'
   */
  readonly summaryOnly: 'export' | 'refuse';
  /**
   * Shorter sessions stay home.
   * @defaultValue 0
   */
  readonly minimumDurationSeconds: number;
  /**
   * How long after its end a session waits before it is written, so that a watch's own copy can arrive first.
   * @defaultValue 0
   */
  readonly graceSeconds: number;
  /**
   * Whether an activity may be written to a platform that will show it as a broader one.
   * @defaultValue 'export'
   */
  readonly lossyActivities: 'export' | 'refuse';
  /**
   * Services that write to the health store themselves: a session that came through one of them is not exported.
   * @defaultValue the app's own routing; empty by default
   */
  readonly relayedOrigins: readonly string[];
}

/**
 * When a plan that removes must be confirmed: more than `count` removals that are also more than `share` of all, or all that there is,
 * where that is more than one.
 */
export interface GuardSettings {
  /**
   * How many removals pass without a word of the user.
   * @defaultValue 5
   */
  readonly count: number;
  /**
   * Which share of all links, from 0 to 1, may be removed without it.
   * @defaultValue 0.2
   */
  readonly share: number;
}

/**
 * All that a user or a host can choose. Plain JSON, so that it can be stored, sent and compared.
 *
 * @see `parseSettings` in `workout-sync/schema` for untrusted input.
 */
export interface Settings {
  readonly import: ImportSettings;
  readonly export: ExportSettings;
  /**
   * What happens to an unedited imported session whose workout is certainly gone.
   * @defaultValue 'detach'
   */
  readonly onWorkoutGone: 'detach' | 'remove-session';
  /**
   * Whether a workout that is possibly (or partly) a session that is there is imported, with a review item, or held.
   * @defaultValue 'import'
   */
  readonly onPossible: 'import' | 'hold';
  /**
   * Whether a better copy that arrives late replaces what an unedited session was imported from.
   * @defaultValue 'keep'
   */
  readonly onBetterCopy: 'keep' | 'switch';
  readonly guard: GuardSettings;
  /** Only the fields that differ from the matching room's defaults. */
  readonly match?: Partial<MatchSettings>;
}
