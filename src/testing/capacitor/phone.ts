import type { Instant } from '../../domain/interval';
import type { FakeCapacitorWorkout } from './workout';

/**
 * What a user or a phone does, beside the workouts.
 *
 * - `available`: whether there is a health store.
 * - `asked`, `granted`: whether the user was asked, and allows reading. On iOS a denied read shows this app's own workouts, on
 *   Android it is refused.
 * - `history`: on Android, whether what other apps started more than thirty days before `firstGrantAt` can be read.
 * - `inBackground`: on Android, the app is not in front and sees its own workouts alone.
 * - `locked`: on iOS, nothing can be read.
 * - `isOverQuota`: on Android, there were too many calls.
 */
export interface CapacitorPhone {
  readonly available: boolean;
  readonly asked: boolean;
  readonly granted: boolean;
  readonly history: boolean;
  readonly firstGrantAt: Instant;
  readonly inBackground: boolean;
  readonly locked: boolean;
  readonly isOverQuota: boolean;
}

/** Everything works, and the user was asked and allowed it. */
export const ALL_IS_WELL: CapacitorPhone = {
  available: true,
  asked: true,
  granted: true,
  history: true,
  firstGrantAt: 0,
  inBackground: false,
  locked: false,
  isOverQuota: false,
};

const THIRTY_DAYS = 30 * 86_400_000;

/** Whether this app is shown a workout of another. */
export const showsOthers = (
  { granted, history, firstGrantAt, inBackground }: CapacitorPhone,
  isIos: boolean,
  { start }: FakeCapacitorWorkout,
): boolean => {
  if (isIos) return granted;
  return !inBackground && (history || start >= firstGrantAt - THIRTY_DAYS);
};

/** Refuses a query, in the plugin's words or the platform's. */
export const admitQuery = (phone: CapacitorPhone, isIos: boolean): void => {
  if (!phone.available) {
    throw new Error(isIos ? 'Health data is not available on this device.' : 'Health Connect is unavailable.');
  }
  if (isIos && phone.locked) throw new Error('Protected health data is inaccessible');
  if (isIos) return;
  if (phone.isOverQuota) throw new Error('API call quota exceeded, availableQuota: 0.0 requested: 1');
  if (!phone.granted) throw new Error('java.lang.SecurityException: Caller requires one of READ_EXERCISE');
};
