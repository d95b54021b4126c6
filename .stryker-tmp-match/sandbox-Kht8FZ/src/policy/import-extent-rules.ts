// @ts-nocheck
import { durationSeconds } from '../domain/interval';
import { forGood, needsUser } from './refusals';
import type { BuiltInImportRule } from './rule';
import { whenAhead, whenTooShort } from './shared-rules';

// The user can know that a day-long recording is a real one (an ultra run); nothing else can.
const whenTooLong: BuiltInImportRule = (workout, { maximumDurationSeconds: maximumSeconds }) => {
  const actualSeconds = durationSeconds(workout);
  return actualSeconds > maximumSeconds && needsUser('too-long', { actualSeconds, maximumSeconds });
};

// A distance of zero is how many apps write that they measured none, so it is no more evidence than an absent one.
const whenTooNear: BuiltInImportRule = (
  { distanceMetres: actualMetres = 0 },
  { minimumDistanceMetres: minimumMetres },
) => actualMetres > 0 && actualMetres < minimumMetres && forGood('too-near', { actualMetres, minimumMetres });

/** How long, how far, and whether it is over. */
export const IMPORT_EXTENT_RULES: readonly BuiltInImportRule[] = [
  /* @__PURE__ */ whenTooShort('too-short'),
  whenTooLong,
  whenTooNear,
  /* @__PURE__ */ whenAhead('in-the-future'),
];
