import { externalIdOf } from '../../domain/external-id';
import type { Observed } from '../../domain/observed';
import type { Session } from '../../domain/session';
import type { External } from '../../domain/workout';
import { isSink } from '../apply/seen';
import type { LivePlanner } from '../plan/live-planner';
import type { RunContext } from '../run/context';
import { ENDING, type Ending, EXPORTS, LINKS, SINK } from '../state/collections';
import { partsOf } from '../state/row-key';
import type { State } from '../state/state';
import { drop, put, type RowChange } from '../state/table';
import { certaintyIn } from './certainty-in';
import { ownRecords } from './own-records';

/**
 * The rows that change when a disconnect has taken an imported session away. A link that was closed meanwhile stays closed, unless the
 * removal is certain.
 */
export const rowsOfSessionTaken = (state: State, session: string, isCertain: boolean): readonly RowChange[] => {
  const isOpen = state.get(LINKS, session)?.state === 'active';
  return [...(isOpen || isCertain ? [drop(LINKS, session)] : []), drop(SINK, session), drop(ENDING, session)];
};

/**
 * The rows that change when a disconnect has taken our records of a session away. What was written is not forgotten: one day it may be
 * written again, and the store may remember the version of a record that is gone.
 */
export const rowsOfRecordTaken = (
  state: State,
  session: string,
  external: External,
  { workouts, isCertain }: { readonly workouts: readonly string[]; readonly isCertain: boolean },
): readonly RowChange[] => {
  const link = state.get(LINKS, session);
  // Beside a match, or a session that is gone, our record was an extra one: what the ledger says of them stays.
  const isIts =
    link?.kind === 'exported' && (link.state === 'active' || (isCertain && link.state === 'workout-removed'));
  return [
    ...(isIts ? [drop(LINKS, session)] : []),
    put(EXPORTS, session, { session, state: 'confirmed', written: { key: '', external }, former: workouts }),
    drop(ENDING, session),
  ];
};

/**
 * Concludes what a disconnect left that was cut short: what it was about to take away and is gone, it has taken away itself; what is
 * there, nobody has. What cannot be told yet is left to the next look.
 *
 * @param isWhole whether the health store was read to the end of what it has to tell.
 */
export const concludeEnding = async (
  run: RunContext,
  live: LivePlanner,
  sessions: Observed<Session>,
  isWhole: boolean,
): Promise<void> => {
  const { state, scope } = run;
  const ending = [...state.all(ENDING)];
  if (ending.length === 0) return;
  const told = new Set([...sessions.items.map(({ key }) => key), ...sessions.gone]);
  const { provesSessionDeleted } = certaintyIn(run, sessions);
  const records = await ownRecords(run, new Set(ending.map(([session]) => externalIdOf(scope, session))));

  const isSessionGone = (session: string): boolean => {
    const link = state.get(LINKS, session);
    return link !== undefined && provesSessionDeleted(link.shadow);
  };
  const sessionConcluded = (session: string, isDone: boolean): readonly RowChange[] => {
    // What the app says itself counts, be it that the session is deleted.
    if (!isSink(run) && told.has(session)) return [drop(ENDING, session)];
    return isDone || isSessionGone(session) ? rowsOfSessionTaken(state, session, isDone) : [];
  };
  const recordConcluded = (session: string, version: number, isDone: boolean): readonly RowChange[] => {
    const id = externalIdOf(scope, session);
    if (!isWhole) return [];
    if (records.some(({ external }) => external?.id === id)) return [drop(ENDING, session)];
    return rowsOfRecordTaken(state, session, { id, version }, { workouts: [], isCertain: isDone });
  };
  const concluded = ([session, { takes, version, isDone }]: readonly [string, Ending]): readonly RowChange[] =>
    takes === 'session'
      ? sessionConcluded(session, isDone === true)
      : recordConcluded(session, version, isDone === true);

  const rows = ending.flatMap(concluded);
  if (rows.length === 0) return;
  await run.commit(rows);
  live.forget();
};

/**
 * A sink does not tell what it holds: to create a session once more, under its key, does. So it is asked for what a disconnect may
 * have taken, and where what it had said of a session is damaged. What the settings do not let a run create stays linked.
 */
export const forgetInSink = async (run: RunContext, live: LivePlanner): Promise<void> => {
  const { enabled, importFrom = Number.NEGATIVE_INFINITY } = run.settings.import;
  if (!isSink(run) || !enabled) return;
  const { state } = run;
  const ended = [...state.all(ENDING)].flatMap(([session, { takes }]) => (takes === 'session' ? [session] : []));
  const lost = state.lost().map(partsOf);
  const unknown = lost.flatMap(({ collection, key }) => (collection === SINK.name ? [key] : []));
  const asked = [...ended, ...unknown].filter((session) => {
    const link = state.get(LINKS, session);
    return link && link.shadow.start >= importFrom;
  });
  if (asked.length === 0) return;
  await run.commit(asked.flatMap((session) => rowsOfSessionTaken(state, session, false)));
  live.forget();
};
