import { WHOLE_HISTORY } from '../../domain/interval';
import type { Answer } from '../../domain/ledger';
import type { Observed } from '../../domain/observed';
import type { Session } from '../../domain/session';
import type { World } from '../../reconcile/world';
import type { RunContext } from '../run/context';
import { ANSWERS, COVERAGE, GONE, SEEDS, TROUBLES } from '../state/collections';

/** Answers as the planner wants them. */
export const answersOf = ({ state }: Pick<RunContext, 'state'>): readonly Answer[] => [...state.all(ANSWERS).values()];

/** Keys that are set aside: what failed too often. */
export const setAsideIn = ({ state }: Pick<RunContext, 'state'>): readonly string[] =>
  [...state.all(TROUBLES).values()].flatMap(({ key, setAside }) => (setAside ? [key] : []));

/** What seeds speak of, until both of their records are seen. */
const awaitingIn = ({ state }: Pick<RunContext, 'state'>): readonly string[] =>
  [...state.all(SEEDS).values()].flatMap(({ session, workout }) => [session, workout]);

/** The world as far as it is known without its records: they are fed to the planner in slices. */
export const worldAround = (
  run: Pick<RunContext, 'state' | 'scope' | 'settings' | 'now'>,
  sessions: Observed<Session>,
): World => {
  const { state, scope, settings, now } = run;
  const coverage = state.get(COVERAGE);
  return {
    sessions: { ...sessions, items: [] },
    mirror: {
      items: [],
      window: coverage?.window ?? WHOLE_HISTORY,
      complete: coverage?.complete ?? false,
      absence: 'deleted',
      gone: [...state.all(GONE).keys()],
    },
    ledger: {
      revision: 0,
      links: [],
      answers: answersOf(run),
      quarantined: setAsideIn(run),
      awaiting: awaitingIn(run),
    },
    scope,
    settings,
    now: now(),
  };
};

/** What makes another planner necessary when it changes: all but the records themselves. */
export const signatureOf = ({ sessions, mirror, ledger, scope, settings }: World): string =>
  JSON.stringify([
    sessions.window,
    sessions.complete,
    sessions.absence,
    mirror.window,
    mirror.complete,
    ledger.answers.filter(({ kind }) => kind === 'same' || kind === 'different'),
    scope,
    settings,
  ]);
