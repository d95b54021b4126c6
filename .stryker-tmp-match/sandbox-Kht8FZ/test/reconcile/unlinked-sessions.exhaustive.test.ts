// @ts-nocheck
import { describe, expect, test } from 'vitest';
import type { Session } from '../../src/domain/session';
import type { MirrorEntry } from '../../src/domain/workout';
import type { SettingsOverrides } from '../../src/policy/settings-from';
import type { Plan } from '../../src/reconcile/plan';
import { reconcile } from '../../src/reconcile/reconcile';
import type { World } from '../../src/reconcile/world';
import { accountingFaults, placeOf } from './builders/places';
import { bare, product, quarrelsOf, withFar } from './builders/quarrels';
import { edited, OTHER_DEVICE, OWN_APP, ownRecord, PHONE, session, workout } from './builders/records';
import { link } from './builders/world';
import { FREE_SESSIONS, ORIGINS, OWN_RECORDS } from './tables/unlinked';

describe('own records without a link', () => {
  const of = session({ key: 's1' });
  const build = ([state, direction, owner]: readonly string[]): World => {
    const owned: Session = owner === 'other' ? { ...of, owner: OTHER_DEVICE } : of;
    const listed: Readonly<Record<string, readonly Session[]>> = {
      deleted: [{ ...owned, state: 'deleted' }],
      open: [{ ...owned, state: 'open' }],
      equal: [owned],
      differs: [edited(owned, { distanceMetres: 4_000, end: owned.end - 300_000 })],
      linked: [owned],
    };
    const record = ownRecord('w1', of, 3);
    const other = ownRecord('w2', of, 4);
    return withFar({
      sessions: listed[state ?? ''] ?? [],
      workouts: state === 'linked' ? [record, other] : [record],
      links: state === 'linked' ? [link('exported', owned, other)] : [],
      sessionSide: {
        ...(state === 'gone' ? { gone: ['s1'] } : {}),
        ...(state === 'none-incomplete' ? { complete: false } : {}),
      },
      settings: { export: { enabled: direction === 'on' } },
    });
  };
  const states = product(
    ['deleted', 'gone', 'open', 'equal', 'differs', 'linked', 'none-complete', 'none-incomplete'],
    ['on', 'off'],
    ['ours', 'other'],
  );

  test('P7 total: each of the 32 states has exactly one outcome, that of the literal table', () => {
    const read = (plan: Plan): string => bare(placeOf(plan, 'workout w1'));
    expect(quarrelsOf(OWN_RECORDS, states, build, read)).toEqual([]);
  });

  test('S1 no echo, S10 foreign records are read-only: a record with our id by another app is left alone', () => {
    const quarrels = states.flatMap((state) => {
      const own = build(state);
      const items = own.mirror.items.map((entry) =>
        entry.key === 'w1' ? { ...entry, source: { app: PHONE } } : entry,
      );
      const before = { ...own, mirror: { ...own.mirror, items } };
      const plan = reconcile(before);
      const touches = plan.steps.filter(
        ({ effect }) =>
          (effect.kind === 'import' && effect.workout === 'w1') ||
          (effect.kind === 'remove-workout' && effect.workouts.includes('w1')) ||
          (effect.kind === 'update-workout' && state[0] !== 'linked'),
      );
      return [
        ...touches.map((step) => `${state.join(' ')}: ${step.id}`),
        ...accountingFaults(before, plan).map((fault) => `${state.join(' ')}: ${fault}`),
      ];
    });
    expect(quarrels).toEqual([]);
  });
});

describe('sessions that keep their origin', () => {
  const states = product(['completed', 'deleted', 'open'], ['foreign', 'own'], ['equal', 'far-off']);
  const build = ([state, author, content]: readonly string[]): World =>
    withFar({
      sessions: [
        session({
          key: 's1',
          state: (state ?? 'completed') as Session['state'],
          origin: { platform: 'apple-health', workout: 'w1' },
          ...(content === 'far-off' ? { from: 300, to: 330 } : {}),
        }),
      ],
      workouts: [workout({ key: 'w1', ...(author === 'own' ? { app: OWN_APP } : {}) })],
    });

  test('P7 total: each of the 12 states has exactly one outcome, that of the literal table', () => {
    const read = (plan: Plan): string => {
      const step = plan.steps.find(({ link: row }) => row.session === 's1');
      if (step === undefined) return bare(placeOf(plan, 'session s1'));
      return step.link.workout === 'w1' && step.effect.kind === 'set-link'
        ? `${step.link.kind} ${step.link.state}`
        : step.id;
    };
    expect(quarrelsOf(ORIGINS, states, build, read)).toEqual([]);
  });
});

describe('clusters with a free session', () => {
  const others: Readonly<Record<string, readonly MirrorEntry[]>> = {
    none: [],
    same: [workout({ key: 'w1' })],
    possible: [workout({ key: 'w1', from: 620, to: 680 })],
    part: [workout({ key: 'w1', from: 600, to: 630 })],
    'linked-other': [workout({ key: 'w1' })],
    'sibling-linked': [],
  };
  const exports: Readonly<Record<string, SettingsOverrides['export']>> = {
    yes: {},
    off: { enabled: false },
    grace: { graceSeconds: 864_000 },
    both: { enabled: false, graceSeconds: 864_000 },
  };
  const build = ([state, beside = '', side, rule = '', asked]: readonly string[]): World => {
    const sibling = session({ key: 's2' });
    const workouts = others[beside] ?? [];
    const lost = ownRecord('w3', sibling);
    return withFar({
      sessions: [
        session({ key: 's1', state: (state ?? 'open') as Session['state'] }),
        ...(beside === 'linked-other' || beside === 'sibling-linked' ? [sibling] : []),
      ],
      workouts,
      workoutSide: side === 'uncertain' ? { complete: false } : {},
      links:
        beside === 'linked-other'
          ? [link('matched', sibling, workouts[0])]
          : beside === 'sibling-linked'
            ? [link('exported', sibling, lost, { state: 'workout-removed' })]
            : [],
      settings: { export: exports[rule] ?? {} },
      ledger: { answers: asked === 'yes' ? [{ kind: 'export', session: 's1' }] : [] },
    });
  };
  const states = product(
    ['open', 'deleted', 'completed'],
    Object.keys(others),
    ['certain', 'uncertain'],
    Object.keys(exports),
    ['yes', 'no'],
  ).filter(([, beside, , , asked]) => asked === 'no' || (beside !== 'linked-other' && beside !== 'sibling-linked'));

  test('P7 total: each state has exactly one outcome, that of the literal table', () => {
    const read = (plan: Plan, { mirror }: World): string => {
      const there = mirror.items.some(({ key }) => key === 'w1');
      return `${bare(placeOf(plan, 'session s1'))} / ${there ? bare(placeOf(plan, 'workout w1')) : '-'}`;
    };
    expect(quarrelsOf(FREE_SESSIONS, states, build, read)).toEqual([]);
  });
});
