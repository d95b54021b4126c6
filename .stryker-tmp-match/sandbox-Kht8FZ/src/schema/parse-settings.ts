// @ts-nocheck
import { failed, ok, type Result } from '../domain/result';
import type { Settings } from '../domain/settings';
import { type SettingsOverrides, settingsFrom } from '../policy/settings-from';
import { issueAt, type SchemaIssue } from './issue';
import { parse } from './parse';
import { settingsOverridesSchema } from './settings-schema';

/**
 * Settings from untrusted input: what a host stored, a server sent or a user typed.
 *
 * **Shape** any part of the settings in, complete settings out; what is not named is as in `DEFAULT_SETTINGS`. Unknown
 * fields are refused, since a misspelt setting would otherwise be no setting. A field that is `undefined` is a field that
 * is not there; `null` is refused everywhere, and so is NaN, which JSON writes as `null`.
 *
 * **Laws** complete settings come back equal; never throws; the input is not changed.
 *
 * **Errors** one issue per field that is wrong, all of them: where, what was given, what is allowed.
 *
 * @example
 * ```ts
 * import { parseSettings } from 'workout-sync/schema';
 *
 * const good = parseSettings(JSON.parse('{ "import": { "categories": { "cycling": false } } }'));
 * good.kind; // => 'ok'
 * const bad = parseSettings({ import: { minimumCoverage: 50 } });
 * bad.kind === 'error' && bad.error[0].message;
 * // => 'import.minimumCoverage is 50; allowed is a number from 0 to 1.'
 * ```
 *
 * @see `settingsFrom` for overrides that the compiler has checked.
 */
export const parseSettings = (input: unknown): Result<Settings, readonly [SchemaIssue, ...SchemaIssue[]]> => {
  const parsed = parse<SettingsOverrides>(settingsOverridesSchema, input);
  if (parsed.kind === 'error') return parsed;
  const settings = settingsFrom(parsed.value);
  const { minimumDurationSeconds: least, maximumDurationSeconds: most } = settings.import;
  if (least <= most) return ok(settings);
  const allowed = `at most import.maximumDurationSeconds, which is ${most}`;
  return failed([issueAt('import.minimumDurationSeconds', String(least), allowed)]);
};
