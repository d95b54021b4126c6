import { type SettingsOverrides, settingsFrom } from '../../../src/policy/settings-from';
import { adoptState } from '../../../src/state/adopt-state';
import { setIn } from '../history';
import { startProcess } from '../process';
import type { Device, Simulation } from '../simulation';
import { type Act, deviceAt, pick, processesOf, stop, type Target } from './target';

const DIRECTIONS = ['import', 'export'] as const;

/** A phone was told that a direction is off. */
const noteOff = ({ history }: Simulation, overrides: SettingsOverrides, device: string): void => {
  for (const direction of DIRECTIONS)
    if (overrides[direction]?.enabled === false) history.off.set(`${device} ${direction}`, history.tick);
};

const noteOn = ({ history, household }: Simulation, overrides: SettingsOverrides): void => {
  const devices = household.members().flatMap(({ devices: phones }) => phones);
  for (const direction of DIRECTIONS)
    if (overrides[direction]?.enabled === true)
      for (const { name } of devices) history.off.delete(`${name} ${direction}`);
};

/**
 * The processes that hear of new settings: all, or the background task of the first phone in place of its app. An app whose first run
 * is still to come would overrule them with those that it was created with.
 */
const hearing = (simulation: Simulation, by: Target['by']): readonly Device[] => {
  if (by !== 'background') return processesOf(simulation);
  simulation.background.process ??= startProcess(simulation, simulation.background);
  const [app] = simulation.devices;
  return processesOf(simulation).filter((device) => device !== app || device.process?.hasSpoken === false);
};

export const choose =
  (overrides: SettingsOverrides, event?: 'imports-off' | 'exports-off' | 'on-gone'): Act =>
  (simulation, { by }) => {
    simulation.settings = settingsFrom(overrides, simulation.settings);
    if (event) simulation.history.events.add(event);
    noteOn(simulation, overrides);
    for (const { process, name } of hearing(simulation, by)) {
      if (process === undefined) continue;
      // Where the state cannot be read it rejects, and the host asks again.
      const asked = process.sync.configure(simulation.settings).then(
        () => noteOff(simulation, overrides, name),
        () => undefined,
      );
      simulation.pending.push(Promise.race([asked, process.simulated.died]));
    }
  };

/** The n-th phone, unless its state says which keys sessions had: without it, nobody knows that they are the same. */
const forgetfulAt = (simulation: Simulation, index: number): Device | undefined =>
  simulation.history.events.has('rekeyed') ? undefined : deviceAt(simulation, index);

/** Forgets what the oracle thought that a device knew. */
const forget = ({ history }: Simulation, device: string, known: ReadonlySet<string> = new Set()): void => {
  history.known.set(device, new Set(known));
  for (const what of [...history.off.keys()]) if (what.startsWith(device)) history.off.delete(what);
  // Also that a disconnect was under way.
  history.connected.set(device, history.tick);
  history.tried.delete(device);
  history.versions.clear();
  history.events.add('state-lost');
};

export const loseState: Act = (simulation, { index }) => {
  const device = forgetfulAt(simulation, index);
  if (device === undefined) return;
  device.state.erase();
  stop(simulation, device.name);
  forget(simulation, device.name);
};

export const backUp: Act = (simulation, { index }) => {
  const device = deviceAt(simulation, index);
  if (device === undefined) return;
  device.backup = {
    copy: device.state.copy(),
    known: new Set(simulation.history.known.get(device.name)),
  };
};

/** What an older phone left, the one at hand goes on with. */
const adopt = ({ account, setting, clock, pending }: Simulation, { state, name, former }: Device): void => {
  if (former.length === 0) return;
  pending.push(adoptState({ state: state.port, account, device: name, store: { platform: setting.profile }, clock }));
};

export const restore: Act = (simulation, { index }) => {
  const device = forgetfulAt(simulation, index);
  if (device?.backup === undefined) return;
  device.state.restore(device.backup.copy);
  stop(simulation, device.name);
  forget(simulation, device.name, device.backup.known);
  adopt(simulation, device);
};

/** The phone is replaced: a new one goes on with its last backup, or with what it holds now. */
export const newPhone: Act = (simulation, { index }) => {
  const { history } = simulation;
  const device = forgetfulAt(simulation, index);
  if (device === undefined) return;
  const old = device.name;
  const { copy, known } = device.backup ?? { copy: device.state.copy(), known: setIn(history.known, old) };
  const name = `${old.replace(/ .*/, '')} (${history.tick})`;
  for (const { process } of processesOf(simulation, old)) process?.simulated.kill();
  stop(simulation, old);
  device.state.restore(copy);
  for (const one of processesOf(simulation, old)) {
    one.name = name;
    one.former = [...one.former, old];
  }
  history.claimed.set(name, new Set(setIn(history.claimed, old)));
  forget(simulation, name, known);
  adopt(simulation, device);
};

const OFF = ['imports-off', 'exports-off'] as const;

/** One row cannot be read any more, whatever it holds. */
export const damageRow: Act = (simulation, { index, variant }) => {
  const device = forgetfulAt(simulation, index);
  if (device === undefined) return;
  const chosen = pick(device.state.rows(), simulation.history.tick * 7 + variant)?.key;
  // Whoever does not know since when a direction was on lets through what is new from now on.
  if (chosen?.startsWith('settings/')) for (const event of OFF) simulation.history.events.add(event);
  device.state.damage((key) => key === chosen);
  stop(simulation, device.name);
  forget(simulation, device.name);
};

export const damage: Act = (simulation, { index, variant }) => {
  const device = forgetfulAt(simulation, index);
  if (device === undefined) return;
  const prefix = ['link/', 'workout/', 'coverage/', 'export/'][variant % 4] ?? '';
  device.state.damage((key) => key.startsWith(prefix));
  stop(simulation, device.name);
  forget(simulation, device.name);
};
