import type { MatchVerdict } from '../../match/comparison';
import type { ActivityGroup, Rival } from '../gather/activity-group';
import type { Notice } from '../plan';
import { reviewOf } from './draft';

const WEIGHT: Readonly<Record<MatchVerdict, number>> = { same: 3, 'part-of': 2, possible: 1, different: 0 };

/** Of several questions about the same two activities, the clearest is asked: sessions before workouts, then by key. */
const clearer = (a: Rival, b: Rival): number =>
  WEIGHT[b.verdict] - WEIGHT[a.verdict] ||
  Number(b.otherKind === 'session') - Number(a.otherKind === 'session') ||
  (`${a.mine} ${a.other}` < `${b.mine} ${b.other}` ? -1 : 1);

const answered = ({ relation }: Rival): boolean => relation.comparison.evidence.some(({ code }) => code === 'answered');

const concernsUser = (group: ActivityGroup): boolean => group.fate !== 'left';

/**
 * One question per pair of activities that may be one, where both matter to the user. The earlier group of a pair in the
 * order of the list asks it, and only if it is `wanted`.
 */
export const reviewsOf = (groups: readonly ActivityGroup[], wanted?: ReadonlySet<ActivityGroup>): Notice[] => {
  const reviews: Notice[] = [];
  const asked = new Set<ActivityGroup>();
  for (const group of groups) {
    if (group.rivals.length === 0) continue;
    asked.add(group);
    if (!concernsUser(group) || (wanted && !wanted.has(group))) continue;
    const best = new Map<ActivityGroup, Rival>();
    for (const rival of group.rivals) {
      if (asked.has(rival.otherGroup) || !concernsUser(rival.otherGroup)) continue;
      const known = best.get(rival.otherGroup);
      if (known === undefined || clearer(rival, known) < 0) best.set(rival.otherGroup, rival);
    }
    for (const { mine, other, relation } of [...best.values()].filter((rival) => !answered(rival)).sort(clearer)) {
      reviews.push(reviewOf(mine, other, relation.comparison));
    }
  }
  return reviews;
};
