import type { Guard, Plan } from '../reconcile/plan';
import type { World } from '../reconcile/world';
import { describeNotices, type NoticeLine } from './describe-notices';
import { describePlan, type PlanGroup, type PlanLine } from './describe-plan';
import { countText } from './quantity-text';

const TITLES: Readonly<Record<PlanGroup, string>> = {
  steps: 'What happens',
  held: 'Held until you decide',
  waiting: 'Waiting',
  skipped: 'Left as it is',
};

/**
 * The counts of a plan in one line.
 *
 * @example
 * ```ts
 * import type { Plan } from 'workout-sync';
 * import { summaryText } from 'workout-sync/messages';
 *
 * const plan: Plan = {
 *   base: { revision: 0, settings: '' }, steps: [], skipped: [], waiting: [], blocked: [], settled: 14, notices: [],
 *   guard: { id: '', removals: 0, linked: 7, held: false },
 * };
 * summaryText(plan); // => 'Nothing to do: 14 settled.'
 * ```
 */
export const summaryText = ({ steps, blocked, waiting, skipped, settled }: Plan): string => {
  const counts = [
    blocked.length > 0 && `${countText(blocked.length)} held for you`,
    waiting.length > 0 && `${countText(waiting.length)} waiting`,
    skipped.length > 0 && `${countText(skipped.length)} left as they are`,
    `${countText(settled)} settled.`,
  ].filter(Boolean);
  const stepsText = `${countText(steps.length)} ${steps.length === 1 ? 'step' : 'steps'}, `;
  const head = steps.length > 0 ? stepsText : 'Nothing to do: ';
  return head + counts.join(', ');
};

/**
 * What the safety stop says, or nothing where it lets the plan pass.
 *
 * @example
 * ```ts
 * import { guardText } from 'workout-sync/messages';
 *
 * guardText({ id: 'g', removals: 0, linked: 7, held: false }); // => ''
 * ```
 */
export const guardText = ({ held, removals, linked }: Guard): string =>
  held
    ? `Nothing is done until you confirm: ${countText(removals)} of ${countText(linked)} linked items would be removed or given up.`
    : '';

const lineText = ({ when, activity, what, app, action, key, kind, why, advice }: PlanLine): string[] => {
  const head = [when, activity, what, app].filter(Boolean).join(' · ');
  return [`  ${head || `${kind} “${key}”`}`, `    ${action}. ${why}`, ...(advice ? [`    → ${advice}`] : [])];
};

const noticeText = ({ text, advice, facts, numbers }: NoticeLine): string[] => [
  `  ${text}`,
  ...numbers.map(
    ({ name, of, copy, difference }) =>
      `    ${name}: ${of || 'not known'} | ${copy || 'not known'}${difference && ` | ${difference}`}`,
  ),
  ...facts.map((fact) => `    ${fact}`),
  `    → ${advice}`,
];

/**
 * A plan with its reasons as one readable text.
 *
 * **Shape** the counts, then what happens, what is held, what waits, what is left, and what there is to tell about pairs of
 * records. Lines end in `\n`; no colours, no columns.
 * **Laws** never throws; the same plan and world give the same text on every machine.
 *
 * @example
 * ```ts
 * import type { Plan } from 'workout-sync';
 * import { explain } from 'workout-sync/messages';
 *
 * const plan: Plan = {
 *   base: { revision: 0, settings: '' }, steps: [], waiting: [], blocked: [], settled: 0, notices: [],
 *   skipped: [{ kind: 'workout', key: 'w1', reasons: [{ code: 'manual-entry' }] }],
 *   guard: { id: '', removals: 0, linked: 0, held: false },
 * };
 * console.assert(explain(plan).startsWith('Nothing to do: 1 left as they are, 0 settled.\n'));
 * ```
 *
 * @see {@link describePlan} and {@link describeNotices} for the same as data.
 */
export const explain = (plan: Plan, world?: World): string => {
  const lines = describePlan(plan, world);
  const notices = describeNotices(plan, world);
  const groups = (Object.keys(TITLES) as PlanGroup[]).flatMap((group) => {
    const members = lines.filter((line) => line.group === group);
    return members.length > 0 ? ['', TITLES[group], ...members.flatMap(lineText)] : [];
  });
  const pairs = notices.length > 0 ? ['', 'Copies, questions and conflicts', ...notices.flatMap(noticeText)] : [];
  const guard = guardText(plan.guard);
  return [summaryText(plan), ...(guard ? [guard] : []), ...groups, ...pairs, ''].join('\n');
};
