import type { Activity } from '../../domain/activity';
import type { AppleHealthRawActivity } from '../../domain/raw-activity';
import { fromHealthKitActivity } from '../../platforms/healthkit/activity-map';
import { HEALTHKIT_ACTIVITY_TYPES } from '../../platforms/healthkit/activity-types';

const PREFIX = 'HKWorkoutActivityType';

/** The export writes the names of the Swift cases with a capital letter. */
const RAW_VALUES: ReadonlyMap<string, number> = new Map(
  Object.entries(HEALTHKIT_ACTIVITY_TYPES).map(([name, [rawValue]]) => [
    name.slice(0, 1).toUpperCase() + name.slice(1),
    rawValue,
  ]),
);

const rawValueOf = (name: string): number | undefined => {
  const bare = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;
  const known = RAW_VALUES.get(bare);
  if (known !== undefined) return known;
  // A type that the phone itself had no name for is written with its number.
  const number = /(\d{1,6})\)?$/.exec(bare)?.[1];
  return number === undefined ? undefined : Number(number);
};

const yesOrNo = (text: string | undefined): boolean | undefined =>
  text === '1' || text === 'true' ? true : text === '0' || text === 'false' ? false : undefined;

const SWIM_PLACES: Readonly<Record<string, 'pool' | 'open-water'>> = { '1': 'pool', '2': 'open-water' };

/**
 * What a workout is, from the name of its type and its metadata. A name that this version does not know is `other`.
 */
export const readActivity = (
  typeName: string,
  metadata: Readonly<Record<string, string>>,
): { readonly activity: Activity; readonly raw: AppleHealthRawActivity } =>
  fromHealthKitActivity({
    type: rawValueOf(typeName) ?? HEALTHKIT_ACTIVITY_TYPES.other[0],
    indoor: yesOrNo(metadata.HKIndoorWorkout),
    swimLocation: SWIM_PLACES[metadata.HKSwimmingLocationType ?? ''],
  });
