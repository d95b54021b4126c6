import { type Ports, type Through, throughProcess } from './ports-through-process';

/** One call of a port by a process. `index` counts the calls of the process from zero. */
export interface Call {
  readonly index: number;
  readonly name: string;
}

/**
 * What goes wrong with one call.
 *
 * - `throw-before`: it rejects and nothing was done.
 * - `throw-after`: it was done, and rejects all the same: the acknowledgement is lost.
 * - `crash-before`, `crash-after`: the process dies before the effect, or after it and before the answer.
 */
export type Mishap =
  | { readonly kind: 'throw-before' | 'throw-after'; readonly error: unknown }
  | { readonly kind: 'crash-before' | 'crash-after' };

/** How a process meets its calls. */
export interface SimulatedProcessOptions {
  /** Which calls go wrong. */
  readonly mishap?: (call: Call) => Mishap | undefined;
  /** What happens elsewhere while a call is under way: a user's action, another process that is let go first. */
  readonly during?: (call: Call, moment: 'before' | 'after') => Promise<void> | void;
  /**
   * After how many calls the process is taken for one that runs in circles, and dies.
   * @defaultValue 20000
   */
  readonly callLimit?: number;
}

/** A process of a host: the app, or its background task. */
export interface SimulatedProcess {
  /** The same ports, called through this process. */
  readonly ports: (ports: Ports) => Ports;
  /** One more call of this process, which no port makes: an adapter's, of its client library. */
  readonly through: Through;
  readonly calls: () => readonly Call[];
  /** Whether it died because it ran in circles. */
  readonly isRunaway: () => boolean;
  readonly kill: () => void;
  /** Resolves when the process dies. A call that is under way then never answers, nor does any later one. */
  readonly died: Promise<'died'>;
}

const DEFAULT_CALL_LIMIT = 20_000;

const never = (): Promise<never> => new Promise<never>(() => {});

/**
 * A process that can fail and die at every call that it makes of a port.
 *
 * **Laws** a dead process does nothing more: no call of its has an effect or an answer. Without mishaps a call through a
 * process is the call itself.
 *
 * @see race what the process does against `died`: a promise of a dead process never settles.
 */
export const simulatedProcess = (options: SimulatedProcessOptions = {}): SimulatedProcess => {
  const { mishap: mishapOf, during, callLimit = DEFAULT_CALL_LIMIT } = options;
  const calls: Call[] = [];
  let dead = false;
  let runaway = false;
  let tell: (word: 'died') => void = () => {};
  const died = new Promise<'died'>((resolve) => {
    tell = resolve;
  });
  const kill = (): void => {
    dead = true;
    tell('died');
  };

  const through: Through = async (name, effect) => {
    if (dead) return never();
    const call: Call = { index: calls.length, name };
    calls.push(call);
    runaway = calls.length > callLimit;
    if (runaway) kill();
    await during?.(call, 'before');
    const mishap = mishapOf?.(call);
    if (mishap?.kind === 'crash-before') kill();
    if (dead) return never();
    if (mishap?.kind === 'throw-before') throw mishap.error;
    const answer = await effect();
    if (dead) return never();
    await during?.(call, 'after');
    if (mishap?.kind === 'crash-after') kill();
    if (dead) return never();
    if (mishap?.kind === 'throw-after') throw mishap.error;
    return answer;
  };

  return {
    ports: (ports) => throughProcess(through, ports),
    through,
    calls: () => calls,
    isRunaway: () => runaway,
    kill,
    died,
  };
};
