import { describe, expect, test } from 'vitest';
import type { Link } from '../../../src/domain/link';
import type { MirrorEntry } from '../../../src/domain/workout';
import { compareRecordings } from '../../../src/match/compare-recordings';
import type { Evidence } from '../../../src/match/comparison';
import { edited, ownRecord, PHONE, printsOf, session, workout } from '../builders/records';
import {
  copyNotice,
  only,
  placed,
  reviewNotice,
  saidBesideFar,
  shadowOf,
  step,
  withoutApp,
  workoutAt,
} from '../builders/whole-plan';
import { link } from '../builders/world';

const s1 = session({ key: 's1', distanceMetres: 10_000 });
const w1 = workout({ key: 'w1', distanceMetres: 10_000 });

const importOf = (
  of: MirrorEntry,
  copies: readonly string[] = [],
  evidence: readonly Evidence[] = [],
  key = `apple-health:${of.key}`,
) => {
  const made: Link = {
    kind: 'imported',
    state: 'active',
    session: key,
    workout: of.key,
    copies,
    ...(of.source && { app: of.source.app }),
    base: { session: of.prints, workout: of.prints, revision: '', version: of.external?.version ?? 0 },
    shadow: shadowOf(of),
  };
  return step(
    { kind: 'import', session: key, workout: of.key },
    'none',
    made,
    'new-workout',
    [{ kind: 'session-absent', session: key }, workoutAt(of)],
    evidence,
  );
};

describe('a workout that stands for no session yet', () => {
  test('comes in', () => {
    expect(saidBesideFar({ workouts: [w1] })).toEqual(only({ steps: [importOf(w1)] }));
  });

  test('comes in without an app where it names none', () => {
    const { source: _unknown, ...nameless } = w1;
    expect(saidBesideFar({ workouts: [nameless] })).toEqual(only({ steps: [importOf(nameless)] }));
  });

  test('comes in under another key where its own is taken, be it by a session or by a link', () => {
    const [listed, remembered] = ['apple-health:w1', 'apple-health:w1~'].map((key) =>
      session({ key, from: 300, to: 330 }),
    );
    const w7 = workout({ key: 'w7', from: 300, to: 330 });
    if (listed === undefined || remembered === undefined) throw new Error('two sessions');
    const links = [link('matched', listed, w7), { ...link('imported', remembered, w7), workout: 'w8' }];
    const said = saidBesideFar({ sessions: [listed], workouts: [w1, w7], links: [links[0] as Link] });
    expect(said).toEqual(only({ steps: [importOf(w1, [], [], 'apple-health:w1~')], settled: 2 }));
    const both = saidBesideFar({ sessions: [listed], sessionSide: { absence: 'unknown' }, workouts: [w1, w7], links });
    expect(both.steps).toEqual([importOf(w1, [], [], 'apple-health:w1~~')]);
  });

  test('brings what another app recorded along as its copies, each with a notice of what the two are to each other', () => {
    const [a, b] = [
      workout({ key: 'wb', app: PHONE, from: 601, distanceMetres: 10_000 }),
      workout({ key: 'wa', app: 'com.b', to: 659, distanceMetres: 10_000 }),
    ];
    const settings = { import: { preferredSources: ['com.watch'] } };
    expect(saidBesideFar({ workouts: [b, w1, a], settings })).toEqual(
      only({
        steps: [importOf(w1, ['wa', 'wb'], compareRecordings(w1, a).evidence)],
        notices: [copyNotice(w1, a), copyNotice(w1, b)],
      }),
    );
  });

  test('comes in though the best of its copies may not', () => {
    const rich = workout({ key: 'w2', app: PHONE, distanceMetres: 10_000 });
    const settings = { import: { preferredSources: [PHONE], ignoredSources: [PHONE] } };
    const said = saidBesideFar({ workouts: [w1, rich], settings });
    expect(said).toEqual(
      only({
        steps: [importOf(w1, ['w2'], compareRecordings(w1, rich).evidence)],
        notices: [copyNotice(w1, rich)],
      }),
    );
  });

  test('is the one that the user prefers, though by the settings only another may come in', () => {
    const ignored = workout({ key: 'w2', app: PHONE, distanceMetres: 10_000 });
    const said = saidBesideFar({
      workouts: [w1, ignored],
      settings: { import: { ignoredSources: [PHONE] } },
      ledger: { answers: [{ kind: 'prefer', workout: 'w2' }] },
    });
    expect(said).toEqual(
      only({
        steps: [importOf(ignored, ['w1'], compareRecordings(ignored, w1).evidence)],
        notices: [copyNotice(ignored, w1)],
      }),
    );
  });

  test('stays out with all its copies, each with its own reasons', () => {
    const other = workout({ key: 'w2', app: PHONE, distanceMetres: 10_000 });
    const settings = { import: { enabled: false, ignoredSources: [PHONE] } };
    const said = saidBesideFar({ workouts: [w1, other], settings });
    expect(said.skipped.map(({ key, reasons }) => [key, reasons.map(({ code }) => code)])).toEqual([
      ['w2', ['source-ignored', 'import-off']],
      ['w1', ['import-off']],
    ]);
    expect(said.steps).toEqual([]);
    expect(said.notices).toEqual([]);
  });

  test('waits with its copies where the app may have a session of one of them', () => {
    const early = workout({ key: 'w2', app: PHONE, from: 598, distanceMetres: 10_000 });
    const window = { start: w1.start, end: w1.end + 1 };
    const said = saidBesideFar({ workouts: [w1, early], sessionSide: { window } });
    expect(said.waiting).toEqual(placed([w1, early], 'session-unknown'));
    expect(said.steps).toEqual([]);
  });

  test('waits with its copies while a session is open over the time of one of them', () => {
    const early = workout({ key: 'w2', app: PHONE, from: 598, distanceMetres: 10_000 });
    const open = session({ key: 's1', state: 'open', from: 580, to: 599 });
    expect(saidBesideFar({ sessions: [open], workouts: [w1, early] })).toEqual(
      only({ waiting: [...placed([open], 'session-open'), ...placed([w1, early], 'session-open')] }),
    );
  });

  test('does not wait for an open session that ends where it starts', () => {
    const open = session({ key: 's1', state: 'open', from: 580, to: 600 });
    expect(saidBesideFar({ sessions: [open], workouts: [w1] })).toEqual(
      only({ steps: [importOf(w1)], waiting: placed([open], 'session-open') }),
    );
  });
});

