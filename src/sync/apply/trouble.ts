import type { Observed } from '../../domain/observed';
import type { Session } from '../../domain/session';
import type { StoreError } from '../../ports/store-error';
import type { Step } from '../../reconcile/plan';
import type { RunContext } from '../run/context';
import { visitAll } from '../run/visit-all';
import { TROUBLES, type Trouble, WORKOUTS } from '../state/collections';
import { drop, put, type RowChange } from '../state/table';
import type { Problem } from '../surface/report';

const LONGEST_BACKOFF_MILLISECONDS = 86_400_000;

/** What went wrong, and on which side: samples are read on the side that a step does not write to. */
export interface Fault {
  readonly side: Problem['side'];
  readonly error: StoreError;
}

/** What says nothing against the item: it does not bring it nearer to being set aside. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['permission', 'precondition']);

/** What fails and is set aside. */
export type Item = Pick<Trouble, 'kind' | 'key'>;

export const sessionItem = (key: string): Item => ({ kind: 'session', key });

export const workoutItem = (key: string): Item => ({ kind: 'workout', key });

/** The item that a step is about: the workout that comes in, or the session that goes out. */
export const itemOf = ({ effect, link }: Step): Item =>
  'workout' in effect ? workoutItem(effect.workout) : sessionItem(link.session);

/** The key under which the parts of a session's record fail that a write could not finish. */
export const partsKeyOf = (session: string): string => `parts of ${session}`;

/** The key of the session or workout that such a key is about. */
export const subjectOf = (key: string): string => key.replace(/^parts of /, '');

export const partsItem = (session: string): Item => sessionItem(partsKeyOf(session));

const rowOf = ({ kind, key }: Item): string => (kind === undefined ? key : `${kind} ${key}`);

/** What is remembered of an item, if it has failed. */
export const troubleOf = ({ state }: Pick<RunContext, 'state'>, item: Item): Trouble | undefined =>
  state.get(TROUBLES, rowOf(item));

/** Whether an item has failed so recently that it is left alone for now. A clock that was put back must not prolong that. */
export const isResting = (run: RunContext, item: Item): boolean => {
  const { now } = run;
  const trouble = troubleOf(run, item);
  if (trouble === undefined) return false;
  return trouble.setAside || (trouble.next > now() && trouble.problem.at <= now());
};

/** What tells an item from what it was before an edit. Nothing tells it of what is not there, nor of parts. */
const contentOf = ({ state }: RunContext, { kind, key }: Item, session: Session | undefined): string | undefined => {
  if (kind === 'session') return session && `session ${session.revision}`;
  const prints = state.get(WORKOUTS, key)?.prints;
  return prints && `workout ${prints.facts} ${prints.detail}`;
};

/**
 * What is remembered of an item that failed: it is tried again after a wait that doubles each time, jittered by half, and
 * set aside after so many attempts.
 */
export const failed = (run: RunContext, item: Item, { side, error }: Fault, session?: Session): Trouble => {
  const { pace, now, host } = run;
  const before = troubleOf(run, item)?.attempts ?? 0;
  const attempts = SAYS_NOTHING.has(error.kind) ? before : before + 1;
  const full = Math.min(pace.backoffSeconds * 1000 * 2 ** Math.max(0, attempts - 1), LONGEST_BACKOFF_MILLISECONDS);
  const wait = full * (0.5 + (host.random ?? Math.random)() / 2);
  const content = contentOf(run, item, session);
  return {
    ...item,
    ...(content !== undefined && { content }),
    attempts,
    next: Math.round(now() + Math.max(wait, (error.retryAfterSeconds ?? 0) * 1000)),
    setAside: attempts >= pace.attempts,
    problem: { code: error.kind, side, at: now(), message: error.message },
  };
};

export const rememberTrouble = (trouble: Trouble): RowChange => put(TROUBLES, rowOf(trouble), trouble);

/** What worked has no trouble any more. */
export const forgetTrouble = (run: RunContext, item: Item): readonly RowChange[] =>
  troubleOf(run, item) ? [drop(TROUBLES, rowOf(item))] : [];

/** What could not be counted. What may not be is asked for again at once: the user may have allowed it. */
export const uncountable = (run: RunContext, item: Item, fault: Fault, session?: Session): RowChange => {
  const trouble = failed(run, item, fault, session);
  const next = fault.error.kind === 'permission' ? trouble.problem.at : trouble.next;
  return rememberTrouble({ ...trouble, next, of: 'samples' });
};

/** What was counted has no trouble any more that came of counting it; another one stays. */
export const forgetUncountable = (run: RunContext, item: Item): readonly RowChange[] =>
  troubleOf(run, item)?.of === 'samples' ? forgetTrouble(run, item) : [];

/** What failed, free to be tried at once and as often as anything new. It stays known: a backfill comes back for it. */
export const freed = (trouble: Trouble): Trouble => ({
  ...trouble,
  attempts: 0,
  next: trouble.problem.at,
  setAside: false,
});

/** Rows of before the kind of what failed was written down are about what they say of it, or else about what there is of that key. */
export const namedByKind = ({ state }: RunContext): readonly RowChange[] =>
  [...state.all(TROUBLES)].flatMap(([row, trouble]) => {
    const { kind, key, content } = trouble;
    if (kind !== undefined) return [];
    const isWorkout = content === undefined ? state.get(WORKOUTS, key) !== undefined : content.startsWith('workout');
    return [drop(TROUBLES, row), rememberTrouble({ ...trouble, ...(isWorkout ? workoutItem : sessionItem)(key) })];
  });

/** What was edited since it failed is another matter. */
export const freeEdited = async (run: RunContext, { items }: Observed<Session>): Promise<void> => {
  const { state } = run;
  const troubles = [...state.all(TROUBLES).values()];
  if (troubles.length === 0) return;
  const sessions = new Map<string, Session>();
  await visitAll(run, items, (session) => {
    if (troubleOf(run, sessionItem(session.key))) sessions.set(session.key, session);
  });
  const edited = troubles.flatMap((trouble) => {
    const { key, content: known } = trouble;
    const content = contentOf(run, trouble, sessions.get(key));
    return known === undefined || content === undefined || content === known ? [] : { ...freed(trouble), content };
  });
  await run.commit(edited.map(rememberTrouble));
};
