import { describe, expect, it } from 'vitest';
import type { Link } from '../../../src/domain/link';
import {
  type Held,
  holdLink,
  holdSession,
  holdWorkout,
  type Neighbourhoods,
  neighbourhoodsOf,
  type Ties,
} from '../../../src/reconcile/locate/neighbourhood';
import {
  ACCOUNT,
  OWN_APP,
  ownRecord,
  PHONE,
  type SessionShape,
  session,
  type WorkoutShape,
  workout,
} from '../builders/records';
import { link } from '../builders/world';

const DAY = 24 * 60;

/** Records of different days have nothing to do with each other but what their ids say. */
const someday = { from: 600, to: 660 };
const anotherDay = { from: 600 + 5 * DAY, to: 660 + 5 * DAY };

const scope = {
  kind: 'scope',
  account: ACCOUNT,
  device: 'device-1',
  platform: 'apple-health',
  ownSources: [OWN_APP],
  readAccess: 'granted',
  mappingVersion: 1,
} as const;

const early = (shape: WorkoutShape): Held => holdWorkout(workout({ ...someday, ...shape }));
const late = (shape: WorkoutShape): Held => holdWorkout(workout({ ...anotherDay, ...shape }));
const done = (shape: SessionShape): Held => holdSession(session({ ...anotherDay, ...shape }));
const row = (name: string, over: Partial<Link> = {}): Held =>
  holdLink({
    ...link('imported', session({ key: name, ...anotherDay }), workout({ key: 'w1', ...anotherDay })),
    ...over,
  });

const of = (held: readonly Held[], ties: Ties = new Map()): Neighbourhoods => {
  const index = neighbourhoodsOf(scope, ties);
  for (const one of held) index.put(one);
  return index;
};

const namesOf = (held: readonly Held[]): readonly string[] => held.map(({ kind, key }) => `${kind} ${key}`).sort();

const own = ownRecord('mine', session({ key: 's1', ...someday }));

const TOGETHER: readonly (readonly [string, Held, Held])[] = [
  ['a leg and the whole that it is of', early({ key: 'w1', parent: 'w2' }), late({ key: 'w2' })],
  ['two legs of a whole that is not here', early({ key: 'w1', parent: 'w9' }), late({ key: 'w2', parent: 'w9' })],
  ['a leg in the store and the whole in the app', early({ key: 'w1', parent: 's1' }), done({ key: 's1' })],
  ['two recordings with one id of their app', early({ key: 'w1', sourceId: 'x' }), late({ key: 'w2', sourceId: 'x' })],
  [
    'two recordings with an id across apps',
    early({ key: 'w1', crossIds: ['a', 'x'] }),
    late({ key: 'w2', crossIds: ['x'], app: PHONE }),
  ],
  [
    'a session and the workout it came from',
    early({ key: 'w1' }),
    done({ key: 's1', origin: { platform: 'apple-health', workout: 'w1' } }),
  ],
  ['a session of which the key says it', early({ key: 'w1' }), done({ key: 'apple-health:w1' })],
  [
    'a session of which the key and the origin say it',
    early({ key: 'w1' }),
    done({ key: 'apple-health:w1', origin: { platform: 'apple-health', workout: 'w1' } }),
  ],
  [
    'a session that has another origin than its key says, and that origin',
    early({ key: 'w2' }),
    done({ key: 'apple-health:w1', origin: { platform: 'apple-health', workout: 'w2' } }),
  ],
  [
    'a session of which the key looks like an import of its origin, without being one',
    early({ key: 'w1' }),
    done({ key: 'other-store!:w1', origin: { platform: 'apple-health', workout: 'w1' } }),
  ],
  [
    'a session of which the key begins and ends like an import of its origin',
    early({ key: 'w1' }),
    done({ key: 'apple-health:x-w1', origin: { platform: 'apple-health', workout: 'w1' } }),
  ],
  ['a row and what shares time with the activity that it remembers', late({ key: 'w9' }), row('s1')],
  ['a row and its workout', early({ key: 'w1' }), row('s1')],
  ['a row and a copy that it names', early({ key: 'w3' }), row('s1', { copies: ['w2', 'w3'] })],
  [
    'a row that has no workout yet, and a copy that it names',
    early({ key: 'w3' }),
    row('s1', { workout: '', copies: ['w3'] }),
  ],
  ['a row of an import, by its key', early({ key: 'w1' }), row('apple-health:w1')],
  ['a row and its session', holdSession(session({ key: 's1', ...someday })), row('s1', { workout: 'w7' })],
  [
    'two rows about one workout',
    row('s1'),
    holdLink({ ...link('imported', session({ key: 's2', ...someday }), workout({ key: 'w1', ...someday })) }),
  ],
  ['our own record and its session', holdWorkout(own), done({ key: 's1' })],
  ['our own record and the row of its session', holdWorkout(own), row('s1', { workout: 'w7' })],
  [
    'two records with one external id of ours',
    holdWorkout(own),
    holdWorkout(ownRecord('mine too', session({ key: 's1', ...anotherDay }))),
  ],
];

