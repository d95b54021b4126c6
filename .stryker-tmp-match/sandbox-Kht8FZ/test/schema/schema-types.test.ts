// @ts-nocheck
import { expectTypeOf, it } from 'vitest';
import type * as z from 'zod/mini';
import type { Ledger } from '../../src/domain/ledger';
import type { Reason } from '../../src/domain/reason';
import type { Session } from '../../src/domain/session';
import type { Settings } from '../../src/domain/settings';
import type { MirrorEntry, Workout } from '../../src/domain/workout';
import type { SettingsOverrides } from '../../src/policy/settings-from';
import type { Placed, Plan } from '../../src/reconcile/plan';
import type { World } from '../../src/reconcile/world';
import type { ledgerSchema } from '../../src/schema/ledger-schema';
import type { placedSchema, planSchema } from '../../src/schema/plan-schema';
import type { reasonSchema } from '../../src/schema/reason-schema';
import type { sessionSchema } from '../../src/schema/session-schema';
import type { settingsOverridesSchema, settingsSchema } from '../../src/schema/settings-schema';
import type { mirrorEntrySchema, workoutSchema } from '../../src/schema/workout-schema';
import type { worldSchema } from '../../src/schema/world-schema';

/**
 * A type as plain, changeable data: `readonly` and an explicit `undefined` beside `?` are the two things in which what
 * zod infers differs from the domain. The parser takes such an `undefined` out.
 */
type Plain<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : { -readonly [Key in keyof Value]: Plain<Exclude<Value[Key], undefined>> };
type Told<Schema extends z.core.$ZodType> = Plain<z.infer<Schema>>;
type Unplaced<Value> = Omit<Value, 'skipped' | 'waiting' | 'blocked'>;

it('each schema tells the very type of the domain', () => {
  expectTypeOf<Told<typeof workoutSchema>>().toEqualTypeOf<Plain<Workout>>();
  expectTypeOf<Told<typeof mirrorEntrySchema>>().toEqualTypeOf<Plain<MirrorEntry>>();
  expectTypeOf<Told<typeof sessionSchema>>().toEqualTypeOf<Plain<Session>>();
  expectTypeOf<Told<typeof settingsSchema>>().toEqualTypeOf<Plain<Settings>>();
  expectTypeOf<Told<typeof settingsOverridesSchema>>().toEqualTypeOf<Plain<SettingsOverrides>>();
  expectTypeOf<Told<typeof ledgerSchema>>().toEqualTypeOf<Plain<Ledger>>();
  expectTypeOf<Told<typeof worldSchema>>().toEqualTypeOf<Plain<World>>();
  expectTypeOf<Told<typeof reasonSchema>>().toEqualTypeOf<Plain<Reason>>();
  expectTypeOf<Unplaced<Told<typeof planSchema>>>().toEqualTypeOf<Unplaced<Plain<Plan>>>();
});

it('a placed reason may also say how long it holds, which the type of a plan leaves out', () => {
  expectTypeOf<Told<typeof placedSchema>>().toExtend<Plain<Placed>>();
  expectTypeOf<keyof Told<typeof placedSchema>>().toEqualTypeOf<keyof Placed>();
});
