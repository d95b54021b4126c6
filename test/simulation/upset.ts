import type { ActionName } from './actions';
import { step } from './steps';
import type { TraceStep } from './trace';

/** What befalls a phone right before something changes: its state is lost, put back from a backup, or its app killed. */
export interface Upset {
  readonly kind: 'lost' | 'restored' | 'killed';
  /** At which call the app is killed. */
  readonly at: number;
  /** Which phone. */
  readonly index: number;
}

/** What changes a record on either side. */
const CHANGES: ReadonlySet<ActionName> = new Set<ActionName>([
  'record',
  'complete',
  'watchWrites',
  'phoneWrites',
  'editFacts',
  'editDetail',
  'binSession',
  'eraseSession',
  'unbin',
  'changeFacts',
  'changeDetail',
  'removeForeign',
  'removeOwn',
  'clearStore',
  'replace',
  'reinsert',
]);

const silently = (action: ActionName, index: number): TraceStep => step(action, { index, sync: 'no' });

/** The step before a change, and what befalls the phone between the two. */
const upsetAfter = (before: TraceStep, { kind, at, index }: Upset): readonly TraceStep[] => {
  if (kind === 'lost') return [before, silently('loseState', index)];
  if (kind === 'restored') return [silently('backUp', index), before, silently('restore', index)];
  return [{ ...before, accident: { kind: 'crash-after', call: 'any', at } }];
};

/** A trace in which some of the changes come right after an upset: the n-th of them before the n-th step, unless it is the first. */
export const upset = (steps: readonly TraceStep[], upsets: readonly (Upset | undefined)[]): readonly TraceStep[] =>
  steps.flatMap((one, index) => {
    const next = steps[index + 1];
    const fits = upsets[index + 1];
    return next === undefined || fits === undefined || !CHANGES.has(next.action) ? [one] : upsetAfter(one, fits);
  });
