import type { Plan, Step } from '../../src/reconcile/plan';
import type { RunReport } from '../../src/sync/surface/report';
import type { Effect } from './judge-effects';
import type { Simulation } from './simulation';

const announced = ({ effect }: Step): readonly string[] => {
  switch (effect.kind) {
    case 'set-link':
      return [];
    case 'import':
      return [`create ${effect.session}`];
    case 'update-session':
    case 'enrich-session':
      return [`update ${effect.session}`];
    case 'remove-session':
      return [`remove ${effect.session}`];
    case 'remove-workout':
      return [`take away ${effect.external}`];
    case 'export':
    case 'update-workout':
      return [`write ${effect.external.id}`];
  }
};

/** What a record still lacks is written when it can be: no plan decides on that. */
const isRest = (effect: Effect): boolean => 'draft' in effect && effect.draft.only !== undefined;

const done = (effect: Effect): string => {
  if ('change' in effect) return `${effect.change.kind} ${effect.change.key}`;
  return effect.kind === 'saved' ? `write ${effect.draft.external.id}` : `take away ${effect.written.external.id}`;
};

/** Whether what the preview said to wait for has come by now: the time between the two calls was enough. */
const isOutdated = ({ skipped, waiting }: Plan, now: number): boolean =>
  [...skipped, ...waiting].some(({ until }) => until !== undefined && until <= now);

/** E4: a run right after a preview does what that has announced, and nothing else. Less, where something went wrong or was held. */
export const judgePreview = (
  { faults, setting, clock }: Simulation,
  plan: Plan,
  effects: readonly Effect[],
  { end, counts }: RunReport,
): void => {
  // What a sink holds shows when it is asked to make it.
  if (setting.sessions === 'sink' || isOutdated(plan, clock.now())) return;
  const said = plan.guard.held ? [] : plan.steps.flatMap(announced);
  const was = effects.filter((effect) => !isRest(effect)).map(done);
  const isWhole = end === 'done' && counts.failed === undefined && counts.blocked === undefined;
  for (const one of was) if (!said.includes(one)) faults.push(`E4 not announced by the preview: ${one}`);
  for (const one of said) if (isWhole && !was.includes(one)) faults.push(`E4 announced, and not done: ${one}`);
};
