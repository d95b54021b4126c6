import type { Instant } from '../domain/interval';
import type { Problem, RunEnd } from './surface/report';

/** What ends a run before its end. Thrown within the runner and caught where a run is reported. */
export interface Stop {
  readonly end: RunEnd;
  readonly problem?: Problem;
  readonly resumeAt?: Instant;
  readonly guard?: string;
}

const STOPS = new WeakSet<object>();

/** A {@link Stop} that can be told from everything else that is thrown. */
export const stop = (reason: Stop): Stop => {
  STOPS.add(reason);
  return reason;
};

export const isStop = (thrown: unknown): thrown is Stop =>
  typeof thrown === 'object' && thrown !== null && STOPS.has(thrown);
