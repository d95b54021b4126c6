import type { Clock } from '../ports/clock';
import type { HealthStore } from '../ports/health-store';
import type { SessionStore } from '../ports/session-store';
import type { StateStore } from '../ports/state-store';

/** The ports of a host. */
export interface Ports {
  readonly store: HealthStore;
  readonly sessions: SessionStore;
  readonly state: StateStore;
  readonly clock: Clock;
}

/** Makes one call of a port, named `port.method`. */
export type Through = <Answer>(name: string, effect: () => Promise<Answer>) => Promise<Answer>;

const healthStore = (through: Through, store: HealthStore): HealthStore => {
  const { changes, detail, writing } = store;
  const askForRoute = detail?.askForRoute;
  return {
    ...store,
    access: (options) => through('store.access', () => store.access(options)),
    request: (needs) => through('store.request', () => store.request(needs)),
    readWorkouts: (request) => through('store.readWorkouts', () => store.readWorkouts(request)),
    ...(changes && {
      changes: {
        ...changes,
        begin: (options) => through('changes.begin', () => changes.begin(options)),
        read: (cursor, options) => through('changes.read', () => changes.read(cursor, options)),
      },
    }),
    ...(detail && {
      detail: {
        ...detail,
        summarise: (workouts, options) => through('detail.summarise', () => detail.summarise(workouts, options)),
        read: (workout, options) => through('detail.read', () => detail.read(workout, options)),
        ...(askForRoute && {
          askForRoute: (workout, options) => through('detail.askForRoute', () => askForRoute(workout, options)),
        }),
      },
    }),
    ...(writing && {
      writing: {
        ...writing,
        save: (draft, options) => through('writing.save', () => writing.save(draft, options)),
        remove: (written, options) => through('writing.remove', () => writing.remove(written, options)),
      },
    }),
  };
};

const sessionStore = (through: Through, sessions: SessionStore): SessionStore => {
  const { read, readDetail, apply } = sessions;
  return {
    ...sessions,
    ...(read && { read: (request) => through('sessions.read', () => read(request)) }),
    ...(readDetail && {
      readDetail: (key, options) => through('sessions.readDetail', () => readDetail(key, options)),
    }),
    ...(apply && { apply: (changes, options) => through('sessions.apply', () => apply(changes, options)) }),
  };
};

const stateStore = (through: Through, state: StateStore): StateStore => ({
  ...state,
  read: (range) => through('state.read', () => state.read(range)),
  transact: (change) => through('state.transact', () => state.transact(change)),
});

/** The same ports, each call made through a process. Asking for the time is not a call; sleeping is. */
export const throughProcess = (through: Through, { store, sessions, state, clock }: Ports): Ports => ({
  store: healthStore(through, store),
  sessions: sessionStore(through, sessions),
  state: stateStore(through, state),
  clock: { ...clock, sleep: (milliseconds, signal) => through('clock.sleep', () => clock.sleep(milliseconds, signal)) },
});
