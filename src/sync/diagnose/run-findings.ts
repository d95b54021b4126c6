import { subjectOf } from '../apply/trouble';
import type { Engine } from '../engine';
import { RUNS, SUMMARY, TROUBLES, WORKOUTS } from '../state/collections';
import type { Finding } from '../surface/finding';

const DAY_MILLISECONDS = 86_400_000;

/** Background work that has not ended for so long has most likely been stopped by the system. */
const STALE_DAYS = 3;

const killedRuns = ({ state }: Engine): readonly Finding[] => {
  const runs = [...state.all(RUNS).values()].sort((a, b) => a.startedAt - b.startedAt);
  // The last one may be under way.
  const killed = runs.slice(0, -1).filter(({ endedAt }) => endedAt === undefined);
  const last = killed[killed.length - 1];
  if (last === undefined) return [];
  return [{ code: 'killed-runs', severity: 'note', evidence: { count: killed.length, lastStartedAt: last.startedAt } }];
};

const staleBackground = ({ state, now }: Engine): readonly Finding[] => {
  const oldest = Math.min(...[...state.all(RUNS).values()].map(({ startedAt }) => startedAt));
  const since = state.get(SUMMARY)?.lastBackgroundAt ?? oldest;
  const days = Math.floor((now() - since) / DAY_MILLISECONDS);
  if (!Number.isFinite(since) || days < STALE_DAYS) return [];
  return [{ code: 'background-stale', severity: 'warning', evidence: { days } }];
};

const nothingSyncs = ({ state, host }: Engine): readonly Finding[] => {
  const { lastCompleteAt, lastImport, lastExport } = state.get(SUMMARY) ?? {};
  const foreign = [...state.all(WORKOUTS).values()].filter(
    ({ source }) => !host.store.ownSources.includes(source?.app ?? ''),
  ).length;
  if ((lastImport?.item ?? lastExport?.item) !== undefined || (lastCompleteAt !== undefined && foreign > 0)) return [];
  const evidence = { workoutsSeen: foreign, ...(lastCompleteAt !== undefined && { lastCompleteAt }) };
  return [{ code: 'nothing-syncs', severity: 'problem', evidence }];
};

const standing = ({ state }: Engine): readonly Finding[] => {
  const { lastRun, guard, damaged = [] } = state.get(SUMMARY) ?? {};
  const aside = [...state.all(TROUBLES).values()].filter(({ setAside }) => setAside);
  return [
    ...(lastRun?.problem?.code === 'locked'
      ? [{ code: 'store-locked', severity: 'note', evidence: { at: lastRun.problem.at } } as const]
      : []),
    ...(guard !== undefined ? [{ code: 'held', severity: 'problem', evidence: { guard } } as const] : []),
    ...(aside.length > 0
      ? [
          {
            code: 'set-aside',
            severity: 'problem',
            evidence: { count: aside.length, first: subjectOf(aside[0]?.key ?? '') },
          } as const,
        ]
      : []),
    ...(damaged.length > 0
      ? [{ code: 'state-damaged', severity: 'warning', evidence: { rows: damaged.length } } as const]
      : []),
  ];
};

/** What the runs so far show. */
export const runFindings = (engine: Engine): readonly Finding[] => [
  ...nothingSyncs(engine),
  ...standing(engine),
  ...staleBackground(engine),
  ...killedRuns(engine),
];
