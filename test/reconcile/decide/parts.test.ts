import { describe, expect, test } from 'vitest';
import type { Link } from '../../../src/domain/link';
import type { Session } from '../../../src/domain/session';
import type { MirrorEntry } from '../../../src/domain/workout';
import type { Effect, Notice } from '../../../src/reconcile/plan';
import { at, changedWorkout, edited, PHONE, printsOf, session, workout } from '../builders/records';
import { only, SET_LINK, saidBesideFar, sessionAt, shadowOf, step, workoutAt } from '../builders/whole-plan';
import { link, type WorldShape } from '../builders/world';

const s1 = session({ key: 's1', distanceMetres: 10_000 });
const w1 = workout({ key: 'w1', distanceMetres: 10_000 });
const row = link('imported', s1, w1);
const said = (now: Session, found: MirrorEntry, extra: WorldShape = {}) =>
  saidBesideFar({ ...extra, sessions: [now], workouts: [found, ...(extra.workouts ?? [])], links: [row] });

const take = (...parts: readonly ('facts' | 'detail')[]): Effect => ({
  kind: parts[0] === 'facts' ? 'update-session' : 'enrich-session',
  session: 's1',
  workout: 'w1',
  parts,
});
const conflict = (...parts: readonly ('facts' | 'detail')[]): Notice => ({
  kind: 'conflict',
  session: 's1',
  workout: 'w1',
  parts,
});
const expected = (now: Session, found: MirrorEntry) => [sessionAt(now), workoutAt(found)];

const shorter = changedWorkout(w1, { end: at(655) });
const farther = changedWorkout(w1, { distanceMetres: 10_800 });
const both = changedWorkout(w1, { end: at(655), distanceMetres: 10_800 });
const [was, there] = [printsOf(s1), w1.prints];

describe('what the health store changed, and the app did not', () => {
  test('facts are taken: the base is what the session will say, its revision is not known yet', () => {
    const after = session({ key: 's1', to: 655, distanceMetres: 10_000 });
    const base = { session: printsOf(after), workout: shorter.prints, revision: '', version: 0 };
    expect(said(s1, shorter)).toEqual(
      only({
        steps: [
          step(
            take('facts'),
            'active',
            { ...row, base, shadow: shadowOf(after) },
            'workout-changed',
            expected(s1, shorter),
          ),
        ],
      }),
    );
  });

  test('detail alone enriches the session', () => {
    const after = { ...s1, distanceMetres: 10_800 };
    const base = { session: printsOf(after), workout: farther.prints, revision: '', version: 0 };
    expect(said(s1, farther)).toEqual(
      only({ steps: [step(take('detail'), 'active', { ...row, base }, 'detail-arrived', expected(s1, farther))] }),
    );
  });

  test('both are taken in one step', () => {
    const after = session({ key: 's1', to: 655, distanceMetres: 10_800 });
    const base = { session: printsOf(after), workout: both.prints, revision: '', version: 0 };
    expect(said(s1, both)).toEqual(
      only({
        steps: [
          step(
            take('facts', 'detail'),
            'active',
            { ...row, base, shadow: shadowOf(after) },
            'workout-changed',
            expected(s1, both),
          ),
        ],
      }),
    );
  });

  test('detail is taken into a session that was renamed; the base keeps the name it had', () => {
    const now = edited(s1);
    const base = {
      session: { facts: was.facts, detail: farther.prints.detail },
      workout: farther.prints,
      revision: '',
      version: 0,
    };
    expect(said(now, farther)).toEqual(
      only({ steps: [step(take('detail'), 'active', { ...row, base }, 'detail-arrived', expected(now, farther))] }),
    );
  });
});

