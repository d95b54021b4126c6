import fc from 'fast-check';
import { PHONE, WATCH } from '../reconcile/builders/records';
import * as act from '../reconcile/simulation/actions';
import * as choice from '../reconcile/simulation/choices';
import type { DeviceName } from '../reconcile/simulation/truth';

/** One step of a trace as plain data, so that it can be replayed and shrunk. */
export interface TraceStep {
  readonly name: keyof typeof ACTIONS;
  readonly index: number;
  readonly variant: 0 | 1 | 2 | 3;
  readonly sync: 'no' | DeviceName;
}

const spot = ({ index, variant }: TraceStep): act.Spot => ({
  slot: (index % 2) as 0 | 1,
  variant: (['whole', 'whole', 'later', 'half'] as const)[variant],
  noise: (index % 3) as 0 | 1 | 2,
});

const VIEWS = ['paged', 'offline', 'unvouched', 'empty', 'narrow'] as const;
const STORE_VIEWS = ['paged', 'denied', 'unvouched', 'empty', 'only-own', 'narrow'] as const;

/** What may happen, each by name; targets are taken by index modulo what is there. */
export const ACTIONS = {
  record: (step: TraceStep) => act.recordSession(spot(step)),
  recordStrength: (step: TraceStep) => act.recordSession({ ...spot(step), variant: 'strength' }),
  start: (step: TraceStep) => act.recordSession(spot(step), { state: 'open' }),
  complete: ({ index }: TraceStep) => act.completeSession(index),
  watchWrites: (step: TraceStep) => act.writeWorkout(spot(step), WATCH),
  phoneWrites: (step: TraceStep) => act.writeWorkout(spot(step), PHONE, 'measured'),
  edit: ({ index, variant }: TraceStep) => act.editSession(index, variant < 2 ? 'facts' : 'detail'),
  delete: ({ index, variant }: TraceStep) => act.deleteSession(index, variant < 2 ? 'soft' : 'hard'),
  undelete: ({ index }: TraceStep) => act.undeleteSession(index),
  change: ({ index, variant }: TraceStep) => act.changeWorkout(index, variant < 2 ? 'facts' : 'detail'),
  remove: ({ index }: TraceStep) => act.removeForeign(index),
  replace: ({ index }: TraceStep) => act.replaceForeign(index),
  removeOwn: ({ index }: TraceStep) => act.removeOwn(index),
  importsOnOff: ({ variant }: TraceStep) => choice.choose({ import: { enabled: variant > 1 } }),
  exportsOnOff: ({ variant }: TraceStep) => choice.choose({ export: { enabled: variant > 1 } }),
  category: ({ variant }: TraceStep) => choice.choose({ import: { categories: { running: variant > 1 } } }),
  onGone: ({ variant }: TraceStep) => choice.choose({ onWorkoutGone: variant > 1 ? 'detach' : 'remove-session' }),
  onPossible: ({ variant }: TraceStep) => choice.choose({ onPossible: variant > 1 ? 'import' : 'hold' }),
  onBetter: ({ variant }: TraceStep) =>
    choice.choose({ onBetterCopy: variant > 1 ? 'keep' : 'switch', import: { preferredSources: [PHONE] } }),
  ignore: ({ variant }: TraceStep) => choice.choose({ import: { ignoredSources: variant > 1 ? [] : [WATCH] } }),
  hideSessions: ({ index }: TraceStep) => choice.look({ sessionView: VIEWS[index % VIEWS.length] ?? 'offline' }),
  hideStore: ({ index }: TraceStep) => choice.look({ storeView: STORE_VIEWS[index % STORE_VIEWS.length] ?? 'denied' }),
  showAll: () => choice.look({ sessionView: 'all', storeView: 'all' }),
  askExport: ({ index }: TraceStep) => choice.ask(index, 'export'),
  askRestore: ({ index }: TraceStep) => choice.ask(index, 'restore'),
  loseLedger: () => choice.loseLedger('device-1'),
} as const;

const NAMES = Object.keys(ACTIONS) as readonly TraceStep['name'][];

const stepOf = (names: readonly TraceStep['name'][], devices: readonly DeviceName[]): fc.Arbitrary<TraceStep> =>
  fc.record({
    name: fc.constantFrom(...names),
    index: fc.nat({ max: 5 }),
    variant: fc.constantFrom(0, 1, 2, 3),
    sync: fc.constantFrom('no', ...devices),
  });

/** Traces in which everything may happen, and traces in which only a few things do, often. */
export const traceOf = (devices: readonly DeviceName[], maxLength = 10): fc.Arbitrary<readonly TraceStep[]> => {
  const uniform = fc.array(stepOf(NAMES, devices), { maxLength });
  const swarm = fc
    .subarray([...NAMES], { minLength: 3, maxLength: 8 })
    .chain((names) =>
      fc.array(stepOf(['watchWrites', 'record', ...names], devices), { minLength: 2, maxLength: maxLength + 4 }),
    );
  return fc.oneof(uniform, swarm);
};
