import * as z from 'zod/mini';
import { amount, fields, flag, listOf, maybe, moment, name, oneOf, share, whole } from './fields';
import { activitySchema, categoriesSchema } from './vocabulary-schema';

const importOrRefuse = oneOf('import', 'refuse');

const importSchema = fields({
  enabled: flag,
  importFrom: maybe(moment),
  activities: maybe(listOf(activitySchema)),
  categories: categoriesSchema,
  requiredDetail: listOf(oneOf('heart-rate', 'speed', 'distance', 'cadence', 'power', 'steps', 'route')),
  minimumCoverage: share,
  summaryOnly: importOrRefuse,
  manualEntries: importOrRefuse,
  ownRecordings: importOrRefuse,
  minimumDurationSeconds: amount,
  maximumDurationSeconds: amount,
  minimumDistanceMetres: amount,
  ignoredSources: listOf(name),
  preferredSources: listOf(name),
  refusedOrigins: listOf(name),
  routes: oneOf('include', 'leave-out'),
  settlingSeconds: amount,
});

const exportSchema = fields({
  enabled: flag,
  exportFrom: maybe(moment),
  summaryOnly: oneOf('export', 'refuse'),
  minimumDurationSeconds: amount,
  graceSeconds: amount,
  lossyActivities: oneOf('export', 'refuse'),
  relayedOrigins: listOf(name),
});

const guardSchema = fields({ count: whole, share });

export const matchSchema = fields({
  sameOverlap: maybe(share),
  wildcardOverlap: maybe(share),
  supportedOverlap: maybe(share),
  looseOverlap: maybe(share),
  looseEndSeconds: maybe(amount),
  possibleOverlap: maybe(share),
  insideOverlap: maybe(share),
  distanceTolerance: maybe(share),
});

const choices = {
  onWorkoutGone: oneOf('detach', 'remove-session'),
  onPossible: oneOf('import', 'hold'),
  onBetterCopy: oneOf('keep', 'switch'),
  match: maybe(matchSchema),
};

/** Complete settings, as a world holds them. */
export const settingsSchema = fields({ ...choices, import: importSchema, export: exportSchema, guard: guardSchema });

/** Some of the settings, as a host stores or a server sends them. */
export const settingsOverridesSchema = z.partial(
  fields({
    ...choices,
    import: z.partial(importSchema),
    export: z.partial(exportSchema),
    guard: z.partial(guardSchema),
  }),
);
