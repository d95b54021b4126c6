import type { Instant } from '../domain/interval';
import type { Signal } from './signal';

/**
 * Time, as a host supplies it; tests move it by hand.
 *
 * - **CL1** `now` MUST be the phone's wall clock. It may jump.
 * - **CL2** `sleep` MUST let other work run, also for zero, and MUST end early, without an error, when its signal is aborted.
 */
export interface Clock {
  readonly now: () => Instant;
  readonly sleep: (milliseconds: number, signal?: Signal) => Promise<void>;
}
