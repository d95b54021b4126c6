import type { Interval } from '../../src/domain/interval';
import type { Signal } from '../../src/ports/signal';
import type { Plan } from '../../src/reconcile/plan';
import type { RunReport } from '../../src/sync/surface/report';
import type { RunRequest } from '../../src/sync/surface/request';
import type { Call } from '../../src/testing/simulated-process';
import { type ActionName, act } from './actions';
import { inState, pick, spokenTo, type Target } from './actions/target';
import { activityOf, setIn } from './history';
import { begin, type Effect, judgeEffect } from './judge-effects';
import { judgePreview } from './judge-preview';
import { errorFor, mayFail, type Plot, type Process, runIn, startProcess } from './process';
import { externalId } from './records';
import type { Device, Simulation } from './simulation';
import type { Accident, TraceStep } from './trace';

export interface SyncOptions {
  readonly request?: TraceStep['request'];
  readonly budget?: number;
  readonly accident?: Accident;
  readonly target?: Target;
}

const MINUTE = 60_000;

/** A second process of the same phone syncs in the middle of a call of the first. */
const rival = async (simulation: Simulation, device: Device, at: number): Promise<void> => {
  // Every second time the first one has been silent for longer than its lease lasts.
  if (at % 2 === 0) simulation.clock.move(2 * MINUTE);
  await runIn(simulation, startProcess(simulation, device), {});
};

const plotOf = (
  simulation: Simulation,
  device: Device,
  { accident, target = { index: 0, variant: 0 } }: SyncOptions,
  abort: () => void,
): Plot => {
  if (accident === undefined) return {};
  const { kind, at, call: name, action = 'nothing' } = accident;
  let met = -1;
  /** Whether this is the call; each call is asked about once. */
  const isIt = (call: Call): boolean => {
    if (call.name === name) met += 1;
    const isMet = name === 'any' ? call.index === at : call.name === name && met === at;
    if (isMet) simulation.history.events.add('accident');
    return isMet && (!kind.startsWith('throw') || mayFail(call));
  };
  switch (kind) {
    case 'throw-before':
    case 'throw-after':
      return {
        mishap: (call) => (isIt(call) ? { kind, error: errorFor(call, target.variant) } : undefined),
      };
    case 'crash-before':
    case 'crash-after':
      return { mishap: (call) => (isIt(call) ? { kind } : undefined) };
    default:
      return {
        during: async (call, moment) => {
          if (moment !== (kind === 'user-after' ? 'after' : 'before') || !isIt(call)) return;
          if (kind === 'abort') abort();
          else if (kind === 'conflict') device.state.conflict(1);
          else if (kind === 'rival') await rival(simulation, device, at);
          else act(simulation, action, target);
        },
      };
  }
};

const isSeenWhole = ({ app, health }: Simulation): boolean => {
  const { missingPage } = app.conditions();
  const { read, inBackground, readableSince, locked } = health.conditions();
  return !missingPage && read === 'granted' && !inBackground && readableSince === undefined && !locked;
};

/** A claim stands against the owner that its device was shown first, and is over once it was shown another. */
const noteOwners = ({ history, app }: Simulation, { name }: Device): void => {
  const claimed = setIn(history.claimed, name);
  const overruled = history.overruled.get(name) ?? new Map<string, string>();
  history.overruled.set(name, overruled);
  for (const { key, owner } of app.sessions()) {
    if (!claimed.has(key)) continue;
    const over = overruled.get(key) ?? owner;
    if (owner !== undefined && owner !== name && owner === over) overruled.set(key, owner);
    else claimed.delete(key);
    if (!claimed.has(key)) overruled.delete(key);
  }
};

/** A run in which nothing went wrong, and that ended in peace, has written down what it did and what it found done. */
const noteKnown = (simulation: Simulation, device: Device, report: RunReport | 'died'): void => {
  if (report === 'died' || report.end !== 'done' || !isSeenWhole(simulation)) return;
  const { history, app, health, setting } = simulation;
  const written = new Set(health.records().map(({ workout }) => workout.external?.id));
  const tried = setIn(history.tried, device.name);
  for (const { key, state } of app.sessions()) {
    const isThere = state !== 'deleted' && (!history.recorded.has(key) || written.has(externalId(simulation, key)));
    // A sink lists nothing: what it made is not known before it was asked for it again, which the settings may not allow.
    const isUnlisted = setting.sessions === 'sink' && history.interrupted.has(key);
    if (isThere && !isUnlisted && tried.has(key)) setIn(history.known, device.name).add(key);
  }
  tried.clear();
  noteOwners(simulation, device);
};

const processOf = (simulation: Simulation, device: Device): Process => {
  device.process ??= startProcess(simulation, device);
  return device.process;
};

