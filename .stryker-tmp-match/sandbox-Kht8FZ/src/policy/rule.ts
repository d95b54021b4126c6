// @ts-nocheck
import type { Instant } from '../domain/interval';
import type { Platform } from '../domain/platform';
import type { ExportRefusalCode, HostCode, ImportRefusalCode, Refusal } from '../domain/reason';
import type { Session } from '../domain/session';
import type { ExportSettings, ImportSettings } from '../domain/settings';
import type { Workout } from '../domain/workout';

/**
 * What an import is judged against, besides the settings.
 *
 * **Shape** `ownSources` are the identifiers of this app's own writers. `rules` are the host's own, judged after the
 * built-in ones, in their order.
 */
export interface ImportContext {
  readonly now: Instant;
  readonly ownSources: readonly string[];
  /** @defaultValue none */
  readonly rules?: readonly ImportRule[];
}

/**
 * What an export is judged against, besides the settings.
 *
 * **Shape** `device` is the device that would write. `byHand` says that the user asked for this very session: what is a
 * matter of taste no longer refuses it, what is a matter of fact still does. `rules` are the host's own, judged after
 * the built-in ones, in their order; they see `byHand` and decide for themselves what it means to them.
 */
export interface ExportContext {
  readonly now: Instant;
  readonly device: string;
  /** @defaultValue absent: the session is exported because the settings say so */
  readonly byHand?: true;
  /** @defaultValue none */
  readonly rules?: readonly ExportRule[];
}

/**
 * What a host's own rule may answer: a code of its own, or the request to have the samples counted first.
 *
 * @see {@link DETAIL_UNREAD} and {@link SESSION_DETAIL_UNREAD}, the ready-made requests.
 */
export type HostRefusal<Request extends 'detail-unread' | 'session-detail-unread'> = Refusal<HostCode | Request>;

/**
 * One reason why a workout may stay out: a small pure function, the built-in ones and a host's own alike.
 *
 * **Shape** the workout, the import half of the settings and the context in; a refusal, `false` or nothing out.
 * **Laws** a rule can only refuse, never let in what another refuses. It must be pure: same input, same answer.
 * **Cost** called once per workout and plan, up to hundreds of thousands of times; refuse nothing, allocate nothing.
 *
 * @example
 * ```ts
 * import type { ImportRule } from 'workout-sync';
 *
 * const noNamelessSources: ImportRule = (workout) =>
 *   workout.source === undefined && { code: 'host-no-source', lasts: 'for-good' };
 * ```
 *
 * @see {@link ExportRule} for the other direction.
 */
export type ImportRule<Answer = HostRefusal<'detail-unread'>> = (
  workout: Workout,
  settings: ImportSettings,
  context: ImportContext,
) => Answer | false | undefined;

/**
 * One reason why a session may stay home.
 *
 * **Shape** the session, the export half of the settings, the context and the health store it would go to in; a refusal,
 * `false` or nothing out.
 * **Laws** a rule can only refuse. It must be pure.
 *
 * @example
 * ```ts
 * import type { ExportRule } from 'workout-sync';
 *
 * const onlyTitled: ExportRule = (session) =>
 *   session.title === undefined && { code: 'host-untitled', lasts: 'needs-user' };
 * ```
 *
 * @see {@link ImportRule} for the other direction.
 */
export type ExportRule<Answer = HostRefusal<'session-detail-unread'>> = (
  session: Session,
  settings: ExportSettings,
  context: ExportContext,
  to: Platform,
) => Answer | false | undefined;

/** A built-in import rule: it answers from the closed list. */
export type BuiltInImportRule = ImportRule<Refusal<ImportRefusalCode>>;

/** A built-in export rule: it answers from the closed list. */
export type BuiltInExportRule = ExportRule<Refusal<ExportRefusalCode>>;
