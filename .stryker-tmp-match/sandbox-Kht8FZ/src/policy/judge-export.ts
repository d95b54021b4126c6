// @ts-nocheck
import type { Platform } from '../domain/platform';
import type { Session } from '../domain/session';
import type { Settings } from '../domain/settings';
import { collectRefusals, verdictOf } from './collect-refusals';
import { EXPORT_FACT_RULES } from './export-fact-rules';
import { EXPORT_TASTE_RULES } from './export-taste-rules';
import type { ExportContext } from './rule';
import type { Verdict } from './verdict';

/**
 * Judges whether a session may go out to a health store.
 *
 * **Shape** a well-formed session, the health store it would go to, the settings and the context in; `eligible` or
 * `refused` with all reasons out, in the fixed order of the rules: facts, then taste, then the host's own.
 *
 * **Laws**
 * - every reason is given, never only the first;
 * - a session never goes back to the platform it came from; another platform is allowed;
 * - `byHand` lifts what is a matter of taste and never what is a fact;
 * - stricter settings and further rules never let out what was refused;
 * - pure: same input, same verdict, nothing is changed;
 * - `session-detail-unread` stands alone, as `detail-unread` does for imports;
 * - never throws, malformed numbers included.
 *
 * **Cost** O(rules); nothing is allocated for an eligible session.
 *
 * @example
 * ```ts
 * import { DEFAULT_SETTINGS, judgeExport } from 'workout-sync';
 *
 * const session = {
 *   kind: 'session', key: 's1', revision: 'r1', state: 'completed', activity: 'running', start: 0, end: 1_800_000,
 *   origin: { platform: 'apple-health', workout: 'w1' },
 * } as const;
 * const context = { now: 3_600_000, device: 'phone' };
 * judgeExport(session, 'apple-health', DEFAULT_SETTINGS, context).kind; // => 'refused'
 * judgeExport(session, 'health-connect', DEFAULT_SETTINGS, context).kind; // => 'eligible'
 * ```
 *
 * @see {@link judgeImport} for the other direction.
 */
export const judgeExport = (session: Session, to: Platform, settings: Settings, context: ExportContext): Verdict => {
  const chosen = settings.export;
  const { byHand, rules } = context;
  let found = collectRefusals(EXPORT_FACT_RULES, undefined, session, chosen, context, to);
  if (byHand !== true) found = collectRefusals(EXPORT_TASTE_RULES, found, session, chosen, context, to);
  return verdictOf(rules === undefined ? found : collectRefusals(rules, found, session, chosen, context, to));
};
