import { settingsFrom } from '../../../src/policy/settings-from';
import { reconcile } from '../../../src/reconcile/reconcile';
import { ACTIONS, type TraceStep } from '../../generators/trace';
import { describeStep } from '../builders/places';
import { externalId, OWN_APP } from '../builders/records';
import { observe } from './observe';
import { type Bug, sync } from './sync';
import { type DeviceName, emptyTruth, type Truth } from './truth';

/** Everything can be seen again, both directions are on. */
const heal = (truth: Truth): Truth => ({
  ...truth,
  sessionView: 'all',
  storeView: 'all',
  settings: settingsFrom({ import: { enabled: true }, export: { enabled: true } }, truth.settings),
});

/** S12 no orphan: when quiet, every own record maps to a session or a tombstone. */
const orphans = (truth: Truth, device: DeviceName): readonly string[] =>
  [...truth.workouts.values()]
    .filter(({ source, external }) => source?.app === OWN_APP && external !== undefined)
    .filter(({ external }) => {
      const live = [...truth.sessions.keys()].some((key) => externalId(key) === external?.id);
      const kept = truth.ledgers[device].links.some(({ session }) => externalId(session) === external?.id);
      const forgotten = [...truth.history.forgotten].some((key) => externalId(key) === external?.id);
      return !live && !kept && !forgotten;
    })
    .map(({ key }) => `S12 own record ${key} is an orphan`);

/** Own records of sessions that are gone for good, while the ledger still knows of them. */
const leftovers = (truth: Truth, device: DeviceName): readonly string[] =>
  [...truth.workouts.values()]
    .filter(({ source }) => source?.app === OWN_APP)
    .filter(({ external }) =>
      truth.ledgers[device].links.some(
        ({ session, state }) =>
          externalId(session) === external?.id &&
          state === 'session-deleted' &&
          (truth.sessions.get(session)?.state ?? 'deleted') === 'deleted',
      ),
    )
    .map(({ key }) => `S12 own record ${key} outlives its deleted session`);

/** Lets the faults heal, then syncs: after two rounds (P3) nothing is left to do, and nothing is orphaned (S12). */
export const settle = (truth: Truth, devices: readonly DeviceName[] = ['device-1'], bug?: Bug): Truth => {
  let now = heal(truth);
  for (let round = 0; round < 2; round++) for (const device of devices) now = sync(now, device, bug);
  const quiet = devices.flatMap((device) => reconcile(observe(now, device)).steps.map(describeStep));
  const faults = [
    ...(quiet.length === 0 ? [] : [`P3 after two rounds there is still ${quiet}`]),
    ...devices.flatMap((device) => [...orphans(now, device), ...leftovers(now, device)]),
  ];
  return faults.length === 0 ? now : { ...now, faults: [...now.faults, ...faults] };
};

/** Carries out a trace: what happens, and the syncs between. */
export const runActions = (trace: readonly TraceStep[], start: Truth = emptyTruth(), bug?: Bug): Truth =>
  trace.reduce((truth, step) => {
    const next = ACTIONS[step.name](step)(truth);
    return step.sync === 'no' ? next : sync(next, step.sync, bug);
  }, start);

/** Carries out a trace, then lets it heal and become quiet. */
export const runTrace = (
  trace: readonly TraceStep[],
  devices: readonly DeviceName[] = ['device-1'],
  bug?: Bug,
): Truth => settle(runActions(trace, emptyTruth(), bug), devices, bug);
