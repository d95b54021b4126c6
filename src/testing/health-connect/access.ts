import type { Instant } from '../../domain/interval';
import type { FakeHealthConnectModule, Permission } from './fake-module';
import type { HealthConnectPhone } from './phone';
import { overQuota, type Quota } from './quota';
import type { HealthConnectRecord } from './records';
import { notAllowed, rejection } from './rejection';
import { isKnownType } from './wire-in';

/** What the user, the quota and the state of the app let through. */
export interface FakeAccess {
  readonly phone: () => HealthConnectPhone;
  readonly set: (changed: Partial<HealthConnectPhone>) => void;
  /** Begins a call: it counts, needs the client, and costs of the quota. */
  readonly enter: (name: string, cost?: 'read' | 'write') => void;
  readonly calls: () => ReadonlyMap<string, number>;
  readonly initialise: () => void;
  readonly may: (accessType: 'read' | 'write', type: string) => boolean;
  /** Whether other apps' records are hidden, since the app is not in front. */
  readonly isBlind: () => boolean;
  readonly canSee: (record: HealthConnectRecord) => boolean;
  readonly admitRead: (type: string) => void;
}

const THIRTY_DAYS = 30 * 86_400_000;

/** Keeps the phone's state, and says what it lets through. */
export const fakeAccess = (now: () => Instant, packageName: string, quota: Quota): FakeAccess => {
  const counts = new Map<string, number>();
  let isInitialised = false;
  let phone: HealthConnectPhone = {
    sdkStatus: 3,
    granted: new Set(),
    answer: 'everything',
    history: false,
    firstGrantAt: now(),
    inBackground: false,
    routes: 'one-by-one',
    routeAnswer: 'given',
    failing: [],
    isOverQuota: false,
  };

  const may: FakeAccess['may'] = (accessType, type) => phone.granted.has(`${accessType} ${type}`);
  const isBlind = (): boolean => phone.inBackground && !may('read', 'BackgroundAccessPermission');

  return {
    phone: () => phone,
    set: (changed) => {
      phone = { ...phone, ...changed };
    },
    enter: (name, cost) => {
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (!isInitialised) throw rejection('CLIENT_NOT_INITIALIZED', 'Health Connect client is not initialized');
      if (cost === undefined) return;
      if (phone.isOverQuota) throw overQuota();
      quota.spend(cost === 'write' ? 'writes' : phone.inBackground ? 'readsInBackground' : 'reads');
    },
    calls: () => counts,
    initialise: () => {
      isInitialised = true;
    },
    may,
    isBlind,
    canSee: ({ app, type, start }) => {
      if (app === packageName) return true;
      if (!may('read', type) || isBlind()) return false;
      return phone.history || start >= phone.firstGrantAt - THIRTY_DAYS;
    },
    admitRead: (type) => {
      if (!isKnownType(type)) throw rejection('INVALID_RECORD_TYPE', 'Record type is not valid');
      // An app may always read what it may write: its own records.
      if (!may('read', type) && !may('write', type)) throw notAllowed(`android.permission.health.READ for ${type}`);
    },
  };
};

/** Permissions that are no records'. */
const SPECIAL: readonly string[] = ['ExerciseRoute', 'BackgroundAccessPermission'];

type AccessCalls = Pick<
  FakeHealthConnectModule,
  'getSdkStatus' | 'initialize' | 'getGrantedPermissions' | 'requestPermission'
>;

/** The calls about whether, and what, this app may. */
export const accessCalls = (access: FakeAccess, now: () => Instant): AccessCalls => {
  const granted = (): readonly Permission[] => {
    access.enter('getGrantedPermissions');
    return [...access.phone().granted].flatMap((text): Permission[] => {
      const [accessType, recordType = ''] = text.split(' ');
      const isShown = isKnownType(recordType) || SPECIAL.includes(recordType);
      return isShown ? [{ accessType: accessType === 'write' ? 'write' : 'read', recordType }] : [];
    });
  };

  const grant = (permissions: readonly Permission[]): void => {
    const { granted: before, history } = access.phone();
    const asked = permissions.map(({ accessType, recordType }) => `${accessType} ${recordType}`);
    const isFirst = !access.may('read', 'ExerciseSession');
    access.set({
      granted: new Set([...before, ...asked]),
      history: history || asked.includes('read ReadHealthDataHistory'),
      ...(isFirst && { firstGrantAt: now() }),
    });
  };

  return {
    getSdkStatus: async () => access.phone().sdkStatus,
    initialize: async () => {
      const { sdkStatus } = access.phone();
      if (sdkStatus === 1) throw rejection('SDK_VERSION_ERROR', 'SDK version too low');
      if (sdkStatus === 2) throw rejection('SERVICE_UNAVAILABLE', 'Service not available');
      access.initialise();
      return true;
    },
    getGrantedPermissions: async () => granted(),
    requestPermission: async (permissions) => {
      access.enter('requestPermission');
      if (access.phone().answer === 'everything') grant(permissions);
      return granted();
    },
  };
};
