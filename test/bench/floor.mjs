const byStart = (a, b) => a.start - b.start;

/** The floor for two lists: sort both by start, sweep them once, count what overlaps. No planner can do less. */
export const sweepTwo = (left, right) => {
  const a = [...left].sort(byStart);
  const b = [...right].sort(byStart);
  let pairs = 0;
  let from = 0;
  for (const one of a) {
    while (from < b.length && b[from].end <= one.start) from++;
    for (let at = from; at < b.length && b[at].start < one.end; at++) if (b[at].end > one.start) pairs++;
  }
  return pairs;
};

/** The floor for one list: sort it by start, sweep it once, count what overlaps. */
export const sweepOne = (list) => {
  const sorted = [...list].sort(byStart);
  let pairs = 0;
  for (let first = 0; first < sorted.length; first++) {
    for (let at = first + 1; at < sorted.length && sorted[at].start < sorted[first].end; at++) pairs++;
  }
  return pairs;
};

/** The naive way for two lists: compare each of the one with each of the other. */
export const compareTwo = ({ compareRecordings }, left, right) => {
  let pairs = 0;
  for (const one of left) {
    for (const other of right) if (compareRecordings(one, other).verdict === 'same') pairs++;
  }
  return pairs;
};

/** The naive way for one list: compare all with all. */
export const compareOne = ({ compareRecordings }, list) => {
  let pairs = 0;
  for (let first = 0; first < list.length; first++) {
    for (let at = first + 1; at < list.length; at++) {
      if (compareRecordings(list[first], list[at]).verdict === 'same') pairs++;
    }
  }
  return pairs;
};
