import type { Settings } from '../../domain/settings';
import type { Access } from '../../ports/access';
import { toStoreError } from '../../ports/store-error';
import type { Engine } from '../engine';
import { isConnected } from '../report/connection';
import { openJournal } from '../report/journal';
import { summaryAfter, trimmed } from '../report/summary';
import { ONLY, RUNS, SUMMARY } from '../state/collections';
import { isOurs } from '../state/is-ours';
import { put, type RowChange } from '../state/table';
import { isStop, type Stop, stop } from '../stop';
import type { Problem, RunReport } from '../surface/report';
import type { RunRequest } from '../surface/request';
import type { RunContext } from './context';
import { type Allowance, checkAlive, contextOf, endFor } from './context-of';
import { ownRows } from './own-rows';
import { scopeOf } from './scope-of';

/** A phone gives a background task about half a minute, and some systems less. */
const BACKGROUND_SECONDS = 15;

/** What a run does between taking the lease and giving it back. */
export interface Task {
  readonly request: RunRequest;
  readonly kind: RunReport['kind'] | 'preview';
  readonly work: (run: RunContext) => Promise<void>;
  readonly isAbandoned: () => boolean;
}

/** Whose state this is must be who asks. */
export const checkHead = (engine: Engine): void => {
  if (isOurs(engine.state, engine.host)) return;
  const message = 'The state belongs to another account, another device or another platform.';
  throw stop({ end: 'problem', problem: { code: 'state-elsewhere', side: 'state', at: engine.now(), message } });
};

/** What the health store lets the app do now. */
export const askAccess = async (engine: Engine): Promise<Access> => {
  try {
    const access = await engine.host.store.access();
    engine.setAccess(access);
    return access;
  } catch (thrown) {
    throw stop(endFor(engine, 'health-store', toStoreError(thrown)));
  }
};

const checkAccess = (engine: Engine, access: Access, kind: Task['kind']): void => {
  const problem = (code: 'unavailable' | 'update-required' | 'not-connected', message: string) =>
    stop({ end: 'problem', problem: { code, side: 'health-store', at: engine.now(), message } });
  if (access.store === 'unavailable') throw problem('unavailable', 'This phone has no health store.');
  if (access.store === 'update-required') throw problem('update-required', 'The health store must be updated first.');
  // What could not be removed when the user disconnected may be tried again.
  if (!access.asked || (!isConnected(engine.state) && kind !== 'disconnect')) {
    throw problem('not-connected', 'The user was not asked for access yet: call connect().');
  }
};

const isFresh = (engine: Engine, { ifOlderThanSeconds }: RunRequest): boolean => {
  const last = engine.state.get(SUMMARY)?.lastCompleteAt;
  if (ifOlderThanSeconds === undefined || last === undefined || !isConnected(engine.state)) return false;
  return Math.abs(engine.now() - last) < ifOlderThanSeconds * 1000;
};

/** What is told of a run that has ended. */
type Ended = Omit<RunReport, 'items'>;

const reportOf = (engine: Engine, started: Ended, counts: RunReport['counts'], ended: Stop): Ended => {
  const { end, problem, resumeAt, guard } = ended;
  return {
    ...started,
    endedAt: engine.now(),
    end,
    counts,
    ...(problem && { problem }),
    ...(resumeAt !== undefined && { resumeAt }),
    ...(guard !== undefined && { guard }),
  };
};

/**
 * One run, from the lease to the report.
 *
 * **Laws** its start is written down before anything else happens, and its end with what it left, so that a killed run is
 * seen; a settled run writes nothing else.
 */
export const executeRun = async (engine: Engine, { request, kind, work, isAbandoned }: Task): Promise<RunReport> => {
  const { state, now, random, pace } = engine;
  const startedAt = now();
  const trigger = request.trigger ?? 'user';
  const id = `${String(startedAt).padStart(15, '0')}-${random().toString(36).slice(2, 8)}`;
  const seconds = request.budgetSeconds ?? (trigger === 'background' ? BACKGROUND_SECONDS : Number.POSITIVE_INFINITY);
  const isJournalled = kind !== 'preview';
  const started: Ended = { id, kind: kind === 'preview' ? 'changes' : kind, trigger, startedAt, counts: {} };
  const journal = openJournal(id, now, pace.keptItems);
  const later = new Map<string, RowChange>();
  const blamed: Problem[] = [];
  let hasLease = false;
  let settings: Settings | undefined;
  let ended: Stop = { end: 'done' };
  engine.emit({ kind: 'run-started', run: id, trigger });
  try {
    await state.refresh();
    checkHead(engine);
    if (isFresh(engine, request)) throw stop({ end: 'fresh' });
    const access = await askAccess(engine);
    checkAccess(engine, access, kind);
    const allowance: Allowance = { request, deadline: startedAt + seconds * 1000, isAbandoned };
    checkAlive(allowance);
    await state.acquire([...ownRows(engine), ...(isJournalled ? [put(RUNS, id, started)] : [])]);
    hasLease = true;
    engine.said(engine.wanted());
    const run = contextOf(engine, allowance, scopeOf(engine.host, access), journal, later, blamed);
    ({ settings } = run);
    await work(run);
    const [problem] = blamed;
    if (problem) ended = { end: 'problem', problem };
  } catch (thrown) {
    if (!isStop(thrown)) {
      // The host's own code has thrown: nothing is held for its sake.
      if (isAbandoned()) throw thrown;
      if (hasLease) await state.release([...later.values(), ...journal.flush()]).catch(() => undefined);
      engine.setRunning(undefined);
      throw thrown;
    }
    ended = thrown;
  }
  const report = reportOf(engine, started, journal.counts(), ended);
  // A run that was given up has no lease to give back: another one has it.
  if (isAbandoned()) return { ...report, items: journal.items() };
  if (hasLease) {
    const written = isJournalled
      ? [
          put(RUNS, id, report),
          put(SUMMARY, ONLY, summaryAfter(engine, report, journal, settings)),
          ...trimmed(engine, id),
        ]
      : [];
    try {
      await state.release([...later.values(), ...journal.flush(), ...written]);
    } catch (thrown) {
      // The state is gone or another's: what was done is in it already, and the next run finds the rest.
      if (!isStop(thrown)) throw thrown;
    }
  }
  engine.setRunning(undefined);
  engine.emit({ kind: 'run-ended', report });
  return { ...report, items: journal.items() };
};
