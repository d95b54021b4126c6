import type { Link, MergeBase } from '../../../src/domain/link';
import type { StepCode } from '../../../src/domain/reason';
import type { Session } from '../../../src/domain/session';
import type { MirrorEntry } from '../../../src/domain/workout';
import { compareRecordings } from '../../../src/match/compare-recordings';
import type { Evidence } from '../../../src/match/comparison';
import type { Effect, Expectation, Notice, Placed, Plan, Step } from '../../../src/reconcile/plan';
import { reconcile } from '../../../src/reconcile/reconcile';
import type { World } from '../../../src/reconcile/world';
import { compareNumbers } from '../../../src/reconcile/write/copy-notice';
import { deepFreeze } from './freeze';
import { withFar } from './quarrels';
import { printsOf } from './records';
import type { WorldShape } from './world';

/** All that a plan says of its records; what it says of settings and guard is the business of other tests. */
export type Said = Omit<Plan, 'base' | 'guard'>;

const saidOf = (world: World): Said => {
  const { base: _base, guard: _guard, ...said } = reconcile(deepFreeze(world));
  return said;
};

/** What is planned for a small world beside a settled pair far away, which proves what each side vouches for. */
export const saidBesideFar = (shape: WorldShape): Said => saidOf(withFar(shape));

/** A plan that says this and nothing else. The pair far away is settled, and counted with it. */
export const only = (said: Partial<Said>): Said => ({
  steps: [],
  skipped: [],
  waiting: [],
  blocked: [],
  notices: [],
  ...said,
  settled: 2 + (said.settled ?? 0),
});

/** A step as the docs of `Step` describe it, given what is particular about it. */
export const step = (
  effect: Effect,
  was: Link['state'] | 'none',
  link: Link,
  code: StepCode,
  expect: readonly Expectation[] = [],
  evidence: readonly Evidence[] = [],
): Step => ({
  id: `${effect.kind} ${link.session}`,
  effect,
  link,
  expect: [{ kind: 'link-at', session: link.session, state: was }, ...expect],
  reason: { code },
  evidence,
});

export const SET_LINK: Effect = { kind: 'set-link' };

export const sessionAt = ({ key, revision }: Session): Expectation => ({ kind: 'session-at', session: key, revision });

export const workoutAt = ({ key, prints }: MirrorEntry): Expectation => ({
  kind: 'workout-at',
  workout: key,
  ...prints,
});

/** Records left where they are, each for the same reason. */
export const placed = (
  records: readonly (Session | MirrorEntry)[],
  code: Placed['reasons'][0]['code'],
  params?: Placed['reasons'][0]['params'],
): readonly Placed[] => records.map(({ kind, key }) => ({ kind, key, reasons: [{ code, ...(params && { params }) }] }));

/** The merge base of two records that agree as they are. */
export const agreed = (session: Session, workout: MirrorEntry): MergeBase => ({
  session: printsOf(session),
  workout: workout.prints,
  revision: session.revision,
  version: workout.external?.version ?? 0,
});

export const shadowOf = ({ start, end, activity }: Session | MirrorEntry): Link['shadow'] => ({ start, end, activity });

/** A row without the app that wrote its workout, as tombstones keep it. */
export const withoutApp = ({ app: _app, ...row }: Link): Link => row;

/** Which app has the original, which the copy, and what they are to each other. */
export const copyNotice = (original: Session | MirrorEntry, copy: MirrorEntry): Notice => ({
  kind: 'copy',
  of: original.key,
  copy: copy.key,
  apps: { ...(original.source && { of: original.source.app }), ...(copy.source && { copy: copy.source.app }) },
  numbers: compareNumbers(original, copy),
  comparison: compareRecordings(original, copy),
});

export const reviewNotice = (
  a: Session | MirrorEntry,
  b: Session | MirrorEntry,
  comparison = compareRecordings(a, b),
): Notice => ({ kind: 'review', a: a.key, b: b.key, comparison });
