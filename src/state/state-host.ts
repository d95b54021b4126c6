import type { Instant } from '../domain/interval';
import type { Platform } from '../domain/platform';
import { failed, ok, type Result } from '../domain/result';
import type { Clock } from '../ports/clock';
import type { StateStore } from '../ports/state-store';
import { toStoreError } from '../ports/store-error';
import { FORMAT, HEAD, type Head } from '../sync/state/collections';
import { isOurs } from '../sync/state/is-ours';
import type { State } from '../sync/state/state';
import { isStop, stop } from '../sync/stop';
import type { Problem } from '../sync/surface/report';
import { systemClock } from '../sync/system-clock';

/** Whose state is meant. What is handed to `createSync` will do. */
export interface StateHost {
  readonly state: StateStore;
  readonly account: string;
  readonly device: string;
  readonly store: { readonly platform: Platform };
  /** @defaultValue the engine's clock and timers */
  readonly clock?: Clock;
}

/** What ends a piece of work on the state: see {@link attempt}. */
export const stateProblem = (code: Problem['code'], message: string, at: Instant) =>
  stop({ end: 'problem', problem: { code, side: 'state', at, message } });

/** Does something with the state; expected trouble is an answer, not an exception. */
export const attempt = async <Value>(
  work: () => Promise<Value>,
  { now }: Clock = systemClock,
): Promise<Result<Value, Problem>> => {
  try {
    return ok(await work());
  } catch (thrown) {
    if (isStop(thrown) && thrown.problem) return failed(thrown.problem);
    const { kind, message } = toStoreError(thrown);
    return failed({ code: kind, side: 'state', at: now(), message });
  }
};

/** A state that a newer version wrote is left alone, whoever asks. */
export const checkFormat = (head: Head | undefined, at: Instant): void => {
  if (head === undefined || head.format <= FORMAT) return;
  throw stateProblem('state-newer', `The state has format ${head.format}; this version reads up to ${FORMAT}.`, at);
};

/** Whose state this is must be who asks. */
export const checkOwner = (state: State, host: StateHost, at: Instant): void => {
  checkFormat(state.get(HEAD), at);
  if (isOurs(state, host)) return;
  throw stateProblem(
    'state-elsewhere',
    'The state belongs to another account, another device or another platform.',
    at,
  );
};
