import type { Interval } from '../../domain/interval';
import type { Answer } from '../../domain/ledger';
import type { Observed } from '../../domain/observed';
import type { Session } from '../../domain/session';
import type { Placed, Plan } from '../../reconcile/plan';
import type { Planner, WorldChange } from '../../reconcile/planner';
import type { World } from '../../reconcile/world';
import type { Observation } from '../observe/mirror-rows';
import { withCount } from '../observe/with-count';
import type { RunContext } from '../run/context';
import { visitAll } from '../run/visit-all';
import { WORKOUTS } from '../state/collections';
import { loadPlanner } from './load-planner';
import { namesToPlan } from './names-to-plan';
import { openParts, type Part, type WindowPart } from './parts';
import { openPlaces, type Places } from './places';
import { ALL_TIME } from './slices';
import { signatureOf, worldAround } from './world-around';

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
  const parts = openParts(() => sessions);
  const news: LivePlanner['news'] = { workout: new Set(), session: new Set() };
  const unplanned: Observation = { changed: new Set(), gone: new Set(), absent: new Set() };

  const tell = (change: WorldChange): void => {
    parts.outdate();
    heard = change.answers ?? heard;
    planner?.take(change);
  };

  const reopen = async (run: RunContext, seen: World, observed: Observed<Session>): Promise<void> => {
    sessions = new Map();
    await visitAll(run, observed.items, (session) => sessions.set(session.key, withCount(run, session)));
    planner = await loadPlanner(run, seen, sessions);
    isResting = false;
  };

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
    parts.clear();
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
      return parts.windows(run, active, ALL_TIME);
    }
    const moved = [...edited.map(({ key }) => key), ...observed.gone, ...changed, ...gone];
    return parts.touched(run, active, await namesToPlan(run, places, { moved, gone, answers: heard }));
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
    partsIn: async (run, window) => (planner === undefined ? [] : parts.windows(run, planner, window)),
    followUp: (run) => parts.leftover(run, planner as Planner),
    planAround: (run, key) => planner && parts.around(run, planner, key),
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
