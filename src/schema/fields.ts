import * as z from 'zod/mini';

// Compiled schemas use `new Function`, which a content security policy reports and Hermes does not have.
z.config({ jitless: true });

/** A value of which one question decides. Small: zod's own number checks would weigh more than all of our schemas. */
const where = <Value>(isAllowed: (value: unknown) => boolean, allowed: string) => z.custom<Value>(isAllowed, allowed);

/** Any text, the empty one too: whether a key can be right is the core's to say. */
export const text = where<string>((value) => typeof value === 'string', 'a text');

/** A text that names something. */
export const name = where<string>((value) => typeof value === 'string' && value !== '', 'a text that is not empty');

export const flag = where<boolean>((value) => typeof value === 'boolean', 'true or false');

/** A mark that is there or absent. */
export const yes = where<true>((value) => value === true, 'true');

/**
 * Any number, also one that cannot be right: NaN, infinite and negative numbers of a record are the core's to turn into
 * a skip with the reason `malformed`, so that one bad record does not keep the others out.
 */
export const number = where<number>((value) => typeof value === 'number', 'a number');

/** A number or a text, for a message to show. */
export const plainValue = where<number | string>(
  (value) => typeof value === 'number' || typeof value === 'string',
  'a number or a text',
);

/** A share, both ends included. */
export const share = where<number>(
  (value) => typeof value === 'number' && value >= 0 && value <= 1,
  'a number from 0 to 1',
);

/** An amount that a setting may have. */
export const amount = where<number>(
  (value) => Number.isFinite(value) && (value as number) >= 0,
  'a number that is not negative',
);

/** A count, or a number that goes up by one. */
export const whole = where<number>(
  (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  'a whole number that is not negative',
);

/** An instant that is not a record's. */
export const moment = where<number>(Number.isSafeInteger, 'whole milliseconds since 1970');

const list = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/** One of some words. */
export const oneOf = <const Words extends readonly string[]>(...words: Words) =>
  z.enum(words, words.length > 1 ? `one of ${list(words)}` : list(words));

/** A list of any length. */
export const listOf = <Item extends z.core.$ZodType>(item: Item) => z.array(item, 'a list');

/**
 * A list that is not empty.
 *
 * Not zod's tuple with a rest, though its type says what this is: zod finds the rest by `Symbol.hasInstance`, which Hermes
 * ignored until August 2024 (facebook/hermes issue 1468), and there would take one item only.
 */
export const nonEmptyListOf = <Item extends z.core.$ZodType>(item: Item, allowed: string) =>
  z.array(item, allowed).check(z.minLength(1, allowed)) as unknown as z.ZodMiniTuple<[Item], Item>;

/** A value of either form. */
export const either = <A extends z.core.$ZodType, B extends z.core.$ZodType>(a: A, b: B, allowed: string) =>
  z.union([a, b], allowed);

/** A field that may be absent. */
export const maybe = <Value extends z.core.$ZodType>(value: Value) => z.optional(value);

/**
 * An object with these fields and no others. A field that nobody knows is most often a misspelt one
 * (`distanceMeters`), and dropping it would lose what it says.
 */
export const fields = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: ({ code }: { readonly code: string }) =>
      code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : 'an object',
  });

/** One of several objects, told apart by the word under `key`. */
export const variants = <const Options extends readonly z.core.$ZodTypeDiscriminable[], Key extends string>(
  key: Key,
  words: readonly string[],
  ...options: Options
) =>
  z.discriminatedUnion(key, options as never, {
    error: ({ code }: { readonly code: string }) => (code === 'invalid_union' ? `one of ${list(words)}` : 'an object'),
  }) as unknown as z.ZodMiniDiscriminatedUnion<Options, Key>;
