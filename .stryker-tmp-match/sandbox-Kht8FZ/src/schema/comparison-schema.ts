// @ts-nocheck
import { fields, listOf, maybe, number, oneOf, plainValue } from './fields';

export const evidenceSchema = fields({
  code: oneOf(
    'shared-id',
    'conflicting-id',
    'parent',
    'overlap-of-union',
    'overlap-of-shorter',
    'start-distance',
    'end-distance',
    'activity-affinity',
    'distance-ratio',
    'energy-ratio',
    'same-source',
    'exact-rewrite',
    'hour-shift',
    'long-recording',
    'sibling-piece',
    'answered',
  ),
  value: plainValue,
  threshold: maybe(number),
  speaks: oneOf('for', 'against', 'neither'),
});

export const comparisonSchema = fields({
  verdict: oneOf('same', 'part-of', 'possible', 'different'),
  rung: oneOf('own-id', 'source-id', 'cross-id', 'evidence'),
  evidence: listOf(evidenceSchema),
});
