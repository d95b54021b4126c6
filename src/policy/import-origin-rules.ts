import { isExternalId } from '../domain/external-id';
import type { Workout } from '../domain/workout';
import { forGood, needsUser } from './refusals';
import type { BuiltInImportRule } from './rule';
import { whenRelayed } from './shared-rules';

// No source is called '', so a record without one is on nobody's list.
const appOf = ({ source }: Workout): string => source?.app ?? '';

const isOwnExport = ({ external }: Workout): boolean => isExternalId(external?.id ?? '');

// Whoever the source is: a copy of our export that another app passed on is still an echo.
const whenOwnExport: BuiltInImportRule = (workout) =>
  isOwnExport(workout) && forGood('own-export', { external: workout.external?.id ?? '' });

const whenOwnRecording: BuiltInImportRule = (workout, { ownRecordings }, { ownSources }) => {
  const app = appOf(workout);
  return (
    ownRecordings === 'refuse' &&
    ownSources.includes(app) &&
    !isOwnExport(workout) &&
    needsUser('own-recording', { app })
  );
};

const whenIgnored: BuiltInImportRule = (workout, { ignoredSources }) => {
  const app = appOf(workout);
  return ignoredSources.includes(app) && needsUser('source-ignored', { app });
};

const whenManual: BuiltInImportRule = ({ method }, { manualEntries }) =>
  method === 'manual' && manualEntries === 'refuse' && forGood('manual-entry');

/** Who made the record, and which way it came here. */
export const IMPORT_ORIGIN_RULES: readonly BuiltInImportRule[] = [
  whenOwnExport,
  whenOwnRecording,
  whenIgnored,
  /* @__PURE__ */ whenRelayed('origin-relayed', 'refusedOrigins'),
  whenManual,
];
