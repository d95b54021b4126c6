import type { Instant, Interval } from '../../domain/interval';
import { workoutsIn } from '../../domain/link';
import type { Settings } from '../../domain/settings';
import type { Effect, Plan } from '../../reconcile/plan';
import { takesBack } from '../../reconcile/write/guard';
import type { LivePlanner } from '../plan/live-planner';
import { BACKFILLS, type Backfill, LINKS, ONLY, TROUBLES, type Trouble, WORKOUTS } from '../state/collections';
import { put } from '../state/table';
import { stop } from '../stop';
import type { RunRequest } from '../surface/request';
import type { RunContext } from './context';
import { carryOutPart, type Doing } from './plan-and-apply';

export type BackfillRequest = Extract<RunRequest, { kind: 'backfill' }>;

/** Waits up to this long are waited out; longer ones end the run, to be resumed. */
export const LONGEST_WAIT_MILLISECONDS = 2000;

const isSame = (a: Interval, b: Interval): boolean => a.start === b.start && a.end === b.end;

/** The settings as they are frozen when a backfill starts: what lies in its window counts, whatever `importFrom` says. */
const frozen = (settings: Settings, window: Interval): Settings => ({
  ...settings,
  import: { ...settings.import, importFrom: Math.min(window.start, settings.import.importFrom ?? window.start) },
});

/** The backfill of this window that is under way, or a new one. */
export const backfillFor = (state: RunContext['state'], { window }: BackfillRequest, settings: Settings): Backfill => {
  const known = state.get(BACKFILLS);
  if (known !== undefined && known.ended === undefined && isSame(known.window, window)) return known;
  return { window, settings: frozen(settings, window), until: window.end };
};

const BRINGS_IN: ReadonlySet<Effect['kind']> = new Set(['import', 'enrich-session', 'set-link']);

/**
 * Imports only; what else is to be done is left to the other runs. So is what takes a part of a held loss back: the guard must see that
 * the rest was not meant.
 */
export const bringsIn = (step: Plan['steps'][number]): boolean => BRINGS_IN.has(step.effect.kind) && !takesBack(step);

/**
 * What has failed in a window and is to be tried again first. Other runs would not: it may lie before what they bring in. What the
 * rules keep out by now is tried by nobody, and what is linked by every run. Samples that the user does not allow are not waited for.
 */
const nextTryIn = ({ state }: RunContext, { places }: LivePlanner, window: Interval): Trouble | undefined => {
  const linked = new Set([...state.all(LINKS).values()].flatMap(workoutsIn));
  const skipped = new Set(
    [...places.all()].flatMap(({ list, placed }) =>
      list === 'skipped' && placed.kind === 'workout' ? [placed.key] : [],
    ),
  );
  return [...state.all(TROUBLES).values()]
    .filter(({ kind, key, setAside, of, problem }) => {
      const start = state.get(WORKOUTS, key)?.start;
      return (
        kind === 'workout' &&
        !setAside &&
        !(of === 'samples' && problem.code === 'permission') &&
        !skipped.has(key) &&
        !linked.has(key) &&
        start !== undefined &&
        start >= window.start &&
        start < window.end
      );
    })
    .sort((a, b) => a.next - b.next)[0];
};

/**
 * How far a backfill has come by now: what was observed since it was looked up may have taken it back. One that has ended in this very
 * run, while something moved, looks at all of it once more.
 */
const checkpointOf = ({ state }: RunContext, { window }: Backfill): Instant => {
  const known = state.get(BACKFILLS);
  return known !== undefined && known.ended === undefined && isSame(known.window, window) ? known.until : window.end;
};

/**
 * Imports what lies in a window, newest first. It is done when nothing that failed there is to be tried again.
 *
 * **Laws** each planned window is written down as a checkpoint when it is done, so that a killed backfill goes on there. It pauses only
 * behind a window in which there was something to do.
 */
export const runBackfill = async (
  run: RunContext,
  live: LivePlanner,
  request: BackfillRequest,
  backfill: Backfill,
  doing: Doing,
): Promise<void> => {
  const { window } = backfill;
  let until = checkpointOf(run, backfill);
  const all = await live.partsIn(run, window);
  const passed = all.filter((part) => part.window.start >= until);
  // What earlier calls have passed comes once more, last: a session that was edited since may leave room for a workout there.
  const parts = [...all.slice(passed.length), ...passed];
  const total = parts.length;
  // What is remembered of a window must not pile up over a whole history: none of it is of use to the next one.
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    const { isTried } = await carryOutPart(run, live, part, doing);
    const isIdle = !isTried && doing.asked.size === 0;
    doing.tries.forget();
    doing.asked.clear();
    run.progress({ phase: 'applying', done: total - parts.length, total });
    if (parts.length === 0) break;
    until = Math.max(Math.min(part.window.start, until), window.start);
    await run.commit([put(BACKFILLS, ONLY, { ...backfill, until })]);
    const pause = (request.pauseSeconds ?? 0) * 1000;
    if (pause === 0 || isIdle || parts.length === passed.length) continue;
    if (pause > LONGEST_WAIT_MILLISECONDS) throw stop({ end: 'paused', resumeAt: run.now() + pause });
    await run.pause(pause);
  }
  const again = nextTryIn(run, live, window);
  const after: Backfill = again
    ? { ...backfill, until: window.end }
    : { ...backfill, until: window.start, ended: 'done' };
  await run.commit([put(BACKFILLS, ONLY, after)]);
  if (again) throw stop({ end: 'paused', resumeAt: again.next, problem: again.problem });
};
