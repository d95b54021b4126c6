import type { Settings } from '../../domain/settings';
import type { Access } from '../../ports/access';
import { HEAD, SUMMARY } from '../state/collections';
import { isLost, type State } from '../state/state';
import type { SyncHost } from '../surface/host';
import type { Connection, Status } from '../surface/status';

/** Whether the connection stands. Where the row that says so is damaged, a last run tells; without one, only the user knows. */
export const isConnected = (state: State): boolean => {
  const { kind = 'disconnect' } = state.get(SUMMARY)?.lastRun ?? {};
  return state.get(HEAD)?.connected ?? (!isLost(state, HEAD) || kind !== 'disconnect');
};

/** Whether sessions can go out at all. What cannot list its sessions has none of its own to write. */
export const canExport = ({ store, sessions }: SyncHost): boolean =>
  store.writing !== undefined && sessions.read !== undefined;

/** What of both directions the settings ask for and the host can do. */
const wantedOf = (host: SyncHost, settings: Settings): { readonly import: boolean; readonly export: boolean } => ({
  import: settings.import.enabled && host.sessions.apply !== undefined,
  export: settings.export.enabled && canExport(host),
});

/**
 * The state of the connection, with its one action.
 *
 * **Laws** total: every access and every setting gives exactly one state. What cannot be known is never called connected.
 */
export const connectionOf = (
  host: SyncHost,
  settings: Settings,
  access: Access | undefined,
  isConnected: boolean,
): Connection => {
  if (access?.store === 'unavailable') return { state: 'unavailable', action: 'none' };
  if (access?.store === 'update-required') return { state: 'update-required', action: 'update-store' };
  if (access === undefined || !access.asked || !isConnected) return { state: 'never-asked', action: 'connect' };
  const wanted = wantedOf(host, settings);
  const isDenied = access.read === 'denied' || (wanted.export && access.write === 'denied');
  if (isDenied) return { state: 'needs-attention', action: 'open-settings' };
  const isUnknown = access.read === 'unknown' || (wanted.export && access.write === 'unknown');
  return isUnknown ? { state: 'unknowable', action: 'check-if-empty' } : { state: 'connected', action: 'none' };
};

/** What each direction is allowed, or `off`. */
export const directionsOf = (
  host: SyncHost,
  settings: Settings,
  access: Access | undefined,
): Pick<Status, 'workoutAccess' | 'importAccess' | 'exportAccess'> => {
  const wanted = wantedOf(host, settings);
  const read = access?.read ?? 'unknown';
  return {
    workoutAccess: read,
    importAccess: wanted.import ? read : 'off',
    exportAccess: wanted.export ? (access?.write ?? 'unknown') : 'off',
  };
};

/** The settings as far as they can be carried out: a direction that is denied pauses, and is not switched off. */
export const possibleSettings = (host: SyncHost, settings: Settings, access: Access | undefined): Settings => {
  const wanted = wantedOf(host, settings);
  return {
    ...settings,
    import: { ...settings.import, enabled: wanted.import },
    export: { ...settings.export, enabled: wanted.export && access?.write !== 'denied' },
  };
};
