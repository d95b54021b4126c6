import type { SeriesName } from '../../domain/detail-summary';
import type { Instant } from '../../domain/interval';
import type { Access } from '../../ports/access';
import type { DetailPart } from '../../ports/detail';
import { storeError } from '../../ports/store-error';
import type { HealthProfile } from './profile';

/**
 * What a user or a phone does to a health store, beside its records.
 *
 * - `asked`: whether the user was ever asked; `answer` is what is granted on being asked.
 * - `read`, `write`, `background`: what the user allows. HealthKit hides a denied read.
 * - `samples`: whether samples and routes may be read. Denied ones look as if there were none; Health Connect says so.
 * - `inBackground`: whether the app is not in front.
 * - `readableSince`: other apps' records that start earlier cannot be read.
 * - `locked`: reading fails; what is saved is there once the phone is unlocked.
 * - `available`: whether there is a store.
 * - `retryAfterSeconds`: every call is refused as too frequent while this is set.
 * - `failing`: the parts of a workout that cannot be written.
 */
export interface HealthConditions {
  readonly asked: boolean;
  readonly read: 'granted' | 'denied';
  readonly write: 'granted' | 'denied';
  readonly samples: 'granted' | 'denied';
  readonly background: 'granted' | 'denied';
  readonly inBackground: boolean;
  readonly readableSince: Instant | undefined;
  readonly locked: boolean;
  readonly available: boolean;
  readonly retryAfterSeconds: number | undefined;
  readonly failing: readonly DetailPart[];
}

/** Everything works, and the user was asked. */
export const FAVOURABLE: HealthConditions = {
  asked: true,
  read: 'granted',
  write: 'granted',
  samples: 'granted',
  background: 'granted',
  inBackground: false,
  readableSince: undefined,
  locked: false,
  available: true,
  retryAfterSeconds: undefined,
  failing: [],
};

const SERIES: readonly SeriesName[] = ['heart-rate', 'speed', 'distance', 'cadence', 'power', 'steps'];

/** What the platform says of the conditions. */
export const accessUnder = (conditions: HealthConditions, profile: HealthProfile): Access => {
  const { asked, available, readableSince } = conditions;
  return {
    store: available ? 'available' : 'unavailable',
    asked,
    read: asked && profile.reads === 'said' ? conditions.read : 'unknown',
    write: asked ? conditions.write : 'unknown',
    background: profile.reads === 'said' ? conditions.background : 'granted',
    history: readableSince === undefined ? 'granted' : 'denied',
    ...(readableSince !== undefined && { readableSince }),
    ...(profile.reads === 'said' && { reads: conditions.samples === 'denied' ? [] : SERIES }),
  };
};

/** Whether only the app's own records can be seen, and whether the adapter knows it. */
export const sightUnder = (
  { read, background, inBackground }: HealthConditions,
  profile: HealthProfile,
): 'all' | 'own' | 'known-own' => {
  if (profile.reads === 'hidden') return read === 'denied' ? 'own' : 'all';
  return inBackground && background === 'denied' ? 'known-own' : 'all';
};

/** Refuses a call that the conditions do not let through. */
export const admit = (
  conditions: HealthConditions,
  profile: HealthProfile,
  call: 'read' | 'changes' | 'write',
): void => {
  const { available, locked, read, write, asked, retryAfterSeconds } = conditions;
  if (!available) throw storeError('unavailable', 'Health data is unavailable on this device.');
  if (retryAfterSeconds !== undefined)
    throw storeError('rate-limited', 'API call quota exceeded', { retryAfterSeconds });
  if (call === 'write') {
    if (!asked || write === 'denied') throw storeError('permission', 'Writing workouts is not allowed.');
    return;
  }
  if (locked) throw storeError('locked', 'Protected health data is inaccessible.');
  if (profile.reads === 'hidden') return;
  if (!asked || read === 'denied') throw storeError('permission', 'Reading exercise sessions is not allowed.');
  if (call === 'changes' && sightUnder(conditions, profile) === 'known-own') {
    throw storeError('permission', 'Changes cannot be read in the background.');
  }
};
