import type { Instant, Interval } from '../../domain/interval';
import type { Answer } from '../../domain/ledger';
import type { Link } from '../../domain/link';
import type { Observed } from '../../domain/observed';
import type { Session } from '../../domain/session';
import type { Placed, Plan } from '../../reconcile/plan';
import { openPlanner, type Planner, type WorldChange } from '../../reconcile/planner';
import type { World } from '../../reconcile/world';
import type { Observation } from '../observe/mirror-rows';
import { withCount } from '../observe/session-counts';
import type { RunContext } from '../run/context';
import { visitAll } from '../run/visit-all';
import { LINKS, TROUBLES, WORKOUTS } from '../state/collections';
import { openPlaces, type Places } from './places';
import { ALL_TIME, inTimeOrder, slicesOf, windowsOver } from './slices';
import { signatureOf, worldAround } from './world-around';

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

/** The planner as it lives from run to run. */
export interface LivePlanner {
  /** Takes in what was observed, and says what there is to plan, newest first: all of the world, or what can have changed. */
  readonly update: (run: RunContext, sessions: Observed<Session>) => Promise<readonly Part[]>;
  /** What was observed and is not planned yet: kept when a run is stopped in between. */
  readonly unplanned: Observation;
  /** The keys of records that are new or changed, until a run has noted where they ended: who merely looks takes none away. */
  readonly news: Readonly<Record<Placed['kind'], Set<string>>>;
  readonly take: (change: WorldChange) => void;
  /** The answers that steps are planned with. One that is given meanwhile, in the same words too, counts from the next look on. */
  readonly heard: () => readonly Answer[];
  readonly session: (key: string) => Session | undefined;
  /** Remembers where the plan of a part has put records that no step touches. */
  readonly place: (plan: Plan, part: Part) => void;
  readonly places: Pick<Places, 'all' | 'counts'>;
  /** The parts of a window of time, newest first. */
  readonly partsIn: (run: RunContext, window: Interval) => Promise<readonly WindowPart[]>;
  /** What was left by the parts, and what was carried out since: the second round. */
  readonly followUp: (run: RunContext) => Part;
  /** The plan of what is around one record; absent before anything was observed. */
  readonly planAround: (run: RunContext, key: string) => Plan | undefined;
  /** All has been planned and carried out: the next run plans only what changes. */
  readonly rest: () => void;
  /** Something was decided that no record shows: the next run plans everything, also if one is under way now. */
  readonly wake: () => void;
  /** Links were dropped, which no change of a world can tell: the next run begins with another planner. */
  readonly forget: () => void;
  readonly world: () => World | undefined;
}

const hasChanged = (before: Session | undefined, now: Session): boolean =>
  before === undefined ||
  before.revision !== now.revision ||
  before.state !== now.state ||
  before.owner !== now.owner ||
  before.start !== now.start ||
  before.end !== now.end;

const startOf = ({ start }: Interval): Instant => start;

const startOfLink = ({ shadow }: Link): Instant => shadow.start;