const APART: readonly (readonly [string, Held, Held])[] = [
  ['records of two days', early({ key: 'w1' }), late({ key: 'w2' })],
  ['two apps that use one id', early({ key: 'w1', sourceId: 'x' }), late({ key: 'w2', sourceId: 'x', app: PHONE })],
  ['recordings with two ids across apps', early({ key: 'w1', crossIds: ['a'] }), late({ key: 'w2', crossIds: ['b'] })],
  ['legs of two wholes', early({ key: 'w1', parent: 'w8' }), late({ key: 'w2', parent: 'w9' })],
  ['a session and a workout that use one key', early({ key: 'x' }), done({ key: 'x' })],
  ['a row and a workout that use one key', early({ key: 'x' }), row('x', { workout: 'w7' })],
  [
    'two rows without a workout',
    row('s1', { workout: '' }),
    holdLink({
      ...link('exported', session({ key: 's2', ...someday }), workout({ key: '', ...someday })),
      workout: '',
    }),
  ],
  ['a session, and a workout whose key ends alike', early({ key: 'w1' }), done({ key: 'apple-health:xw1' })],
  ['a session, and a workout that the end of its key is like', early({ key: 'w1' }), done({ key: 'other-store!:w1' })],
  ['our own record and another session', holdWorkout(own), done({ key: 's2' })],
  [
    'a row whose key says an import from here, and the workout that it is not about',
    row('apple-health:w1', { workout: 'w7' }),
    row('s2', { workout: 'w1', shadow: { start: 0, end: 1, activity: 'running' } }),
  ],
];

describe('a neighbourhood', () => {
  it.each(TOGETHER)('holds %s, whichever came first and whichever is asked about', (_, a, b) => {
    const both = namesOf([a, b]);
    for (const index of [of([a, b]), of([b, a])]) {
      expect([namesOf(index.around([a])), namesOf(index.around([b]))]).toEqual([both, both]);
    }
  });

  it.each(TOGETHER)('lets go of what was taken out: %s', (_, a, b) => {
    const index = of([a, b]);
    index.remove(b);
    expect([index.around([a]), index.get(a), index.get(b), index.around([b])]).toEqual([[a], a, undefined, []]);
    index.put(b);
    expect(namesOf(index.around([a]))).toEqual(namesOf([a, b]));
  });

  it.each(APART)('does not hold %s', (_, a, b) => {
    for (const index of [of([a, b]), of([b, a])]) {
      expect([index.around([a]), index.around([b])]).toEqual([[a], [b]]);
    }
  });

  it('holds what shares time, and what that shares time or an id with', () => {
    const chain = [
      early({ key: 'w1' }),
      early({ key: 'w2', from: 650, to: 700, sourceId: 'x' }),
      late({ key: 'w3', sourceId: 'x' }),
    ];
    expect(namesOf(of(chain).around([{ kind: 'workout', key: 'w1' }]))).toEqual(namesOf(chain));
  });

  it('holds the two that an answer is about, each from the other', () => {
    const ties = new Map([
      ['w1', ['w2']],
      ['w2', ['w1']],
      ['s1', ['w3']],
      ['w3', ['s1']],
    ]);
    const [w1, w2, s1, w3] = [
      early({ key: 'w1' }),
      late({ key: 'w2' }),
      done({ key: 's1', from: 9 * DAY, to: 9 * DAY + 60 }),
      late({ key: 'w3', from: 13 * DAY, to: 13 * DAY + 60 }),
    ];
    const index = of([w1, w2, s1, w3], ties);
    expect([w1, w2, s1, w3].map((one) => namesOf(index.around([one])))).toEqual([
      namesOf([w1, w2]),
      namesOf([w1, w2]),
      namesOf([s1, w3]),
      namesOf([s1, w3]),
    ]);
  });

  it('holds one record under a key: the last one that was put', () => {
    const index = of([early({ key: 'w1', sourceId: 'x' }), late({ key: 'w1' }), early({ key: 'w2', sourceId: 'x' })]);
    expect([
      namesOf(index.around([{ kind: 'workout', key: 'w2' }])),
      index.startingIn({ start: 0, end: 9e15 }).length,
    ]).toEqual([['workout w2'], 2]);
  });

  it('is empty for what nobody knows', () => {
    expect(of([early({ key: 'w1' })]).around([{ kind: 'session', key: 'w1' }])).toEqual([]);
  });
});
