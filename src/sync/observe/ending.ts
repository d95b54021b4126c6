import { externalIdOf } from '../../domain/external-id';
import type { Observed } from '../../domain/observed';
import type { Session } from '../../domain/session';
import type { External } from '../../domain/workout';
import { isSink } from '../apply/seen';
import type { LivePlanner } from '../plan/live-planner';
import type { RunContext } from '../run/context';
import { ENDING, EXPORTS, LINKS, SINK } from '../state/collections';
import { drop, LONGEST_LEASE_MILLISECONDS, put, type RowChange, type State } from '../state/state';
import { ownRecords } from './own-records';

/** The rows that change when a disconnect has taken an imported session away. */
export const rowsOfSessionTaken = (session: string): readonly RowChange[] =>
  [LINKS, SINK, ENDING].map((collection) => drop(collection, session));

/**
 * The rows that change when a disconnect has taken our records of a session away. What was written is not forgotten: one day it may be
 * written again, and the store may remember the version of a record that is gone.
 */
export const rowsOfRecordTaken = (state: State, session: string, external: External): readonly RowChange[] => {
  const link = state.get(LINKS, session);
  return [
    // Beside a match, or a session that is gone, our record was an extra one: what the ledger says of them stays.
    ...(link?.kind === 'exported' && link.state === 'active' ? [drop(LINKS, session)] : []),
    put(EXPORTS, session, { session, state: 'confirmed', written: { key: '', external } }),
    drop(ENDING, session),
  ];
};

/** Whether no call can be under way any more that was to take it away: a process that was overtaken may still be in the middle of it. */
const isOver = ({ state, now }: RunContext, session: string): boolean =>
  Math.abs(now() - (state.get(ENDING, session)?.at ?? 0)) > LONGEST_LEASE_MILLISECONDS;

/**
 * Concludes what a disconnect left that was cut short: what it was about to take away and is gone, it has taken away itself. What
 * cannot be told yet is left to the next look.
 *
 * @param unseen our own records of which the look could not tell whether they are there.
 */
export const concludeEnding = async (
  run: RunContext,
  live: LivePlanner,
  sessions: Observed<Session>,
  unseen: ReadonlySet<string>,
): Promise<void> => {
  const { state, scope } = run;
  const ending = [...state.all(ENDING).keys()];
  if (ending.length === 0) return;
  const listed = new Set(sessions.items.map(({ key }) => key));
  const records = await ownRecords(run, new Set(ending.map((session) => externalIdOf(scope, session))));
  const concluded = (session: string): readonly RowChange[] => {
    const stillThere = (): readonly RowChange[] => (isOver(run, session) ? [drop(ENDING, session)] : []);
    const link = state.get(LINKS, session);
    if (link?.kind === 'imported' && link.state === 'active') {
      if (isSink(run)) return [];
      if (listed.has(session)) return stillThere();
      return sessions.complete ? rowsOfSessionTaken(session) : [];
    }
    const id = externalIdOf(scope, session);
    const left = records.filter(({ external }) => external?.id === id);
    if (left.some(({ key }) => unseen.has(key))) return [];
    if (left.length > 0) return stillThere();
    const written = state.get(EXPORTS, session)?.written.external.version ?? 0;
    return rowsOfRecordTaken(state, session, { id, version: Math.max(written, link?.base.version ?? 0) });
  };
  const rows = ending.flatMap(concluded);
  if (rows.length === 0) return;
  await run.commit(rows);
  live.forget();
};

/** A sink does not tell what it holds: to create a session once more, under its key, does. */
export const forgetInSink = async (run: RunContext): Promise<void> => {
  if (!isSink(run)) return;
  const ending = [...run.state.all(ENDING).keys()];
  const imports = ending.filter((session) => run.state.get(LINKS, session)?.kind === 'imported');
  await run.commit(imports.flatMap(rowsOfSessionTaken));
};
