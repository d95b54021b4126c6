import { expectTypeOf } from 'vitest';
import {
  type Activity,
  clusterRecordings,
  compareRecordings,
  isActivity,
  isTombstone,
  judgeExport,
  judgeImport,
  type Link,
  type MirrorEntry,
  type Prints,
  printOf,
  type Recording,
  type Session,
  type Settings,
  type SettingsOverrides,
  settingsFrom,
  type Tombstone,
  toMirrorEntry,
  type Verdict,
  type Workout,
} from '../../src/index';

declare const entry: MirrorEntry;
declare const workout: Workout;
declare const session: Session;
declare const link: Link;
declare const settings: Settings;

// A mirror entry is a workout, so all that judges workouts judges entries; the other way round the prints are missing.
expectTypeOf<MirrorEntry>().toExtend<Workout>();
expectTypeOf<Workout>().not.toExtend<MirrorEntry>();
expectTypeOf<Workout>().toExtend<Recording>();
expectTypeOf<Session>().toExtend<Recording>();
expectTypeOf<Session>().not.toExtend<Workout>();
expectTypeOf(judgeImport(entry, settings, { now: 0, ownSources: [] })).toEqualTypeOf<Verdict>();
expectTypeOf(toMirrorEntry).toEqualTypeOf<(workout: Workout) => MirrorEntry>();
expectTypeOf(printOf(entry)).toEqualTypeOf<Prints>();
expectTypeOf(entry.title).toBeUndefined();
// @ts-expect-error the mirror holds no text of the user
export const titled: MirrorEntry = { ...entry, title: 'Run' };
// @ts-expect-error only workouts come in
judgeImport(session, settings, { now: 0, ownSources: [] });
// @ts-expect-error only sessions go out
judgeExport(workout, 'apple-health', settings, { now: 0, device: 'phone' });

// Matching sees recordings, whichever side they come from, and takes some of its settings.
compareRecordings(session, workout, { sameOverlap: 0.7 });
clusterRecordings([session, workout, entry]);
// @ts-expect-error there is no such threshold
compareRecordings(session, workout, { overlap: 0.7 });
// @ts-expect-error an activity is one of the list
export const unknown: Recording = { key: 'w1', activity: 'trail-running', start: 0, end: 1 };
// @ts-expect-error an unknown number is left out, not undefined
export const unmeasured: Recording = { key: 'w1', activity: 'running', start: 0, end: 1, distanceMetres: undefined };

declare const text: string;
if (isActivity(text)) expectTypeOf(text).toEqualTypeOf<Activity>();
if (isTombstone(link)) {
  expectTypeOf(link).toEqualTypeOf<Tombstone>();
  expectTypeOf(link.state).toEqualTypeOf<'session-deleted' | 'workout-removed'>();
}

// Settings from a few of them: complete ones come out, and a name that does not exist is noticed.
expectTypeOf(settingsFrom).toEqualTypeOf<(overrides: SettingsOverrides, base?: Settings) => Settings>();
expectTypeOf<Settings>().toExtend<SettingsOverrides>();
settingsFrom({ import: { categories: { cycling: false }, requiredDetail: ['route', 'power'] } }, settings);
// @ts-expect-error there is no such switch
settingsFrom({ import: { on: true } });
// @ts-expect-error there is no such category
settingsFrom({ import: { categories: { yoga: false } } });
// @ts-expect-error there is no such choice
settingsFrom({ onPossible: 'ask' });
// @ts-expect-error nothing is switched off by undefined
settingsFrom({ guard: { count: undefined } });
