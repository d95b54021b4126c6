// All that goes in and comes out is data that nobody changes in place.
import { expectTypeOf } from 'vitest';
import type {
  Answer,
  ApplyRefusal,
  Cluster,
  ExportContext,
  ImportContext,
  Plan,
  PlanOptions,
  Recording,
  Session,
  Settings,
  Step,
  Verdict,
  Workout,
  WorldChange,
} from '../../src/index';
import { ACTIVITIES, CATEGORIES, DEFAULT_SETTINGS, EMPTY_LEDGER, type World } from '../../src/index';

/** A type whose every field and list, all the way down, is read-only. */
type Frozen<Value> = Value extends (...values: never) => unknown
  ? Value
  : Value extends object
    ? { readonly [Field in keyof Value]: Frozen<Value[Field]> }
    : Value;

expectTypeOf<World>().toEqualTypeOf<Frozen<World>>();
expectTypeOf<WorldChange>().toEqualTypeOf<Frozen<WorldChange>>();
expectTypeOf<Plan>().toEqualTypeOf<Frozen<Plan>>();
expectTypeOf<PlanOptions>().toEqualTypeOf<Frozen<PlanOptions>>();
expectTypeOf<Cluster>().toEqualTypeOf<Frozen<Cluster>>();
expectTypeOf<Recording>().toEqualTypeOf<Frozen<Recording>>();
expectTypeOf<Workout>().toEqualTypeOf<Frozen<Workout>>();
expectTypeOf<Session>().toEqualTypeOf<Frozen<Session>>();
expectTypeOf<Settings>().toEqualTypeOf<Frozen<Settings>>();
expectTypeOf<Answer>().toEqualTypeOf<Frozen<Answer>>();
expectTypeOf<Verdict>().toEqualTypeOf<Frozen<Verdict>>();
expectTypeOf<ApplyRefusal>().toEqualTypeOf<Frozen<ApplyRefusal>>();
expectTypeOf<ImportContext>().toEqualTypeOf<Frozen<ImportContext>>();
expectTypeOf<ExportContext>().toEqualTypeOf<Frozen<ExportContext>>();
expectTypeOf(DEFAULT_SETTINGS).toEqualTypeOf<Frozen<Settings>>();
expectTypeOf(EMPTY_LEDGER).toEqualTypeOf<Frozen<World['ledger']>>();

// The comparison above does see one field that is not: otherwise it would prove nothing.
expectTypeOf<{ readonly a: { b: number[] } }>().not.toEqualTypeOf<Frozen<{ readonly a: { b: number[] } }>>();
expectTypeOf<{ readonly a: readonly number[] }>().toEqualTypeOf<Frozen<{ readonly a: readonly number[] }>>();

declare const world: World;
declare const step: Step;
declare const session: Session;

// @ts-expect-error a field of the world
world.now = 1;
// @ts-expect-error a list of the world
world.sessions.items.push(session);
// @ts-expect-error a field of a step's link row
step.link.state = 'active';
// @ts-expect-error a list that every host shares
ACTIVITIES.push('running');
// @ts-expect-error sorting in place, which would change the order for everybody
CATEGORIES.sort();
