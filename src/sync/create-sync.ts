import type { Settings } from '../domain/settings';
import type { AccessNeeds } from '../ports/access';
import { accessNeedsOf } from '../ports/access-needs';
import type { Plan } from '../reconcile/plan';
import { planOfNothing } from '../reconcile/plan-part';
import { settingsPrint } from '../reconcile/write/settings-print';
import { checkHost, checkRequest } from './check-host';
import { rowsFor, type Said } from './decide';
import { diagnose } from './diagnose/diagnose';
import { disconnect } from './disconnect';
import { type Engine, openEngine } from './engine';
import { provenanceOf } from './explain';
import { keysOf } from './observe/keys';
import { canExport } from './report/connection';
import { historyPage } from './report/history';
import type { RunContext } from './run/context';
import { accessRows, ownRows, settingsRows } from './run/own-rows';
import { look, previewPlan } from './run/preview';
import { checkHead, executeRun, type Task } from './run/run';
import { work } from './run/work';
import { isStop, type Stop } from './stop';
import type { SyncHost } from './surface/host';
import type { Provenance } from './surface/provenance';
import type { RunReport } from './surface/report';
import type { RunRequest } from './surface/request';
import type { Sync } from './surface/sync';

/** A run that is under way. */
interface Running {
  readonly what: string;
  readonly result: Promise<RunReport>;
  readonly abandon: () => void;
}

/** Runs of the same thing are one run. */
const nameOf = (request: RunRequest): string => {
  switch (request.kind) {
    case 'backfill':
      return `backfill ${request.window.start} ${request.window.end}`;
    case 'completed':
      return `completed ${request.session} ${request.workout ?? ''}`;
    default:
      return 'changes';
  }
};

/** A call whose failure the host must hear of: what the user said would be lost otherwise. */
const orSay = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await call();
  } catch (thrown) {
    if (!isStop(thrown)) throw thrown;
    const { problem } = thrown;
    throw Object.assign(new Error(problem?.message ?? thrown.end), { problem });
  }
};

const neededBy = ({ settings, host }: Engine): AccessNeeds =>
  accessNeedsOf(settings(), {
    takes: host.sessions.takes ?? 'detail',
    writes: !canExport(host) ? 'nothing' : host.sessions.readDetail === undefined ? 'header' : 'detail',
  });

/**
 * Sync between an app and the phone's health store.
 *
 * **Shape** nothing is read until the first call. One `Sync` per store and account; a second one, or another process, is
 * kept out by a lease while a run is under way.
 * **Laws** a crash, a denied permission, an expired token or a second device never makes a duplicate and never loses a
 * session: see `docs/guarantees.md`.
 *
 * @throws TypeError naming each field of `host` that is missing or wrong. So do `run` and `preview` of a number that would keep them
 * from ending.
 *
 * @example
 * ```ts no-run It needs a phone's health store.
 * import { createSync, TWO_WAY_RUN_TRACKER, type HealthStore, type SessionStore, type StateStore } from 'workout-sync';
 *
 * declare const store: HealthStore;
 * declare const sessions: SessionStore;
 * declare const state: StateStore;
 *
 * const sync = createSync({
 *   store, sessions, state, settings: TWO_WAY_RUN_TRACKER, account: 'ada', device: 'phone-1',
 * });
 * await sync.connect();
 * const report = await sync.run();
 * console.log(report.counts.imported, sync.getSnapshot().connection.state);
 * ```
 *
 * @see `docs/ports.md` for what a host supplies.
 */
