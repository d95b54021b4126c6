import type { Link } from '../domain/link';
import type { External } from '../domain/workout';
import type { Effect, Step } from '../reconcile/plan';
import { changeSessions } from './apply/change-sessions';
import { writeWorkout } from './apply/write-workouts';
import type { Engine } from './engine';
import { unansweredWrites } from './observe/unanswered-writes';
import type { RunContext } from './run/context';
import { ownRows } from './run/own-rows';
import { look } from './run/preview';
import { COVERAGE, EXPORTS, LINKS, ONLY, READING, SINK, WORKOUTS } from './state/collections';
import { drop, put, type RowChange } from './state/state';
import type { DisconnectOptions } from './surface/sync';

const stepOf = <Kind extends Effect>(effect: Kind, link: Link): Step & { readonly effect: Kind } => ({
  id: `${effect.kind} ${link.session}`,
  effect,
  link,
  expect: [],
  reason: { code: 'user-asked' },
  evidence: [],
});

/** Takes imported sessions away again, except those that the user has edited since. */
const removeImported = async (run: RunContext, { live }: Engine, links: readonly Link[]): Promise<void> => {
  for (const link of links) {
    const session = live.session(link.session);
    if (link.kind !== 'imported' || session === undefined || session.revision !== link.base.revision) continue;
    const [attempt] = await changeSessions(run, live, [
      stepOf({ kind: 'remove-session', session: link.session }, link),
    ]);
    if (attempt?.kind === 'failed') run.blame(attempt.side, attempt.error);
    if (attempt?.kind !== 'done') continue;
    run.journal.note({
      outcome: 'session-removed',
      session: run.keys.outside(link.session),
      reasons: [{ code: 'user-asked' }],
    });
    await run.commit([drop(LINKS, link.session), drop(SINK, link.session), ...run.journal.flush()]);
    await run.breathe();
  }
};

/** What is written again one day goes on above the last version: the store may remember it of a record that is gone. */
const keptVersion = (session: string, { id, version }: External, attempted: number): RowChange => {
  const written = { key: '', external: { id, version: Math.max(version, attempted) } };
  return put(EXPORTS, session, { session, state: 'confirmed', written });
};

/** Takes our records out of the health store again. */
const removeExported = async (run: RunContext, { live }: Engine, links: readonly Link[]): Promise<void> => {
  for (const link of links) {
    const external = run.state.get(WORKOUTS, link.workout)?.external;
    const attempted = run.state.get(EXPORTS, link.session)?.written.external.version ?? 0;
    if (link.kind !== 'exported' || external === undefined) continue;
    const effect = { kind: 'remove-workout', workouts: [link.workout], external: external.id } as const;
    const attempt = await writeWorkout(run, live, stepOf(effect, link));
    if (attempt.kind === 'failed') run.blame(attempt.side, attempt.error);
    if (attempt.kind !== 'done') continue;
    run.journal.note({ outcome: 'workout-removed', workout: link.workout, reasons: [{ code: 'user-asked' }] });
    const changes = [
      drop(LINKS, link.session),
      drop(WORKOUTS, link.workout),
      keptVersion(link.session, external, attempted),
    ];
    await run.commit([...changes, ...run.journal.flush()]);
    await run.breathe();
  }
};

/**
 * Ends the connection. What is kept stays linked, so that connecting again makes no duplicate; what is removed is
 * forgotten. What cannot be removed stays linked too, and the report says why.
 */
export const disconnect = async (run: RunContext, engine: Engine, options: DisconnectOptions): Promise<void> => {
  await look(run, engine);
  const links = [...run.state.all(LINKS).values()].filter(({ state }) => state === 'active');
  if (options.imported === 'remove') await removeImported(run, engine, links);
  if (options.exported === 'remove') await removeExported(run, engine, [...links, ...(await unansweredWrites(run))]);
  engine.live.forget();
  await run.commit([...ownRows(engine, false), drop(COVERAGE, ONLY), drop(READING, ONLY)]);
};
