import type { Step } from '../../reconcile/plan';
import { openTries, type Tries } from '../apply/apply-steps';
import { failed, forgetTrouble, isResting, partsItem, partsKeyOf, rememberTrouble, troubleOf } from '../apply/trouble';
import { finishWrite } from '../apply/write-workouts';
import type { Engine } from '../engine';
import { forgetInSink } from '../observe/ending';
import { adoptFound, observeBoth } from '../observe/observe-both';
import { isKeptElsewhere } from '../observe/owners';
import { outdatedCounts } from '../observe/session-counts';
import { possibleSettings } from '../report/connection';
import {
  AGAIN,
  type Backfill,
  EXPORTS,
  type ExportRecord,
  GONE,
  LINKS,
  TROUBLES,
  type Trouble,
  WORKOUTS,
} from '../state/collections';
import { drop, put, type RowChange } from '../state/table';
import { stop } from '../stop';
import type { ItemOutcome } from '../surface/report';
import type { RunRequest } from '../surface/request';
import { type BackfillRequest, backfillFor, bringsIn, runBackfill } from './backfill';
import type { RunContext } from './context';
import { planAndApply } from './plan-and-apply';
import { visitAll } from './visit-all';

/** How often a run looks again after a side has moved under it. */
const LOOKS = 3;

/**
 * Writes what earlier writes could not finish. What was tried longest ago comes first: what is denied ends the writing of a run, and
 * must not keep others waiting for ever.
 */
const finishWrites = async (run: RunContext, engine: Engine, { closed }: Tries): Promise<void> => {
  if (!run.settings.export.enabled) return;
  const triedAt = ({ session }: ExportRecord): number => troubleOf(run, partsItem(session))?.problem.at ?? 0;
  const unfinished = [...run.state.all(EXPORTS).values()].filter(({ written }) => written.missing);
  for (const record of unfinished.sort((a, b) => triedAt(a) - triedAt(b))) {
    if (closed.has('health-store')) return;
    // A missing part must not hold up the session itself: it has a trouble of its own.
    const item = partsItem(record.session);
    const { session, written } = record;
    const link = run.state.get(LINKS, session);
    // Nobody has seen the record of that write yet, or it is gone again.
    if (link?.state !== 'active' || link.base.version !== written.external.version) continue;
    if (isResting(run, item)) continue;
    if (isKeptElsewhere(run, session, engine.live.session(session))) continue;
    const there = { ...record, written: { ...written, key: link.workout } };
    const fault = await finishWrite(run, engine.live, there);
    if (fault?.error.kind === 'permission') {
      closed.add(fault.side);
      run.blame(fault.side, fault.error);
    }
    // What is not there any more, or is another's by now, cannot be finished.
    if (fault?.error.kind === 'precondition') {
      const { missing: _unfinished, ...whole } = there.written;
      await run.commit([put(EXPORTS, session, { ...record, written: whole }), ...forgetTrouble(run, item)]);
    } else {
      await run.commit(fault ? [rememberTrouble(failed(run, item, fault))] : forgetTrouble(run, item));
    }
    await run.breathe();
  }
};

/** Deletions that no live link needs any more have been absorbed. */
const absorbed = async (run: RunContext): Promise<readonly RowChange[]> => {
  const left = new Set(run.state.all(GONE).keys());
  if (left.size === 0) return [];
  await visitAll(run, run.state.all(LINKS).values(), (link) => {
    if (link.state === 'active') left.delete(link.workout);
  });
  return [...left].map((key) => drop(GONE, key));
};

/** Troubles of what is on neither side any more, as far as both were read whole. */
const outlived = ({ state }: RunContext, { live }: Engine): readonly RowChange[] => {
  const { sessions, mirror } = live.world() ?? {};
  if (!sessions?.complete || !mirror?.complete) return [];
  const exported = new Set([...state.all(EXPORTS).keys()].map(partsKeyOf));
  const isThere = ({ kind, key }: Trouble): boolean =>
    kind === 'workout'
      ? state.get(WORKOUTS, key) !== undefined
      : live.session(key) !== undefined || state.get(LINKS, key) !== undefined || exported.has(key);
  return [...state.all(TROUBLES)].flatMap(([row, trouble]) => (isThere(trouble) ? [] : drop(TROUBLES, row)));
};

const OUTCOME_OF = { skipped: 'refused', waiting: 'waiting', blocked: 'blocked' } as const;

/** Skips that say that the activity is here already. */
const ALREADY: ReadonlySet<string> = new Set(['own-export', 'duplicate-session', 'unknown-owner']);

/** Notes where the records ended that were new or changed since a run last did. */
const notePlaces = async (run: RunContext, { live: { news, places } }: Engine): Promise<void> => {
  await visitAll(run, places.all(), ({ list, placed }) => {
    if (!news[placed.kind].has(placed.key)) return;
    const isAlready = list === 'skipped' && placed.reasons.some(({ code }) => ALREADY.has(code));
    const outcome: ItemOutcome = isAlready ? 'already-synced' : OUTCOME_OF[list];
    run.journal.note({
      outcome,
      ...(placed.kind === 'session' ? { session: placed.key } : { workout: placed.key }),
      reasons: placed.reasons,
    });
  });
  for (const keys of Object.values(news)) keys.clear();
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

/** A run that ends at its next breath once other settings count: what the user has just switched off must not go on. */
const heedingSettings = (run: RunContext, { settings }: Engine): RunContext => {
  const print = JSON.stringify(settings());
  let known = settings();
  const breathe = async (): Promise<void> => {
    await run.breathe();
    if (settings() === known) return;
    known = settings();
    if (JSON.stringify(known) !== print) throw stop({ end: 'cancelled' });
  };
  return { ...run, breathe };
};

/** Looks at both sides, plans and carries out, until nothing has moved meanwhile. */
export const work = async (given: RunContext, engine: Engine, request: RunRequest): Promise<void> => {
  const wanted = request.kind === 'backfill' ? request : undefined;
  const run = wanted ? given : heedingSettings(given, engine);
  const { live } = engine;
  const tries = openTries();
  const asked = new Set<string>();
  const backfill = wanted && backfillFor(run.state, wanted, engine.settings());
  const context = wanted && backfill ? backfillContext(run, engine, wanted, backfill) : run;
  await forgetInSink(context, live);
  for (let look = 0; look < LOOKS; look++) {
    const both = await observeBoth(run, live, engine.access()?.reads);
    const { sessions, unseen } = both;
    await adoptFound(run, live, both, run.journal.note);
    const parts = await live.update(context, sessions);
    // What is left undone for their sake is planned again, whether or not anything else is told of them.
    if (unseen.size > 0) live.wake();
    tries.moved = false;
    const isWanted = (step: Step): boolean => step.effect.kind !== 'update-workout' || !unseen.has(step.link.workout);
    const doing = { tries, asked, wants: backfill ? bringsIn : isWanted };
    if (wanted && backfill) await runBackfill(context, live, wanted, backfill, doing);
    else await planAndApply(context, live, parts, doing);
    // What was said of workouts meanwhile counts from the next look on, and a backfill that has ended has no other run.
    tries.moved ||= backfill !== undefined && run.state.all(AGAIN).size > 0;
    if (!tries.moved) {
      if (!backfill) live.rest();
      break;
    }
    live.rest();
  }
  // What a backfill leaves to other runs, or the last look has found, is planned by the next one.
  if (tries.undone || tries.moved || backfill) live.wake();
  await finishWrites(run, engine, tries);
  await notePlaces(run, engine);
  run.later([...(await absorbed(run)), ...outlived(run, engine), ...(await outdatedCounts(run, live))]);
};
