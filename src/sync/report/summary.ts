import type { Settings } from '../../domain/settings';
import type { Engine } from '../engine';
import type { RunContext } from '../run/context';
import { HEAD, HELD, ITEMS, ONLY, RUNS, SUMMARY, type Summary } from '../state/collections';
import { drop, put, type RowChange } from '../state/table';
import type { ItemOutcome, RunReport } from '../surface/report';
import type { Journal } from './journal';

/**
 * Runs and items that the history has no room for any more. None began after the run at hand: what seems to, by a clock that was
 * ahead, goes first.
 */
export const trimmed = ({ state, pace }: Engine, atHand: string): readonly RowChange[] => {
  const isAhead = (key: string): boolean => key > `${atHand}:~`;
  const byAge = (a: string, b: string): number => Number(isAhead(b)) - Number(isAhead(a)) || (a < b ? -1 : 1);
  const runs = [...state.all(RUNS).keys()].sort(byAge);
  const old = runs.slice(0, Math.max(0, runs.length - pace.keptRuns));
  const pages = [...state.all(ITEMS)].sort(([a], [b]) => byAge(b, a));
  let kept = 0;
  const cut = pages.flatMap(([key, { items }]) => {
    kept += items.length;
    return kept - items.length >= pace.keptItems ? [drop(ITEMS, key)] : [];
  });
  return [...old.map((key) => drop(RUNS, key)), ...cut];
};

const BROUGHT_IN: readonly ItemOutcome[] = ['imported', 'updated', 'enriched', 'session-removed'];
const TOOK_OUT: readonly ItemOutcome[] = ['exported', 'rewritten', 'workout-removed'];

/** Nothing is held any more: written before the first step, so that a run that is killed at it leaves nothing that waits for the user. */
export const guardPassed = ({ state }: Pick<RunContext, 'state'>): readonly RowChange[] => {
  const { guard, ...rest } = state.get(SUMMARY) ?? {};
  return [...(guard === undefined ? [] : [put(SUMMARY, ONLY, rest)]), ...(state.get(HELD) ? [drop(HELD, ONLY)] : [])];
};

/** What the connection screen shows from now on. `settings` are those that the run went by, where it came to that. */
export const summaryAfter = (
  engine: Engine,
  report: Omit<RunReport, 'items'>,
  journal: Journal,
  settings: Settings | undefined,
): Summary => {
  const { state } = engine;
  const before = state.get(SUMMARY) ?? {};
  const { end, endedAt = 0, kind, problem, trigger } = report;
  const isComplete = end === 'done' || end === 'held';
  // A backfill brings in what lies in its window, and no more.
  const isWhole = end === 'done' && (kind === 'changes' || kind === 'completed');
  const cameIn = journal.lastOf(...BROUGHT_IN);
  const wentOut = journal.lastOf(...TOOK_OUT);
  const last = (
    known: Summary['lastImport'],
    item: typeof cameIn,
    isOn: boolean | undefined,
  ): Summary['lastImport'] => {
    const at = isOn && isWhole ? endedAt : item?.at;
    if (at === undefined) return known;
    const latest = item ?? known?.item;
    return { at, ...(latest && { item: latest }) };
  };
  const lastImport = last(before.lastImport, cameIn, settings?.import.enabled);
  const lastExport = last(before.lastExport, wentOut, settings?.export.enabled);
  const damaged = state.damaged();
  const stillLost = new Set(state.lost());
  const lost = (before.lost ?? []).filter((row) => stillLost.has(row));
  const { problem: _old, lost: _found, guard: known, ...rest } = before;
  const guard = report.guard ?? (state.get(HEAD)?.connected ? known : undefined);
  const shown = problem ?? (isComplete ? undefined : before.problem);
  const access = engine.access();
  return {
    ...rest,
    ...(access && { access }),
    lastRun: report,
    ...(isWhole && { lastCompleteAt: endedAt }),
    ...(trigger === 'background' && { lastBackgroundAt: endedAt }),
    ...(lastImport && { lastImport }),
    ...(lastExport && { lastExport }),
    ...(shown && { problem: shown }),
    ...(guard !== undefined && { guard }),
    ...(damaged.length > 0 && { damaged: [...new Set([...(before.damaged ?? []), ...damaged])] }),
    ...(lost.length > 0 && { lost }),
  };
};