const EVERYTHING: Interval = { start: 0, end: Date.UTC(2100, 0) };

/** The record that a watch has written of the same activity. */
const companionOf = ({ health, history }: Simulation, session: string): string | undefined =>
  health
    .records()
    .map(({ workout }) => workout.key)
    .find((key) => activityOf(history, `workout ${key}`) === activityOf(history, `session ${session}`));

const requestOf = (simulation: Simulation, { request, budget, target }: SyncOptions, signal: Signal): RunRequest => {
  const inBackground = request === 'background' && { trigger: 'background' };
  const options = { signal, ...inBackground, ...(budget !== undefined && { budgetSteps: budget }) };
  if (request === 'backfill') return { ...options, kind: 'backfill', window: EVERYTHING, batchSize: 1 };
  const completed = pick(inState(simulation, 'completed'), target?.index ?? 0);
  if (request !== 'completed' || completed === undefined) return options;
  const workout = (target?.variant ?? 0) < 2 ? undefined : companionOf(simulation, completed.key);
  return { ...options, kind: 'completed', session: completed.key, ...(workout !== undefined && { workout }) };
};

/** The user looks at what a sync would do, and at one record. Neither may change anything. */
const lookAround = async (simulation: Simulation, { sync, simulated }: Process): Promise<Plan | undefined> => {
  let plan: Plan | undefined;
  const look = async (): Promise<void> => {
    plan = await sync.preview();
    for (const { key } of inState(simulation, 'completed').slice(0, 1)) await sync.explain(key);
    await sync.diagnose();
  };
  const before = simulation.onEffect;
  simulation.onEffect = () => simulation.faults.push('E4 a preview has changed something');
  await Promise.race([look().catch(() => undefined), simulated.died]);
  simulation.onEffect = before;
  return plan;
};

/** One sync of one phone, with what goes wrong in it. Every effect is judged at its moment. */
const syncOnce = async (
  simulation: Simulation,
  device: Device,
  options: SyncOptions,
  isAlone: boolean,
): Promise<RunReport | 'died'> => {
  const process = processOf(simulation, device);
  const controller = new AbortController();
  process.plot(plotOf(simulation, device, options, () => controller.abort()));
  const isLook = options.request === 'look' && isAlone && options.accident === undefined;
  const plan = isLook ? await lookAround(simulation, process) : undefined;
  const listener = simulation.onEffect;
  const effects: Effect[] = [];
  if (plan !== undefined)
    simulation.onEffect = (effect) => {
      effects.push(effect);
      listener(effect);
    };
  const report = await runIn(simulation, process, requestOf(simulation, options, controller.signal));
  if (plan !== undefined && report !== 'died') judgePreview(simulation, plan, effects, report);
  if (report === 'died') device.process = undefined;
  else process.plot({});
  const isWhole = options.request === undefined || options.request === 'look' || options.request === 'background';
  if (isWhole && options.accident === undefined) noteKnown(simulation, device, report);
  return report;
};

/** What was asked of a process outside of a run has been done. */
export const settled = async ({ pending }: Simulation): Promise<void> => {
  await Promise.all(pending.splice(0));
};

/** Asks the app on a phone for something outside of a run, with what goes wrong in it. */
export const askWith = async (
  simulation: Simulation,
  action: ActionName,
  target: Target,
  accident: Accident,
): Promise<void> => {
  const device = spokenTo(simulation, target.index, target.by);
  if (device === undefined) return;
  const process = processOf(simulation, device);
  process.plot(plotOf(simulation, device, { accident, target }, () => undefined));
  // What is asked for outside of a run has no guard.
  const run = begin(simulation, accident, { removals: Number.NEGATIVE_INFINITY });
  simulation.onEffect = (effect: Effect) => judgeEffect(simulation, run, effect);
  act(simulation, action, target);
  await settled(simulation);
  simulation.onEffect = () => undefined;
  process.plot({});
  const isDead = (await Promise.race([process.simulated.died, Promise.resolve('alive')])) === 'died';
  if (!isDead) return;
  device.process = undefined;
  // The lease of a killed process runs out.
  simulation.clock.move(2 * MINUTE);
};

/** Syncs some phones at the same time, and judges what they do. */
export const syncAll = async (
  simulation: Simulation,
  devices: readonly Device[],
  options: SyncOptions = {},
): Promise<readonly (RunReport | 'died')[]> => {
  const run = begin(simulation, options.accident, { keepsSettings: options.request === 'backfill' });
  simulation.onEffect = (effect: Effect) => judgeEffect(simulation, run, effect);
  const reports = await Promise.all(
    devices.map((device) => syncOnce(simulation, device, options, devices.length === 1)),
  );
  simulation.onEffect = () => undefined;
  return reports;
};
