// @ts-nocheck
import * as z from 'zod/mini';
import { type Activity, CATEGORIES, type Category, isActivity } from '../domain/activity';
import { fields, flag, maybe, oneOf } from './fields';

/** An activity that this version knows. */
export const activitySchema = z.custom<Activity>(isActivity, "an activity of the vocabulary, such as 'running'");

export const platformSchema = oneOf('apple-health', 'health-connect');

const switches = CATEGORIES.map((category) => [category, maybe(flag)] as const);

/** One switch per category, each of which may be absent. */
export const categoriesSchema = fields(
  Object.fromEntries(switches) as unknown as Record<Category, z.ZodMiniOptional<typeof flag>>,
);
