import type { Session } from '../../../src/domain/session';
import type { MirrorEntry } from '../../../src/domain/workout';
import { at, changedWorkout, externalId, OWN_APP, session, workout } from '../builders/records';
import {
  identityOf,
  linkOf,
  pick,
  putSession,
  putWorkout,
  type Truth,
  withEntry,
  withHistory,
  withMember,
  withoutEntry,
  withoutMember,
} from './truth';

/** One thing that somebody does between two syncs. */
export type Action = (truth: Truth) => Truth;

/** Where an activity is in time: two slots, four variants of each. Identities never match as `same`. */
export interface Spot {
  readonly slot: 0 | 1;
  readonly variant: 'whole' | 'later' | 'half' | 'strength';
  /** Minutes by which this recording's ends are off. */
  readonly noise?: 0 | 1 | 2;
}

const SPANS = { whole: [0, 60], later: [22, 84], half: [0, 30], strength: [0, 60] } as const;

const shapeOf = ({ slot, variant, noise = 0 }: Spot) => {
  const [from, to] = SPANS[variant];
  const start = slot === 0 ? 600 : 900;
  return {
    from: start + from + noise,
    to: start + to + noise,
    activity: variant === 'strength' ? ('strength-training' as const) : ('running' as const),
  };
};

/** When an activity ends, give or take three minutes, so that changes never add up to another activity. */
const endOf = (identity: string, teller: number): number => {
  const [variant = 'whole', slot] = identity.split(' ');
  const span = shapeOf({ slot: slot === '0' ? 0 : 1, variant: variant as Spot['variant'] });
  return at(span.to + 3 * ((teller % 3) - 1));
};

/** Distances that never speak against the truth: copies agree within a few percent, other identities do not. */
const METRES = { whole: 10_000, later: 12_500, half: 5_000, strength: 0 } as const;

/** The distance of an activity as its n-th teller measures it. */
const distanceOf = (identity: string, teller: number): { readonly distanceMetres?: number } => {
  const metres = METRES[identity.split(' ')[0] as keyof typeof METRES] ?? 0;
  return metres === 0 ? {} : { distanceMetres: Math.round(metres * (1 + teller / 100)) };
};

const nameOf = ({ slot, variant }: Spot): string => `${variant} ${slot}`;

const named = (truth: Truth, record: string, identity: string): Truth => ({
  ...truth,
  count: truth.count + 1,
  identity: withEntry(truth.identity, record, identity),
});

export const recordSession =
  (spot: Spot, rest: Partial<Session> = {}): Action =>
  (truth) => {
    const made = session({ key: `s${truth.count}`, ...shapeOf(spot), owner: 'device-1', ...rest });
    const next = named(putSession(truth, made), `session ${made.key}`, nameOf(spot));
    return withHistory(next, { recorded: withMember(next.history.recorded, made.key) });
  };

export const writeWorkout =
  (spot: Spot, app: string, measured: 'measured' | 'unmeasured' = 'unmeasured'): Action =>
  (truth) => {
    const key = `w${truth.count}`;
    const made = workout({
      key,
      app,
      ...shapeOf(spot),
      ...(measured === 'measured' ? distanceOf(nameOf(spot), 0) : {}),
    });
    return named(putWorkout(truth, made), `workout ${key}`, nameOf(spot));
  };

const listed = (truth: Truth, states: readonly Session['state'][]): readonly Session[] =>
  [...truth.sessions.values()].filter(({ state }) => states.includes(state));

const foreign = (truth: Truth): readonly MirrorEntry[] =>
  [...truth.workouts.values()].filter(({ source }) => source?.app !== OWN_APP);

const own = (truth: Truth): readonly MirrorEntry[] =>
  [...truth.workouts.values()].filter(({ source, external }) => source?.app === OWN_APP && external !== undefined);

export const editSession =
  (index: number, part: 'facts' | 'detail'): Action =>
  (truth) => {
    const target = pick(listed(truth, ['completed']), index);
    if (target === undefined) return truth;
    const { count, history } = truth;
    const change =
      part === 'facts'
        ? { title: `Edit ${count}` }
        : distanceOf(identityOf(truth, `session ${target.key}`), 5 + (count % 4));
    const next = putSession({ ...truth, count: count + 1 }, { ...target, ...change, revision: `e${count}` });
    return withHistory(
      next,
      part === 'facts'
        ? { editedFacts: withMember(history.editedFacts, target.key) }
        : { editedDetail: withMember(history.editedDetail, target.key) },
    );
  };

