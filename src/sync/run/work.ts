import { openTries } from '../apply/apply-steps';
import { failed, forgetTrouble, isResting, rememberTrouble } from '../apply/trouble';
import { finishWrite } from '../apply/write-workouts';
import type { Engine } from '../engine';
import { adoptSeeds } from '../observe/adopt-seeds';
import { observeSessions } from '../observe/observe-sessions';
import { observeStore } from '../observe/observe-store';
import { readSummaries, settledAt } from '../observe/read-summaries';
import { possibleSettings } from '../report/connection';
import { type Backfill, EXPORTS, GONE, LINKS, SUMMARY, WORKOUTS } from '../state/collections';
import { drop, type RowChange } from '../state/state';
import type { ItemOutcome } from '../surface/report';
import type { RunRequest } from '../surface/request';
import { type BackfillRequest, backfillFor, bringsIn, runBackfill } from './backfill';
import type { RunContext } from './context';
import { planAndApply } from './plan-and-apply';

/** How often a run looks again after a side has moved under it. */
const LOOKS = 3;

/** Samples that were counted before all of them had their time to arrive are counted again. */
const recount = async (run: RunContext, changed: Set<string>): Promise<void> => {
  const early = [...run.state.all(WORKOUTS).values()].filter(
    (entry) => entry.detail?.readAt !== undefined && entry.detail.readAt < settledAt(run, entry),
  );
  for (let from = 0; from < early.length; from += run.pace.batchSize) {
    const keys = early.slice(from, from + run.pace.batchSize).map(({ key }) => key);
    for (const key of await readSummaries(run, keys)) changed.add(key);
    await run.breathe();
  }
};

/** Writes what earlier writes could not finish. */
const finishWrites = async (run: RunContext, engine: Engine): Promise<void> => {
  for (const record of run.state.all(EXPORTS).values()) {
    // A missing part must not hold up the session itself: it has a trouble of its own.
    const key = `parts of ${record.session}`;
    const { session, written } = record;
    const link = run.state.get(LINKS, session);
    // Nobody has seen the record of that write yet, or it is gone again.
    if (link?.state !== 'active' || link.base.version !== written.external.version) continue;
    if (written.missing === undefined || isResting(run, key)) continue;
    const there = { ...record, written: { ...written, key: link.workout } };
    const error = await finishWrite(run, engine.live, there);
    const after = error ? [rememberTrouble(failed(run, key, 'health-store', error))] : forgetTrouble(run, key);
    await run.commit(after);
    await run.breathe();
  }
};

/** Deletions that no live link needs any more have been absorbed. */
const absorbed = ({ state }: RunContext): readonly RowChange[] => {
  const gone = state.all(GONE);
  if (gone.size === 0) return [];
  const needed = new Set(
    [...state.all(LINKS).values()].flatMap((link) => (link.state === 'active' ? [link.workout] : [])),
  );
  return [...gone.keys()].filter((key) => !needed.has(key)).map((key) => drop(GONE, key));
};

const OUTCOME_OF = { skipped: 'refused', waiting: 'waiting', blocked: 'blocked' } as const;

/** Skips that say that the activity is here already. */
const ALREADY: ReadonlySet<string> = new Set(['own-export', 'duplicate-session', 'unknown-owner']);

/** Notes where the records ended that were new or changed in this run. */
const notePlaces = (run: RunContext, engine: Engine, observed: ReadonlySet<string>): void => {
  for (const { list, placed } of engine.live.places()) {
    if (!observed.has(`${placed.kind} ${placed.key}`)) continue;
    const isAlready = list === 'skipped' && placed.reasons.some(({ code }) => ALREADY.has(code));
    const outcome: ItemOutcome = isAlready ? 'already-synced' : OUTCOME_OF[list];
    run.journal.note({
      outcome,
      ...(placed.kind === 'session' ? { session: run.keys.outside(placed.key) } : { workout: placed.key }),
      reasons: placed.reasons,
    });
  }
};

/** A backfill goes by its own settings, and in batches of its own size. */
const backfillContext = (
  run: RunContext,
  engine: Engine,
  { batchSize = run.pace.batchSize }: BackfillRequest,
  { settings }: Backfill,
): RunContext => ({
  ...run,
  settings: possibleSettings(run.host, settings, engine.access()),
  pace: { ...run.pace, batchSize, sliceSize: batchSize },
});

/** Looks at both sides, plans and carries out, until nothing has moved meanwhile. */
export const work = async (run: RunContext, engine: Engine, request: RunRequest): Promise<void> => {
  const { live } = engine;
  const tries = openTries();
  const asked = new Set<string>();
  const observed = new Set<string>();
  const settings = engine.settings();
  const backfill = request.kind === 'backfill' ? backfillFor(run.state, request, settings) : undefined;
  const context = backfill && request.kind === 'backfill' ? backfillContext(run, engine, request, backfill) : run;
  for (let look = 0; look < LOOKS; look++) {
    const isDamaged = look === 0 && engine.state.damaged().length > (run.state.get(SUMMARY)?.damaged?.length ?? 0);
    const sessions = await observeSessions(run);
    await observeStore(run, live.unplanned, isDamaged);
    await recount(run, live.unplanned.changed);
    await adoptSeeds(run, live, sessions, run.journal.note);
    for (const key of live.unplanned.changed) observed.add(`workout ${key}`);
    const before = new Map(sessions.items.map((session) => [session.key, live.session(session.key)?.revision]));
    const parts = await live.update(context, sessions);
    for (const { key, revision } of sessions.items) if (before.get(key) !== revision) observed.add(`session ${key}`);
    tries.moved = false;
    const doing = { tries, asked, wants: backfill ? bringsIn : () => true };
    if (backfill && request.kind === 'backfill') await runBackfill(context, live, request, backfill, doing);
    else await planAndApply(context, live, parts, doing);
    if (!tries.moved) {
      if (!backfill) live.rest();
      break;
    }
    live.rest();
  }
  await finishWrites(run, engine);
  notePlaces(run, engine, observed);
  run.later(absorbed(run));
};
