// @ts-nocheck
import type { Link } from '../../../src/domain/link';
import type { Session } from '../../../src/domain/session';
import type { MirrorEntry } from '../../../src/domain/workout';
import type { World } from '../../../src/reconcile/world';
import { edited, ownRecord, PHONE, session, workout } from './records';
import { link, type WorldShape, world } from './world';

/** What the docs distinguish for a link that is not active. */
export interface ClosedState {
  readonly kind: Link['kind'];
  readonly state: 'detached' | 'session-deleted' | 'workout-removed';
  readonly session: 'unknown' | 'open' | 'deleted' | 'unedited' | 'edited';
  readonly store: 'nothing' | 'workout' | 'twin';
  readonly direction: 'on' | 'off';
}

const AFAR = { from: 100, to: 130 };
const farSession = session({ key: 's9', ...AFAR });
const farWorkout = workout({ key: 'w9', ...AFAR });

const sessionsOf = (state: ClosedState['session'], base: Session): readonly Session[] => {
  switch (state) {
    case 'unknown':
      return [];
    case 'open':
      return [{ ...base, state: 'open', revision: 'r8' }];
    case 'deleted':
      return [{ ...base, state: 'deleted', revision: 'r9' }];
    case 'unedited':
      return [base];
    case 'edited':
      return [edited(base)];
  }
};

const workoutsOf = (store: ClosedState['store'], linked: MirrorEntry): readonly MirrorEntry[] => {
  switch (store) {
    case 'nothing':
      return [];
    case 'workout':
      return [linked];
    case 'twin':
      return [workout({ key: 'w2', app: PHONE })];
  }
};

/** The session `s1` and its detached or closed link. */
export const closedWorldOf = (one: ClosedState, extra: WorldShape = {}): World => {
  const base = session({ key: 's1' });
  const linked = one.kind === 'exported' ? ownRecord('w1', base) : workout({ key: 'w1' });
  const off = one.direction === 'off' ? { enabled: false } : {};
  const known = sessionsOf(one.session, base);
  return world({
    ...extra,
    sessions: [...known, farSession],
    workouts: [...workoutsOf(one.store, linked), farWorkout],
    sessionSide: one.session === 'unknown' ? { complete: false } : {},
    links: [link(one.kind, base, linked, { state: one.state }), link('matched', farSession, farWorkout)],
    settings: {
      ...extra.settings,
      ...(one.kind === 'imported' ? { import: off } : { export: off }),
    },
  });
};
