import type { Settings } from '../../domain/settings';
import { DEFAULT_SETTINGS } from '../../policy/default-settings';
import { ACTIVITY_PIPELINE } from '../../policy/presets/activity-pipeline';
import { TRAINING_LOAD_SERVICE } from '../../policy/presets/training-load-service';
import { TWO_WAY_RUN_TRACKER } from '../../policy/presets/two-way-run-tracker';
import { type SettingsOverrides, settingsFrom } from '../../policy/settings-from';
import { parseSettings } from '../../schema/parse-settings';
import { failure } from '../failure';
import { orUsage, readJson } from './read-json';

/** The settings that have a name on the command line. */
export const PRESETS: Readonly<Record<string, Settings>> = {
  everything: DEFAULT_SETTINGS,
  'two-way-run-tracker': TWO_WAY_RUN_TRACKER,
  'training-load-service': TRAINING_LOAD_SERVICE,
  'activity-pipeline': ACTIVITY_PIPELINE,
};

const DAY_MILLISECONDS = 86_400_000;
const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;
const AGO = /^(\d{1,5})d$/;

/** `2024`, `2024-05`, `2024-05-17` (in UTC), `90d` (days before now), or `all`. */
export const parseSince = (text: string, now: number): number => {
  if (text === 'all') return 0;
  const [, days] = AGO.exec(text) ?? [];
  if (days !== undefined) return now - Number(days) * DAY_MILLISECONDS;
  const [, year, month = '01', day = '01'] = DATE.exec(text) ?? [];
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // 2024-02-31 would become a day in March.
  if (year !== undefined && new Date(at).toISOString().startsWith(`${year}-${month}-${day}`)) return at;
  throw failure('usage', `--since takes a date (2024, 2024-05, 2024-05-17), 90d or all; it is "${text}".`);
};

/** What chooses the settings on the command line. */
export interface SettingsOptions {
  readonly preset?: string;
  readonly settings?: string;
  readonly since?: string;
}

/** The settings that the options ask for: a preset, changed by a file, changed by `--since`. */
export const readSettings = async (options: SettingsOptions, now: number): Promise<Settings> => {
  const base = PRESETS[options.preset ?? 'everything'] ?? DEFAULT_SETTINGS;
  const since = options.since === undefined ? {} : { import: { importFrom: parseSince(options.since, now) } };
  if (options.settings === undefined) return settingsFrom(since, base);
  const given = await readJson(options.settings, '--settings');
  orUsage(parseSettings(given), '--settings');
  return settingsFrom(since, settingsFrom(given as SettingsOverrides, base));
};
