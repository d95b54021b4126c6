import type { Answer } from '../domain/ledger';
import { workoutsIn } from '../domain/link';
import { compareRecordings } from '../match/compare-recordings';
import { freed, partsKeyOf, rememberTrouble } from './apply/trouble';
import { type Keys, keysOf } from './observe/keys';
import { rekeyed } from './rekey';
import { AGAIN, ANSWERS, BEGUN, HELD, LINKS, SETTINGS, TROUBLES, WORKOUTS } from './state/collections';
import type { State } from './state/state';
import { drop, put, type RowChange } from './state/table';
import type { Decision } from './surface/decision';

/** A space parts the keys, unless one of them holds one: then nobody could tell where it ends. */
const pairKey = (keys: readonly string[]): string =>
  keys.some((key) => key.includes(' ')) ? `keys:${JSON.stringify(keys)}` : `pair:${keys.join(' ')}`;

/** The row of an answer: the same question has one. */
const answerKey = (answer: Answer): string => {
  switch (answer.kind) {
    case 'same':
    case 'different':
      return pairKey([answer.a, answer.b].sort());
    case 'confirm':
      return `confirm:${answer.guard}`;
    case 'prefer':
      return `prefer:${answer.workout}`;
    default:
      return `${answer.kind}:${answer.session}`;
  }
};

/** The row of what the user has said of one session. */
export const sessionAnswerKey = (kind: 'claim' | 'export' | 'restore', session: string): string =>
  answerKey({ kind, session });

const answer = (given: Answer): readonly RowChange[] => [put(ANSWERS, answerKey(given), given)];

/** Whether both are recordings of one activity: the user, what they say themselves, or a link that holds both says so. */
const areOfOne = (state: State, key: string, other: string): boolean => {
  const said = state.get(ANSWERS, answerKey({ kind: 'same', a: key, b: other }));
  if (said) return said.kind === 'same';
  const [mine, its] = [state.get(WORKOUTS, key), state.get(WORKOUTS, other)];
  if (mine && its && compareRecordings(mine, its, state.get(SETTINGS)?.match).verdict === 'same') return true;
  return [...state.all(LINKS).values()].map(workoutsIn).some((all) => all.includes(key) && all.includes(other));
};

/** What the user preferred before among the recordings of the same activity: the last word counts. */
const rivalsOf = (state: State, key: string): readonly RowChange[] =>
  [...state.all(ANSWERS)]
    .filter(([, one]) => one.kind === 'prefer' && areOfOne(state, key, one.workout))
    .map(([row]) => drop(ANSWERS, row));

/** A workout has the key that was said, a session the name that it is known by. */
const retried = (state: State, said: string | undefined, known: string): readonly RowChange[] =>
  [...state.all(TROUBLES).values()]
    .filter(({ kind, key }) => {
      const isMeant = key === known || key === partsKeyOf(known);
      return said === undefined || (kind === 'session' ? isMeant : key === said || (kind === undefined && isMeant));
    })
    .filter(({ attempts, next, problem }) => attempts > 0 || next > problem.at)
    .map((trouble) => rememberTrouble(freed(trouble)));

/** Also what was never counted: it may be just now, without what the host has heard of since. */
const countedAgain = (state: State, key: string | undefined): readonly RowChange[] =>
  key !== undefined && state.get(WORKOUTS, key) ? [put(AGAIN, key, { key })] : [];

/** What is said of a workout that a backfill has passed takes that backfill back. */
const judgedAgain = (state: State, key: string): readonly RowChange[] =>
  state.get(AGAIN, key) ? [] : countedAgain(state, key).map((row) => ({ ...row, value: { key, isKnown: true } }));

/** Whether the key in a pair is that of a workout: beside a session, one is meant where sync knows of one. */
const namesWorkout = (state: State, key: string, other: string): boolean => {
  const link = state.get(LINKS, other);
  if (link && workoutsIn(link).includes(key)) return true;
  return state.get(WORKOUTS, key) !== undefined && state.get(WORKOUTS, other) === undefined;
};

/** What the user has said by the new key, before anybody knew it to be the session's. */
const handedOver = (state: State, key: string, known: string): readonly RowChange[] => {
  const nameBeside = (one: string, other: string): string =>
    one === key && other !== known && !namesWorkout(state, key, other) ? known : one;
  const renamed = (given: Answer): Answer => {
    if ('session' in given) return given.session === key ? { ...given, session: known } : given;
    return 'a' in given ? { ...given, a: nameBeside(given.a, given.b), b: nameBeside(given.b, given.a) } : given;
  };
  return [...state.all(ANSWERS)].flatMap(([row, given]) => {
    const moved = renamed(given);
    return answerKey(moved) === row ? [] : [drop(ANSWERS, row), ...answer(moved)];
  });
};

/** Where the new key is the name of another session, what was said by it is about that one. */
const rekeyedWithAnswers = (state: State, keys: Keys, from: string, to: string): readonly RowChange[] => {
  const rows = rekeyed(state, keys, from, to);
  return rows.length > 0 && keys.outside(to) === to ? [...rows, ...handedOver(state, to, keys.inside(from))] : rows;
};

/** What is said of a loss that the guard holds, or that was confirmed and is not done yet, takes it back; what was said before it happened does not. */
const restoreOf = (state: State, session: string): Answer => {
  const isHeld = [HELD, BEGUN].some((losses) => state.get(losses)?.steps.includes(`set-link ${session}`));
  return { kind: 'restore', session, ...(isHeld && { held: true }) };
};

/** What is said to sync: what the user has decided, or that a companion of the app has written a session as that workout. */
export type Said = Decision | { readonly kind: 'written'; readonly session: string; readonly workout: string };

/** The rows that change with what is said. */
export const rowsFor = (state: State, said: Said): readonly RowChange[] => {
  const keys = keysOf(state);
  switch (said.kind) {
    case 'confirm':
      return answer(said);
    case 'same':
    case 'different':
      return [
        ...answer({ kind: said.kind, a: keys.inside(said.a), b: keys.inside(said.b) }),
        ...[said.a, said.b].flatMap((key) => judgedAgain(state, key)),
      ];
    case 'written':
      return [
        ...answer({ kind: 'same', a: keys.inside(said.session), b: said.workout }),
        ...judgedAgain(state, said.workout),
      ];
    case 'prefer':
      return [...rivalsOf(state, said.key), ...answer({ kind: 'prefer', workout: said.key })];
    case 'restore':
      return answer(restoreOf(state, keys.inside(said.key)));
    case 'export':
    case 'claim':
    case 'keep-workout':
      return answer({ kind: said.kind, session: keys.inside(said.key) });
    case 'retry':
      return [...retried(state, said.key, keys.inside(said.key ?? '')), ...countedAgain(state, said.key)];
    case 'rekey':
      return rekeyedWithAnswers(state, keys, said.from, said.to);
  }
};