/** A planner that has seen nothing yet. */
export const openLivePlanner = (): LivePlanner => {
  let planner: Planner | undefined;
  let world: World | undefined;
  let signature = '';
  let sessions = new Map<string, Session>();
  const places = openPlaces();
  let heard: readonly Answer[] = [];
  let isResting = false;
  let isWoken = false;
  const leftovers = new Set<string>();
  // Rises with all that the planner is told: a plan stands until then.
  let told = 0;
  const news: LivePlanner['news'] = { workout: new Set(), session: new Set() };
  const unplanned: Observation = { changed: new Set(), gone: new Set(), absent: new Set() };

  const tell = (change: WorldChange): void => {
    told += 1;
    heard = change.answers ?? heard;
    planner?.take(change);
  };

  // The last plan that was made, whoever it was for.
  let latest: { readonly by: () => Plan; readonly plan: Plan } | undefined;

  /**
   * Plans again only where the planner was told something since, by whomever. Of the plans with steps only the latest is kept: the
   * first step that is carried out makes all others old, and the plans of a whole history are many times its size.
   */
  const standing = (plan: () => Plan): (() => Plan) => {
    let last: Plan | undefined;
    let at = -1;
    return () => {
      const known = last ?? (latest?.by === plan ? latest.plan : undefined);
      if (known !== undefined && at === told) return known;
      const made = plan();
      latest = { by: plan, plan: made };
      last = made.steps.length === 0 ? made : undefined;
      at = told;
      return made;
    };
  };

  const rememberLate = (plan: Plan): Plan => {
    for (const { link } of plan.steps) leftovers.add(link.session);
    return plan;
  };

  const reopen = async (run: RunContext, seen: World, observed: Observed<Session>): Promise<void> => {
    const opened = openPlanner(seen, run.host);
    sessions = new Map();
    await visitAll(run, observed.items, (session) => sessions.set(session.key, withCount(run, session)));
    const load = async <Item>(
      items: Iterable<Item>,
      startOf: (item: Item) => Instant,
      part: (slice: readonly Item[]) => WorldChange,
    ): Promise<void> => {
      for (const slice of slicesOf(await inTimeOrder(run, items, startOf), run.pace.sliceSize)) {
        opened.load(part(slice));
        await run.breathe();
      }
    };
    // The workouts first: where one carries an external id, the planner makes those of the sessions, slice by slice.
    await load(run.state.all(WORKOUTS).values(), startOf, (workouts) => ({ workouts }));
    await load(sessions.values(), startOf, (sessions) => ({ sessions }));
    await load(run.state.all(LINKS).values(), startOfLink, (links) => ({ links }));
    planner = opened;
    isResting = false;
  };

  /** Windows with about as many records each as are planned at once. */
  const windowsIn = async (run: RunContext, span: Interval): Promise<readonly Interval[]> => {
    const starts: Instant[] = [];
    const note = (start: Instant): void => {
      if (start >= span.start && start < span.end) starts.push(start);
    };
    await visitAll(run, sessions.values(), ({ start }) => note(start));
    await visitAll(run, run.state.all(WORKOUTS).values(), ({ start }) => note(start));
    await visitAll(run, run.state.all(LINKS).values(), ({ shadow }) => note(shadow.start));
    return windowsOver(span, await inTimeOrder(run, starts, (start) => start), run.pace.sliceSize);
  };

  /** The windows of a span of time. What one window leaves to another that was planned before it is kept for a part of its own. */
  const windowParts = async (run: RunContext, active: Planner, span: Interval): Promise<readonly WindowPart[]> => {
    const windows = await windowsIn(run, span);
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
        names: slice,
        plan: standing(() => {
          active.take(touch(run, slice));
          return rememberLate(active.planTaken());
        }),
      }),
    );

  /** What differs from what is known of the app's sessions, and whether a known one is missing. */
  const compare = async (run: RunContext, { items }: Observed<Session>) => {
    const edited: Session[] = [];
    let met = 0;
    await visitAll(run, items, (session) => {
      const known = sessions.get(session.key);
      if (known !== undefined) met += 1;
      if (hasChanged(known, session)) edited.push(session);
    });
    return { edited, isShorter: met < sessions.size };
  };

  const update: LivePlanner['update'] = async (run, observed) => {
    const { edited, isShorter } = await compare(run, observed);
    const changed = [...unplanned.changed];
    const gone = new Set(unplanned.gone);
    const seen = worldAround(run, observed);
    const now = `${run.state.generation()} ${signatureOf(seen)}`;
    const wasResting = isResting;
    isWoken = false;
    world = seen;
    heard = seen.ledger.answers;
    leftovers.clear();
    const shown = JSON.stringify(planner?.presence());
    const isKept = planner !== undefined && now === signature && unplanned.absent.size === 0 && !isShorter;
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
    for (const key of changed) news.workout.add(key);
    for (const { key } of edited) news.session.add(key);
    for (const keys of Object.values(unplanned)) keys.clear();
    const active = planner as Planner;
    isResting = false;
    const isAsSure = shown === JSON.stringify(active.presence());
    if (!isKept || !wasResting || !isAsSure) {
      places.doubt();
      return windowParts(run, active, ALL_TIME);
    }
    // What was skipped stays so until something near it changes; what waits may have waited long enough.
    const waiting: string[] = [];
    await visitAll(run, places.all(), ({ list, placed }) => {
      if (list !== 'skipped') waiting.push(placed.key);
    });
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
      ...[...run.state.all(TROUBLES).values()].map(({ key }) => key),
    ]);
    if (gone.size > 0) {
      await visitAll(run, run.state.all(LINKS).values(), ({ workout, session }) => {
        if (gone.has(workout)) names.add(session);
      });
    }
    return touchedParts(run, active, [...names]);
  };

  return {
    update,
    unplanned,
    news,
    take: (change) => {
      for (const session of change.sessions ?? []) sessions.set(session.key, session);
      for (const key of change.goneSessions ?? []) sessions.delete(key);
      tell(change);
    },
    heard: () => heard,
    session: (key) => sessions.get(key),
    place: (plan, { names = [] }) => {
      places.forget(names);
      places.place(plan);
    },
    places,
    partsIn: async (run, window) => (planner === undefined ? [] : windowParts(run, planner, window)),
    followUp: (run) => leftoverPart(run, planner as Planner),
    planAround: (run, key) => {
      if (planner === undefined) return undefined;
      planner.take(touch(run, [key]));
      return planner.planTaken();
    },
    rest: () => {
      places.sweep();
      isResting = !isWoken;
    },
    wake: () => {
      isResting = false;
      isWoken = true;
    },
    forget: () => {
      planner = undefined;
    },
    world: () => world,
  };
};
