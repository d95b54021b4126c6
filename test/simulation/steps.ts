import type { Accident, Setting, Trace, TraceStep } from './trace';

/** One step of a trace, followed by a sync unless told otherwise. */
export const step = (action: TraceStep['action'], rest: Partial<TraceStep> = {}): TraceStep => ({
  action,
  index: 0,
  variant: 0,
  sync: 'first',
  ...rest,
});

/** The same, with an accident in its sync. */
export const mishap = (
  action: TraceStep['action'],
  kind: Accident['kind'],
  call: Accident['call'],
  rest: Partial<TraceStep> & Pick<Partial<Accident>, 'at'> & { readonly meanwhile?: Accident['action'] } = {},
): TraceStep => {
  const { at = 0, meanwhile, ...others } = rest;
  return step(action, { ...others, accident: { kind, call, at, ...(meanwhile && { action: meanwhile }) } });
};

export const trace = (setting: Partial<Setting>, ...steps: readonly TraceStep[]): Trace => ({
  profile: 'apple-health',
  devices: 1,
  ...setting,
  steps,
});
