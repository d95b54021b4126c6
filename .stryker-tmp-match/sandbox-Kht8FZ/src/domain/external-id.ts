// @ts-nocheck
import { fingerprint } from './hash';
import type { Scope } from './scope';

const PREFIX = 'ws1-';
const SHAPE = /^ws1-[0-9a-f]{32}$/;

/**
 * The external id under which a session is written to a health store.
 *
 * **Laws** deterministic: the same account and session give the same id on every device and after every reinstall, so
 * that writing twice is writing once. Opaque: other apps can read it, and it shows neither account nor session.
 *
 * @example
 * ```ts
 * import { externalIdOf } from 'workout-sync';
 *
 * const id = externalIdOf({ account: 'ada' }, 'session-1');
 * console.assert(id === externalIdOf({ account: 'ada' }, 'session-1'));
 * console.assert(id !== externalIdOf({ account: 'bob' }, 'session-1'));
 * ```
 */
export const externalIdOf = (scope: Pick<Scope, 'account'>, session: string): string =>
  PREFIX + fingerprint(`${scope.account.length} ${scope.account} ${session}`);

/** Whether an id has the form that this library gives: the record is an export of some session of some account. */
export const isExternalId = (id: string): boolean => SHAPE.test(id);

/**
 * The key that an imported session gets in the app.
 *
 * **Laws** deterministic, so that creating it twice is creating it once.
 */
export const importedSessionKey = (scope: Pick<Scope, 'platform'>, workout: string): string =>
  `${scope.platform}:${workout}`;
