import type { Link } from '../domain/link';
import type { Effect, Step } from '../reconcile/plan';
import { changeSessions } from './apply/change-sessions';
import { rowsOfSeen } from './apply/seen';
import { writeWorkout } from './apply/write-workouts';
import { isKeptElsewhere } from './decide';
import type { Engine } from './engine';
import { unansweredWrites } from './observe/unanswered-writes';
import type { RunContext } from './run/context';
import { ownRows } from './run/own-rows';
import { look } from './run/preview';
import { BACKFILLS, COVERAGE, EXPORTS, LINKS, ONLY, READING, SINK, WORKOUTS } from './state/collections';
import { drop, put } from './state/state';
import type { DisconnectOptions } from './surface/sync';

const stepOf = <Kind extends Effect>(effect: Kind, link: Link): Step & { readonly effect: Kind } => ({
  id: `${effect.kind} ${link.session}`,
  effect,
  link,
  expect: [],
  reason: { code: 'user-asked' },
  evidence: [],
});

/** Takes imported sessions away again, except those that the user has edited or deleted since. */
const removeImported = async (run: RunContext, { live }: Engine, links: readonly Link[]): Promise<void> => {
  for (const link of links) {
    const session = live.session(link.session);
    if (link.kind !== 'imported' || session?.state !== 'completed' || session.revision !== link.base.revision) continue;
    const [attempt] = await changeSessions(run, live, [
      stepOf({ kind: 'remove-session', session: link.session }, link),
    ]);
    if (attempt?.kind === 'failed') run.blame(attempt.side, attempt.error);
    if (attempt?.kind !== 'done') continue;
    if (attempt.done.already) {
      // The user had deleted it before: it stays linked, so that connecting again does not bring it back.
      await run.commit(rowsOfSeen(run, attempt.done));
      continue;
    }
    run.journal.note({
      outcome: 'session-removed',
      session: run.keys.outside(link.session),
      reasons: [{ code: 'user-asked' }],
    });
    await run.commit([drop(LINKS, link.session), drop(SINK, link.session), ...run.journal.flush()]);
    await run.breathe();
  }
};

interface OwnRecords {
  /** What names the first of them. */
  readonly link: Link;
  readonly id: string;
  readonly workouts: Set<string>;
}

/** Our records, session by session. */
const recordsBySession = ({ state }: RunContext, links: readonly Link[]): Iterable<OwnRecords> => {
  const found = new Map<string, OwnRecords>();
  for (const link of links) {
    const { session, workout } = link;
    const external = state.get(WORKOUTS, workout)?.external;
    if (link.kind !== 'exported' || external === undefined) continue;
    const known = found.get(session) ?? { link, id: external.id, workouts: new Set() };
    known.workouts.add(workout);
    found.set(session, known);
  }
  return found.values();
};

/**
 * Takes our records out of the health store again. What was written is not forgotten: one day it may be written again, and the
 * store may remember the version of a record that is gone.
 */
const removeExported = async (run: RunContext, { live }: Engine, links: readonly Link[]): Promise<void> => {
  const { state } = run;
  for (const { link, id, workouts: keys } of recordsBySession(run, links)) {
    const { session } = link;
    if (isKeptElsewhere(run, live.session(session))) continue;
    const workouts = [...keys];
    const attempt = await writeWorkout(run, live, stepOf({ kind: 'remove-workout', workouts, external: id }, link));
    if (attempt.kind === 'failed') run.blame(attempt.side, attempt.error);
    // What the user had removed before stays linked, so that connecting again does not write it anew.
    if (attempt.kind !== 'done' || attempt.done.already) continue;
    for (const workout of workouts) {
      run.journal.note({ outcome: 'workout-removed', workout, reasons: [{ code: 'user-asked' }] });
    }
    const external = { id, version: attempt.done.link.base.version };
    await run.commit([
      // Beside a match, or a session that is gone, our record was an extra one: what the ledger says of them stays.
      ...(state.get(LINKS, session) === link ? [drop(LINKS, session)] : []),
      ...workouts.map((key) => drop(WORKOUTS, key)),
      put(EXPORTS, session, { session, state: 'confirmed', written: { key: '', external } }),
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
