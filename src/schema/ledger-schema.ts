import { either, fields, listOf, maybe, number, oneOf, text, variants, whole, yes } from './fields';
import { activitySchema } from './vocabulary-schema';
import { printsSchema } from './workout-schema';

export const linkStateWords = ['active', 'detached', 'session-deleted', 'workout-removed'] as const;

export const linkSchema = fields({
  kind: oneOf('imported', 'exported', 'matched'),
  state: oneOf(...linkStateWords),
  session: text,
  workout: text,
  copies: listOf(text),
  app: maybe(text),
  base: fields({ session: printsSchema, workout: printsSchema, revision: text, version: number }),
  shadow: fields({ start: number, end: number, activity: activitySchema }),
});

const answerSchema = variants(
  'kind',
  ['same', 'different', 'export', 'restore', 'claim', 'keep-workout', 'prefer', 'confirm'],
  fields({ kind: oneOf('same', 'different'), a: text, b: text }),
  fields({ kind: oneOf('export', 'keep-workout'), session: text }),
  fields({ kind: oneOf('restore'), session: text, held: maybe(yes) }),
  fields({ kind: oneOf('claim'), session: text, over: maybe(text) }),
  fields({ kind: oneOf('prefer'), workout: text }),
  fields({ kind: oneOf('confirm'), guard: text }),
);

const recordName = either(
  text,
  fields({ kind: oneOf('session', 'workout'), key: text }),
  'a key, or an object with kind and key',
);

export const ledgerSchema = fields({
  revision: whole,
  links: listOf(linkSchema),
  answers: listOf(answerSchema),
  quarantined: listOf(recordName),
  awaiting: maybe(listOf(recordName)),
});
