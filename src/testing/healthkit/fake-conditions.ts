import type { HealthKitType } from '../../platforms/healthkit/healthkit-module';

/**
 * What a user or a phone does to HealthKit, beside its objects.
 *
 * - `available`: whether there is health data at all. Away from iOS the client library answers queries with nothing.
 * - `locked`: reading and deleting fail; what is saved is there once the phone is unlocked.
 * - `asked`: whether the user was ever asked; `answer` is what is allowed to be written on being asked.
 * - `deniedReads`, `deniedWrites`: the types that the user does not allow. A denied read shows this app's own objects only.
 * - `readableSince`: other apps' objects that start earlier cannot be read (iOS 27).
 * - `unknownTypes`: types that this iOS does not have.
 * - `failing`: the types whose saves fail.
 */
export interface FakeConditions {
  readonly available: boolean;
  readonly locked: boolean;
  readonly asked: boolean;
  readonly deniedReads: readonly HealthKitType[] | 'all';
  readonly deniedWrites: readonly HealthKitType[] | 'all';
  readonly readableSince: number | undefined;
  readonly unknownTypes: readonly HealthKitType[];
  readonly failing: readonly HealthKitType[] | 'samples';
}

/** Everything works, and the user was asked and allowed it all. */
export const ALL_IS_WELL: FakeConditions = {
  available: true,
  locked: false,
  asked: true,
  deniedReads: [],
  deniedWrites: [],
  readableSince: undefined,
  unknownTypes: [],
  failing: [],
};

/** Whether a list of types has one. */
export const has = (types: readonly string[] | 'all', type: string): boolean => types === 'all' || types.includes(type);

/** What the client library rejects with: the text of an `NSError`, without its code as a field. */
export const healthKitError = (code: number, text: string): Error =>
  new Error(`Error Domain=com.apple.healthkit Code=${code} "${text}" UserInfo={NSLocalizedDescription=${text}}`);

/** Refuses a read, or a deletion, of a locked phone. */
export const admitRead = ({ locked }: FakeConditions): void => {
  if (locked) throw healthKitError(6, 'Protected health data is inaccessible');
};

/** Refuses a save that is not allowed, or is made to fail. */
export const admitSave = ({ asked, deniedWrites, failing }: FakeConditions, type: HealthKitType): void => {
  if (!asked) throw healthKitError(5, 'Authorization is not determined');
  if (has(deniedWrites, type)) throw healthKitError(4, 'Not authorized');
  const isSample = type.startsWith('HKQuantityTypeIdentifier');
  if (failing === 'samples' ? isSample : failing.includes(type)) throw new Error('The save did not work out.');
};
