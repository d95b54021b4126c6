import type { Plan } from '../../reconcile/plan';

/** Plans that are not made again as long as they stand. */
export interface StandingPlans {
  /** The planner was told something, by whomever: no plan stands any more. */
  readonly outdate: () => void;
  /** The plan, made anew only where none stands. */
  readonly standing: (plan: () => Plan) => () => Plan;
}

/**
 * Plans, none of which stands yet. Of the plans with steps only the latest is kept: the first step that is carried out makes all others
 * old, and the plans of a whole history are many times its size.
 */
export const openStandingPlans = (): StandingPlans => {
  let told = 0;
  // The last plan that was made, whoever it was for.
  let latest: { readonly by: () => Plan; readonly plan: Plan } | undefined;
  return {
    outdate: () => {
      told += 1;
    },
    standing: (plan) => {
      let last: Plan | undefined;
      let at = -1;
      return () => {
        const known = last ?? (latest?.by === plan ? latest.plan : undefined);
        if (known !== undefined && at === told) return known;
        const made = plan();
        latest = { by: plan, plan: made };
        last = made.steps.length === 0 ? made : undefined;
        at = told;
        return made;
      };
    },
  };
};
