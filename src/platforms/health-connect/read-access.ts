import type { Instant } from '../../domain/interval';
import { type Access, NO_ACCESS } from '../../ports/access';
import { type HealthConnectCalls, SDK_AVAILABLE } from './calls';
import type { HealthConnectModule, NativePermission } from './module';
import type { HealthConnectOptions } from './options';
import { readsAmong } from './permissions-to-ask';

/** What Health Connect does not tell, as it is remembered. */
interface Remembered {
  readonly askedAt?: Instant;
  readonly readableFrom?: Instant;
}

/** How far back other apps' records can be read, counted from when reading was first allowed. */
const LIMIT_MILLISECONDS = 30 * 86_400_000;

const UPDATE_REQUIRED = 2;

const recall = async ({ memory }: HealthConnectOptions): Promise<Remembered> => {
  try {
    const text = await memory?.load();
    const value: unknown = text ? JSON.parse(text) : {};
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // Forgotten: the next grant that is seen counts as the first, which only makes less readable.
    return {};
  }
};

const has = (permissions: readonly NativePermission[], accessType: 'read' | 'write', recordType: string): boolean =>
  permissions.some((one) => one.accessType === accessType && one.recordType === recordType);

const statusOf = async ({ getSdkStatus }: HealthConnectModule): Promise<number> => {
  try {
    return await getSdkStatus();
  } catch {
    // Not Android, or not linked.
    return 0;
  }
};

const historyOf = async (
  permissions: readonly NativePermission[],
  { isHistoryGranted }: HealthConnectOptions,
): Promise<Access['history']> => {
  if (has(permissions, 'read', 'ReadHealthDataHistory')) return 'granted';
  if (isHistoryGranted === undefined) return 'unknown';
  return (await isHistoryGranted()) ? 'granted' : 'denied';
};

/** Whom it concerns, and what is allowed. */
export interface AccessReader {
  readonly read: () => Promise<Access>;
  /** Notes that the user was asked. */
  readonly asked: () => Promise<void>;
}

/**
 * Reads what Health Connect lets this app do.
 *
 * **Laws** `readableSince` is never earlier than what can truly be read: where the first grant was not seen, it counts from when it
 * was first seen. Taking the permission away starts the thirty days anew, as Android does.
 */
export const accessReader = (
  module: HealthConnectModule,
  { ask }: HealthConnectCalls,
  options: HealthConnectOptions,
): AccessReader => {
  const { memory, now = Date.now } = options;

  const remember = async (before: Remembered, after: Remembered): Promise<void> => {
    const text = JSON.stringify(after);
    if (text !== JSON.stringify(before)) await memory?.save(text);
  };

  const read = async (): Promise<Access> => {
    const status = await statusOf(module);
    if (status !== SDK_AVAILABLE) {
      return { ...NO_ACCESS, store: status === UPDATE_REQUIRED ? 'update-required' : 'unavailable' };
    }
    const permissions = await ask(({ getGrantedPermissions }) => getGrantedPermissions());
    const canRead = has(permissions, 'read', 'ExerciseSession');
    const before = await recall(options);
    const { askedAt, readableFrom = now() - LIMIT_MILLISECONDS } = before;
    await remember(before, { ...(askedAt !== undefined && { askedAt }), ...(canRead && { readableFrom }) });
    const isAsked = askedAt !== undefined || permissions.length > 0;
    const history = await historyOf(permissions, options);
    return {
      store: 'available',
      asked: isAsked,
      read: canRead ? 'granted' : 'denied',
      write: has(permissions, 'write', 'ExerciseSession') ? 'granted' : 'denied',
      background: has(permissions, 'read', 'BackgroundAccessPermission') ? 'granted' : 'denied',
      history,
      ...(canRead && history !== 'granted' && { readableSince: readableFrom }),
      reads: readsAmong((recordType) => has(permissions, 'read', recordType)),
    };
  };

  return {
    read,
    asked: async () => {
      const before = await recall(options);
      await remember(before, { ...before, askedAt: before.askedAt ?? now() });
    },
  };
};
