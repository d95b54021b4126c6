// @ts-nocheck
import { fingerprint } from '../../domain/hash';
import type { GuardSettings } from '../../domain/settings';
import type { Guard, Step } from '../plan';

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
  confirmed: ReadonlySet<string>,
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
  return { id, removals: count, linked, held: (many || all) && !confirmed.has(id) };
};
