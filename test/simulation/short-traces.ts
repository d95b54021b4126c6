import { mishap, step, trace } from './steps';
import type { Setting, Trace, TraceStep } from './trace';

/** What happens most, and what goes wrong most: each followed by a sync. */
export const ALPHABET: readonly TraceStep[] = [
  step('record'),
  step('watchWrites'),
  step('phoneWrites', { variant: 1 }),
  step('editFacts', { variant: 1 }),
  step('changeFacts'),
  step('binSession'),
  step('eraseSession'),
  step('removeForeign'),
  step('removeOwn'),
  step('replace'),
  step('loseState'),
  step('restart', { budget: 1 }),
  step('unbin'),
  step('removeGone', { sync: 'no' }),
  step('reinsert'),
  step('expire'),
  step('newMapping'),
  step('losePage'),
  step('signOut'),
  step('denyRead'),
  step('limitHistory'),
  step('goToBackground'),
  step('showStore'),
  step('clearStore'),
  mishap('record', 'throw-after', 'writing.save'),
  mishap('watchWrites', 'throw-after', 'sessions.apply'),
  mishap('watchWrites', 'crash-after', 'sessions.apply'),
  mishap('record', 'crash-after', 'writing.save'),
  mishap('record', 'user-after', 'writing.save', { meanwhile: 'editFacts', variant: 1 }),
  mishap('record', 'rival', 'writing.save'),
];

/** Every way to pick so many of the first letters of the alphabet, in order. */
const wordsOf = (letters: readonly TraceStep[], length: number): readonly (readonly TraceStep[])[] =>
  length === 0 ? [[]] : wordsOf(letters, length - 1).flatMap((before) => letters.map((last) => [...before, last]));

/** Every trace of that many steps out of the first so many letters. */
export const shortTraces = (profile: Setting['profile'], length: number, letters: number): readonly Trace[] =>
  wordsOf(ALPHABET.slice(0, letters), length).map((steps) => trace({ profile }, ...steps));
