import fc from 'fast-check';
import type { Platform } from '../../src/domain/platform';
import { arbitraryTrace } from './arbitrary-trace';
import { runTrace } from './run-trace';
import type { Bug, MakeHealth, MakeSync } from './simulation';
import type { Trace, TraceStep } from './trace';

/** A trace that breaks a promise, as short as it could be made, and all that went wrong in it. */
export interface Find {
  readonly trace: Trace;
  readonly faults: readonly string[];
}

export interface HuntOptions {
  readonly numRuns: number;
  readonly seed: number;
  readonly bug?: Bug;
  readonly maxLength?: number;
  /** An adapter in place of the simulated health store, and the platform that it is of. */
  readonly adapter?: { readonly profile: Platform; readonly makeHealth: MakeHealth };
}

/** The promise that a fault breaks: its first word. */
export const promiseOf = (fault: string): string => fault.slice(0, fault.indexOf(' '));

const breaks = async (
  promise: string,
  trace: Trace,
  makeSync: MakeSync,
  bug?: Bug,
  makeHealth?: MakeHealth,
): Promise<boolean> =>
  (await runTrace(trace, makeSync, bug, makeHealth)).faults.some((fault) => promiseOf(fault) === promise);

const without = <Item>(items: readonly Item[], index: number): readonly Item[] => [
  ...items.slice(0, index),
  ...items.slice(index + 1),
];

/** The same step, plainer in one way. */
const plainer = (step: TraceStep): readonly TraceStep[] => {
  const { accident, budget, ...bare } = step;
  return [
    ...(accident ? [{ ...bare, ...(budget && { budget }) }] : []),
    ...(budget ? [{ ...bare, ...(accident && { accident }) }] : []),
    ...(step.action === 'nothing' ? [] : [{ ...step, action: 'nothing' as const }]),
    ...(step.sync === 'no' ? [] : [{ ...step, sync: 'no' as const }]),
    ...(step.index === 0 ? [] : [{ ...step, index: 0 }]),
    ...(step.variant === 0 ? [] : [{ ...step, variant: 0 }]),
  ];
};

const shorter = (trace: Trace): readonly Trace[] => {
  const { steps, profile, devices, ...rest } = trace;
  return [
    ...steps.map((_, index) => ({ ...trace, steps: without(steps, index) })),
    ...Object.keys(rest).map((name) => {
      const { [name as keyof typeof rest]: _, ...fewer } = rest;
      return { profile, devices, ...fewer, steps };
    }),
    ...(devices === 2 ? [{ ...trace, devices: 1 as const }] : []),
    ...steps.flatMap((step, at) =>
      plainer(step).map((one) => ({ ...trace, steps: steps.map((old, index) => (index === at ? one : old)) })),
    ),
  ];
};

/** Leaves out and simplifies whatever can be, while the promise still breaks. */
export const shrink = async (
  promise: string,
  found: Trace,
  makeSync: MakeSync,
  bug?: Bug,
  makeHealth?: MakeHealth,
): Promise<Trace> => {
  let trace = found;
  for (let again = true; again; ) {
    again = false;
    for (const candidate of shorter(trace)) {
      if (!(await breaks(promise, candidate, makeSync, bug, makeHealth))) continue;
      trace = candidate;
      again = true;
      break;
    }
  }
  return trace;
};

/** Runs random traces against every promise at once, and keeps the shortest trace that breaks each. */
export const hunt = async (makeSync: MakeSync, options: HuntOptions): Promise<ReadonlyMap<string, Find>> => {
  const { numRuns, seed, bug, maxLength, adapter } = options;
  const { makeHealth, ...platform } = adapter ?? {};
  const found = new Map<string, Trace>();
  for (const drawn of fc.sample(arbitraryTrace(maxLength), { numRuns, seed })) {
    const trace = { ...drawn, ...platform };
    const { faults } = await runTrace(trace, makeSync, bug, makeHealth);
    for (const promise of new Set(faults.map(promiseOf))) {
      if (trace.steps.length < (found.get(promise)?.steps.length ?? Number.POSITIVE_INFINITY))
        found.set(promise, trace);
    }
  }
  const finds = new Map<string, Find>();
  for (const [promise, trace] of found) {
    const shortest = await shrink(promise, trace, makeSync, bug, makeHealth);
    finds.set(promise, { trace: shortest, faults: (await runTrace(shortest, makeSync, bug, makeHealth)).faults });
  }
  return finds;
};
