import { storeError } from '../../src/ports/store-error';
import type { RunReport } from '../../src/sync/surface/report';
import type { Sync } from '../../src/sync/surface/sync';
import { type Ports, throughProcess } from '../../src/testing/ports-through-process';
import { type Call, type Mishap, type SimulatedProcess, simulatedProcess } from '../../src/testing/simulated-process';
import type { Device, Simulation } from './simulation';

/** What is to happen in the middle of one run. */
export interface Plot {
  readonly mishap?: (call: Call) => Mishap | undefined;
  readonly during?: (call: Call, moment: 'before' | 'after') => Promise<void> | void;
}

/** The app, running on a phone. */
export interface Process {
  readonly sync: Sync;
  readonly simulated: SimulatedProcess;
  /** What happens in the run that comes next. Calls are counted from here. */
  readonly plot: (plot: Plot) => void;
  /** Whether the settings that it was created with are written down for certain. */
  hasSpoken: boolean;
}

/** A run that makes more calls than this runs in circles. */
const CALL_LIMIT = 3000;

const portsOf = ({ health, app, clock, mappingVersion }: Simulation, { state }: Device): Ports => ({
  store: { ...health.port, mappingVersion },
  sessions: app.port,
  state: state.port,
  clock,
});

const OF_STORE = /^(store|changes|detail|writing)\./;

/** Whether something may happen to a call: a sleep cannot fail. */
export const mayFail = ({ name }: Call): boolean => name !== 'clock.sleep';

/** The ports, without a feed of changes where the world has none. */
const fed = ({ setting }: Simulation, ports: Ports): Ports => {
  if (setting.feed !== 'full') return ports;
  const { changes: _changes, ...store } = ports.store;
  return { ...ports, store };
};

const TEN_YEARS_SECONDS = 315_360_000;

/** Starts the app on a phone. */
export const startProcess = (simulation: Simulation, device: Device): Process => {
  // A phone that is replaced gets another name, and what runs on it does not.
  const { name } = device;
  let plot: Plot = {};
  let begun = 0;
  const counted = (call: Call): Call => ({ ...call, index: call.index - begun });
  const simulated = simulatedProcess({
    mishap: (call) => plot.mishap?.(counted(call)) ?? quotaRefusal(simulation, call),
    during: (call, moment) => {
      if (call.index - begun > CALL_LIMIT) {
        simulation.faults.push(`P3 a run of ${name} runs in circles`);
        simulated.kill();
      }
      const { seconds } = simulation.answering;
      if (seconds > 0 && moment === 'before' && OF_STORE.test(call.name)) simulation.clock.move(seconds * 1000);
      return plot.during?.(counted(call), moment);
    },
    callLimit: Number.POSITIVE_INFINITY,
  });
  const outer = throughProcess(
    (call, effect) => simulated.through(call, () => simulation.callAs(name, simulated.through, effect)),
    fed(simulation, portsOf(simulation, device)),
  );
  simulation.starts += 1;
  // No two processes draw the same numbers: they tell them apart.
  let draws = simulation.starts * 1009;
  const host = {
    ...simulation.bug(outer, name),
    settings: simulation.settings,
    account: simulation.account,
    device: name,
    ...(simulation.setting.fullReads && { pace: { fullReadSeconds: TEN_YEARS_SECONDS } }),
    random: () => {
      draws += 1;
      return ((draws * 7919) % 10_007) / 10_007;
    },
  };
  return {
    sync: simulation.makeSync(host),
    simulated,
    plot: (next) => {
      plot = next;
      begun = simulated.calls().length;
    },
    hasSpoken: false,
  };
};

const QUARTER = 900_000;

/** A call of the health store counts, and the one too many is refused until the first of a quarter of an hour is over. */
const quotaRefusal = ({ answering, clock }: Simulation, { name }: Call): Mishap | undefined => {
  if (answering.allowance === Number.POSITIVE_INFINITY || !OF_STORE.test(name)) return undefined;
  const now = clock.now();
  const made = answering.made.filter((at) => at > now - QUARTER && at <= now);
  const [first = now] = made;
  const isAllowed = made.length < answering.allowance;
  answering.made = isAllowed ? [...made, now] : made;
  const retryAfterSeconds = (first + QUARTER - now) / 1000;
  return isAllowed
    ? undefined
    : { kind: 'throw-before', error: storeError('rate-limited', 'API call quota exceeded', { retryAfterSeconds }) };
};

/** What is thrown by a call that fails. */
export const errorFor = (call: Call, variant: number): unknown => {
  if (call.name.startsWith('state.')) return new Error('disk I/O error');
  const kinds = ['unknown', 'offline', 'invalid', 'precondition', 'locked', 'permission', 'too-large'] as const;
  return storeError(kinds[variant % kinds.length] ?? 'unknown', 'injected');
};

/** Runs, unless the process dies meanwhile. */
export const runIn = async (
  simulation: Simulation,
  process: Process,
  request: Parameters<Sync['run']>[0],
): Promise<RunReport | 'died'> => {
  const { sync, simulated } = process;
  try {
    const report = await Promise.race([sync.run(request), simulated.died]);
    if (report !== 'died' && report.end === 'done') process.hasSpoken = true;
    return report;
  } catch (thrown) {
    simulation.faults.push(`a run rejected: ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
    return 'died';
  }
};
