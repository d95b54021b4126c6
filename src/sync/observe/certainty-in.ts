import type { Observed } from '../../domain/observed';
import type { Session } from '../../domain/session';
import { type Certainty, certaintyOf, presenceOf } from '../../reconcile/gather/certainty';
import { worldAround } from '../plan/world-around';
import type { RunContext } from '../run/context';
import { LINKS } from '../state/collections';

/** What the list of the app proves, before anything is planned by it. */
export const certaintyIn = (run: RunContext, sessions: Observed<Session>): Pick<Certainty, 'provesSessionDeleted'> => {
  const around = worldAround(run, sessions);
  const world = { ...around, sessions, ledger: { ...around.ledger, links: [...run.state.all(LINKS).values()] } };
  return certaintyOf(world, presenceOf(world));
};
