import { comparisonSchema, evidenceSchema } from './comparison-schema';
import { fields, flag, listOf, maybe, nonEmptyListOf, number, oneOf, text, variants, whole } from './fields';
import { linkSchema, linkStateWords } from './ledger-schema';
import { placedReasonSchema, reasonSchema } from './reason-schema';
import { externalSchema } from './workout-schema';

const partsSchema = listOf(oneOf('facts', 'detail'));

const effectSchema = variants(
  'kind',
  [
    'import',
    'update-session',
    'enrich-session',
    'remove-session',
    'remove-workout',
    'export',
    'update-workout',
    'set-link',
  ],
  fields({ kind: oneOf('import'), session: text, workout: text }),
  fields({ kind: oneOf('update-session', 'enrich-session'), session: text, workout: text, parts: partsSchema }),
  fields({ kind: oneOf('remove-session'), session: text }),
  fields({ kind: oneOf('remove-workout'), workouts: listOf(text), external: text }),
  fields({ kind: oneOf('export', 'update-workout'), session: text, external: externalSchema }),
  fields({ kind: oneOf('set-link') }),
);

const expectationSchema = variants(
  'kind',
  ['session-at', 'session-absent', 'workout-at', 'workout-absent', 'external-absent', 'link-at'],
  fields({ kind: oneOf('session-at'), session: text, revision: text }),
  fields({ kind: oneOf('session-absent'), session: text }),
  fields({ kind: oneOf('workout-at'), workout: text, facts: text, detail: text }),
  fields({ kind: oneOf('workout-absent'), workout: text }),
  fields({ kind: oneOf('external-absent'), external: text }),
  fields({ kind: oneOf('link-at'), session: text, state: oneOf(...linkStateWords, 'none') }),
);

const stepSchema = fields({
  id: text,
  effect: effectSchema,
  link: linkSchema,
  expect: listOf(expectationSchema),
  reason: reasonSchema,
  evidence: listOf(evidenceSchema),
});

export const placedSchema = fields({
  kind: oneOf('workout', 'session'),
  key: text,
  reasons: nonEmptyListOf(placedReasonSchema, 'a list of at least one reason'),
  until: maybe(number),
});

const numberPairSchema = fields({
  name: oneOf('durationSeconds', 'distanceMetres', 'activeKilocalories', 'totalKilocalories', 'elevationGainMetres'),
  of: maybe(number),
  copy: maybe(number),
});

const noticeSchema = variants(
  'kind',
  ['conflict', 'review', 'copy'],
  fields({ kind: oneOf('conflict'), session: text, workout: text, parts: partsSchema }),
  fields({ kind: oneOf('review'), a: text, b: text, comparison: comparisonSchema }),
  fields({
    kind: oneOf('copy'),
    of: text,
    copy: text,
    apps: fields({ of: maybe(text), copy: maybe(text) }),
    numbers: listOf(numberPairSchema),
    comparison: comparisonSchema,
  }),
);

export const planSchema = fields({
  base: fields({ revision: whole, settings: text }),
  steps: listOf(stepSchema),
  skipped: listOf(placedSchema),
  waiting: listOf(placedSchema),
  blocked: listOf(placedSchema),
  settled: whole,
  notices: listOf(noticeSchema),
  guard: fields({ id: text, removals: whole, linked: whole, held: flag }),
});