describe('what both sides changed', () => {
  test('facts stay as the app has them; only the base of the workout moves', () => {
    const now = edited(s1);
    const base = { ...row.base, workout: { facts: shorter.prints.facts, detail: there.detail } };
    expect(said(now, shorter)).toEqual(
      only({
        steps: [step(SET_LINK, 'active', { ...row, base }, 'conflict-kept-session', expected(now, shorter))],
        notices: [conflict('facts')],
      }),
    );
  });

  test('detail stays as the app has it, while facts are taken', () => {
    const now = edited(s1, { distanceMetres: 12_000 });
    const after = session({ key: 's1', to: 655, distanceMetres: 12_000 });
    const base = {
      session: { facts: printsOf(after).facts, detail: was.detail },
      workout: both.prints,
      revision: '',
      version: 0,
    };
    expect(said(now, both)).toEqual(
      only({
        steps: [
          step(
            take('facts'),
            'active',
            { ...row, base, shadow: shadowOf(after) },
            'conflict-kept-session',
            expected(now, both),
          ),
        ],
        notices: [conflict('detail')],
      }),
    );
  });

  test('facts and detail stay, and one notice names both', () => {
    const now = edited(s1, { title: 'Edited', distanceMetres: 12_000 });
    const base = { ...row.base, workout: both.prints };
    expect(said(now, both)).toEqual(
      only({
        steps: [step(SET_LINK, 'active', { ...row, base }, 'conflict-kept-session', expected(now, both))],
        notices: [conflict('facts', 'detail')],
      }),
    );
  });

  test('to the same is no conflict: the base of both sides moves', () => {
    const now = edited(s1, { end: at(655), distanceMetres: 10_800 });
    const base = { session: printsOf(now), workout: both.prints, revision: 'r1', version: 0 };
    expect(said(now, both)).toEqual(
      only({
        steps: [step(SET_LINK, 'active', { ...row, base, shadow: shadowOf(now) }, 'both-agree', expected(now, both))],
      }),
    );
  });

  test('to the same, but for a total that only the app has: that is a conflict', () => {
    const now = edited(s1, { distanceMetres: 10_800, elevationGainMetres: 120 });
    const base = { ...row.base, workout: farther.prints };
    expect(said(now, farther)).toEqual(
      only({
        steps: [step(SET_LINK, 'active', { ...row, base }, 'conflict-kept-session', expected(now, farther))],
        notices: [conflict('detail')],
      }),
    );
  });

  test('to the same, but for a title that only the app has: that is a conflict', () => {
    const now = edited(s1, { end: at(655), title: 'Edited' });
    const base = { ...row.base, workout: shorter.prints };
    expect(said(now, shorter)).toEqual(
      only({
        steps: [
          step(
            SET_LINK,
            'active',
            { ...row, base, shadow: shadowOf(now) },
            'conflict-kept-session',
            expected(now, shorter),
          ),
        ],
        notices: [conflict('facts')],
      }),
    );
  });
});

describe('what moved by less than a store may lose', () => {
  test('does not move the base with it, so that small steps never add up unseen', () => {
    const drifted = changedWorkout(w1, { end: at(660) + 1000, distanceMetres: 10_800 });
    const base = {
      session: { facts: was.facts, detail: drifted.prints.detail },
      workout: { facts: there.facts, detail: drifted.prints.detail },
      revision: '',
      version: 0,
    };
    expect(said(s1, drifted)).toEqual(
      only({ steps: [step(take('detail'), 'active', { ...row, base }, 'detail-arrived', expected(s1, drifted))] }),
    );
  });

  test('is in the base of a session whose new primary agrees with it', () => {
    const now = { ...s1, revision: 'r2', end: at(660) + 1000 };
    const twin = workout({ key: 'w2', app: PHONE, distanceMetres: 10_000 });
    const shape = { settings: { onBetterCopy: 'switch', import: { preferredSources: [PHONE] } } } as const;
    const link = {
      ...row,
      workout: 'w2',
      app: PHONE,
      copies: ['w1'],
      base: { session: printsOf(now), workout: twin.prints, revision: 'r1', version: 0 },
      shadow: shadowOf(now),
    };
    expect(
      saidBesideFar({ ...shape, sessions: [now], workouts: [w1, twin], links: [{ ...row, copies: ['w2'] }] }),
    ).toEqual(only({ steps: [step(SET_LINK, 'active', link, 'better-copy', expected(now, twin))] }));
  });
});

describe('a conflict that the user decides for the health store', () => {
  const answers = { ledger: { answers: [{ kind: 'keep-workout', session: 's1' }] } } as const;

  test('takes every part that differs, and the parts that agree count as agreed', () => {
    const now = edited(s1, { end: at(650) });
    const after = { ...s1, end: at(655) };
    const base = { session: printsOf(after), workout: shorter.prints, revision: '', version: 0 };
    const link = { ...row, base, shadow: shadowOf(after) };
    expect(said(now, shorter, answers)).toEqual(
      only({ steps: [step(take('facts'), 'active', link, 'conflict-took-workout', expected(now, shorter))] }),
    );
  });

  test('takes detail alone where the facts agree', () => {
    const now = edited(s1, { distanceMetres: 12_000 });
    const base = { session: printsOf(s1), workout: there, revision: '', version: 0 };
    expect(said(now, w1, answers)).toEqual(
      only({ steps: [step(take('detail'), 'active', { ...row, base }, 'conflict-took-workout', expected(now, w1))] }),
    );
  });

  test('does not take a title away: a platform that keeps none says nothing about it', () => {
    const now = edited(s1);
    const base = { session: printsOf(now), workout: there, revision: 'r1', version: 0 };
    expect(said(now, w1, answers)).toEqual(
      only({ steps: [step(SET_LINK, 'active', { ...row, base }, 'conflict-took-workout', expected(now, w1))] }),
    );
  });
});

