import { WHOLE_HISTORY } from '../../domain/interval';
import type { Answer, Ledger } from '../../domain/ledger';
import type { Observed } from '../../domain/observed';
import type { Session } from '../../domain/session';
import type { World } from '../../reconcile/world';
import type { RunContext } from '../run/context';
import { ANSWERS, COVERAGE, GONE, LINKS, SEEDS, TROUBLES, WORKOUTS } from '../state/collections';

/** Answers as the planner wants them. */
export const answersOf = ({ state }: Pick<RunContext, 'state'>): readonly Answer[] => [...state.all(ANSWERS).values()];

/** What is set aside: it failed too often. */
export const setAsideIn = ({ state }: Pick<RunContext, 'state'>): Ledger['quarantined'] =>
  [...state.all(TROUBLES).values()].flatMap(({ kind, key, setAside }) =>
    setAside ? [kind ? { kind, key } : key] : [],
  );

/** A watch may be away from its phone for so long. What never comes must not keep a session from going out for ever. */
const LONGEST_WAY_MILLISECONDS = 86_400_000;

type Awaiting = NonNullable<Ledger['awaiting']>;

const sessionOf = (key: string): Awaiting[number] => ({ kind: 'session', key });

/** The sessions, not linked yet, of which another writer of the app is said to have made a record that is still on its way. */
const awaitingRecord = (run: Pick<RunContext, 'state' | 'now'>, { items }: Observed<Session>): Awaiting => {
  const pairs = answersOf(run).flatMap((one) =>
    one.kind === 'same' ? [[one.a, one.b] as const, [one.b, one.a] as const] : [],
  );
  if (pairs.length === 0) return [];
  const sessions = new Map(items.map((session) => [session.key, session]));
  return pairs.flatMap(([key, other]) => {
    const session = sessions.get(key);
    const isLinked = run.state.get(LINKS, key)?.state === 'active';
    const isRecent = session !== undefined && run.now() - session.end < LONGEST_WAY_MILLISECONDS;
    const isSeen = run.state.get(WORKOUTS, other) !== undefined || (other !== key && sessions.has(other));
    return isRecent && !isSeen && !isLinked ? [sessionOf(key)] : [];
  });
};

/** What seeds and the user speak of, until both of their records are seen. */
const awaitingIn = (run: Pick<RunContext, 'state' | 'now'>, sessions: Observed<Session>): Awaiting => [
  ...[...run.state.all(SEEDS).values()].flatMap(({ session, workout }) => [
    sessionOf(session),
    { kind: 'workout', key: workout } as const,
  ]),
  ...awaitingRecord(run, sessions),
];

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
      awaiting: awaitingIn(run, sessions),
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
