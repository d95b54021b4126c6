// @ts-nocheck
import { isExternalId } from '../domain/external-id';
import type { Workout } from '../domain/workout';
import { forGood, needsUser } from './refusals';
import type { BuiltInImportRule } from './rule';
import { whenRelayed } from './shared-rules';

const ownExternalId = ({ external }: Workout): string | undefined =>
  external && isExternalId(external.id) ? external.id : undefined;

// Whoever the source is: a copy of our export that another app passed on is still an echo.
const whenOwnExport: BuiltInImportRule = (workout) => {
  const external = ownExternalId(workout);
  return external !== undefined && forGood('own-export', { external });
};

const whenOwnRecording: BuiltInImportRule = (workout, { ownRecordings }, { ownSources }) => {
  const { source } = workout;
  const isUnwanted = ownRecordings === 'refuse' && ownExternalId(workout) === undefined;
  return isUnwanted && source && ownSources.includes(source.app) && needsUser('own-recording', { app: source.app });
};

const whenIgnored: BuiltInImportRule = ({ source }, { ignoredSources }) =>
  source && ignoredSources.includes(source.app) && needsUser('source-ignored', { app: source.app });

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
