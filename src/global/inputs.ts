import { fields, flag, listOf, maybe, moment, text } from '../schema/fields';
import { planSchema } from '../schema/plan-schema';
import { recordingShape } from '../schema/recording-schema';
import { sessionSchema } from '../schema/session-schema';
import { matchSchema, settingsSchema } from '../schema/settings-schema';
import { activitySchema, platformSchema } from '../schema/vocabulary-schema';
import { externalSchema, workoutSchema } from '../schema/workout-schema';
import { worldSchema } from '../schema/world-schema';

/** A recording as matching sees it: a workout's external id is on the first rung of the identity ladder. */
const recordingSchema = fields({ ...recordingShape, external: maybe(externalSchema) });

export const workoutsInput = listOf(workoutSchema);

export const activityInput = fields({ activity: activitySchema, platform: platformSchema });

export const compareInput = fields({ a: recordingSchema, b: recordingSchema, match: maybe(matchSchema) });

export const clusterInput = fields({
  recordings: listOf(recordingSchema),
  match: maybe(matchSchema),
  preferredSources: maybe(listOf(text)),
  ownSources: maybe(listOf(text)),
});

export const importInput = fields({
  workout: workoutSchema,
  settings: settingsSchema,
  context: fields({ now: moment, ownSources: listOf(text) }),
});

export const exportInput = fields({
  session: sessionSchema,
  to: platformSchema,
  settings: settingsSchema,
  context: fields({ now: moment, device: text, byHand: maybe(flag) }),
});

export const planInput = fields({ world: worldSchema, plan: planSchema });
