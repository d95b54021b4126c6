import type { Decision } from '../../../src/sync/surface/decision';
import type { Sync } from '../../../src/sync/surface/sync';
import { setIn } from '../history';
import { startProcess } from '../process';
import type { Device, Simulation } from '../simulation';
import { type Act, deviceAt, foreign, inState, pick } from './target';

/** Asks the app on a phone for something outside of a run. Where the state cannot be read it refuses, and the user asks again. */
const ask = (simulation: Simulation, device: Device, what: (sync: Sync) => Promise<unknown>): void => {
  device.process ??= startProcess(simulation, device);
  const { sync, simulated } = device.process;
  simulation.pending.push(Promise.race([what(sync).catch(() => undefined), simulated.died]));
};

const decide = (simulation: Simulation, index: number, decision: Decision): void => {
  const device = deviceAt(simulation, index);
  if (device !== undefined) ask(simulation, device, (sync) => sync.decide(decision));
};

/** The user exports a session that a rule may refuse. */
export const exportByHand: Act = (simulation, { index, variant }) => {
  const target = pick(inState(simulation, 'completed'), index);
  if (target === undefined) return;
  simulation.history.asked.add(target.key);
  decide(simulation, variant, { kind: 'export', key: target.key });
};

/** The user wants back what was deleted in the app. */
export const restoreDeleted: Act = (simulation, { index, variant }) => {
  const { history } = simulation;
  const key = pick([...history.deleted.keys()], index);
  if (key === undefined) return;
  history.asked.add(key);
  decide(simulation, variant, { kind: 'restore', key });
};

/** A phone takes over the record of a session. */
export const claim: Act = (simulation, { index, variant }) => {
  const target = pick(inState(simulation, 'completed'), index);
  const device = deviceAt(simulation, variant);
  if (target === undefined || device === undefined) return;
  setIn(simulation.history.claimed, device.name).add(target.key);
  decide(simulation, variant, { kind: 'claim', key: target.key });
};

/** What belongs to a phone that is no more is taken over by the one that goes on with its state. */
export const claimLeft: Act = (simulation) => {
  for (const [index, { former }] of simulation.devices.entries()) {
    for (const [at, { owner }] of inState(simulation, 'completed').entries()) {
      if (owner !== undefined && former.includes(owner)) claim(simulation, { index: at, variant: index });
    }
  }
};

export const prefer: Act = (simulation, { index, variant }) => {
  const target = pick(foreign(simulation), index);
  if (target !== undefined) decide(simulation, variant, { kind: 'prefer', key: target.workout.key });
};

/** In a conflict, the user takes the side of the health store. */
export const keepWorkout: Act = (simulation, { index, variant }) => {
  const target = pick(inState(simulation, 'completed'), index);
  if (target === undefined) return;
  simulation.history.yielded.add(target.key);
  decide(simulation, variant, { kind: 'keep-workout', key: target.key });
};

export const disconnect: Act = (simulation, { index }) => {
  const device = deviceAt(simulation, index);
  if (device === undefined) return;
  ask(simulation, device, (sync) => sync.disconnect({ imported: 'keep', exported: 'keep' }));
};

/** A user turns sync off and wants what it brought taken away: our records, or what came in too. */
export const disconnectRemoving: Act = (simulation, { index, variant }) => {
  const { history } = simulation;
  const device = deviceAt(simulation, index);
  if (device === undefined) return;
  const imported = variant % 2 === 0 ? 'keep' : 'remove';
  const known = setIn(history.known, device.name);
  // What is removed is forgotten.
  for (const key of known) if (imported === 'remove' || history.recorded.has(key)) known.delete(key);
  // What the app tells of as deleted may stay away.
  if (imported === 'remove') history.events.add('imports-off');
  history.takenAway = history.tick;
  // A state from before would take for the user's what is removed now.
  delete device.backup;
  ask(simulation, device, (sync) => sync.disconnect({ imported, exported: 'remove' }));
};

/** The user confirms what the last run held back. */
export const confirm: Act = (simulation, { index }) => {
  const { sync } = deviceAt(simulation, index)?.process?.sync.getSnapshot() ?? {};
  if (sync?.kind !== 'held') return;
  simulation.history.events.add('confirmed');
  decide(simulation, index, { kind: 'confirm', guard: sync.guard });
};

export const connectAll: Act = (simulation) => {
  for (const device of simulation.devices) ask(simulation, device, (sync) => sync.connect());
};
