// @ts-nocheck
import * as z from 'zod/mini';
import { fields, maybe, number, oneOf, text } from './fields';
import { rawActivitySchema, recordingShape } from './recording-schema';
import { platformSchema } from './vocabulary-schema';

/** The id and version under which an app writes a record. */
export const externalSchema = fields({ id: text, version: number });

const workoutShape = {
  ...recordingShape,
  kind: oneOf('workout'),
  platform: platformSchema,
  raw: rawActivitySchema,
  external: maybe(externalSchema),
};

export const workoutSchema = fields({ ...workoutShape, title: maybe(text) });

export const printsSchema = fields({ facts: text, detail: text });

export const mirrorEntrySchema = fields({
  ...workoutShape,
  title: maybe(z.never('nothing: the mirror keeps no titles')),
  prints: printsSchema,
});
