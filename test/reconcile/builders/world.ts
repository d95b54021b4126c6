import type { Interval } from '../../../src/domain/interval';
import { EMPTY_LEDGER, type Ledger } from '../../../src/domain/ledger';
import type { Link } from '../../../src/domain/link';
import type { Observed } from '../../../src/domain/observed';
import type { Scope } from '../../../src/domain/scope';
import type { Session } from '../../../src/domain/session';
import type { MirrorEntry } from '../../../src/domain/workout';
import { type SettingsOverrides, settingsFrom } from '../../../src/policy/settings-from';
import type { World } from '../../../src/reconcile/world';
import { SCOPE } from '../../../src/testing/arbitraries/records';
import { at, printsOf } from './records';

/** Everything that any small world holds lies well inside. */
export const EVERYTHING: Interval = { start: at(-100_000), end: at(100_000) };

/** A side that was read completely and vouches for what it lacks. */
const observed = <Item>(items: readonly Item[], rest: Partial<Omit<Observed<Item>, 'items'>> = {}): Observed<Item> => ({
  items,
  window: EVERYTHING,
  complete: true,
  absence: 'deleted',
  gone: [],
  ...rest,
});

export interface WorldShape {
  readonly sessions?: readonly Session[];
  readonly workouts?: readonly MirrorEntry[];
  readonly sessionSide?: Partial<Omit<Observed<Session>, 'items'>>;
  readonly workoutSide?: Partial<Omit<Observed<MirrorEntry>, 'items'>>;
  readonly links?: readonly Link[];
  readonly ledger?: Partial<Omit<Ledger, 'links'>>;
  readonly scope?: Partial<Scope>;
  readonly settings?: SettingsOverrides;
  readonly now?: number;
}

/** A world with certain sides, default settings and a clock that shows the next day. */
export const world = (shape: WorldShape = {}): World => ({
  sessions: observed(shape.sessions ?? [], shape.sessionSide),
  mirror: observed(shape.workouts ?? [], shape.workoutSide),
  ledger: { ...EMPTY_LEDGER, revision: 1, links: shape.links ?? [], ...shape.ledger },
  scope: { ...SCOPE, ...shape.scope },
  settings: settingsFrom(shape.settings ?? {}),
  now: shape.now ?? at(2880),
});

/** An active link between two records that agree, unless told otherwise. */
export const link = (
  kind: Link['kind'],
  session: Session,
  workout: MirrorEntry | undefined,
  rest: Partial<Link> = {},
): Link => ({
  kind,
  state: 'active',
  session: session.key,
  workout: workout?.key ?? '',
  copies: [],
  ...(workout?.source === undefined ? {} : { app: workout.source.app }),
  base: {
    session: printsOf(session),
    workout: printsOf(workout ?? session),
    revision: session.revision,
    version: workout?.external?.version ?? 0,
  },
  shadow: { start: session.start, end: session.end, activity: session.activity },
  ...rest,
});
