import type { Instant, Interval } from '../../domain/interval';
import type { Session } from '../../domain/session';
import type { Plan } from '../../reconcile/plan';
import type { Planner, WorldChange } from '../../reconcile/planner';
import type { RunContext } from '../run/context';
import { visitAll } from '../run/visit-all';
import { LINKS, WORKOUTS } from '../state/collections';
import { inTimeOrder, slicesOf, windowsOver } from './slices';
import { openStandingPlans } from './standing-plans';

/** A piece of the world that is planned in one go. Planning it again takes in what was done since; if nothing was, it costs nothing. */
export interface Part {
  readonly plan: () => Plan;
  /** What it is about, where that is not all of a window: whatever its plan does not place is settled, or gone. */
  readonly names?: readonly string[];
}

/** A part that is all of a window of time. */
export interface WindowPart extends Part {
  readonly window: Interval;
}

/** What a planner is asked for piece by piece. */
export interface Parts {
  /** The windows of a span of time. What one window leaves to another that was planned before it is kept for a part of its own. */
  readonly windows: (run: RunContext, planner: Planner, span: Interval) => Promise<readonly WindowPart[]>;
  /** What these records can have touched. */
  readonly touched: (run: RunContext, planner: Planner, names: readonly string[]) => readonly Part[];
  /** What the other parts have left. */
  readonly leftover: (run: RunContext, planner: Planner) => Part;
  readonly around: (run: RunContext, planner: Planner, name: string) => Plan;
  /** The planner was told something: what was planned before is to be planned again. */
  readonly outdate: () => void;
  /** Nothing is left by any part. */
  readonly clear: () => void;
}

/** Parts of what a planner knows. `sessions`: those of the app, as they are known now. */
export const openParts = (sessions: () => ReadonlyMap<string, Session>): Parts => {
  const leftovers = new Set<string>();
  const { standing, outdate } = openStandingPlans();

  const rememberLate = (plan: Plan): Plan => {
    for (const { link } of plan.steps) leftovers.add(link.session);
    return plan;
  };

  /** Windows with about as many records each as are planned at once. */
  const windowsIn = async (run: RunContext, span: Interval): Promise<readonly Interval[]> => {
    const starts: Instant[] = [];
    const note = (start: Instant): void => {
      if (start >= span.start && start < span.end) starts.push(start);
    };
    await visitAll(run, sessions().values(), ({ start }) => note(start));
    await visitAll(run, run.state.all(WORKOUTS).values(), ({ start }) => note(start));
    await visitAll(run, run.state.all(LINKS).values(), ({ shadow }) => note(shadow.start));
    return windowsOver(span, await inTimeOrder(run, starts, (start) => start), run.pace.sliceSize);
  };

  const touch = (run: RunContext, names: readonly string[]): WorldChange => {
    const { state } = run;
    return {
      now: run.now(),
      sessions: names.flatMap((name) => sessions().get(name) ?? []),
      workouts: names.flatMap((name) => state.get(WORKOUTS, name) ?? []),
      links: names.flatMap((name) => state.get(LINKS, name) ?? []),
    };
  };

  return {
    windows: async (run, planner, span) => {
      const windows = await windowsIn(run, span);
      return windows.map((window) => ({
        window,
        plan: standing(() => {
          rememberLate(planner.planTaken());
          return planner.planWindow(window);
        }),
      }));
    },
    touched: (run, planner, names) =>
      slicesOf(names, run.pace.sliceSize).map(
        (slice): Part => ({
          names: slice,
          plan: standing(() => {
            planner.take(touch(run, slice));
            return rememberLate(planner.planTaken());
          }),
        }),
      ),
    leftover: (run, planner) => ({
      plan: standing(() => {
        planner.take(touch(run, [...leftovers]));
        return planner.planTaken();
      }),
    }),
    around: (run, planner, name) => {
      planner.take(touch(run, [name]));
      return planner.planTaken();
    },
    outdate,
    clear: () => leftovers.clear(),
  };
};
