import type { Decision } from '../../../src/sync/surface/decision';
import type { DisconnectOptions, Sync } from '../../../src/sync/surface/sync';
import type { StoredRecord } from '../../../src/testing/health-store/record-shelf';
import { activityOf, rekeyed, setIn } from '../history';
import { startProcess } from '../process';
import type { Device, Simulation } from '../simulation';
import { type Act, deviceAt, foreign, inState, pick, processesOf, spokenTo, type Target } from './target';

/** Asks the app on a phone for something outside of a run. Where the state cannot be read it refuses, and the user asks again. */
const askFor = (
  simulation: Simulation,
  device: Device,
  what: (sync: Sync) => Promise<unknown>,
): Promise<'done' | 'refused' | 'died'> => {
  device.process ??= startProcess(simulation, device);
  const { sync, simulated } = device.process;
  const asked = what(sync).then(
    () => 'done' as const,
    () => 'refused' as const,
  );
  return Promise.race([asked, simulated.died]);
};

const ask = (simulation: Simulation, device: Device, what: (sync: Sync) => Promise<unknown>): void => {
  simulation.pending.push(askFor(simulation, device, what));
};

const decide = (simulation: Simulation, index: number, by: Target['by'], decision: Decision): void => {
  const device = spokenTo(simulation, index, by);
  if (device !== undefined) ask(simulation, device, (sync) => sync.decide(decision));
};

/** The user exports a session that a rule may refuse. */
export const exportByHand: Act = (simulation, { index, variant, by }) => {
  const target = pick(inState(simulation, 'completed'), index);
  if (target === undefined) return;
  simulation.history.asked.add(target.key);
  decide(simulation, variant, by, { kind: 'export', key: target.key });
};

/** The user wants back what was deleted in the app. */
export const restoreDeleted: Act = (simulation, { index, variant, by }) => {
  const { history } = simulation;
  const key = pick([...history.deleted.keys()], index);
  if (key === undefined) return;
  history.asked.add(key);
  decide(simulation, variant, by, { kind: 'restore', key });
};

/** A phone takes over the record of a session. */
export const claim: Act = (simulation, { index, variant, by }) => {
  const target = pick(inState(simulation, 'completed'), index);
  const device = deviceAt(simulation, variant);
  if (target === undefined || device === undefined) return;
  setIn(simulation.history.claimed, device.name).add(target.key);
  decide(simulation, variant, by, { kind: 'claim', key: target.key });
};

/** What belongs to a phone that is no more is taken over by the one that goes on with its state. */
export const claimLeft: Act = (simulation) => {
  for (const [index, { former }] of simulation.devices.entries()) {
    for (const [at, { owner }] of inState(simulation, 'completed').entries()) {
      if (owner !== undefined && former.includes(owner)) claim(simulation, { index: at, variant: index });
    }
  }
};

const keyOf = ({ workout }: StoredRecord): string => workout.key;

export const prefer: Act = (simulation, { index, variant, by }) => {
  const target = pick(foreign(simulation), index);
  if (target === undefined) return;
  const { key } = target.workout;
  simulation.history.preferred.add(activityOf(simulation.history, `workout ${key}`));
  decide(simulation, variant, by, { kind: 'prefer', key });
};

/** In a conflict, the user takes the side of the health store. */
export const keepWorkout: Act = (simulation, { index, variant, by }) => {
  const target = pick(inState(simulation, 'completed'), index);
  if (target === undefined) return;
  simulation.history.yielded.add(target.key);
  decide(simulation, variant, by, { kind: 'keep-workout', key: target.key });
};

/** From when it is done, the phone makes nothing more, unless its user has had it connected again meanwhile. */
const disconnected = async (
  { history }: Simulation,
  { name }: Device,
  sync: Sync,
  options: DisconnectOptions,
): Promise<void> => {
  const asked = history.tick;
  const { end } = await sync.disconnect(options);
  const isLastWord = (history.connected.get(name) ?? asked) <= asked;
  if (end === 'done' && isLastWord) history.off.set(name, history.tick);
};

