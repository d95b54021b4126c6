import type { Session } from '../../domain/session';
import type { ItemResult, SessionChange, SessionStore } from '../../ports/session-store';
import { type StoreError, storeError, toStoreError } from '../../ports/store-error';
import { sampleDetail } from '../health-store/sample-detail';
import { type AppUser, appUser } from './app-user';
import { readSessions } from './session-pages';
import { sessionShelf } from './session-shelf';

/** What may stand between sync and the app's sessions. `missingPage`: a page cannot be had, so the list has a hole. */
interface SessionConditions {
  readonly online: boolean;
  readonly signedIn: boolean;
  readonly missingPage: boolean;
  readonly retryAfterSeconds: number | undefined;
}

/** What sync does to the sessions through the port, one item at a time. */
export interface SessionEffect {
  readonly change: SessionChange;
  readonly result: ItemResult;
  readonly before?: Session;
}

export interface SimulatedSessionStoreOptions {
  /**
   * Whether it can list its sessions.
   * @defaultValue 'list'
   */
  readonly kind?: 'list' | 'sink';
  /** @defaultValue true */
  readonly absenceMeansDeleted?: boolean;
  /** @defaultValue unlimited */
  readonly pageSize?: number;
  /**
   * Whether keys of sessions that were deleted for good are told.
   * @defaultValue 'told'
   */
  readonly gone?: 'told' | 'forgotten';
  /** The title that the app gives to what comes in. None by default. */
  readonly titleOf?: (session: Session) => string | undefined;
  /** Told of every change through the port, at the moment of its effect. */
  readonly onEffect?: (effect: SessionEffect) => void;
}

/** The app's sessions in memory, what their user does to them, and what may go wrong. */
export interface SimulatedSessionStore extends AppUser {
  readonly port: SessionStore;
  readonly sessions: () => readonly Session[];
  readonly conditions: () => SessionConditions;
  readonly set: (conditions: Partial<SessionConditions>) => void;
  /** Changes of this session are refused with this error until it is called without one. */
  readonly refuse: (key: string, error?: StoreError) => void;
  /** How often the port read or tried to change something; how many changes took effect. */
  readonly counts: () => { readonly reads: number; readonly writes: number; readonly effects: number };
}

const FAVOURABLE: SessionConditions = {
  online: true,
  signedIn: true,
  missingPage: false,
  retryAfterSeconds: undefined,
};

const EFFECTIVE: ReadonlySet<ItemResult['kind']> = new Set(['created', 'updated', 'removed']);

/**
 * The sessions of an app: a database on the phone, or a server behind an API.
 *
 * **Laws** it keeps SS1 to SS9 under every condition.
 */
export const simulatedSessionStore = (options: SimulatedSessionStoreOptions = {}): SimulatedSessionStore => {
  const { kind = 'list', absenceMeansDeleted = true, titleOf, onEffect } = options;
  const shelf = sessionShelf();
  const refused = new Map<string, StoreError>();
  let conditions = FAVOURABLE;
  let reads = 0;
  let writes = 0;
  let effects = 0;

  const admit = (): void => {
    if (!conditions.signedIn) throw storeError('auth-required', 'Nobody is signed in.');
    if (!conditions.online) throw storeError('offline', 'The server cannot be reached.');
    const { retryAfterSeconds } = conditions;
    if (retryAfterSeconds !== undefined) throw storeError('rate-limited', 'Too many requests.', { retryAfterSeconds });
  };

  const make = (session: Session): Session => {
    const title = session.title ?? titleOf?.(session);
    return title === undefined ? session : { ...session, title };
  };

  const apply = (change: SessionChange): ItemResult => {
    const { key } = change;
    const before = shelf.get(key);
    const error = refused.get(key);
    if (error !== undefined) return { kind: 'failed', key, error: toStoreError(error) };
    if (change.kind === 'create') {
      if (before !== undefined) return { kind: 'already-exists', key, session: before };
      return { kind: 'created', key, session: shelf.put({ ...make(change.session), key }) };
    }
    if (before === undefined) return { kind: 'absent', key };
    if (before.revision !== change.revision) return { kind: 'conflict', key, session: before };
    if (change.kind === 'update') return { kind: 'updated', key, session: shelf.put({ ...change.session, key }) };
    shelf.remove(key);
    return { kind: 'removed', key };
  };

  const applyAndTell = (change: SessionChange): ItemResult => {
    const before = shelf.get(change.key);
    const result = apply(change);
    if (EFFECTIVE.has(result.kind)) effects += 1;
    onEffect?.({ change, result, ...(before && { before }) });
    return result;
  };

  const port: SessionStore = {
    absenceMeansDeleted,
    takes: 'detail',
    ...(kind === 'list' && {
      read: async (request) => {
        reads += 1;
        admit();
        return readSessions(shelf, request, {
          pageSize: options.pageSize ?? Number.POSITIVE_INFINITY,
          isMissing: conditions.missingPage,
          gone: options.gone ?? 'told',
        });
      },
    }),
    readDetail: async (key) => {
      reads += 1;
      admit();
      const session = shelf.get(key);
      if (session === undefined) throw storeError('precondition', 'There is no such session.');
      return sampleDetail(session, session.detail ?? { series: {}, route: 'none', routePoints: 0 });
    },
    apply: async (changes) => {
      writes += 1;
      admit();
      return changes.map(applyAndTell);
    },
  };

  return {
    ...appUser(shelf),
    port,
    sessions: shelf.all,
    conditions: () => conditions,
    set: (changed) => {
      conditions = { ...conditions, ...changed };
    },
    refuse: (key, error) => {
      if (error === undefined) refused.delete(key);
      else refused.set(key, error);
    },
    counts: () => ({ reads, writes, effects }),
  };
};