export const createSync = (host: SyncHost): Sync => {
  checkHost(host);
  const engine = openEngine(host);
  const { state, live, now, pace } = engine;
  const keys = keysOf(state);
  let running: Running | undefined;
  // One after the other: the last word counts, also where nobody waits for the one before.
  let configured: Promise<void> = Promise.resolve();
  let disconnected: Promise<unknown> = Promise.resolve();

  /** Whether what is under way has been silent for longer than its lease: then it is taken for dead. */
  const isSilent = (): boolean => now() - engine.lastSign() > pace.leaseSeconds * 1000;

  /** One at a time. A run that is silent is given up. */
  const inLine = async (
    what: string,
    begin: (isAbandoned: () => boolean) => Promise<RunReport>,
  ): Promise<RunReport> => {
    for (;;) {
      const current = running;
      if (current === undefined) break;
      if (isSilent()) {
        current.abandon();
        break;
      }
      if (current.what === what) return current.result;
      await current.result.catch(() => undefined);
    }
    let isAbandoned = false;
    engine.sign();
    const result = begin(() => isAbandoned);
    const mine: Running = {
      what,
      result,
      abandon: () => {
        isAbandoned = true;
      },
    };
    running = mine;
    try {
      return await result;
    } finally {
      if (running === mine) running = undefined;
    }
  };

  /** Settings that were given before a call count for it. */
  const start = async (what: string, task: Omit<Task, 'isAbandoned'>): Promise<RunReport> => {
    await configured;
    return inLine(what, (isAbandoned) => executeRun(engine, { ...task, isAbandoned }));
  };

  /** Looks at both sides under the lease, and answers something. Nothing of it is journalled. */
  const peek = async <Answer>(
    name: string,
    request: RunRequest,
    ask: (run: RunContext) => Promise<Answer>,
  ): Promise<Answer | undefined> => {
    let answer: Answer | undefined;
    await start(`${name} ${String(engine.random())}`, {
      request,
      kind: 'preview',
      work: async (run) => {
        answer = await ask(run);
      },
    });
    return answer;
  };

  /** Writes down what is said. */
  const note = async (all: readonly Said[]): Promise<void> => {
    await state.refresh();
    checkHead(engine);
    for (const said of all) {
      const rows = rowsFor(state, said);
      if (rows.length === 0) continue;
      await state.commit(rows);
      if (said.kind === 'retry') live.wake();
    }
    engine.refreshSnapshot();
  };

  /** Notes which record a watch companion wrote for the session. A run that does not know it would write another one. */
  const noteWritten = async (request: RunRequest): Promise<Stop | undefined> => {
    if (request.kind !== 'completed' || request.workout === undefined) return undefined;
    try {
      await note([{ kind: 'written', session: request.session, workout: request.workout }]);
      return undefined;
    } catch (thrown) {
      if (isStop(thrown)) return thrown;
      throw thrown;
    }
  };

  /** What was not written down is not wanted either: the host was told that it does not count. */
  const configure = async (settings: Settings): Promise<void> => {
    await state.refresh();
    checkHead(engine);
    try {
      await state.commit(settingsRows(engine, settings));
    } catch (thrown) {
      // They may have been written down all the same, and only the answer be lost.
      await state.refresh();
      if (settingsRows(engine, settings).length > 0) throw thrown;
    }
    engine.said(settings);
    engine.refreshSnapshot();
  };

  const run = async (request: RunRequest = {}): Promise<RunReport> => {
    checkRequest('run', request);
    const refused = await noteWritten(request);
    // A run under other settings is none to join: it ends, and this one begins.
    return start(`${nameOf(request)} ${JSON.stringify(engine.wanted())}`, {
      request,
      kind: request.kind ?? 'changes',
      work: async (context) => {
        if (refused) throw refused;
        await work(context, engine, request);
      },
    });
  };

  /** What is known, also where the state cannot be read now. */
  const known = async (): Promise<void> => {
    try {
      await state.refresh();
    } catch (thrown) {
      if (!isStop(thrown)) throw thrown;
    }
    engine.refreshSnapshot();
  };

  return {
    connect: (needs) =>
      orSay(async () => {
        const before = disconnected;
        if (!isSilent()) await before;
        await state.refresh();
        checkHead(engine);
        const access = await host.store.request({ ...neededBy(engine), ...needs });
        // Another process may have run while the user was being asked.
        await state.refresh();
        const isLastWord = disconnected === before;
        await state.commit([...ownRows(engine, isLastWord || undefined), ...accessRows(engine, access)]);
        engine.said(engine.wanted());
        engine.setAccess(access);
        return access;
      }),
    configure: (settings) => {
      const mine = configured.then(() => orSay(() => configure(settings)));
      configured = mine.catch(() => undefined);
      return mine;
    },
    run,
    preview: async (request = {}): Promise<Plan> => {
      checkRequest('preview', request);
      const plan = await peek('preview', request, (context) => previewPlan(context, engine));
      return keys.told(plan ?? emptyPlan(engine));
    },
    decide: (...decisions) => orSay(() => note(decisions)),
    getSnapshot: engine.snapshot,
    subscribe: (listener) => {
      if (state.generation() === 0) known().catch(() => undefined);
      return engine.listen(listener);
    },
    history: async (page) => {
      await known();
      return historyPage(state, page);
    },
    explain: async (key): Promise<Provenance> => {
      const provenance = await peek('explain', {}, async (context) => {
        await look(context, engine);
        return provenanceOf(context, live, key);
      });
      return keys.told(provenance) ?? { key, found: false, witnesses: [], missing: [], place: 'absent', reasons: [] };
    },
    diagnose: async () => {
      await known();
      return keys.told(await diagnose(engine));
    },
    disconnect: (options) => {
      const work = (context: RunContext): Promise<void> => disconnect(context, engine, options);
      const mine = start('disconnect', { request: {}, kind: 'disconnect', work });
      disconnected = mine.catch(() => undefined);
      return mine;
    },
  };
};

/** What a preview gives where nothing could be looked at; why not stands in the event `run-ended`. */
const emptyPlan = ({ settings }: Engine): Plan =>
  planOfNothing({ revision: 0, settings: settingsPrint(settings()) }, { id: '', removals: 0, linked: 0, held: false });
