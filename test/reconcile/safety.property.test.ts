import { describe, expect, test } from 'vitest';
import { runs, seedOf } from './runs';
import { type Find, huntFaults } from './simulation/hunt';

/** The promises that every trace is held against, in their own words. S9 has a file of its own. */
const PROMISES = [
  'S1 no echo: what we wrote is never imported: also after the ledger is lost, after reinstall, and on a second device',
  'S2 no double export: at any instant at most one live own record per session',
  'S3 no double import: at most one new session per foreign workout and per cluster of the same activity',
  'S4 no local resurrection: a session that the user deleted never returns through sync',
  'S5 no store resurrection: an own record that the user removed from the store is not written again by itself',
  'S6 no silent loss: a session recorded in the app is never deleted by sync; an imported one only if certain, unedited and asked for',
  'S7 no clobber: content that did not come from the store is never overwritten',
  'S8 absence is not deletion: under any narrowing of scope on either side the plan deletes nothing',
  'S10 foreign records are read-only: no step updates or removes a workout that another app wrote',
  'S11 tombstones last: link states move only along the declared graph; only the user brings a tombstone back',
  'S12 no orphan: when quiet, every own record of this account maps to a session or a tombstone',
  'S13 unfinished stays home: a session in progress is neither exported nor used as a twin; imports that overlap it wait',
  'S14 no false merge: two activities that do not overlap, or of incompatible kinds, are never one',
  'P2 idempotent: a plan that was applied leaves no steps',
  'P3 terminates: at most two planning rounds to a fixed point, once everything can be seen again',
  'P9 accounted: every record stands in exactly one place after every action',
] as const;

const idOf = (promise: string): string => promise.slice(0, promise.indexOf(' '));

const IDS = new Set(PROMISES.map(idOf));

/** What went wrong without breaking a promise of the list: a plan that was refused. */
const others = (found: ReadonlyMap<string, Find>) => [...found].filter(([promise]) => !IDS.has(promise));

/** What was found against a promise, with all that is needed to see it again. */
const told = (found: ReadonlyMap<string, Find>, promise: string, seed: number): string => {
  const find = found.get(idOf(promise));
  if (find === undefined) return 'holds';
  const steps = find.trace.map(({ name, index, variant, sync }) => `${name}(${index}, ${variant}) sync ${sync}`);
  return [`seed ${seed}`, ...steps, ...find.faults].join('\n');
};

describe('random traces of one device', () => {
  const seed = seedOf('one device');
  const found = huntFaults(['device-1'], { numRuns: runs(7_000), seed });
  test.each(PROMISES)('%s', (promise) => expect(told(found, promise, seed)).toBe('holds'));
  test('nothing else goes wrong', () => expect(others(found)).toEqual([]));
});

describe('random traces of two devices that share sessions and a store', () => {
  const seed = seedOf('two devices');
  const found = huntFaults(['device-1', 'device-2'], { numRuns: runs(4_000), seed });
  test.each(PROMISES)('%s', (promise) => expect(told(found, promise, seed)).toBe('holds'));
  test('nothing else goes wrong', () => expect(others(found)).toEqual([]));
});
