import type { Activity } from '../../../src/domain/activity';
import { externalIdOf } from '../../../src/domain/external-id';
import { toMirrorEntry } from '../../../src/domain/mirror';
import { printOf } from '../../../src/domain/prints';
import type { Session } from '../../../src/domain/session';
import type { MirrorEntry, Workout } from '../../../src/domain/workout';

/** All small worlds live on one day. */
const MIDNIGHT = Date.UTC(2026, 4, 4);

/** The instant at a minute of that day. */
export const at = (minute: number): number => MIDNIGHT + minute * 60_000;

export const OWN_APP = 'com.example.app';
export const WATCH = 'com.watch';
export const PHONE = 'com.phone';
export const ACCOUNT = 'ada';
export const DEVICE = 'device-1';
export const OTHER_DEVICE = 'device-2';

/** The external id that this account's session has in the store. */
export const externalId = (session: string): string => externalIdOf({ account: ACCOUNT }, session);

interface Span {
  readonly key: string;
  /** Minutes of the day. */
  readonly from?: number;
  readonly to?: number;
  readonly activity?: Activity;
}

export type SessionShape = Span & Partial<Omit<Session, 'kind' | 'key' | 'start' | 'end' | 'activity'>>;

/** A completed run from 10:00 to 11:00 unless told otherwise. */
export const session = ({ key, from = 600, to = 660, ...rest }: SessionShape): Session => ({
  kind: 'session',
  key,
  activity: 'running',
  start: at(from),
  end: at(to),
  revision: 'r1',
  state: 'completed',
  ...rest,
});

export type WorkoutShape = Span &
  Partial<Omit<Workout, 'kind' | 'key' | 'start' | 'end' | 'activity' | 'source'>> & { readonly app?: string };

/** A run of the watch from 10:00 to 11:00 unless told otherwise. */
export const workout = ({ key, from = 600, to = 660, app = WATCH, ...rest }: WorkoutShape): MirrorEntry =>
  toMirrorEntry({
    kind: 'workout',
    platform: 'apple-health',
    key,
    activity: 'running',
    start: at(from),
    end: at(to),
    source: { app },
    raw: { platform: 'apple-health', type: 37 },
    ...rest,
  });

/** A record that this app wrote of a session, with all that a health store keeps of it. */
export const ownRecord = (key: string, of: Session, version = 1, source = OWN_APP): MirrorEntry =>
  toMirrorEntry({
    kind: 'workout',
    platform: 'apple-health',
    key,
    activity: of.activity,
    start: of.start,
    end: of.end,
    source: { app: source },
    raw: { platform: 'apple-health', type: 37 },
    external: { id: externalId(of.key), version },
    ...(of.title === undefined ? {} : { title: of.title }),
    ...(of.distanceMetres === undefined ? {} : { distanceMetres: of.distanceMetres }),
  });

/** The same workout after somebody changed it in the store. */
export const changedWorkout = (entry: MirrorEntry, change: Partial<Omit<Workout, 'kind' | 'key'>>): MirrorEntry => {
  const { prints: _old, ...header } = entry;
  return toMirrorEntry({ ...header, ...change });
};

/** The same session after the user edited it. */
export const edited = (of: Session, change: Partial<Session> = { title: 'Edited' }): Session => ({
  ...of,
  revision: `${of.revision}+`,
  ...change,
});

export const printsOf = (record: Session | MirrorEntry) =>
  record.kind === 'workout' ? record.prints : printOf(record);
