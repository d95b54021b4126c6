import { fingerprint } from '../../domain/hash';
import type { Answer } from '../../domain/ledger';
import type { GuardSettings } from '../../domain/settings';
import type { Guard, Plan, Step } from '../plan';

/** The steps of a plan that take something away: its last ones, as many as its guard counts. */
export const removalsIn = ({ steps, guard }: Plan): readonly Step[] => steps.slice(steps.length - guard.removals);

/** All other steps of a plan. */
export const creationsIn = ({ steps, guard }: Plan): readonly Step[] => steps.slice(0, steps.length - guard.removals);

/** Whether a step brings back a session whose loss was held. */
export const takesBack = ({ effect, expect }: Step): boolean =>
  effect.kind === 'import' && expect.some((expected) => expected.kind === 'link-at' && expected.state === 'active');

/**
 * Whether so much would be removed, tombstoned or detached that somebody must say yes first.
 *
 * **Laws** decided from the removals and the number of linked items alone, before any effect. More than the limit in
 * count and in share, or all of several, is held; the same removals give the same id, so that a confirmation holds for
 * exactly what was shown.
 */
export const guardOf = (
  removals: readonly Step[],
  linked: number,
  limits: GuardSettings,
  answers: readonly Answer[],
): Guard => {
  const count = removals.length;
  const id = fingerprint(
    removals
      .map((step) => step.id)
      .sort()
      .join('\n'),
  );
  const many = count > limits.count && count > limits.share * linked;
  const all = count > 1 && count >= linked;
  const isConfirmed = answers.some((answer) => answer.kind === 'confirm' && answer.guard === id);
  return { id, removals: count, linked, held: (many || all) && !isConfirmed };
};
