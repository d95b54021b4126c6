// @ts-nocheck
const byStart = (a, b) => a.start - b.start;

/** The floor: sort both lists by start, sweep them once, and count what overlaps. No planner can do less. */
export const sortAndSweep = (left, right) => {
  const a = [...left].sort(byStart);
  const b = [...right].sort(byStart);
  let pairs = 0;
  let from = 0;
  for (const one of a) {
    while (from < b.length && b[from].start < one.start - 86_400_000) from++;
    for (let at = from; at < b.length && b[at].start < one.end; at++) if (b[at].end > one.start) pairs++;
  }
  return pairs;
};

/** The naive way: compare all with all. */
export const allPairs = (core, left, right) => {
  let pairs = 0;
  for (const one of left) {
    for (const other of right) if (core.compareRecordings(one, other).verdict === 'same') pairs++;
  }
  return pairs;
};
