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
import { ACTIVITIES, CATEGORIES, type DEFAULT_SETTINGS, type EMPTY_LEDGER, type World } from '../../src/index';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Every field and list that somebody could change in place, all the way down, by its path. */
type Changeable<Value, Path extends string = ''> = Value extends (...values: never) => unknown
  ? never
  : Value extends readonly unknown[]
    ? (Value extends unknown[] ? Path : never) | Changeable<Value[number], `${Path}[]`>
    : Value extends object
      ? { [Field in keyof Value & string]-?: Named<Value, Field, Path> }[keyof Value & string]
      : never;

type Named<Value, Field extends keyof Value & string, Path extends string> =
  | (Same<Pick<Value, Field>, Readonly<Pick<Value, Field>>> extends true ? never : `${Path}.${Field}`)
  | Changeable<Value[Field], `${Path}.${Field}`>;

expectTypeOf<Changeable<World>>().toBeNever();
expectTypeOf<Changeable<WorldChange>>().toBeNever();
expectTypeOf<Changeable<Plan>>().toBeNever();
expectTypeOf<Changeable<PlanOptions>>().toBeNever();
expectTypeOf<Changeable<Cluster>>().toBeNever();
expectTypeOf<Changeable<Recording>>().toBeNever();
expectTypeOf<Changeable<Workout>>().toBeNever();
expectTypeOf<Changeable<Session>>().toBeNever();
expectTypeOf<Changeable<Settings>>().toBeNever();
expectTypeOf<Changeable<Answer>>().toBeNever();
expectTypeOf<Changeable<Verdict>>().toBeNever();
expectTypeOf<Changeable<ApplyRefusal>>().toBeNever();
expectTypeOf<Changeable<ImportContext>>().toBeNever();
expectTypeOf<Changeable<ExportContext>>().toBeNever();
expectTypeOf<Changeable<typeof DEFAULT_SETTINGS>>().toBeNever();
expectTypeOf<Changeable<typeof EMPTY_LEDGER>>().toBeNever();

// What is changeable is found, deep down and in unions: otherwise all of the above would prove nothing.
expectTypeOf<Changeable<{ readonly a: { b?: readonly number[] } | string }>>().toEqualTypeOf<'.a.b'>();
expectTypeOf<Changeable<{ readonly a: readonly { readonly b: number[] }[] }>>().toEqualTypeOf<'.a[].b'>();

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
