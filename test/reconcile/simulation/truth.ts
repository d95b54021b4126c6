import { EMPTY_LEDGER, type Ledger } from '../../../src/domain/ledger';
import type { Link } from '../../../src/domain/link';
import type { Session } from '../../../src/domain/session';
import type { Settings } from '../../../src/domain/settings';
import type { MirrorEntry } from '../../../src/domain/workout';
import { DEFAULT_SETTINGS } from '../../../src/policy/default-settings';

export type DeviceName = 'device-1' | 'device-2';

/** How much of a side can be seen at the moment. */
type SessionView = 'all' | 'paged' | 'offline' | 'unvouched' | 'empty' | 'narrow';
type StoreView = 'all' | 'paged' | 'denied' | 'unvouched' | 'empty' | 'only-own' | 'narrow';

/**
 * Both stores as they really are, with a history of their own: it shares nothing with the planner, and what a promise
 * forbids is judged against it.
 *
 * **Shape** immutable: an action gives a new truth, so that exhaustive traces share their prefixes. `identity` says
 * which real activity a record is of; two records of one identity are recordings of one activity.
 */
export interface Truth {
  readonly sessions: ReadonlyMap<string, Session>;
  readonly workouts: ReadonlyMap<string, MirrorEntry>;
  readonly goneSessions: readonly string[];
  readonly goneWorkouts: readonly string[];
  readonly ledgers: Readonly<Record<DeviceName, Ledger>>;
  readonly settings: Settings;
  readonly sessionView: SessionView;
  readonly storeView: StoreView;
  readonly identity: ReadonlyMap<string, string>;
  readonly count: number;
  readonly history: History;
  readonly faults: readonly string[];
}

export interface History {
  /** Sessions that were recorded in the app. */
  readonly recorded: ReadonlySet<string>;
  /** Sessions whose facts, or whose detail, the user has edited by hand. */
  readonly editedFacts: ReadonlySet<string>;
  readonly editedDetail: ReadonlySet<string>;
  /** Identities whose session the user deleted, and who still remembers it: a ledger, or the app (`soft`). */
  readonly deleted: ReadonlyMap<string, DeviceName | 'soft'>;
  /** Sessions whose own record the user removed from the store while that device's ledger knew of it. */
  readonly storeRemoved: ReadonlyMap<string, DeviceName>;
  /** Sessions that the user asked to have written or restored. */
  readonly asked: ReadonlySet<string>;
  /** Sessions that nobody remembers any more: hard-deleted, and the ledger was lost. */
  readonly forgotten: ReadonlySet<string>;
}

export const emptyTruth = (): Truth => ({
  sessions: new Map(),
  workouts: new Map(),
  goneSessions: [],
  goneWorkouts: [],
  ledgers: { 'device-1': EMPTY_LEDGER, 'device-2': EMPTY_LEDGER },
  settings: DEFAULT_SETTINGS,
  sessionView: 'all',
  storeView: 'all',
  identity: new Map(),
  count: 0,
  history: {
    recorded: new Set(),
    editedFacts: new Set(),
    editedDetail: new Set(),
    deleted: new Map(),
    storeRemoved: new Map(),
    asked: new Set(),
    forgotten: new Set(),
  },
  faults: [],
});

export const withEntry = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> =>
  new Map(map).set(key, value);

export const withoutEntry = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> => {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
};

export const withMember = (set: ReadonlySet<string>, key: string): ReadonlySet<string> => new Set(set).add(key);

export const withoutMember = (set: ReadonlySet<string>, key: string): ReadonlySet<string> =>
  new Set([...set].filter((other) => other !== key));

export const withHistory = (truth: Truth, history: Partial<History>): Truth => ({
  ...truth,
  history: { ...truth.history, ...history },
});

export const putSession = (truth: Truth, session: Session): Truth => ({
  ...truth,
  sessions: withEntry(truth.sessions, session.key, session),
  goneSessions: truth.goneSessions.filter((key) => key !== session.key),
});

export const putWorkout = (truth: Truth, workout: MirrorEntry): Truth => ({
  ...truth,
  workouts: withEntry(truth.workouts, workout.key, workout),
});

export const linkOf = (ledger: Ledger, session: string): Link | undefined =>
  ledger.links.find((link) => link.session === session);

export const identityOf = (truth: Truth, record: string): string => truth.identity.get(record) ?? record;

/** One of a list, by index modulo its length. */
export const pick = <Item>(items: readonly Item[], index: number): Item | undefined =>
  items.length === 0 ? undefined : items[index % items.length];