describe('a workout that is a part of a session', () => {
  const half = workout({ key: 'w1', to: 630 });
  const record = ownRecord('w2', s1);

  test('that was recorded in the app is held', () => {
    expect(saidBesideFar({ sessions: [s1], workouts: [half, record], links: [link('exported', s1, record)] })).toEqual(
      only({
        blocked: placed([half], 'part-of-session', { other: 's1' }),
        notices: [reviewNotice(s1, half)],
        settled: 2,
      }),
    );
  });

  test('that came from another app comes in, and the user is asked', () => {
    const of = workout({ key: 'w2', app: PHONE });
    expect(saidBesideFar({ sessions: [s1], workouts: [half, of], links: [link('imported', s1, of)] })).toMatchObject({
      steps: [importOf(half)],
      blocked: [],
      notices: [{ kind: 'review', a: 's1', b: 'w1' }],
    });
  });

  test('that keeps an origin elsewhere comes in: it was not recorded in the app', () => {
    const from = { ...s1, origin: { platform: 'health-connect', workout: 'x' } } as const;
    const own = ownRecord('w2', from);
    expect(
      saidBesideFar({ sessions: [from], workouts: [half, own], links: [link('exported', from, own)] }).steps,
    ).toEqual([importOf(half)]);
  });

  test('is not what is a part of its workout alone: that comes in, and the user is asked', () => {
    const whole = workout({ key: 'w2', app: PHONE });
    const started = session({ key: 's1', to: 630 });
    const end = workout({ key: 'w1', from: 635, to: 660 });
    const said = saidBesideFar({
      sessions: [started],
      workouts: [whole, end],
      links: [link('matched', started, whole)],
    });
    expect(said).toEqual(only({ steps: [importOf(end)], notices: [reviewNotice(end, whole)], settled: 2 }));
  });

  test('is not one that only may be it, however short', () => {
    const shorter = workout({ key: 'w1', from: 620, to: 675 });
    expect(
      saidBesideFar({ sessions: [s1], workouts: [shorter, record], links: [link('exported', s1, record)] }),
    ).toEqual(only({ steps: [importOf(shorter)], notices: [reviewNotice(s1, shorter)], settled: 2 }));
  });

  test('is not what holds a session: that comes in, and the user is asked', () => {
    const longer = workout({ key: 'w1', to: 725 });
    const said = saidBesideFar({ sessions: [s1], workouts: [longer, record], links: [link('exported', s1, record)] });
    expect(said).toEqual(only({ steps: [importOf(longer)], notices: [reviewNotice(s1, longer)], settled: 2 }));
  });
});

