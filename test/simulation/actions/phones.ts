import { type SettingsOverrides, settingsFrom } from '../../../src/policy/settings-from';
import type { Simulation } from '../simulation';
import { type Act, deviceAt, processesOf, stop } from './target';

export const choose =
  (overrides: SettingsOverrides, event?: 'imports-off' | 'exports-off' | 'on-gone'): Act =>
  (simulation) => {
    simulation.settings = settingsFrom(overrides, simulation.settings);
    if (event) simulation.history.events.add(event);
    for (const { process } of processesOf(simulation)) {
      if (process === undefined) continue;
      // Where the state cannot be read it rejects, and the host asks again.
      const asked = process.sync.configure(simulation.settings).catch(() => undefined);
      simulation.pending.push(Promise.race([asked, process.simulated.died]));
    }
  };

/** Forgets what the oracle thought that a device knew. */
const forget = ({ history }: Simulation, device: string, known: ReadonlySet<string> = new Set()): void => {
  history.known.set(device, new Set(known));
  history.tried.delete(device);
  history.versions.clear();
  history.events.add('state-lost');
};

export const loseState: Act = (simulation, { index }) => {
  const device = deviceAt(simulation, index);
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

export const restore: Act = (simulation, { index }) => {
  const device = deviceAt(simulation, index);
  if (device?.backup === undefined) return;
  device.state.restore(device.backup.copy);
  stop(simulation, device.name);
  forget(simulation, device.name, device.backup.known);
};

export const damage: Act = (simulation, { index, variant }) => {
  const device = deviceAt(simulation, index);
  if (device === undefined) return;
  const prefix = ['link/', 'workout/', 'coverage/', 'export/'][variant % 4] ?? '';
  device.state.damage((key) => key.startsWith(prefix));
  stop(simulation, device.name);
  forget(simulation, device.name);
};
