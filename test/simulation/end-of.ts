import { activityOf } from './history';
import { OWN_APP } from './records';
import type { Simulation } from './simulation';

/**
 * What both sides hold, in words that two worlds can be compared by: keys that a store gave, revisions and versions are
 * left out.
 */
export const endOf = ({ app, health, history }: Simulation): readonly string[] => {
  const sessions = app.sessions().map(({ key, state, start, end, distanceMetres, title }) => {
    const name = history.recorded.has(key) ? key : `import of ${activityOf(history, `session ${key}`)}`;
    return `session ${name}: ${state} ${start} ${end} ${distanceMetres ?? '-'} ${title ?? '-'}`;
  });
  const records = health.records().map(({ workout, summary }) => {
    const { external, key, start, end, distanceMetres, title, source } = workout;
    const name = source?.app === OWN_APP ? `own ${external?.id}` : activityOf(history, `workout ${key}`);
    const samples = `${summary.series['heart-rate']?.count ?? 0} ${summary.routePoints}`;
    return `record ${name}: ${start} ${end} ${distanceMetres ?? '-'} ${title ?? '-'} ${samples}`;
  });
  const orphans = health.orphans().map(({ type }) => `orphan ${type}`);
  return [...sessions, ...records, ...orphans].sort();
};