describe('two workouts that may be one activity', () => {
  const later = workout({ key: 'w2', app: PHONE, from: 620, to: 680 });

  test('both come in, and the user is asked', () => {
    expect(saidBesideFar({ workouts: [w1, later] })).toEqual(
      only({ steps: [importOf(later), importOf(w1)], notices: [reviewNotice(w1, later)] }),
    );
  });

  test('one comes in and the other is held where open questions are to be held', () => {
    expect(saidBesideFar({ workouts: [w1, later], settings: { onPossible: 'hold' } })).toEqual(
      only({
        steps: [importOf(later)],
        blocked: placed([w1], 'possible-twin', { other: 'w2' }),
        notices: [reviewNotice(w1, later)],
      }),
    );
  });

  test('one comes in where the other is refused: there is nothing to ask', () => {
    const settings = { onPossible: 'hold', import: { ignoredSources: [PHONE] } } as const;
    const said = saidBesideFar({ workouts: [w1, later], settings });
    expect(said.steps).toEqual([importOf(w1)]);
    expect(said.blocked).toEqual([]);
    expect(said.notices).toEqual([]);
  });

  test('the part of a whole that is refused is held all the same, where open questions are to be held', () => {
    const whole = workout({ key: 'w0', app: PHONE, from: 600, to: 660 });
    const part = workout({ key: 'w1', from: 600, to: 630 });
    const settings = { onPossible: 'hold', import: { ignoredSources: [PHONE] } } as const;
    const said = saidBesideFar({ workouts: [whole, part], settings });
    expect(said.blocked).toEqual(placed([part], 'possible-twin', { other: 'w0' }));
    expect(said.notices).toEqual([reviewNotice(whole, part)]);
    expect(said.steps).toEqual([]);
  });

  test('a leg as long as its parent is no part of it, and comes in', () => {
    const whole = workout({ key: 'w0', app: PHONE });
    const leg = workout({ key: 'w1', parent: 'w0' });
    const settings = { onPossible: 'hold', import: { ignoredSources: [PHONE] } } as const;
    expect(saidBesideFar({ workouts: [whole, leg], settings }).steps).toEqual([importOf(leg)]);
  });

  test('the whole comes in where only its part is refused', () => {
    const whole = workout({ key: 'w1', from: 600, to: 660 });
    const part = workout({ key: 'w2', app: PHONE, from: 600, to: 630 });
    const settings = { onPossible: 'hold', import: { ignoredSources: [PHONE] } } as const;
    expect(saidBesideFar({ workouts: [whole, part], settings }).steps).toEqual([importOf(whole)]);
  });
});

