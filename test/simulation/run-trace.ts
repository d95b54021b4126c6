import type { Decision } from '../../src/sync/surface/decision';
import { type ActionName, act } from './actions';
import { placeWitnesses } from './actions/both-sides';
import { choose } from './actions/phones';
import { stop } from './actions/target';
import { judgeEnd } from './judge-end';
import { type Bug, type Device, type MakeHealth, type MakeSync, openSimulation, type Simulation } from './simulation';
import { askWith, settled, syncAll } from './syncing';
import type { Trace, TraceStep } from './trace';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** How many rounds of syncs may pass before all must have come to rest. */
const ROUNDS = 4;

const devicesOf = ({ devices, background }: Simulation, who: TraceStep['sync']): readonly Device[] => {
  const [first, second] = devices;
  if (who === 'no' || first === undefined) return [];
  if (who === 'background') return [background];
  if (who === 'processes') return [first, background];
  if (who === 'second') return [second ?? first];
  return who === 'both' && second !== undefined ? [first, second] : [first];
};

/** More runs than this for one handful of records come to no end. */
const MOST_RUNS = 100;

/** What is asked of the app outside of a run and takes as long as one: what goes wrong then goes wrong in it. */
const MAY_BE_CUT_SHORT: ReadonlySet<ActionName> = new Set(['disconnect', 'disconnectRemoving']);

const step = async (
  simulation: Simulation,
  { action, index, variant, sync, by, request, budget, again, accident }: TraceStep,
) => {
  const target = { index, variant, ...(by && { by }) };
  const isAskedFor = accident !== undefined && MAY_BE_CUT_SHORT.has(action);
  if (isAskedFor) await askWith(simulation, action, target, accident);
  else act(simulation, action, target);
  await settled(simulation);
  const devices = devicesOf(simulation, sync);
  const options = { target, ...(request && { request }), ...(budget && { budget }) };
  for (let runs = 0; devices.length > 0; runs++) {
    const isSpoilt = runs === 0 && accident !== undefined && !isAskedFor;
    const reports = await syncAll(simulation, devices, isSpoilt ? { ...options, accident } : options);
    await settled(simulation);
    const isUndone = reports.some((report) => report === 'died' || report.end === 'budget');
    if (again === undefined || !isUndone) break;
    // The lease of a killed process runs out.
    if (reports.includes('died')) simulation.clock.move(2 * MINUTE);
    if (runs > MOST_RUNS) {
      simulation.faults.push('R10 runs with a small budget come to no end');
      break;
    }
  }
  simulation.clock.move(10 * MINUTE);
};

/** All is wanted that can be, and nothing of it is removed. */
const chooseAll = choose({
  import: { enabled: true, categories: { running: true } },
  export: { enabled: true },
  onWorkoutGone: 'detach',
});

/** Everything works again. */
const heal = async (simulation: Simulation): Promise<void> => {
  chooseAll(simulation, { index: 0, variant: 0 });
  await settled(simulation);
  for (const action of ['showSessions', 'acceptImports', 'showStore', 'connectAll', 'claimLeft'] as const) {
    act(simulation, action, { index: 0, variant: 0 });
    await settled(simulation);
  }
};

const decide = async (simulation: Simulation, { name, process }: Device, decision: Decision): Promise<void> => {
  try {
    await process?.sync.decide(decision);
  } catch (thrown) {
    simulation.faults.push(`R9 a decision on ${name} was refused: ${String(thrown)}`);
  }
};

const writesOf = ({ health, app, devices }: Simulation) => ({
  sides: health.counts().writes + app.counts().writes,
  state: devices.map(({ state }) => state.writes()),
});

/** How often a settled sync may write its state: its lease, and its journal. */
const SETTLED_WRITES = 2;

/**
 * Time passes. Every phone syncs; its user confirms what is held and tries again what was set aside. True: all was at rest, as
 * {@link judgeQuiet} demands it.
 */
