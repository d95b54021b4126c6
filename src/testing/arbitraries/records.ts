import fc from 'fast-check';
import { externalIdOf } from '../../domain/external-id';
import { toMirrorEntry } from '../../domain/mirror';
import type { Scope } from '../../domain/scope';
import type { Session } from '../../domain/session';
import type { MirrorEntry, Workout } from '../../domain/workout';
import { MINUTE } from './happening';
import { type Span, span } from './spans';

/** Whose worlds these are. */
export const ACCOUNT = 'ada';
const DEVICE = 'device-1';
const OWN_APP = 'com.example.app';
export const PHONE = 'com.phone';
export const WATCH = 'com.watch';
const OTHER_DEVICE = 'device-2';

/** What their state is valid for, where reading is allowed. */
export const SCOPE: Scope = {
  kind: 'scope',
  account: ACCOUNT,
  device: DEVICE,
  platform: 'apple-health',
  ownSources: [OWN_APP],
  readAccess: 'granted',
  mappingVersion: 1,
};

/** Keys are drawn from tiny sets, so that they collide. */
export const SESSION_KEYS = ['s1', 's2', 's3', 's4'] as const;
export const WORKOUT_KEYS = ['w1', 'w2', 'w3', 'w4', 'w5'] as const;

const externalId = (key: string): string => externalIdOf({ account: ACCOUNT }, key);

/** A completed session. */
export const sessionAt = (key: string, where: Span, rest: Partial<Session> = {}): Session => ({
  kind: 'session',
  key,
  ...where,
  revision: 'r1',
  state: 'completed',
  ...rest,
});

/** A workout, as the mirror keeps it. */
export const workoutAt = (key: string, where: Span, app: string, rest: Partial<Workout> = {}): MirrorEntry =>
  toMirrorEntry({
    kind: 'workout',
    platform: 'apple-health',
    key,
    ...where,
    source: { app },
    raw: { platform: 'apple-health', type: 37 },
    ...rest,
  });

/**
 * A session as a list may hold it: completed, open or deleted, of this device or another, imported or recorded.
 *
 * **Shape** one of three places of one day, so that two of them often are, or nearly are, the same activity.
 */
export const sessionWith = (key: string): fc.Arbitrary<Session> =>
  fc
    .record({
      span,
      state: fc.constantFrom<Session['state']>('completed', 'completed', 'completed', 'open', 'deleted'),
      owner: fc.constantFrom(undefined, undefined, DEVICE, OTHER_DEVICE),
      origin: fc.constantFrom(undefined, undefined, undefined, ...WORKOUT_KEYS),
    })
    .map(({ span: where, state, owner, origin }) =>
      sessionAt(key, where, {
        state,
        ...(owner !== undefined && { owner }),
        ...(origin !== undefined && { origin: { platform: 'apple-health', workout: origin } }),
      }),
    );

/** A workout as the store may show it: of a watch, a phone or this app, with an external id of ours, a stranger's or none. */
export const workoutWith = (key: string): fc.Arbitrary<MirrorEntry> =>
  fc
    .record({
      span,
      app: fc.constantFrom(WATCH, WATCH, PHONE, PHONE, OWN_APP),
      of: fc.constantFrom(undefined, undefined, undefined, undefined, ...SESSION_KEYS, 'nobody'),
      detail: fc.constantFrom(undefined, undefined, { series: {}, route: 'none' as const, routePoints: 0 }),
    })
    .map(({ span: where, app, of, detail }) =>
      workoutAt(key, where, app, {
        ...(of !== undefined && app === OWN_APP && { external: { id: externalId(of), version: 1 } }),
        ...(detail !== undefined && { detail }),
      }),
    );

/** Our own record of a session, with all that a store keeps of it. */
export const exportOf = (
  session: Session,
  key: string,
  { version = 1, account = ACCOUNT, app = OWN_APP }: Omit<EchoOptions, 'key'> = {},
): MirrorEntry =>
  workoutAt(key, { activity: session.activity, start: session.start, end: session.end }, app, {
    external: { id: externalIdOf({ account }, session.key), version },
    ...(session.title !== undefined && { title: session.title }),
    ...(session.distanceMetres !== undefined && { distanceMetres: session.distanceMetres }),
  });

/** What an echo is made of. */
export interface EchoOptions {
  /** @defaultValue 'echo' */
  readonly key?: string;
  /** @defaultValue 1 */
  readonly version?: number;
  /** @defaultValue 'ada' */
  readonly account?: string;
  /** @defaultValue 'com.example.app' */
  readonly app?: string;
}

/**
 * A session that this app exported, as the health store shows it again: what stores lose is lost.
 *
 * **Shape** of the app itself, under the external id of account and session. Ends may have lost their milliseconds, the title
 * may be gone, and a distance may have been through another unit.
 */
export const echoOf = (session: Session, { key = 'echo', ...options }: EchoOptions = {}): fc.Arbitrary<MirrorEntry> =>
  fc
    .record({ isWhole: fc.boolean(), isTitled: fc.boolean(), factor: fc.constantFrom(1, 1.004) })
    .map(({ isWhole, isTitled, factor }) => {
      const { title: _title, ...untitled } = session;
      const kept = (moment: number): number => (isWhole ? moment : Math.floor(moment / 1000) * 1000);
      const shown: Session = {
        ...(isTitled ? session : untitled),
        start: kept(session.start),
        end: kept(session.end),
        ...(session.distanceMetres !== undefined && { distanceMetres: session.distanceMetres * factor }),
      };
      return exportOf(shown, key, options);
    });

/** A session after its user edited it: another title, end or activity, under a new revision. */
export const editOf = (session: Session): fc.Arbitrary<Session> =>
  fc
    .constantFrom<Partial<Session>>(
      { title: 'Edited' },
      { end: session.end + 10 * MINUTE },
      { activity: session.activity === 'walking' ? 'hiking' : 'walking' },
    )
    .map((change) => ({ ...session, revision: `${session.revision}+`, ...change }));
