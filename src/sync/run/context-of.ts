import type { Instant } from '../../domain/interval';
import { failed as failure, ok } from '../../domain/result';
import type { Scope } from '../../domain/scope';
import { toStoreError } from '../../ports/store-error';
import type { Engine } from '../engine';
import { keysOf } from '../observe/keys';
import { possibleSettings } from '../report/connection';
import type { Journal } from '../report/journal';
import { rowKeyOf } from '../state/row-key';
import type { RowChange } from '../state/state';
import { isStop, stop } from '../stop';
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

/** Ends a run that was cancelled, has used up its time, or was given up as dead by another one. */
const check = ({ now }: Engine, { request, deadline, isAbandoned }: Allowance): void => {
  if (request.signal?.aborted) throw stop({ end: 'cancelled' });
  if (isAbandoned()) throw stop({ end: 'cancelled' });
  if (now() >= deadline) throw stop({ end: 'budget' });
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
  let spent = 0;
  const budget = request.budgetSteps ?? Number.POSITIVE_INFINITY;
  const problemOf = (side: Problem['side'], code: Problem['code'], message: string): Problem => ({
    code,
    side,
    at: now(),
    message,
  });
  return {
    host,
    pace: engine.pace,
    state,
    scope,
    settings: possibleSettings(host, engine.settings(), engine.access()),
    keys: keysOf(state),
    journal,
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
    ask: async (side, call) => {
      for (let attempt = 0; ; attempt++) {
        check(engine, allowance);
        try {
          return ok(await call());
        } catch (thrown) {
          if (isStop(thrown)) throw thrown;
          const error = toStoreError(thrown);
          if (!ENDS_RUN.has(error.kind)) return failure(error);
          const wait = (error.retryAfterSeconds ?? Number.POSITIVE_INFINITY) * 1000;
          const problem = problemOf(side, error.kind, error.message);
          if (error.kind === 'cancelled') throw stop({ end: 'cancelled' });
          if (error.kind !== 'rate-limited') throw stop({ end: 'problem', problem });
          if (wait > LONGEST_WAIT_MILLISECONDS || attempt > 0) {
            const pause = Number.isFinite(wait) ? wait : engine.pace.backoffSeconds * 1000;
            throw stop({ end: 'paused', problem, resumeAt: now() + pause });
          }
          await clock.sleep(wait, request.signal);
        }
      }
    },
    blame: (side, { kind, message }) => {
      blamed.push(problemOf(side, kind, message));
    },
    commit: async (changes) => {
      const all = [...later.values(), ...changes];
      later.clear();
      if (all.length > 0) await state.commit(all);
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
