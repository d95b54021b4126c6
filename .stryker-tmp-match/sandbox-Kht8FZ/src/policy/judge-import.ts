// @ts-nocheck
import type { Settings } from '../domain/settings';
import type { Workout } from '../domain/workout';
import { collectRefusals, verdictOf } from './collect-refusals';
import { IMPORT_CHOICE_RULES } from './import-choice-rules';
import { IMPORT_DETAIL_RULES } from './import-detail-rules';
import { IMPORT_EXTENT_RULES } from './import-extent-rules';
import { IMPORT_ORIGIN_RULES } from './import-origin-rules';
import type { BuiltInImportRule, ImportContext } from './rule';
import type { Verdict } from './verdict';

/**
 * All built-in import rules in the order in which their reasons are given. Where a record came from stands first, since
 * that is what a user wants to hear first: an own export is no news, whatever its category.
 */
const IMPORT_RULES: readonly BuiltInImportRule[] = [
  ...IMPORT_ORIGIN_RULES,
  ...IMPORT_CHOICE_RULES,
  ...IMPORT_EXTENT_RULES,
  ...IMPORT_DETAIL_RULES,
];

/**
 * Judges whether a workout may come in.
 *
 * **Shape** a well-formed workout, the settings and the context in; `eligible` or `refused` with all reasons out, in the
 * fixed order of the rules: what the user chose, where it came from, how long and how far, what stands behind it, then
 * the host's own rules in their order.
 *
 * **Laws**
 * - every reason is given, never only the first;
 * - stricter settings and further rules never let in what was refused;
 * - pure: same input, same verdict, nothing is changed;
 * - `detail-unread` stands alone: samples are only worth counting for a workout that nothing else keeps out;
 * - never throws, malformed numbers included; whether a record is malformed is not judged here.
 *
 * **Cost** O(rules); nothing is allocated for an eligible workout.
 *
 * @example
 * ```ts
 * import { DEFAULT_SETTINGS, judgeImport, settingsFrom } from 'workout-sync';
 *
 * const walk = {
 *   kind: 'workout', platform: 'apple-health', key: 'w1', activity: 'walking', start: 0, end: 1_800_000,
 *   raw: { platform: 'apple-health', type: 52 },
 * } as const;
 * const context = { now: 3_600_000, ownSources: ['com.example.app'] };
 * judgeImport(walk, DEFAULT_SETTINGS, context).kind; // => 'eligible'
 * const noWalks = settingsFrom({ import: { categories: { 'walks-and-hikes': false } } });
 * judgeImport(walk, noWalks, context).kind; // => 'refused'
 * ```
 *
 * @see {@link judgeExport} for the other direction.
 */
export const judgeImport = (workout: Workout, settings: Settings, context: ImportContext): Verdict => {
  const chosen = settings.import;
  const found = collectRefusals(IMPORT_RULES, undefined, workout, chosen, context, undefined);
  const { rules } = context;
  return verdictOf(rules === undefined ? found : collectRefusals(rules, found, workout, chosen, context, undefined));
};
