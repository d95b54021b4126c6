import type { Instant } from '../../domain/interval';
import { failed as failure, ok } from '../../domain/result';
import type { Scope } from '../../domain/scope';
import { type StoreError, toStoreError } from '../../ports/store-error';
import type { Engine } from '../engine';
import { keysOf } from '../observe/keys';
import { possibleSettings } from '../report/connection';
import type { Journal } from '../report/journal';
import { rowKeyOf } from '../state/row-key';
import type { RowChange } from '../state/table';
import { isStop, type Stop, stop } from '../stop';
import type { Problem } from '../surface/report';
import type { Progress, RunRequest } from '../surface/request';
import { LONGEST_WAIT_MILLISECONDS } from './backfill';
import type { RunContext } from './context';

/** Errors that say nothing about an item: whatever comes next would meet them too. */
const ENDS_RUN: ReadonlySet<string> = new Set([
  'unavailable',
  'update-required',
  'locked',
  'auth-required',
  'offline',
  'rate-limited',
  'cancelled',
]);

/** How long a run may last. */
export interface Allowance {
  readonly request: RunRequest;
  readonly deadline: Instant;
  readonly isAbandoned: () => boolean;
}

/** Ends a run that another one has given up as dead. Their lease is the same: it would not keep what comes late out. */
export const checkAlive = ({ isAbandoned }: Allowance): void => {
  if (isAbandoned()) throw stop({ end: 'cancelled' });
};

/** Ends a run that was cancelled, or was given up. */
const checkWanted = (allowance: Allowance): void => {
  checkAlive(allowance);
  if (allowance.request.signal?.aborted) throw stop({ end: 'cancelled' });
};

/** Ends a run that is not wanted any more, or has used up its time. */
const check = ({ now }: Engine, allowance: Allowance): void => {
  checkWanted(allowance);
  if (now() >= allowance.deadline) throw stop({ end: 'budget' });
};

const problemOf = ({ now }: Engine, side: Problem['side'], { kind, message }: StoreError): Problem => ({
  code: kind,
  side,
  at: now(),
  message,
});

/** How a run ends that meets an error which says nothing about an item. */
export const endFor = (engine: Engine, side: Problem['side'], error: StoreError): Stop => {
  if (error.kind === 'cancelled') return { end: 'cancelled' };
  const problem = problemOf(engine, side, error);
  if (error.kind !== 'rate-limited') return { end: 'problem', problem };
  const { retryAfterSeconds = engine.pace.backoffSeconds } = error;
  return { end: 'paused', problem, resumeAt: engine.now() + retryAfterSeconds * 1000 };
};

/** What the pieces of a run are handed. */
export const contextOf = (
  engine: Engine,
  allowance: Allowance,
  scope: Scope,
  journal: Journal,
  later: Map<string, RowChange>,
  blamed: Problem[],
): RunContext => {
  const { host, clock, state, now } = engine;
  const { request } = allowance;
  const keys = keysOf(state);
  const options = request.signal ? { signal: request.signal } : {};
  let spent = 0;
  const budget = request.budgetSteps ?? Number.POSITIVE_INFINITY;
  const asking =
    (mayGoOn: () => void): RunContext['ask'] =>
    async (side, call) => {
      for (let attempt = 0; ; attempt++) {
        mayGoOn();
        try {
          const answer = await call(options);
          checkAlive(allowance);
          return ok(answer);
        } catch (thrown) {
          if (isStop(thrown)) throw thrown;
          const error = toStoreError(thrown);
          if (!ENDS_RUN.has(error.kind)) return failure(error);
          const ended = endFor(engine, side, error);
          const wait = (error.retryAfterSeconds ?? Number.POSITIVE_INFINITY) * 1000;
          if (ended.end !== 'paused' || wait > LONGEST_WAIT_MILLISECONDS || attempt > 0) throw stop(ended);
          await clock.sleep(wait, request.signal);
        }
      }
    };
  return {
    host,
    pace: engine.pace,
    state,
    scope,
    settings: possibleSettings(host, engine.settings(), engine.access()),
    keys,
    journal: { ...journal, note: (item) => journal.note(keys.told(item)) },
    now,
    breathe: async () => {
      await engine.breathe();
      check(engine, allowance);
      await state.keepLease();
    },
    pause: async (milliseconds) => {
      await clock.sleep(milliseconds, request.signal);
      check(engine, allowance);
    },
    spend: (steps) => {
      spent += steps;
      if (spent >= budget) throw stop({ end: 'budget' });
    },
    stepsLeft: () => Math.max(1, budget - spent),
    ask: asking(() => check(engine, allowance)),
    finish: asking(() => checkWanted(allowance)),
    blame: (side, error) => {
      blamed.push(problemOf(engine, side, error));
    },
    commit: async (changes) => {
      checkAlive(allowance);
      if (changes.length === 0) return;
      const all = [...later.values(), ...changes];
      later.clear();
      await state.commit(all);
    },
    later: (changes) => {
      for (const change of changes) later.set(rowKeyOf(change.collection, change.key), change);
    },
    progress: (progress: Progress) => {
      engine.setRunning({ kind: 'running', trigger: request.trigger ?? 'user', progress });
      request.onProgress?.(progress);
      engine.emit({ kind: 'progress', progress });
    },
  };
};
