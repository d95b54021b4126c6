import { expect, it } from 'vitest';
import type { Refusal } from '../../src/domain/reason';
import type { Workout } from '../../src/domain/workout';
import { judgeImport } from '../../src/policy/judge-import';
import { type SettingsOverrides, settingsFrom } from '../../src/policy/settings-from';
import { frozen, HOUR, importContext, reasonsOf, workout } from './records';

export type Import = NonNullable<SettingsOverrides['import']>;

type Example = readonly [title: string, changes: Partial<Workout>, chosen: Import, expected: Refusal | 'eligible'];

/** Judges the run of yesterday with some changes, by the defaults with some changes. */
export const judge = (changes: Partial<Workout>, chosen: Import) =>
  judgeImport(frozen(workout(changes)), frozen(settingsFrom({ import: chosen })), frozen(importContext));

/** One test per example: exactly this reason, or none. */
export const check = (examples: readonly Example[]) =>
  it.each(examples)('%s', (_title, changes, chosen, expected) => {
    expect(reasonsOf(judge(changes, chosen))).toEqual(expected === 'eligible' ? [] : [expected]);
  });

export const endingAt = (end: number): Partial<Workout> => ({ start: end - HOUR, end });
