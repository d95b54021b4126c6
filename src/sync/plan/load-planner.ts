import type { Instant, Interval } from '../../domain/interval';
import type { Link } from '../../domain/link';
import type { Session } from '../../domain/session';
import type { ExportRule } from '../../policy/rule';
import type { PlanOptions } from '../../reconcile/options';
import { openPlanner, type Planner, type WorldChange } from '../../reconcile/planner';
import type { World } from '../../reconcile/world';
import type { RunContext } from '../run/context';
import { LINKS, WORKOUTS } from '../state/collections';
import { inTimeOrder, slicesOf } from './slices';

const startOf = ({ start }: Interval): Instant => start;

const startOfLink = ({ shadow }: Link): Instant => shadow.start;

/** The host's rules, which are shown each session by the key that the app knows. */
const rulesOf = ({ host, keys }: RunContext): PlanOptions => ({
  ...host,
  ...(host.exportRules && {
    exportRules: host.exportRules.map(
      (rule): ExportRule =>
        (session, ...rest) =>
          rule(keys.sessionOutside(session), ...rest),
    ),
  }),
});

/** A planner of all that is known, fed in slices: none holds the thread for long. */
export const loadPlanner = async (
  run: RunContext,
  world: World,
  sessions: ReadonlyMap<string, Session>,
): Promise<Planner> => {
  const planner = openPlanner(world, rulesOf(run));
  const load = async <Item>(
    items: Iterable<Item>,
    startOf: (item: Item) => Instant,
    part: (slice: readonly Item[]) => WorldChange,
  ): Promise<void> => {
    for (const slice of slicesOf(await inTimeOrder(run, items, startOf), run.pace.sliceSize)) {
      planner.load(part(slice));
      await run.breathe();
    }
  };
  // The workouts first: where one carries an external id, the planner makes those of the sessions, slice by slice.
  await load(run.state.all(WORKOUTS).values(), startOf, (workouts) => ({ workouts }));
  await load(sessions.values(), startOf, (sessions) => ({ sessions }));
  await load(run.state.all(LINKS).values(), startOfLink, (links) => ({ links }));
  return planner;
};
