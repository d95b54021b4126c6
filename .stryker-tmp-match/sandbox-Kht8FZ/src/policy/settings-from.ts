// @ts-nocheck
import type { ExportSettings, GuardSettings, ImportSettings, Settings } from '../domain/settings';
import { DEFAULT_SETTINGS } from './default-settings';

/** Some of the settings, on every level. A list replaces the whole list. */
export interface SettingsOverrides extends Partial<Omit<Settings, 'import' | 'export' | 'guard'>> {
  readonly import?: Partial<ImportSettings>;
  readonly export?: Partial<ExportSettings>;
  readonly guard?: Partial<GuardSettings>;
}

/**
 * Complete settings from a few: everything that is not named stays as in `base`.
 *
 * **Laws** no overrides give settings equal to `base`; applying the same overrides twice is applying them once; `base` is not changed.
 * Category switches and match settings are merged one by one, lists are replaced whole.
 *
 * @param base - where the rest comes from.
 * @defaultValue `base` is {@link DEFAULT_SETTINGS}
 *
 * @example
 * ```ts
 * import { settingsFrom } from 'workout-sync';
 *
 * const settings = settingsFrom({ import: { categories: { cycling: false } }, export: { enabled: false } });
 * settings.import.summaryOnly; // => 'import'
 * ```
 *
 * @see `parseSettings` in `workout-sync/schema` for untrusted input.
 */
export const settingsFrom = (overrides: SettingsOverrides, base: Settings = DEFAULT_SETTINGS): Settings => {
  const { match = base.match } = overrides;
  return {
    ...base,
    ...overrides,
    import: {
      ...base.import,
      ...overrides.import,
      categories: { ...base.import.categories, ...overrides.import?.categories },
    },
    export: { ...base.export, ...overrides.export },
    guard: { ...base.guard, ...overrides.guard },
    ...(match && { match: { ...base.match, ...match } }),
  };
};
