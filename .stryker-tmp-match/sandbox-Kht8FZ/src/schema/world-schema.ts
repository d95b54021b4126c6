// @ts-nocheck
import type * as z from 'zod/mini';
import { fields, flag, listOf, maybe, moment, number, oneOf, text, whole } from './fields';
import { ledgerSchema } from './ledger-schema';
import { sessionSchema } from './session-schema';
import { settingsSchema } from './settings-schema';
import { platformSchema } from './vocabulary-schema';
import { mirrorEntrySchema } from './workout-schema';

const observedSchema = <Item extends z.core.$ZodType>(item: Item) =>
  fields({
    items: listOf(item),
    window: fields({ start: number, end: number }),
    complete: flag,
    absence: oneOf('deleted', 'unknown'),
    gone: listOf(text),
  });

const scopeSchema = fields({
  kind: oneOf('scope'),
  account: text,
  device: text,
  platform: platformSchema,
  ownSources: listOf(text),
  readAccess: oneOf('granted', 'denied', 'unknown'),
  readFrom: maybe(number),
  mappingVersion: whole,
});

export const worldSchema = fields({
  sessions: observedSchema(sessionSchema),
  mirror: observedSchema(mirrorEntrySchema),
  ledger: ledgerSchema,
  scope: scopeSchema,
  settings: settingsSchema,
  now: moment,
});