export const completeSession =
  (index: number): Action =>
  (truth) => {
    const target = pick(listed(truth, ['open']), index);
    if (target === undefined) return truth;
    return putSession(
      { ...truth, count: truth.count + 1 },
      { ...target, state: 'completed', revision: `c${truth.count}` },
    );
  };

export const deleteSession =
  (index: number, way: 'soft' | 'hard'): Action =>
  (truth) => {
    const target = pick(listed(truth, ['completed', 'open']), index);
    if (target === undefined) return truth;
    const { key } = target;
    const knows = (['device-1', 'device-2'] as const).find(
      (device) => linkOf(truth.ledgers[device], key) !== undefined,
    );
    const by = way === 'soft' ? 'soft' : knows;
    const identity = identityOf(truth, `session ${key}`);
    const next =
      way === 'soft'
        ? putSession(truth, { ...target, state: 'deleted', revision: `d${truth.count}` })
        : { ...truth, sessions: withoutEntry(truth.sessions, key), goneSessions: [...truth.goneSessions, key] };
    return withHistory(
      { ...next, count: truth.count + 1 },
      by === undefined ? {} : { deleted: withEntry(truth.history.deleted, identity, by) },
    );
  };

/** The user takes a soft-deleted session out of the bin: it is live again at a new revision. */
export const undeleteSession =
  (index: number): Action =>
  (truth) => {
    const target = pick(listed(truth, ['deleted']), index);
    if (target === undefined) return truth;
    const { history, count } = truth;
    const back = putSession({ ...truth, count: count + 1 }, { ...target, state: 'completed', revision: `u${count}` });
    return withHistory(back, {
      deleted: withoutEntry(history.deleted, identityOf(truth, `session ${target.key}`)),
      asked: withMember(history.asked, target.key),
      storeRemoved: withoutEntry(history.storeRemoved, target.key),
    });
  };

export const changeWorkout =
  (index: number, part: 'facts' | 'detail'): Action =>
  (truth) => {
    const target = pick(foreign(truth), index);
    if (target === undefined) return truth;
    const count = truth.count + 1;
    const change =
      part === 'facts'
        ? { end: endOf(identityOf(truth, `workout ${target.key}`), count) }
        : distanceOf(identityOf(truth, `workout ${target.key}`), 1 + (count % 3));
    return putWorkout({ ...truth, count }, changedWorkout(target, change));
  };

const dropWorkout = (truth: Truth, key: string): Truth => ({
  ...truth,
  workouts: withoutEntry(truth.workouts, key),
  goneWorkouts: [...truth.goneWorkouts, key],
});

export const removeForeign =
  (index: number): Action =>
  (truth) => {
    const target = pick(foreign(truth), index);
    return target === undefined ? truth : dropWorkout(truth, target.key);
  };

/** The source replaces its record under a new id. */
export const replaceForeign =
  (index: number): Action =>
  (truth) => {
    const target = pick(foreign(truth), index);
    if (target === undefined) return truth;
    const key = `w${truth.count}`;
    const identity = identityOf(truth, `workout ${target.key}`);
    return named(putWorkout(dropWorkout(truth, target.key), { ...target, key }), `workout ${key}`, identity);
  };

export const removeOwn =
  (index: number): Action =>
  (truth) => {
    const target = pick(own(truth), index);
    if (target === undefined) return truth;
    const of = [...truth.sessions.keys()].find((key) => externalId(key) === target.external?.id);
    const knows = (['device-1', 'device-2'] as const).find(
      (device) => of !== undefined && linkOf(truth.ledgers[device], of)?.kind === 'exported',
    );
    const next = dropWorkout(truth, target.key);
    if (of === undefined || knows === undefined) return next;
    return withHistory(next, {
      storeRemoved: withEntry(next.history.storeRemoved, of, knows),
      asked: withoutMember(next.history.asked, of),
    });
  };