describe('another record of the same activity as the primary', () => {
  const copy = workout({ key: 'w2', app: PHONE, to: 658, distanceMetres: 10_500 });
  const rich = { settings: { onBetterCopy: 'switch', import: { preferredSources: [PHONE] } } } as const;
  const preferred = { ledger: { answers: [{ kind: 'prefer', workout: 'w2' }] } } as const;
  const switched = (now: Session, extra: WorldShape, kept: Link) =>
    saidBesideFar({ ...extra, sessions: [now], workouts: [w1, copy], links: [{ ...kept, copies: ['w2'] }] });
  const takeCopy = (...parts: readonly ('facts' | 'detail')[]) => ({ ...take(...parts), workout: 'w2' }) as Effect;

  test('changes an unedited session to what it says', () => {
    const after = session({ key: 's1', to: 658, distanceMetres: 10_500 });
    const base = { session: printsOf(after), workout: copy.prints, revision: '', version: 0 };
    const link = { ...row, workout: 'w2', app: PHONE, copies: ['w1'], base, shadow: shadowOf(after) };
    expect(switched(s1, rich, row)).toEqual(
      only({ steps: [step(takeCopy('facts', 'detail'), 'active', link, 'better-copy', expected(s1, copy))] }),
    );
  });

  test('leaves what the user edited, and what nobody edited follows', () => {
    const now = edited(s1);
    const base = {
      session: { facts: was.facts, detail: copy.prints.detail },
      workout: copy.prints,
      revision: '',
      version: 0,
    };
    const link = { ...row, workout: 'w2', app: PHONE, copies: ['w1'], base };
    expect(switched(now, preferred, row)).toEqual(
      only({ steps: [step(takeCopy('detail'), 'active', link, 'user-preferred', expected(now, copy))] }),
    );
  });

  test('leaves a total that the user edited, and the time follows', () => {
    const now = edited(s1, { distanceMetres: 12_000 });
    const after = { ...now, end: at(658) };
    const base = {
      session: { facts: printsOf(after).facts, detail: was.detail },
      workout: copy.prints,
      revision: '',
      version: 0,
    };
    const link = { ...row, workout: 'w2', app: PHONE, copies: ['w1'], base, shadow: shadowOf(after) };
    expect(switched(now, preferred, row)).toEqual(
      only({ steps: [step(takeCopy('facts'), 'active', link, 'user-preferred', expected(now, copy))] }),
    );
  });

  test('changes the row alone where it says the same as the session', () => {
    const twin = workout({ key: 'w2', app: PHONE, distanceMetres: 10_000 });
    const base = { session: was, workout: twin.prints, revision: 'r1', version: 0 };
    const link = { ...row, workout: 'w2', app: PHONE, copies: ['w1'], base };
    expect(
      saidBesideFar({ ...rich, sessions: [s1], workouts: [w1, twin], links: [{ ...row, copies: ['w2'] }] }),
    ).toEqual(only({ steps: [step(SET_LINK, 'active', link, 'better-copy', expected(s1, twin))] }));
  });

  test('changes nothing of a session that was matched', () => {
    const matched = link('matched', s1, w1);
    const after = { ...matched, workout: 'w2', app: PHONE, copies: ['w1'] };
    const base = { ...matched.base, workout: copy.prints };
    expect(switched(s1, preferred, matched)).toEqual(
      only({ steps: [step(SET_LINK, 'active', { ...after, base }, 'user-preferred', expected(s1, copy))] }),
    );
  });

  test('is what a conflict takes, where the user prefers it and decides for the health store', () => {
    const now = edited(s1, { distanceMetres: 12_000 });
    const after = session({ key: 's1', to: 658, distanceMetres: 10_500 });
    const base = { session: printsOf(after), workout: copy.prints, revision: '', version: 0 };
    const link = { ...row, workout: 'w2', app: PHONE, copies: ['w1'], base, shadow: shadowOf(after) };
    const answers = [...preferred.ledger.answers, { kind: 'keep-workout', session: 's1' } as const];
    expect(switched(now, { ledger: { answers } }, row)).toEqual(
      only({
        steps: [step(takeCopy('facts', 'detail'), 'active', link, 'conflict-took-workout', expected(now, copy))],
      }),
    );
  });
});
