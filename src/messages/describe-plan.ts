import type { Instant } from '../domain/interval';
import type { Reason } from '../domain/reason';
import type { Recording } from '../domain/recording';
import type { Placed, Plan, Step } from '../reconcile/plan';
import type { World } from '../reconcile/world';
import { actionText } from './action-text';
import { activityLabel } from './labels';
import { messageFor } from './message-for';
import type { Naming } from './naming';
import { appNameOf, namingFrom } from './naming-of';
import { distanceText, durationText } from './quantity-text';
import { type Records, recordsOf } from './records';
import { timeText } from './time-text';

/** Where in the plan a record stands. */
export type PlanGroup = 'steps' | 'held' | 'waiting' | 'skipped';

/**
 * One step, or one record that no step touches, as texts for a table or a list.
 *
 * **Shape** an empty text where the world does not say. `start` is for sorting. `codes` are the reasons that `why` spells
 * out, for icons and filters.
 */
export interface PlanLine {
  readonly group: PlanGroup;
  readonly kind: 'session' | 'workout';
  readonly key: string;
  readonly start?: Instant;
  readonly when: string;
  readonly activity: string;
  readonly what: string;
  readonly app: string;
  readonly action: string;
  readonly codes: readonly string[];
  readonly why: string;
  readonly advice: string;
}

/** A record, or what the ledger remembers of it: enough to say when and what. */
type Subject = Pick<Recording, 'activity' | 'start' | 'end' | 'offsetSeconds' | 'distanceMetres'>;

const numbersOf = ({ start, end, distanceMetres }: Subject): string =>
  [
    end > start ? durationText((end - start) / 1000) : '',
    Number.isFinite(distanceMetres) ? distanceText(distanceMetres ?? 0) : '',
  ]
    .filter(Boolean)
    .join(', ');

const describeSubject = (subject: Subject | undefined): Pick<PlanLine, 'start' | 'when' | 'activity' | 'what'> =>
  subject === undefined
    ? { when: '', activity: '', what: '' }
    : {
        start: subject.start,
        when: timeText(subject.start, subject.offsetSeconds),
        activity: activityLabel(subject.activity),
        what: numbersOf(subject),
      };

const tell = (
  reasons: readonly Reason[],
  naming: Naming,
  subject: Subject | undefined,
): Pick<PlanLine, 'codes' | 'why' | 'advice'> => {
  const offset = subject?.offsetSeconds;
  const messages = reasons.map((reason) =>
    messageFor(reason, offset === undefined ? naming : { ...naming, offsetSeconds: offset }),
  );
  const advice = new Set(messages.flatMap((message) => (message.advice === undefined ? [] : [message.advice])));
  return {
    codes: reasons.map(({ code }) => code),
    why: messages.map(({ text }) => text).join(' '),
    advice: [...advice].join(' '),
  };
};

/** Steps that write out what the app holds are about the session; all others are about the workout. */
const isAboutSession = ({ effect }: Step): boolean =>
  effect.kind === 'export' || effect.kind === 'update-workout' || effect.kind === 'remove-session';

const stepLine = (step: Step, records: Records, naming: Naming): PlanLine => {
  const { link } = step;
  const session = records.sessions.get(link.session);
  const workout = records.workouts.get(link.workout);
  const aboutSession = isAboutSession(step) || (workout === undefined && session !== undefined);
  const record = aboutSession ? session : workout;
  const subject = record ?? link.shadow;
  return {
    group: 'steps',
    kind: aboutSession ? 'session' : 'workout',
    key: aboutSession ? link.session : link.workout,
    ...describeSubject(subject),
    app: record ? appNameOf(record, naming) : link.app === undefined ? '' : (naming.app?.(link.app) ?? link.app),
    action: actionText(step, naming.store),
    ...tell([step.reason], naming, subject),
  };
};

const PLACED_ACTIONS: Readonly<Record<Exclude<PlanGroup, 'steps'>, string>> = {
  held: 'Ask you',
  waiting: 'Wait',
  skipped: 'Leave it',
};

const placedLine = (group: Exclude<PlanGroup, 'steps'>, placed: Placed, records: Records, naming: Naming): PlanLine => {
  const record = (placed.kind === 'session' ? records.sessions : records.workouts).get(placed.key);
  return {
    group,
    kind: placed.kind,
    key: placed.key,
    ...describeSubject(record),
    app: appNameOf(record, naming),
    action: PLACED_ACTIONS[group],
    ...tell(placed.reasons, naming, record),
  };
};

/**
 * A plan as plain lines of text: what happens to which record, and why.
 *
 * **Shape** a line per step, then one per record that is held, waits or is skipped, each group in the plan's order. Without
 * the world, a step still says when and what, from the ledger row that it leaves; a record that no step touches is only
 * known by its key.
 * **Laws** never throws, damaged records and codes of a newer version included; no machine zone or locale changes it.
 *
 * **Cost** O(n) in the records of the world and the plan.
 *
 * @example
 * ```ts
 * import type { Plan } from 'workout-sync';
 * import { describePlan } from 'workout-sync/messages';
 *
 * const plan: Plan = {
 *   base: { revision: 0, settings: '' }, steps: [], waiting: [], blocked: [], settled: 0, notices: [],
 *   skipped: [{ kind: 'workout', key: 'w1', reasons: [{ code: 'manual-entry' }] }],
 *   guard: { id: '', removals: 0, linked: 0, held: false },
 * };
 * describePlan(plan).map((line) => line.why);
 * // => ['Somebody typed this workout in, and typed-in workouts stay out.']
 * ```
 *
 * @see {@link describeNotices} for copies, questions and conflicts, {@link explain} for one text.
 */
export const describePlan = (plan: Plan, world?: World): PlanLine[] => {
  const records = recordsOf(world);
  const naming = namingFrom(records, world);
  const place = (group: Exclude<PlanGroup, 'steps'>, all: readonly Placed[]): PlanLine[] =>
    all.map((placed) => placedLine(group, placed, records, naming));
  return [
    ...plan.steps.map((step) => stepLine(step, records, naming)),
    ...place('held', plan.blocked),
    ...place('waiting', plan.waiting),
    ...place('skipped', plan.skipped),
  ];
};