describe('a workout that may be the activity of a session', () => {
  const later = workout({ key: 'w2', app: PHONE, from: 620, to: 680 });
  const row = link('imported', s1, w1);
  const held = placed([later], 'possible-twin', { other: 'w1' });
  const tombstone: Link = { ...withoutApp(row), state: 'session-deleted' };
  const said = (shape: Parameters<typeof saidBesideFar>[0]) =>
    saidBesideFar({ ...shape, workouts: [w1, later, ...(shape.workouts ?? [])] });

  test('comes in beside a link', () => {
    expect(said({ sessions: [s1], links: [row] }).steps).toEqual([importOf(later)]);
  });

  test('is held beside a link where open questions are to be held', () => {
    const { steps, blocked } = said({ sessions: [s1], links: [row], settings: { onPossible: 'hold' } });
    expect(steps).toEqual([]);
    expect(blocked).toMatchObject([{ key: 'w2', reasons: [{ code: 'possible-twin' }] }]);
  });

  test('is held beside a tombstone, whose session the user deleted', () => {
    expect(said({ links: [tombstone] }).blocked).toEqual(held);
  });

  test('is held beside a tombstone also where an old list shows the session as it was', () => {
    expect(said({ sessions: [s1], links: [tombstone] }).blocked).toMatchObject([{ key: 'w2' }]);
  });

  test('comes in beside a tombstone whose session is back', () => {
    const { steps, blocked } = said({ sessions: [edited(s1)], links: [tombstone] });
    expect(blocked).toEqual([]);
    expect(steps.map(({ id }) => id)).toEqual(['import apple-health:w2', 'set-link s1']);
  });

  test('comes in beside a tombstone that the user restores', () => {
    const answers = [{ kind: 'restore', session: 's1' }] as const;
    const { steps, blocked } = said({ links: [tombstone], ledger: { answers } });
    expect(blocked).toEqual([]);
    expect(steps.map(({ id }) => id)).toEqual(['import apple-health:w2', 'import s1']);
  });

  test('is held beside a tombstone that the user restores while a session over its time is open', () => {
    const answers = [{ kind: 'restore', session: 's1' }] as const;
    const open = session({ key: 's5', state: 'open', from: 590, to: 610 });
    const { blocked } = said({ sessions: [open], links: [tombstone], ledger: { answers } });
    expect(blocked).toEqual(held);
  });

  test('is held beside a tombstone that the user wants back where its workout is not there', () => {
    const answers = [{ kind: 'restore', session: 's1' }] as const;
    const { blocked, steps } = saidBesideFar({ workouts: [later], links: [tombstone], ledger: { answers } });
    expect(blocked).toEqual(placed([later], 'possible-twin', { other: 's1' }));
    expect(steps).toEqual([]);
  });

  test('is held beside an active link whose session is deleted, and comes in where that is only malformed', () => {
    const deleted = { ...s1, state: 'deleted' as const, revision: 'r2' };
    expect(said({ sessions: [deleted], links: [row] }).blocked).toMatchObject([{ key: 'w2' }]);
    const spoilt = { ...s1, distanceMetres: Number.NaN };
    expect(said({ sessions: [spoilt], links: [row] }).steps).toEqual([importOf(later)]);
  });

  const takenBack = { ledger: { answers: [{ kind: 'restore', session: 's1', held: true }] } } as const;

  test('comes in beside an active link whose loss the user takes back', () => {
    const { steps, blocked } = said({ links: [row], ...takenBack });
    expect(blocked).toEqual([]);
    expect(steps.map(({ id }) => id)).toEqual(['import apple-health:w2', 'import s1']);
  });

  test('is held beside one whose loss the user takes back while a session over its time is open', () => {
    const open = session({ key: 's5', state: 'open', from: 590, to: 610 });
    expect(said({ sessions: [open], links: [row], ...takenBack }).blocked).toEqual(held);
  });

  test('is held beside a deleted session that no link remembers', () => {
    const deleted = { ...s1, state: 'deleted' as const };
    expect(saidBesideFar({ sessions: [deleted], workouts: [later] })).toEqual(
      only({
        skipped: placed([deleted], 'deleted'),
        blocked: placed([later], 'possible-twin', { other: 's1' }),
        notices: [reviewNotice(deleted, later)],
      }),
    );
  });

  test('is held beside a session without a link where open questions are to be held', () => {
    expect(saidBesideFar({ sessions: [s1], workouts: [later], settings: { onPossible: 'hold' } })).toEqual(
      only({
        blocked: [
          ...placed([later], 'possible-twin', { other: 's1' }),
          ...placed([s1], 'possible-twin', { other: 'w2' }),
        ],
        notices: [reviewNotice(s1, later)],
      }),
    );
  });

  test('is held beside a session that was moved away from its own workout, where questions are to be held', () => {
    const moved = edited(session({ key: 's1', from: 600, to: 660 }));
    const then = workout({ key: 'w1', from: 300, to: 360 });
    const was = { ...link('imported', session({ key: 's1', from: 300, to: 360 }), then) };
    const shape = { sessions: [moved], workouts: [then, later], links: [was] };
    expect(saidBesideFar({ ...shape, settings: { onPossible: 'hold' } }).blocked).toEqual(
      placed([later], 'possible-twin', { other: 's1' }),
    );
    expect(saidBesideFar(shape).steps).toEqual([importOf(later)]);
  });

  test('comes in beside a session that is live, though a deleted one of the same time stands with it', () => {
    const deleted = session({ key: 's0', state: 'deleted' });
    const { blocked, steps } = saidBesideFar({ sessions: [session({ key: 's1' }), deleted], workouts: [later] });
    expect(blocked).toMatchObject([{ key: 's1' }]);
    expect(steps).toEqual([importOf(later)]);
  });
});

describe('what an import remembers', () => {
  test('is the print of the workout on both sides, since nobody edited anything yet', () => {
    const [made] = saidBesideFar({ workouts: [w1] }).steps;
    expect(made?.link.base).toEqual({ session: printsOf(w1), workout: printsOf(w1), revision: '', version: 0 });
  });
});
