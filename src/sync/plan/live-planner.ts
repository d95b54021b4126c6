import type { Interval } from '../../domain/interval';
import type { Observed } from '../../domain/observed';
import type { Session } from '../../domain/session';
import type { Placed, Plan } from '../../reconcile/plan';
import { openPlanner, type Planner, type WorldChange } from '../../reconcile/planner';
import type { World } from '../../reconcile/world';
import type { Observation } from '../observe/observe-store';
import type { RunContext } from '../run/context';
import { LINKS, TROUBLES, WORKOUTS } from '../state/collections';
import { ALL_TIME, slicesOf, windowsOver } from './slices';
import { worldAround } from './world-around';

/** A piece of the world that is planned in one go. Planning it again takes in what was done since; if nothing was, it costs nothing. */
export interface Part {
  readonly plan: () => Plan;
}

/** A part that is all of a window of time. */
export interface WindowPart extends Part {
  readonly window: Interval;
}

/** Where a record stands that no step touches. */
interface Place {
  readonly list: 'skipped' | 'waiting' | 'blocked';
  readonly placed: Placed;
}

/** The planner as it lives from run to run. */
export interface LivePlanner {
  /** Takes in what was observed, and gives the parts to plan, newest first: all of the world, or what can have changed. */
  readonly update: (run: RunContext, sessions: Observed<Session>) => Promise<readonly Part[]>;
  /** What was observed and is not planned yet: kept when a run is stopped in between. */
  readonly unplanned: Observation;
  readonly take: (change: WorldChange) => void;
  readonly session: (key: string) => Session | undefined;
  /** Remembers where a plan has put records that no step touches. */
  readonly place: (plan: Plan) => void;
  readonly places: () => readonly Place[];
  /** The parts of a window of time, newest first. */
  readonly partsIn: (run: RunContext, window: Interval) => readonly WindowPart[];
  /** What was left by the parts, and what was carried out since: the second round. */
  readonly followUp: (run: RunContext) => Part;
  /** The plan of what is around one record; absent before anything was observed. */
  readonly planAround: (run: RunContext, key: string) => Plan | undefined;
  /** All has been planned and carried out: the next run plans only what changes. */
  readonly rest: () => void;
  /** Something was decided that no record shows: the next run plans everything, also if one is under way now. */
  readonly wake: () => void;
  readonly world: () => World | undefined;
}

/** What makes another planner necessary when it changes: all but the records themselves. */
const signatureOf = ({ sessions, mirror, ledger, scope, settings }: World): string =>
  JSON.stringify([
    sessions.window,
    sessions.complete,
    sessions.absence,
    mirror.window,
    mirror.complete,
    ledger.answers.filter(({ kind }) => kind === 'same' || kind === 'different'),
    scope,
    settings,
  ]);

const hasChanged = (before: Session | undefined, now: Session): boolean =>
  before === undefined ||
  before.revision !== now.revision ||
  before.state !== now.state ||
  before.start !== now.start ||
  before.end !== now.end;

const placeKey = ({ kind, key }: Pick<Placed, 'kind' | 'key'>): string => `${kind} ${key}`;

