import type { Activity } from '../domain/activity';
import { toMirrorEntry } from '../domain/mirror';
import type { Platform } from '../domain/platform';
import type { RawActivity } from '../domain/raw-activity';
import { ok } from '../domain/result';
import type { Workout } from '../domain/workout';
import { fromHealthConnectActivity, toHealthConnectActivity } from '../platforms/health-connect/activity-map';
import { fromHealthKitActivity, toHealthKitActivity } from '../platforms/healthkit/activity-map';
import { parseSettings as parse } from '../schema/parse-settings';
import { rawActivitySchema } from '../schema/recording-schema';
import { activityInput, workoutsInput } from './inputs';
import { type JsonCall, jsonCall, readBy } from './json-call';

/** Some of the settings in, complete `Settings` out: `parseSettings` of `workout-sync/schema`. */
export const parseSettings: JsonCall = jsonCall(parse, ok);

/** A list of `Workout`s in, a list of `MirrorEntry`s out, in the same order: `toMirrorEntry`. */
export const toMirrorEntries: JsonCall = jsonCall(readBy<readonly Workout[]>(workoutsInput), (workouts) =>
  ok(workouts.map(toMirrorEntry)),
);

/** The platform's own number and its metadata (a `RawActivity`) in, `{ activity, raw }` out: `from…Activity`. */
export const readActivity: JsonCall = jsonCall(readBy<RawActivity>(rawActivitySchema), (raw) =>
  ok(raw.platform === 'apple-health' ? fromHealthKitActivity(raw) : fromHealthConnectActivity(raw)),
);

/** `{ activity, platform }` in, how it is written there out: `to…Activity`. */
export const writeActivity: JsonCall = jsonCall(
  readBy<{ readonly activity: Activity; readonly platform: Platform }>(activityInput),
  ({ activity, platform }) =>
    ok<unknown>(platform === 'apple-health' ? toHealthKitActivity(activity) : toHealthConnectActivity(activity)),
);
