import type { Link } from '../domain/link';
import type { Effect, Step } from '../reconcile/plan';
import { type Attempt, changeSessions } from './apply/change-sessions';
import type { Done } from './apply/done';
import { rowsOfSeen } from './apply/seen';
import { lastVersion, writeWorkout } from './apply/write-workouts';
import type { Engine } from './engine';
import { rowsOfRecordTaken, rowsOfSessionTaken } from './observe/ending';
import { ownRecords } from './observe/own-records';
import { isKeptElsewhere } from './observe/owners';
import { unansweredWrites } from './observe/unanswered-writes';
import type { RunContext } from './run/context';
import { ownRows } from './run/own-rows';
import { look } from './run/preview';
import { BACKFILLS, COVERAGE, ENDING, type Ending, EXPORTS, LINKS, ONLY, READING, WORKOUTS } from './state/collections';
import { drop, put, type RowChange } from './state/table';
import type { DisconnectOptions } from './surface/sync';

const stepOf = <Kind extends Effect>(effect: Kind, link: Link): Step & { readonly effect: Kind } => ({
  id: `${effect.kind} ${link.session}`,
  effect,
  link,
  expect: [],
  reason: { code: 'user-asked' },
  evidence: [],
});

interface Removal {
  readonly done: Done;
  /** Whether it was there until now, or until an earlier attempt of which nobody knows how it ended: else its user had removed it before. */
  readonly isOurs: boolean;
  /** Writes down what has changed with it. */
  readonly commit: (changes: readonly RowChange[]) => Promise<void>;
}

/**
 * Takes away what came of one session.
 *
 * **Laws** that it is about to be taken away is written down before: should nobody learn how that ended, what is gone then was
 * not removed by the user.
 */
const takeAway = async (
  run: RunContext,
  session: string,
  ending: Ending,
  remove: () => Promise<Attempt | undefined>,
): Promise<Removal | undefined> => {
  const { state } = run;
  const isBegun = state.get(ENDING, session) !== undefined;
  if (!isBegun) await run.commit([put(ENDING, session, ending)]);
  const attempt = await remove();
  if (attempt?.kind === 'failed') run.blame(attempt.side, attempt.error);
  if (attempt?.kind !== 'done') return undefined;
  const { done } = attempt;
  const commit = async (changes: readonly RowChange[]): Promise<void> => {
    try {
      await run.commit(changes);
    } catch (thrown) {
      // Another process has taken over, which may have seen it there still, and would take it for the user's wish that it is gone.
      if (!done.already) await state.commit([put(ENDING, session, { ...ending, isDone: true })]).catch(() => undefined);
      throw thrown;
    }
  };
  return { done, isOurs: isBegun || !done.already, commit };
};

/** Takes imported sessions away again, except those that the user has edited or deleted since. */
const removeImported = async (run: RunContext, { live }: Engine, links: readonly Link[]): Promise<void> => {
  for (const link of links) {
    const session = live.session(link.session);
    if (link.kind !== 'imported' || session?.state !== 'completed' || session.revision !== link.base.revision) continue;
    const step = stepOf({ kind: 'remove-session', session: link.session }, link);
    const ending: Ending = { takes: 'session', version: 0 };
    const removal = await takeAway(run, link.session, ending, async () => (await changeSessions(run, live, [step]))[0]);
    if (removal === undefined) continue;
    if (!removal.isOurs) {
      // It stays linked, so that connecting again does not bring it back.
      await removal.commit([...rowsOfSeen(run, removal.done), drop(ENDING, link.session)]);
      continue;
    }
    run.journal.note({
      outcome: 'session-removed',
      session: link.session,
      reasons: [{ code: 'user-asked' }],
    });
    await removal.commit([...rowsOfSessionTaken(run.state, link.session, true), ...run.journal.flush()]);
    await run.breathe();
  }
};

interface OwnRecords {
  /** What names the first of them. */
  readonly link: Link;
  readonly id: string;
  readonly workouts: Set<string>;
}

/** Our records, session by session: whatever has the id, also under a key that no link knows yet. */
const recordsBySession = async (run: RunContext, links: readonly Link[]): Promise<Iterable<OwnRecords>> => {
  const { state } = run;
  const found = new Map<string, OwnRecords>();
  for (const link of links) {
    const { session, workout } = link;
    const { external } = state.get(WORKOUTS, workout) ?? state.get(EXPORTS, session)?.written ?? {};
    if (link.kind !== 'exported' || external === undefined) continue;
    found.set(external.id, found.get(external.id) ?? { link, id: external.id, workouts: new Set() });
  }
  for (const { key, external } of await ownRecords(run, new Set(found.keys()))) {
    found.get(external?.id ?? '')?.workouts.add(key);
  }
  return [...found.values()].filter(({ workouts }) => workouts.size > 0);
};

/** Takes our records out of the health store again, but those that another device keeps. */
const removeExported = async (run: RunContext, { live }: Engine, links: readonly Link[]): Promise<void> => {
  const { state } = run;
  for (const { link, id, workouts: keys } of await recordsBySession(run, links)) {
    const { session } = link;
    if (isKeptElsewhere(run, session, live.session(session))) continue;
    const workouts = [...keys];
    const step = stepOf({ kind: 'remove-workout', workouts, external: id }, link);
    const ending: Ending = { takes: 'record', version: lastVersion(run, link, workouts) };
    const removal = await takeAway(run, session, ending, () => writeWorkout(run, live, step));
    if (removal === undefined) continue;
    if (!removal.isOurs) {
      // It stays linked, so that connecting again does not write it anew.
      await removal.commit([drop(ENDING, session)]);
      continue;
    }
    for (const workout of workouts) {
      run.journal.note({ outcome: 'workout-removed', workout, reasons: [{ code: 'user-asked' }] });
    }
    await removal.commit([
      ...rowsOfRecordTaken(state, session, { id, version: ending.version }, { workouts, isCertain: false }),
      ...workouts.map((key) => drop(WORKOUTS, key)),
      ...run.journal.flush(),
    ]);
    await run.breathe();
  }
};

/**
 * Ends the connection. What is kept stays linked, so that connecting again makes no duplicate; what is removed is
 * forgotten. What cannot be removed stays linked too, and the report says why.
 */
export const disconnect = async (run: RunContext, engine: Engine, options: DisconnectOptions): Promise<void> => {
  await look(run, engine);
  // Also where it is cut short: what was removed by then is linked no more.
  engine.live.forget();
  const links = [...run.state.all(LINKS).values()].filter(({ state }) => state === 'active');
  if (options.imported === 'remove') await removeImported(run, engine, links);
  if (options.exported === 'remove') await removeExported(run, engine, [...links, ...(await unansweredWrites(run))]);
  // What was removed may lie behind the point that a backfill has come to.
  const begun = options.imported === 'remove' ? [drop(BACKFILLS, ONLY)] : [];
  await run.commit([...ownRows(engine, false), ...begun, drop(COVERAGE, ONLY), drop(READING, ONLY)]);
};