/** A planner that has seen nothing yet. */
export const openLivePlanner = (): LivePlanner => {
  let planner: Planner | undefined;
  let world: World | undefined;
  let signature = '';
  let sessions = new Map<string, Session>();
  let places = new Map<string, Place>();
  let isResting = false;
  let isWoken = false;
  const leftovers = new Set<string>();
  // Rises with all that the planner is told: a plan stands until then.
  let told = 0;
  const unplanned: Observation = { changed: new Set(), gone: new Set(), absent: new Set() };

  const tell = (change: WorldChange): void => {
    told += 1;
    planner?.take(change);
  };

  /** Plans again only where the planner was told something since, by whomever. */
  const standing = (plan: () => Plan): (() => Plan) => {
    let last: Plan | undefined;
    let at = -1;
    return () => {
      if (last === undefined || at !== told) {
        last = plan();
        at = told;
      }
      return last;
    };
  };

  const rememberLate = (plan: Plan): void => {
    for (const { link } of plan.steps) leftovers.add(link.session);
  };

  const reopen = async (run: RunContext, seen: World, observed: Observed<Session>): Promise<void> => {
    const opened = openPlanner(seen, run.host);
    sessions = new Map(observed.items.map((session) => [session.key, session]));
    places = new Map();
    const size = run.pace.sliceSize;
    const byStart = (a: Interval, b: Interval): number => a.start - b.start;
    for (const slice of slicesOf([...sessions.values()].sort(byStart), size)) {
      opened.load({ sessions: slice });
      await run.breathe();
    }
    for (const slice of slicesOf([...run.state.all(WORKOUTS).values()].sort(byStart), size)) {
      opened.load({ workouts: slice });
      await run.breathe();
    }
    for (const slice of slicesOf(
      [...run.state.all(LINKS).values()].sort((a, b) => byStart(a.shadow, b.shadow)),
      size,
    )) {
      opened.load({ links: slice });
      await run.breathe();
    }
    planner = opened;
    isResting = false;
  };

  /** The windows of a span of time. What one window leaves to another that was planned before it is kept for a part of its own. */
  const windowParts = (run: RunContext, active: Planner, span: Interval): readonly WindowPart[] => {
    const { state } = run;
    const starts = [
      ...[...sessions.values()].map(({ start }) => start),
      ...[...state.all(WORKOUTS).values()].map(({ start }) => start),
      ...[...state.all(LINKS).values()].map(({ shadow }) => shadow.start),
    ];
    const windows = windowsOver(span, starts, run.pace.sliceSize);
    return windows.map((window) => ({
      window,
      plan: standing(() => {
        rememberLate(active.planTaken());
        return active.planWindow(window);
      }),
    }));
  };

  const touch = (run: RunContext, names: readonly string[]): WorldChange => {
    const { state } = run;
    return {
      now: run.now(),
      sessions: names.flatMap((name) => sessions.get(name) ?? []),
      workouts: names.flatMap((name) => state.get(WORKOUTS, name) ?? []),
      links: names.flatMap((name) => state.get(LINKS, name) ?? []),
    };
  };

  const leftoverPart = (run: RunContext, active: Planner): Part => ({
    plan: standing(() => {
      active.take(touch(run, [...leftovers]));
      return active.planTaken();
    }),
  });

  const touchedParts = (run: RunContext, active: Planner, names: readonly string[]): readonly Part[] =>
    slicesOf(names, run.pace.sliceSize).map(
      (slice): Part => ({
        plan: standing(() => {
          active.take(touch(run, slice));
          return active.planTaken();
        }),
      }),
    );

  const update: LivePlanner['update'] = async (run, observed) => {
    const changed = [...unplanned.changed];
    const gone = new Set(unplanned.gone);
    const seen = worldAround(run, observed);
    const now = `${run.state.generation()} ${signatureOf(seen)}`;
    const wasResting = isResting;
    isWoken = false;
    world = seen;
    leftovers.clear();
    const listed = new Set(observed.items.map(({ key }) => key));
    const isShorter = [...sessions.keys()].some((key) => !listed.has(key));
    const isKept = planner !== undefined && now === signature && unplanned.absent.size === 0 && !isShorter;
    const edited = observed.items.filter((session) => hasChanged(sessions.get(session.key), session));
    if (isKept) {
      for (const session of edited) sessions.set(session.key, session);
      tell({
        now: run.now(),
        answers: seen.ledger.answers,
        quarantined: seen.ledger.quarantined,
        awaiting: seen.ledger.awaiting ?? [],
        sessions: edited,
        workouts: changed.flatMap((key) => run.state.get(WORKOUTS, key) ?? []),
        goneWorkouts: [...gone],
        goneSessions: observed.gone,
      });
    } else {
      signature = '';
      await reopen(run, seen, observed);
      signature = now;
    }
    for (const keys of Object.values(unplanned)) keys.clear();
    const active = planner as Planner;
    isResting = false;
    if (!isKept || !wasResting) return windowParts(run, active, ALL_TIME);
    // What was skipped stays so until something near it changes; what waits may have waited long enough.
    const waiting = [...places.values()].flatMap(({ list, placed }) => (list === 'skipped' ? [] : [placed.key]));
    const answered = seen.ledger.answers.flatMap((answer) =>
      'session' in answer ? [answer.session] : 'workout' in answer ? [answer.workout] : [],
    );
    const names = new Set([
      ...edited.map(({ key }) => key),
      ...observed.gone,
      ...changed,
      ...gone,
      ...waiting,
      ...answered,
      ...run.state.all(TROUBLES).keys(),
    ]);
    for (const link of run.state.all(LINKS).values()) if (gone.has(link.workout)) names.add(link.session);
    return touchedParts(run, active, [...names]);
  };

  return {
    update,
    unplanned,
    take: (change) => {
      for (const session of change.sessions ?? []) sessions.set(session.key, session);
      for (const key of change.goneSessions ?? []) sessions.delete(key);
      tell(change);
    },
    session: (key) => sessions.get(key),
    place: ({ skipped, waiting, blocked, steps }) => {
      for (const { link } of steps) {
        for (const key of [link.workout, ...link.copies]) places.delete(`workout ${key}`);
        places.delete(`session ${link.session}`);
      }
      for (const placed of skipped) places.set(placeKey(placed), { list: 'skipped', placed });
      for (const placed of waiting) places.set(placeKey(placed), { list: 'waiting', placed });
      for (const placed of blocked) places.set(placeKey(placed), { list: 'blocked', placed });
    },
    places: () => [...places.values()],
    partsIn: (run, window) => (planner === undefined ? [] : windowParts(run, planner, window)),
    followUp: (run) => leftoverPart(run, planner as Planner),
    planAround: (run, key) => {
      if (planner === undefined) return undefined;
      planner.take(touch(run, [key]));
      return planner.planTaken();
    },
    rest: () => {
      isResting = !isWoken;
    },
    wake: () => {
      isResting = false;
      isWoken = true;
    },
    world: () => world,
  };
};
