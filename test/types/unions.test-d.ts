// Every switch below ends in a `never` guard: a member that is added or renamed is a compile error here, as it is in the
// code of a host. A change of this file is therefore at least a minor release.
import { expectTypeOf } from 'vitest';
import type { Effect, Expectation, Link, Notice } from '../../src/index';

const unreachable = (value: never): never => value;

export const recordOf = (effect: Effect): string => {
  switch (effect.kind) {
    case 'import':
      return `${effect.session} ${effect.workout}`;
    case 'update-session':
    case 'enrich-session':
      return `${effect.session} ${effect.workout} ${effect.parts.length}`;
    case 'remove-session':
      return effect.session;
    case 'remove-workout':
      return `${effect.workouts.length} ${effect.external}`;
    case 'export':
    case 'update-workout':
      return `${effect.session} ${effect.external.id} ${effect.external.version}`;
    case 'set-link':
      return '';
    default:
      return unreachable(effect);
  }
};

export const subjectOf = (notice: Notice): string => {
  switch (notice.kind) {
    case 'conflict':
      return `${notice.session} ${notice.workout} ${notice.parts.length}`;
    case 'review':
      return `${notice.a} ${notice.b} ${notice.comparison.verdict}`;
    case 'copy':
      return `${notice.of} ${notice.copy} ${notice.apps.of ?? ''} ${notice.numbers.length} ${notice.comparison.rung}`;
    default:
      return unreachable(notice);
  }
};

export const takenForGranted = (expectation: Expectation): string => {
  switch (expectation.kind) {
    case 'session-at':
      return `${expectation.session} ${expectation.revision}`;
    case 'session-absent':
      return expectation.session;
    case 'workout-at':
      return `${expectation.workout} ${expectation.facts} ${expectation.detail}`;
    case 'workout-absent':
      return expectation.workout;
    case 'external-absent':
      return expectation.external;
    case 'link-at':
      return `${expectation.session} ${expectation.state}`;
    default:
      return unreachable(expectation);
  }
};

export const forgetful = (notice: Notice): string => {
  switch (notice.kind) {
    case 'conflict':
    case 'review':
      return notice.kind;
    default:
      // @ts-expect-error `copy` is forgotten, so the guard is reached
      return unreachable(notice);
  }
};

// A field of one member is not there before a look at `kind`.
declare const effect: Effect;
// @ts-expect-error not every effect has a workout
effect.workout;
if (effect.kind === 'remove-workout') expectTypeOf(effect.external).toBeString();
if (effect.kind === 'export')
  expectTypeOf(effect.external).toEqualTypeOf<{ readonly id: string; readonly version: number }>();

declare const expectation: Expectation;
if (expectation.kind === 'link-at') expectTypeOf(expectation.state).toEqualTypeOf<Link['state'] | 'none'>();

// @ts-expect-error an import names the session that it will be
export const nameless: Effect = { kind: 'import', workout: 'w1' };
// @ts-expect-error a link row is written by the step that holds the effect, not by the effect
export const overfull: Effect = { kind: 'set-link', session: 's1' };
// @ts-expect-error there is no such effect
export const unheard: Effect = { kind: 'merge', session: 's1', workout: 'w1' };
