import type { Instant } from '../domain/interval';
import type { Settings } from '../domain/settings';
import type { Access } from '../ports/access';
import type { Clock } from '../ports/clock';
import { DEFAULT_PACE } from './default-pace';
import { type LivePlanner, openLivePlanner } from './plan/live-planner';
import { connectionOf, directionsOf, isConnected } from './report/connection';
import { SETTINGS, SUMMARY, TROUBLES } from './state/collections';
import { openState, type State } from './state/state';
import type { Pace, SyncHost } from './surface/host';
import type { Activeness, Status, SyncEvent } from './surface/status';
import { systemClock } from './system-clock';

type Running = Extract<Activeness, { readonly kind: 'running' }>;

/** What lives as long as the sync itself. */
export interface Engine {
  readonly host: SyncHost;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly now: () => Instant;
  readonly random: () => number;
  readonly state: State;
  readonly live: LivePlanner;
  /** The settings in force, as they were written down. */
  readonly settings: () => Settings;
  /** The settings as the host of this process last gave them. */
  readonly wanted: () => Settings;
  /** Whether they were never written down: then they are the last word, and otherwise what another process has written since may be. */
  readonly isUnsaid: () => boolean;
  /** These were written down. */
  readonly said: (settings: Settings) => void;
  readonly access: () => Access | undefined;
  readonly setAccess: (access: Access) => void;
  /** What a run is doing; nothing once it has ended. */
  readonly setRunning: (running: Running | undefined) => void;
  readonly emit: (event: SyncEvent) => void;
  /** Lets other work run, if this one has held the thread for a while. */
  readonly breathe: () => Promise<void>;
  /** Says that a run is alive. */
  readonly sign: () => void;
  readonly lastSign: () => Instant;
  readonly listen: (listener: (event: SyncEvent) => void) => () => void;
  readonly snapshot: () => Status;
  /** Something that the snapshot shows may have changed. */
  readonly refreshSnapshot: () => void;
}

/**
 * How long the thread is held before other work may run: half a frame. A timer costs a whole one on some engines, so it is
 * not asked for after every slice.
 */
const HOLDS_THREAD_MILLISECONDS = 8;

/** Opens what lives as long as the sync. Nothing is read yet. */
export const openEngine = (host: SyncHost): Engine => {
  const pace = { ...DEFAULT_PACE, ...host.pace };
  const clock = host.clock ?? systemClock;
  const { now } = clock;
  const random = host.random ?? Math.random;
  const live = openLivePlanner();
  const holder = `${host.device}:${random().toString(36).slice(2)}`;
  let resumedAt = now();
  const breathe = async (): Promise<void> => {
    if (now() - resumedAt < HOLDS_THREAD_MILLISECONDS) return;
    await clock.sleep(0);
    resumedAt = now();
  };
  const state = openState(host.state, { now, breathe, holder, leaseSeconds: pace.leaseSeconds });
  const listeners = new Set<(event: SyncEvent) => void>();
  let asked: Access | undefined;
  let wanted = host.settings;
  let isUnsaid = true;
  let running: Running | undefined;

  const settings = (): Settings => state.get(SETTINGS) ?? wanted;

  /** What the store last said, before a restart too. */
  const access = (): Access | undefined => asked ?? state.get(SUMMARY)?.access;

  /** How the runs left things: what is held stays held until one passes the guard, whatever else ran or was looked at meanwhile. */
  const atRest = (): Activeness => {
    if (state.generation() === 0) return { kind: 'loading' };
    const { guard, lastRun: { end, resumeAt } = {} } = state.get(SUMMARY) ?? {};
    if (guard !== undefined) return { kind: 'held', guard };
    return end === 'paused' && resumeAt !== undefined && resumeAt > now()
      ? { kind: 'paused', resumeAt }
      : { kind: 'idle' };
  };

  const look = (): Status => {
    const known = access();
    const { lastRun, lastImport, lastExport, problem } = state.get(SUMMARY) ?? {};
    return {
      connection: connectionOf(host, settings(), known, isConnected(state)),
      ...(known && { access: known }),
      ...directionsOf(host, settings(), known),
      sync: running ?? atRest(),
      ...(lastRun && { lastRun }),
      ...(lastImport && { lastImport }),
      ...(lastExport && { lastExport }),
      ...(problem && { problem }),
      ...live.places.counts(),
      setAside: [...state.all(TROUBLES).values()].filter(({ setAside }) => setAside).length,
    };
  };

  let shown = look();
  let shownText = JSON.stringify(shown);
  let lastSign = Number.NEGATIVE_INFINITY;

  const sign = (): void => {
    lastSign = now();
  };

  const emit = (event: SyncEvent): void => {
    sign();
    for (const listener of [...listeners]) {
      try {
        listener(event);
      } catch (thrown) {
        // A host's listener must not stop a sync, and its mistake must not vanish: it becomes an unhandled rejection.
        void Promise.reject(thrown);
      }
    }
  };

  let isOutdated = false;

  /** Looks again, and says whether anything is to be seen that was not before. */
  const lookAgain = (): boolean => {
    isOutdated = false;
    const next = look();
    const text = JSON.stringify(next);
    if (text === shownText) return false;
    shown = next;
    shownText = text;
    return true;
  };

  /** Where nobody listens, nobody needs to know before somebody asks. */
  const refreshSnapshot = (): void => {
    sign();
    isOutdated = true;
    if (listeners.size > 0 && lookAgain()) emit({ kind: 'status' });
  };

  return {
    host,
    pace,
    clock,
    now,
    random,
    state,
    live,
    settings,
    wanted: () => wanted,
    isUnsaid: () => isUnsaid,
    said: (next) => {
      wanted = next;
      isUnsaid = false;
    },
    access,
    setAccess: (next) => {
      asked = next;
      refreshSnapshot();
    },
    setRunning: (next) => {
      running = next;
      refreshSnapshot();
    },
    emit,
    breathe,
    sign,
    lastSign: () => lastSign,
    listen: (listener) => {
      listeners.add(listener);
      const stopHints = host.store.onHint?.(() => listener({ kind: 'hint' }));
      return () => {
        listeners.delete(listener);
        stopHints?.();
      };
    },
    snapshot: () => {
      if (isOutdated) lookAgain();
      return shown;
    },
    refreshSnapshot,
  };
};
