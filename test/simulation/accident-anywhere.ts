import { createSync } from '../../src/sync/create-sync';
import { endOf } from './end-of';
import { runTrace } from './run-trace';
import type { MakeHealth } from './simulation';
import type { Accident, Trace } from './trace';

/** No sync of a scene makes more calls than this. */
const MOST_CALLS = 400;

/** The scene with an accident in one of its syncs, which is taken up again where it was killed. */
const withAccident = (trace: Trace, at: number, accident: Accident): Trace => ({
  ...trace,
  steps: trace.steps.map((step, index) => (index === at ? { ...step, accident, again: 'until-done' } : step)),
});

/** A trace with an accident in it that did not end as the trace without it. */
interface Difference {
  readonly trace: Trace;
  readonly wrong: readonly string[];
}

/** How many variants were tried, and which of them ended otherwise. */
export interface Tried {
  readonly variants: number;
  readonly found: readonly Difference[];
}

/** Tries an accident at every call of one sync, until the sync makes no such call any more. */
export const accidentAnywhere = async (
  scene: Trace,
  sync: number,
  kind: Accident['kind'],
  makeHealth?: MakeHealth,
): Promise<Tried> => {
  const clean = endOf(await runTrace(scene, createSync, undefined, makeHealth));
  const found: Difference[] = [];
  for (let at = 0; ; at++) {
    const trace = withAccident(scene, sync, { kind, call: 'any', at });
    const spoilt = await runTrace(trace, createSync, undefined, makeHealth);
    if (!spoilt.history.events.has('accident')) return { variants: at, found };
    const end = endOf(spoilt);
    const others = end.filter((line, index) => line !== clean[index]);
    if (spoilt.faults.length > 0 || end.length !== clean.length)
      found.push({ trace, wrong: [...spoilt.faults, ...end] });
    else if (others.length > 0) found.push({ trace, wrong: others });
    if (at > MOST_CALLS)
      return { variants: at, found: [...found, { trace, wrong: ['R10 a sync that comes to no end'] }] };
  }
};

/** Kills every sync of a scene at every call, before it and after it. */
export const crashAnywhere = async (scene: Trace, makeHealth?: MakeHealth): Promise<Tried> => {
  const found: Difference[] = [];
  let variants = 0;
  for (const [index, { sync }] of scene.steps.entries()) {
    if (sync === 'no') continue;
    for (const kind of ['crash-before', 'crash-after'] as const) {
      const tried = await accidentAnywhere(scene, index, kind, makeHealth);
      variants += tried.variants;
      found.push(...tried.found);
    }
  }
  return { variants, found };
};
