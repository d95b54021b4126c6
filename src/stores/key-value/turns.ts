// Two copies of this module (ESM and CommonJS, or two versions) must find the same turns.
const TURNS = Symbol.for('workout-sync/key-value/turns');

type WithTurns = { [TURNS]?: Map<string, Promise<unknown>> };

const turns = (): Map<string, Promise<unknown>> => {
  const everything = globalThis as WithTurns;
  everything[TURNS] ??= new Map();
  return everything[TURNS];
};

/**
 * Works one after the other, in the order of asking, over everything in this process that says the same name.
 *
 * The name, and not the storage object, since two wrappers over one storage are two objects. Two storages with one name
 * merely wait for each other.
 */
export const inTurn = <Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> => {
  const before = turns().get(name) ?? Promise.resolve();
  const mine = before.then(work);
  const nothing = () => undefined;
  turns().set(name, mine.then(nothing, nothing));
  return mine;
};
