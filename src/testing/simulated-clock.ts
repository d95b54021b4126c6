import type { Instant } from '../domain/interval';
import type { Clock } from '../ports/clock';

/** A clock that stands still until it is moved. */
export interface SimulatedClock extends Clock {
  /** Moves it on, or back: a wall clock may jump. */
  readonly move: (milliseconds: number) => void;
  /** How long was slept in all, in milliseconds. */
  readonly slept: () => number;
}

/**
 * A clock for tests: it shows `start` until somebody moves it, and sleeping moves it.
 *
 * **Laws** `sleep` lets other work run, also for zero, and costs no real time; a sleep whose signal is aborted moves nothing.
 */
export const simulatedClock = (start: Instant): SimulatedClock => {
  let now = start;
  let slept = 0;
  return {
    now: () => now,
    sleep: async (milliseconds, signal) => {
      await Promise.resolve();
      if (signal?.aborted) return;
      now += milliseconds;
      slept += milliseconds;
    },
    move: (milliseconds) => {
      now += milliseconds;
    },
    slept: () => slept,
  };
};
