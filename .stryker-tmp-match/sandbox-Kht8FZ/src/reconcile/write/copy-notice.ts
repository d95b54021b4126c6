// @ts-nocheck
import { durationSeconds } from '../../domain/interval';
import type { Recording } from '../../domain/recording';
import type { Comparison } from '../../match/comparison';
import type { Notice, NumberPair } from '../plan';

const NUMBERS: readonly (readonly [NumberPair['name'], (recording: Recording) => number | undefined])[] = [
  ['durationSeconds', durationSeconds],
  ['distanceMetres', (recording) => recording.distanceMetres],
  ['activeKilocalories', (recording) => recording.energyKilocalories?.active],
  ['totalKilocalories', (recording) => recording.energyKilocalories?.total],
  ['elevationGainMetres', (recording) => recording.elevationGainMetres],
];

/**
 * The numbers of an original and its copy side by side: those that at least one of them knows.
 *
 * @see `explain` in `workout-sync/messages` prints them for a person.
 */
export const compareNumbers = (original: Recording, copy: Recording): NumberPair[] =>
  NUMBERS.flatMap(([name, read]) => {
    const [ofOriginal, ofCopy] = [read(original), read(copy)];
    if (ofOriginal === undefined && ofCopy === undefined) return [];
    return [
      { name, ...(ofOriginal !== undefined && { of: ofOriginal }), ...(ofCopy !== undefined && { copy: ofCopy }) },
    ];
  });

/** Which app has the original, which has a copy, and how their numbers differ. */
export const copyNotice = (original: Recording, copy: Recording, comparison: Comparison): Notice => ({
  kind: 'copy',
  of: original.key,
  copy: copy.key,
  apps: {
    ...(original.source && { of: original.source.app }),
    ...(copy.source && { copy: copy.source.app }),
  },
  numbers: compareNumbers(original, copy),
  comparison,
});
