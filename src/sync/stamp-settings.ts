import type { Instant } from '../domain/interval';
import type { Settings } from '../domain/settings';

interface Stamped {
  readonly import: Pick<Settings['import'], 'enabled' | 'importFrom'>;
  readonly export: Pick<Settings['export'], 'enabled' | 'exportFrom'>;
}

/** What stands for earlier settings that are lost: what they kept out would never be taken back. */
export const ALL_OFF: Stamped = { import: { enabled: false }, export: { enabled: false } };

const stamp = (
  before: { readonly enabled: boolean; readonly from?: Instant | undefined },
  now: { readonly enabled: boolean; readonly from?: Instant | undefined },
  at: Instant,
): Instant | undefined => {
  if (now.from !== undefined) return now.from;
  if (now.enabled && !before.enabled) return at;
  return before.from;
};

/**
 * New settings with the moments from which their directions count.
 *
 * **Laws** a direction that is turned on counts from now, unless the settings say from when; one that stays as it is keeps
 * its moment. Without earlier settings nothing is stamped: all of the history counts.
 */
export const stampSettings = (before: Stamped | undefined, next: Settings, at: Instant): Settings => {
  if (before === undefined) return next;
  const importFrom = stamp(
    { enabled: before.import.enabled, from: before.import.importFrom },
    { enabled: next.import.enabled, from: next.import.importFrom },
    at,
  );
  const exportFrom = stamp(
    { enabled: before.export.enabled, from: before.export.exportFrom },
    { enabled: next.export.enabled, from: next.export.exportFrom },
    at,
  );
  return {
    ...next,
    import: { ...next.import, ...(importFrom !== undefined && { importFrom }) },
    export: { ...next.export, ...(exportFrom !== undefined && { exportFrom }) },
  };
};
