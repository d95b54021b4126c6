import { fields, maybe, oneOf, text } from './fields';
import { recordingShape } from './recording-schema';
import { platformSchema } from './vocabulary-schema';

export const sessionSchema = fields({
  ...recordingShape,
  kind: oneOf('session'),
  title: maybe(text),
  revision: text,
  state: oneOf('open', 'completed', 'deleted'),
  owner: maybe(text),
  origin: maybe(
    fields({ platform: platformSchema, workout: text, prints: maybe(fields({ facts: text, detail: text })) }),
  ),
});
