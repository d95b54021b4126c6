import { overrules } from '../../domain/ledger';
import { isTombstone, type Link } from '../../domain/link';
import type { Observed } from '../../domain/observed';
import { isOwnedElsewhere, type Session } from '../../domain/session';
import { sessionAnswerKey } from '../decide';
import type { RunContext } from '../run/context';
import { visitAll } from '../run/visit-all';
import { ANSWERS, EXPORTS, LINKS, OWNERS } from '../state/collections';
import { drop, put, type RowChange } from '../state/table';

type Known = Pick<RunContext, 'state' | 'scope'>;

/** Whether another device keeps a session, and the user has not moved it here. */
const isOthers = ({ state, scope }: Known, session: Session): boolean => {
  const claim = state.get(ANSWERS, sessionAnswerKey('claim', session.key));
  return isOwnedElsewhere(session, scope) && !(claim?.kind === 'claim' && overrules(claim, session));
};

/** Whether another device keeps the records of a session: as the app shows it now, or, where it does not, as it last did. */
export const isKeptElsewhere = (known: Known, key: string, session: Session | undefined): boolean => {
  if (session !== undefined) return isOthers(known, session);
  const noted = known.state.get(OWNERS, key);
  return noted !== undefined && noted.owner !== known.scope.device;
};

/** Whether there is a record of ours to keep. */
const isWritten = ({ state }: Known, key: string, link: Link | undefined): boolean => {
  if (link !== undefined && isTombstone(link)) return false;
  return link?.kind === 'exported' || state.get(EXPORTS, key) !== undefined;
};

/** The row that says who else keeps the records of a session, where it does not say so yet. */
export const rowsOfOwner = (
  known: Known,
  key: string,
  session: Session | undefined,
  link: Link | undefined,
): readonly RowChange[] => {
  const noted = known.state.get(OWNERS, key)?.owner;
  const shown = session === undefined ? noted : isOthers(known, session) ? session.owner : undefined;
  const owner = isWritten(known, key, link) ? shown : undefined;
  if (owner === noted) return [];
  return [owner === undefined ? drop(OWNERS, key) : put(OWNERS, key, { owner })];
};

/** A claim is bound to the owner that it overrules, and is over once that is the owner no more. */
const rowsOfClaim = ({ state, scope }: Known, session: Session): readonly RowChange[] => {
  const row = sessionAnswerKey('claim', session.key);
  const claim = state.get(ANSWERS, row);
  if (claim?.kind !== 'claim') return [];
  if (!isOwnedElsewhere(session, scope) || !overrules(claim, session)) return [drop(ANSWERS, row)];
  return claim.over === undefined ? [put(ANSWERS, row, { ...claim, over: session.owner })] : [];
};

/** Writes down whose the sessions are. */
export const heedOwners = async (run: RunContext, { items }: Observed<Session>): Promise<void> => {
  const { state } = run;
  const claimed = [...state.all(ANSWERS).values()].some(({ kind }) => kind === 'claim');
  const isNoted = claimed || state.all(OWNERS).size > 0;
  const rows: RowChange[] = [];
  await visitAll(run, items, (session) => {
    if (!isNoted && session.owner === undefined) return;
    rows.push(...rowsOfClaim(run, session), ...rowsOfOwner(run, session.key, session, state.get(LINKS, session.key)));
  });
  await run.commit(rows);
};
