import type { Observed } from '../../domain/observed';
import type { Session } from '../../domain/session';
import type { StoreError } from '../../ports/store-error';
import type { Step } from '../../reconcile/plan';
import type { RunContext } from '../run/context';
import { visitAll } from '../run/visit-all';
import { TROUBLES, type Trouble, WORKOUTS } from '../state/collections';
import { drop, put, type RowChange } from '../state/state';
import type { Problem } from '../surface/report';

const LONGEST_BACKOFF_MILLISECONDS = 86_400_000;

/** What went wrong, and on which side: samples are read on the side that a step does not write to. */
export interface Fault {
  readonly side: Problem['side'];
  readonly error: StoreError;
}

/** What says nothing against the item: it does not bring it nearer to being set aside. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['permission', 'precondition']);

/** The key under which an item fails and is set aside: the workout that comes in, or the session that goes out. */
export const itemOf = ({ effect, link }: Step): string => ('workout' in effect ? effect.workout : link.session);

/** The key under which the parts of a session's record fail that a write could not finish. */
export const partsKeyOf = (session: string): string => `parts of ${session}`;

/** The key of the session or workout that such a key is about. */
export const subjectOf = (key: string): string => key.replace(/^parts of /, '');

/** Whether an item has failed so recently that it is left alone for now. A clock that was put back must not prolong that. */
export const isResting = ({ state, now }: RunContext, key: string): boolean => {
  const trouble = state.get(TROUBLES, key);
  if (trouble === undefined) return false;
  return trouble.setAside || (trouble.next > now() && trouble.problem.at <= now());
};

/** What tells an item from what it was before an edit. Nothing tells it of what is not there, nor of parts. */
const contentOf = ({ state }: RunContext, key: string, session: Session | undefined): string | undefined => {
  if (session !== undefined) return `session ${session.revision}`;
  const prints = state.get(WORKOUTS, key)?.prints;
  return prints && `workout ${prints.facts} ${prints.detail}`;
};

/**
 * What is remembered of an item that failed: it is tried again after a wait that doubles each time, jittered by half, and
 * set aside after so many attempts.
 */
export const failed = (run: RunContext, key: string, { side, error }: Fault, session?: Session): Trouble => {
  const { pace, state, now, host } = run;
  const before = state.get(TROUBLES, key)?.attempts ?? 0;
  const attempts = SAYS_NOTHING.has(error.kind) ? before : before + 1;
  const full = Math.min(pace.backoffSeconds * 1000 * 2 ** Math.max(0, attempts - 1), LONGEST_BACKOFF_MILLISECONDS);
  const wait = full * (0.5 + (host.random ?? Math.random)() / 2);
  const content = contentOf(run, key, session);
  return {
    key,
    ...(content !== undefined && { content }),
    attempts,
    next: Math.round(now() + Math.max(wait, (error.retryAfterSeconds ?? 0) * 1000)),
    setAside: attempts >= pace.attempts,
    problem: { code: error.kind, side, at: now(), message: error.message },
  };
};

export const rememberTrouble = (trouble: Trouble): RowChange => put(TROUBLES, trouble.key, trouble);

/** What worked has no trouble any more. */
export const forgetTrouble = ({ state }: RunContext, key: string): readonly RowChange[] =>
  state.get(TROUBLES, key) ? [drop(TROUBLES, key)] : [];

/** What could not be counted. What may not be is asked for again at once: the user may have allowed it. */
export const uncountable = (run: RunContext, key: string, fault: Fault, session?: Session): RowChange => {
  const trouble = failed(run, key, fault, session);
  const next = fault.error.kind === 'permission' ? trouble.problem.at : trouble.next;
  return rememberTrouble({ ...trouble, next, of: 'samples' });
};

/** What was counted has no trouble any more that came of counting it; another one stays. */
export const forgetUncountable = (run: RunContext, key: string): readonly RowChange[] =>
  run.state.get(TROUBLES, key)?.of === 'samples' ? forgetTrouble(run, key) : [];

/** What failed, free to be tried at once and as often as anything new. It stays known: a backfill comes back for it. */
export const freed = (trouble: Trouble): Trouble => ({
  ...trouble,
  attempts: 0,
  next: trouble.problem.at,
  setAside: false,
});

/** What was edited since it failed is another matter. */
export const freeEdited = async (run: RunContext, { items }: Observed<Session>): Promise<void> => {
  const { state } = run;
  const troubles = [...state.all(TROUBLES).values()];
  if (troubles.length === 0) return;
  const sessions = new Map<string, Session>();
  await visitAll(run, items, (session) => {
    if (state.get(TROUBLES, session.key)) sessions.set(session.key, session);
  });
  const edited = troubles.flatMap((trouble) => {
    const { key, content: known } = trouble;
    const content = contentOf(run, key, known?.startsWith('session') ? sessions.get(key) : undefined);
    return known === undefined || content === undefined || content === known ? [] : { ...freed(trouble), content };
  });
  await run.commit(edited.map(rememberTrouble));
};
