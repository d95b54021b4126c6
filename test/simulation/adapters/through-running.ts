import { running } from '../simulation';

/** Makes a call of a client library through the process that runs: it can fail, and die before it and after it. */
const throughRunning = <Answer>(name: string, call: () => Promise<Answer>): Promise<Answer> => {
  const through = running.getStore();
  return through === undefined ? call() : through(`native.${name}`, call);
};

type Call = (...given: readonly never[]) => Promise<unknown>;

type CallName<Library> = {
  readonly [Name in keyof Library]: Library[Name] extends Call ? Name : never;
}[keyof Library];

/** A client library of which these calls are calls of the process that makes them. */
export const libraryThroughRunning = <Library extends object>(
  library: Library,
  names: readonly (CallName<Library> & string)[],
): Library => {
  const calls = names.map((name) => {
    const call = library[name] as Call;
    return [name, (...given: readonly never[]) => throughRunning(name, async () => call(...given))] as const;
  });
  return { ...library, ...Object.fromEntries(calls) };
};
