import { failed, ok } from '../domain/result';
import { type Access, NO_ACCESS } from '../ports/access';
import { toStoreError } from '../ports/store-error';
import type { World } from '../reconcile/world';
import { DEFAULT_PACE } from '../sync/default-pace';
import { keysOf } from '../sync/observe/keys';
import { observeSessions } from '../sync/observe/observe-sessions';
import { withCount } from '../sync/observe/with-count';
import { worldAround } from '../sync/plan/world-around';
import { possibleSettings } from '../sync/report/connection';
import { scopeOf } from '../sync/run/scope-of';
import { LINKS, SETTINGS, WORKOUTS } from '../sync/state/collections';
import type { State } from '../sync/state/state';
import type { SyncHost } from '../sync/surface/host';
import { systemClock } from '../sync/system-clock';

const accessNow = async ({ store }: SyncHost): Promise<Access> => {
  try {
    return await store.access();
  } catch {
    return NO_ACCESS;
  }
};

/** The world as a run would plan it: the workouts as they were last seen, the sessions as they are now. */
export const rememberedWorld = async (host: SyncHost, state: State): Promise<World> => {
  const { now, sleep } = host.clock ?? systemClock;
  const access = await accessNow(host);
  const sessions = await observeSessions({
    host,
    state,
    pace: { ...DEFAULT_PACE, ...host.pace },
    keys: keysOf(state),
    ask: async (_side, call) => {
      try {
        return ok(await call({}));
      } catch (thrown) {
        return failed(toStoreError(thrown));
      }
    },
    // A list that cannot be read is not complete, and the bundle says so.
    blame: () => undefined,
    progress: () => undefined,
    // Whoever only looks leaves the names as they are.
    commit: async () => undefined,
    breathe: () => sleep(0),
  });
  const settings = possibleSettings(host, state.get(SETTINGS) ?? host.settings, access);
  const around = worldAround({ state, scope: scopeOf(host, access), settings, now }, sessions);
  return {
    ...around,
    sessions: { ...sessions, items: sessions.items.map((session) => withCount({ state }, session)) },
    mirror: { ...around.mirror, items: [...state.all(WORKOUTS).values()] },
    ledger: { ...around.ledger, links: [...state.all(LINKS).values()] },
  };
};
