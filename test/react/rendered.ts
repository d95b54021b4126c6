import { createElement, type ReactNode, StrictMode } from 'react';
import { act, create, type ReactTestRenderer } from 'react-test-renderer';

/** React warns of updates outside of `act` only where this is set. */
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** What React complained of. A hook that is right gives it no reason to. */
export const complaints: string[] = [];

// The renderer without a document is the one that fits a library for React Native. It calls itself deprecated at each use.
console.error = (...said: readonly unknown[]) => {
  if (!String(said[0]).startsWith('react-test-renderer is deprecated')) complaints.push(said.map(String).join(' '));
};

/** A mounted component that calls a hook, with everything that the hook ever gave. */
export interface Rendered<Value, Input> {
  readonly given: readonly Value[];
  readonly last: () => Value;
  readonly renderWith: (input: Input) => Promise<void>;
  readonly unmount: () => Promise<void>;
}

/** Lets promises settle and React work until nothing is left to do. */
export const settled = async (work: () => unknown = () => undefined): Promise<void> => {
  await act(async () => {
    await work();
    await new Promise((resolve) => setImmediate(resolve));
  });
};

interface CallerProps {
  readonly useHook: (input: never) => unknown;
  readonly input: unknown;
  readonly give: (value: unknown) => void;
}

const Caller = ({ useHook, input, give }: CallerProps): ReactNode => {
  give(useHook(input as never));
  return null;
};

/** Mounts a component that calls a hook with an input. */
export const rendered = async <Value, Input>(
  useHook: (input: Input) => Value,
  input: Input,
  wrap: 'strict' | 'plain' = 'plain',
): Promise<Rendered<Value, Input>> => {
  const given: Value[] = [];
  const tree = (now: Input) => {
    const caller = createElement(Caller, { useHook, input: now, give: (value) => given.push(value as Value) });
    return wrap === 'strict' ? createElement(StrictMode, null, caller) : caller;
  };
  let mounted: ReactTestRenderer | undefined;
  await settled(() => {
    mounted = create(tree(input));
  });
  return {
    given,
    last: () => given[given.length - 1] as Value,
    renderWith: (next) => settled(() => mounted?.update(tree(next))),
    unmount: () => settled(() => mounted?.unmount()),
  };
};