export const disconnect: Act = (simulation, { index, by }) => {
  const device = spokenTo(simulation, index, by);
  if (device === undefined) return;
  ask(simulation, device, (sync) => disconnected(simulation, device, sync, { imported: 'keep', exported: 'keep' }));
};

/** A user turns sync off and wants what it brought taken away: our records, or what came in too. */
export const disconnectRemoving: Act = (simulation, { index, variant, by }) => {
  const { history } = simulation;
  const device = spokenTo(simulation, index, by);
  if (device === undefined) return;
  const imported = variant % 2 === 0 ? 'keep' : 'remove';
  const known = setIn(history.known, device.name);
  // What is removed is forgotten.
  for (const key of known) if (imported === 'remove' || history.recorded.has(key)) known.delete(key);
  // What the app tells of as deleted may stay away.
  if (imported === 'remove') history.events.add('imports-off');
  history.takenAway = history.tick;
  // A state from before would take for the user's what is removed now.
  for (const one of processesOf(simulation, device.name)) delete one.backup;
  ask(simulation, device, (sync) => disconnected(simulation, device, sync, { imported, exported: 'remove' }));
};

/** The user has what was set aside tried again: one item, or all of them. */
export const retry: Act = (simulation, { index, variant, by }) => {
  const keys = [...inState(simulation, 'completed').map(({ key }) => key), ...foreign(simulation).map(keyOf)];
  const key = variant < 2 ? undefined : pick(keys, index);
  decide(simulation, variant, by, { kind: 'retry', ...(key !== undefined && { key }) });
};

/** The user says of a session and a workout whether they are of one activity. They know it. */
export const judgePair: Act = (simulation, { index, variant, by }) => {
  const { history } = simulation;
  const session = pick(inState(simulation, 'completed'), index);
  const workout = pick(foreign(simulation).map(keyOf), index + variant);
  if (session === undefined || workout === undefined) return;
  const isSame = activityOf(history, `session ${session.key}`) === activityOf(history, `workout ${workout}`);
  decide(simulation, variant, by, { kind: isSame ? 'same' : 'different', a: session.key, b: workout });
};

/** The app gives a session another key, once every phone has taken note of it: one of its own, or by chance that of a workout. */
export const rekey: Act = (simulation, { index, variant, by }) => {
  const { app, history, pending } = simulation;
  const target = pick(inState(simulation, 'completed'), index);
  if (target === undefined || history.events.has('state-lost')) return;
  history.events.add('rekeyed');
  const chance = variant === 3 ? pick(foreign(simulation).map(keyOf), index) : undefined;
  const isFree = chance !== undefined && !history.sessions.has(chance) && !history.firstKey.has(chance);
  const [from, to] = [target.key, isFree ? chance : `k${history.tick}`];
  const told = simulation.devices.map((_, at) => {
    const device = spokenTo(simulation, at, by);
    return device && askFor(simulation, device, (sync) => sync.decide({ kind: 'rekey', from, to }));
  });
  const change = async (): Promise<void> => {
    const answers = await Promise.all(told);
    // Who is not heard asks again later; until then the key stays.
    if (answers.includes('refused') || answers.includes('died')) return;
    if (app.rekey(from, to) !== undefined) rekeyed(history, from, to);
  };
  pending.push(change());
};

/** The user confirms what the last run held back. */
export const confirm: Act = (simulation, { index, by }) => {
  const { sync } = deviceAt(simulation, index)?.process?.sync.getSnapshot() ?? {};
  if (sync?.kind !== 'held') return;
  simulation.history.events.add('confirmed');
  decide(simulation, index, by, { kind: 'confirm', guard: sync.guard });
};

export const connectAll: Act = (simulation) => {
  for (const device of simulation.devices) {
    const { history } = simulation;
    history.off.delete(device.name);
    history.connected.set(device.name, history.tick);
    ask(simulation, device, (sync) => sync.connect());
  }
};
