// @ts-nocheck
import fc from 'fast-check';
import { type TraceStep, traceOf } from '../../generators/trace';
import { runTrace } from './trace';
import type { DeviceName } from './truth';

/** The shortest trace found that breaks a promise, as plain data, and all that went wrong in it. */
export interface Find {
  readonly trace: readonly TraceStep[];
  readonly faults: readonly string[];
}

const promiseOf = (fault: string): string => fault.slice(0, fault.indexOf(' '));

const breaks = (promise: string, trace: readonly TraceStep[], devices: readonly DeviceName[]): boolean =>
  runTrace(trace, devices).faults.some((fault) => promiseOf(fault) === promise);

/** Leaves out every step without which the promise still breaks. */
const shrink = (promise: string, found: readonly TraceStep[], devices: readonly DeviceName[]): readonly TraceStep[] => {
  let trace = found;
  for (let index = 0; index < trace.length; ) {
    const shorter = [...trace.slice(0, index), ...trace.slice(index + 1)];
    const holds = !breaks(promise, shorter, devices);
    index = holds ? index + 1 : 0;
    if (!holds) trace = shorter;
  }
  return trace;
};

/**
 * Runs random traces, each against every promise at once, and keeps the shortest trace that breaks each.
 *
 * One run for all promises finds as much as a run for each of them would, in a sixteenth of the time.
 */
export const huntFaults = (
  devices: readonly DeviceName[],
  options: { readonly numRuns: number; readonly seed: number },
): ReadonlyMap<string, Find> => {
  const found = new Map<string, readonly TraceStep[]>();
  for (const trace of fc.sample(traceOf(devices), options)) {
    for (const promise of new Set(runTrace(trace, devices).faults.map(promiseOf))) {
      if (trace.length < (found.get(promise)?.length ?? Number.POSITIVE_INFINITY)) found.set(promise, trace);
    }
  }
  return new Map(
    [...found].map(([promise, trace]) => {
      const shortest = shrink(promise, trace, devices);
      return [promise, { trace: shortest, faults: runTrace(shortest, devices).faults }];
    }),
  );
};
