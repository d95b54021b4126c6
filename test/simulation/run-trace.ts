import { act, placeWitnesses } from './actions';
import { judgeEnd } from './judge-end';
import { type Bug, type Device, type MakeSync, openSimulation, type Simulation } from './simulation';
import { syncAll } from './syncing';
import type { Trace, TraceStep } from './trace';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** How many rounds of syncs may pass before all must have come to rest. */
const ROUNDS = 4;

const devicesOf = ({ devices }: Simulation, who: TraceStep['sync']): readonly Device[] => {
  const [first, second] = devices;
  if (who === 'no' || first === undefined) return [];
  if (who === 'second') return [second ?? first];
  return who === 'both' && second !== undefined ? [first, second] : [first];
};

const step = async (simulation: Simulation, { action, index, variant, sync, budget, accident }: TraceStep) => {
  const target = { index, variant };
  act(simulation, action, target);
  const devices = devicesOf(simulation, sync);
  if (devices.length > 0) {
    await syncAll(simulation, devices, { target, ...(budget && { budget }), ...(accident && { accident }) });
  }
  simulation.clock.move(10 * MINUTE);
};

/** Everything works again. */
const heal = (simulation: Simulation): void => {
  for (const action of ['showSessions', 'showStore', 'runningOn', 'importsOn', 'exportsOn', 'detachGone'] as const) {
    act(simulation, action, { index: 0, variant: 0 });
  }
};

/** Every phone syncs; its user confirms what is held and tries again what was set aside. */
const round = async (simulation: Simulation): Promise<void> => {
  for (const device of simulation.devices) {
    const [report] = await syncAll(simulation, [device]);
    if (report === undefined || report === 'died') continue;
    if (report.end === 'held') {
      simulation.history.events.add('confirmed');
      await device.process?.sync.decide({ kind: 'confirm', guard: report.guard ?? '' });
      await syncAll(simulation, [device]);
    }
    await device.process?.sync.decide({ kind: 'retry' });
  }
  simulation.clock.move(3 * DAY);
};

const writesOf = ({ health, app, devices }: Simulation) => ({
  store: health.counts().writes,
  app: app.counts().writes,
  state: devices.map(({ state }) => state.writes()),
});

/**
 * E4 quiet: a further sync of each phone is done, and writes nothing to either side. A full read, which is due once a week, writes
 * down that it was made: a sync right before gets it out of the way.
 */
const judgeQuiet = async (simulation: Simulation): Promise<void> => {
  for (const [index, device] of simulation.devices.entries()) {
    await syncAll(simulation, [device]);
    const before = writesOf(simulation);
    const [report] = await syncAll(simulation, [device]);
    const after = writesOf(simulation);
    const end = report === undefined || report === 'died' ? 'died' : report.end;
    if (end !== 'done') simulation.faults.push(`E4 the last run of ${device.name} ended: ${end}`);
    const wrote = after.store - before.store + after.app - before.app;
    if (wrote > 0) simulation.faults.push(`E4 a settled sync of ${device.name} wrote ${wrote} times`);
    const state = (after.state[index] ?? 0) - (before.state[index] ?? 0);
    // What proves nothing is read again each time, and that it was read is written down.
    if (state > (simulation.setting.witness === 'none' ? 3 : 2))
      simulation.faults.push(`E4 a settled sync of ${device.name} wrote its state ${state} times`);
  }
};

/** Runs a trace: chaos, then everything heals, then syncs until all must be at rest. Stops at the first fault. */
export const runTrace = async (trace: Trace, makeSync: MakeSync, bug?: Bug): Promise<Simulation> => {
  const simulation = openSimulation(trace, makeSync, bug);
  if (trace.witness !== 'none') placeWitnesses(simulation, { index: 0, variant: 0 });
  for (const one of trace.steps) {
    await step(simulation, one);
    if (simulation.faults.length > 0) return simulation;
  }
  heal(simulation);
  for (let turn = 0; turn < ROUNDS; turn++) {
    await round(simulation);
    if (simulation.faults.length > 0) return simulation;
  }
  await judgeQuiet(simulation);
  simulation.faults.push(...judgeEnd(simulation));
  return simulation;
};