const round = async (simulation: Simulation): Promise<boolean> => {
  const before = writesOf(simulation).sides;
  let isAtRest = true;
  // What was hidden from the feed is found by the full read that is made now and then; nothing else may need it.
  simulation.clock.move(simulation.history.events.has('hidden') ? 3 * DAY : DAY / 8);
  for (const device of simulation.devices) {
    const written = device.state.writes();
    const [report] = await syncAll(simulation, [device]);
    if (report === undefined || report === 'died') return false;
    isAtRest &&= report.end === 'done';
    if (report.end === 'held') {
      simulation.history.events.add('confirmed');
      await decide(simulation, device, { kind: 'confirm', guard: report.guard ?? '' });
      await syncAll(simulation, [device]);
    }
    const synced = device.state.writes();
    await decide(simulation, device, { kind: 'retry' });
    isAtRest &&= synced - written <= SETTLED_WRITES && device.state.writes() === synced;
  }
  return isAtRest && before === writesOf(simulation).sides;
};

/**
 * E4 quiet: a further sync of each phone is done, and writes nothing to either side. A full read, which is due now and then, writes
 * down that it was made: the sync of the last round has got it out of the way.
 */
const judgeQuiet = async (simulation: Simulation): Promise<void> => {
  for (const [index, device] of simulation.devices.entries()) {
    const before = writesOf(simulation);
    const [report] = await syncAll(simulation, [device]);
    const after = writesOf(simulation);
    const end = report === undefined || report === 'died' ? 'died' : report.end;
    if (end !== 'done') simulation.faults.push(`E4 the last run of ${device.name} ended: ${end}`);
    const wrote = after.sides - before.sides;
    if (wrote > 0) simulation.faults.push(`E4 a settled sync of ${device.name} wrote ${wrote} times`);
    const state = (after.state[index] ?? 0) - (before.state[index] ?? 0);
    if (state > SETTLED_WRITES)
      simulation.faults.push(`E4 a settled sync of ${device.name} wrote its state ${state} times`);
  }
};

const syncEach = async (simulation: Simulation): Promise<void> => {
  for (const device of simulation.devices) await syncAll(simulation, [device]);
};

/** Everything works again, and syncs follow until all must be at rest. Stops at the first fault. */
const comeToRest = async (simulation: Simulation): Promise<void> => {
  await heal(simulation);
  // What was hidden from the feed is read in a round that is quiet, perhaps, and settles in the next.
  const wanted = simulation.history.events.has('hidden') ? 2 : 1;
  let quiet = 0;
  for (let turn = 0; turn < ROUNDS && quiet < wanted; turn++) {
    quiet = (await round(simulation)) ? quiet + 1 : 0;
    if (simulation.faults.length > 0) return;
  }
  // What the last full read has found is done by now, or by one more sync.
  if (quiet === 0) await syncEach(simulation);
};

/** Runs a trace: chaos, then everything heals, then syncs until all must be at rest. Stops at the first fault. */
export const runTrace = async (
  trace: Trace,
  makeSync: MakeSync,
  bug?: Bug,
  makeHealth?: MakeHealth,
): Promise<Simulation> => {
  const simulation = openSimulation(trace, makeSync, bug, makeHealth);
  if (trace.witness !== 'none') placeWitnesses(simulation, { index: 0, variant: 0 });
  const { household, faults } = simulation;
  for (const one of trace.steps) {
    await step(household.signedIn(), one);
    if (faults.length > 0) return simulation;
  }
  const members = household.members();
  for (const member of members) {
    household.signIn(member.account);
    await comeToRest(member);
    if (faults.length > 0) return simulation;
  }
  for (const member of members) {
    household.signIn(member.account);
    // What the others have written since is seen, and nobody's business.
    if (members.length > 1) await syncEach(member);
    // What a process has left undone and does not know shows where another one looks at everything.
    stop(member);
    await judgeQuiet(member);
    faults.push(...judgeEnd(member));
  }
  return simulation;
};
