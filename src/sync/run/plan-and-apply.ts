import type { Guard, Plan, Step } from '../../reconcile/plan';
import { creationsIn, guardOf, removalsIn } from '../../reconcile/write/guard';
import { applySteps, type Tries } from '../apply/apply-steps';
import { readSummaries, summariseSessions } from '../observe/read-summaries';
import type { LivePlanner } from '../plan/live-planner';
import type { Part } from '../plan/parts';
import { slicesOf } from '../plan/slices';
import { answersOf } from '../plan/world-around';
import { guardPassed } from '../report/summary';
import { ANSWERS, BEGUN, LINKS, ONLY, WORKOUTS } from '../state/collections';
import { drop, put, type RowChange } from '../state/table';
import { stop } from '../stop';
import type { RunContext } from './context';
import { asHeard, isOfHeldLoss, rowsOfHeld, rowsOfIdleWishes } from './heard-guard';

/** Rounds of reading samples and planning again, before a part is taken as it is. */
const ROUNDS = 8;

/** The records whose samples a verdict waits for. */
const unreadIn = ({ waiting }: Plan, code: 'detail-unread' | 'session-detail-unread'): readonly string[] =>
  waiting.flatMap(({ key, reasons }) => (reasons.some((reason) => reason.code === code) ? [key] : []));

/** What several plans take away, each step once, and the most that any of them knows to be linked: what the guard looks at. */
interface Losses {
  readonly removals: Map<string, Step>;
  linked: number;
}

const noLosses = (): Losses => ({ removals: new Map(), linked: 0 });

const addLosses = (losses: Losses, plan: Plan): void => {
  for (const step of removalsIn(plan)) losses.removals.set(step.id, step);
  losses.linked = Math.max(losses.linked, plan.guard.linked);
};

/** The guard over the losses of all plans together. */
const guardOver = (run: RunContext, { removals, linked }: Losses): Guard => {
  const steps = [...removals.values()];
  return asHeard(run, guardOf(steps, linked, run.settings.guard, answersOf(run)), steps);
};

/** Ends the run, and writes down what the user is shown. */
const hold = async (run: RunContext, live: LivePlanner, { id }: Guard, { removals }: Losses): Promise<never> => {
  await run.commit([
    ...rowsOfHeld(run, { guard: id, steps: [...removals.keys()] }),
    ...rowsOfIdleWishes(run, live, () => true),
  ]);
  throw stop({ end: 'held', guard: id });
};

/** What was confirmed is written down before any of it is done. */
const rowsOfConfirmed = (run: RunContext, { removals }: Losses): readonly RowChange[] =>
  removals.size > 0 && answersOf(run).some(({ kind }) => kind === 'confirm')
    ? [put(BEGUN, ONLY, { steps: [...new Set([...(run.state.get(BEGUN)?.steps ?? []), ...removals.keys()])] })]
    : [];

/** Without links and without records of ours there is nothing that a plan could take away. */
const canRemove = ({ state, scope }: RunContext): boolean =>
  state.all(LINKS).size > 0 ||
  [...state.all(WORKOUTS).values()].some(
    ({ external, source }) => external !== undefined && source !== undefined && scope.ownSources.includes(source.app),
  );

/** Plans a part, counting samples where a verdict waits for them, until no verdict does. */
export const planWithDetail = async (
  run: RunContext,
  live: LivePlanner,
  part: Part,
  asked: Set<string>,
): Promise<Plan> => {
  for (let round = 0; ; round++) {
    const plan = part.plan();
    await run.breathe();
    const workouts = unreadIn(plan, 'detail-unread').filter((key) => !asked.has(key));
    const sessions = unreadIn(plan, 'session-detail-unread').filter((key) => !asked.has(`session ${key}`));
    if (round === ROUNDS || (workouts.length === 0 && sessions.length === 0)) return plan;
    for (const key of workouts) asked.add(key);
    for (const key of sessions) asked.add(`session ${key}`);
    for (let from = 0; from < workouts.length; from += run.pace.batchSize) {
      run.progress({ phase: 'reading-detail', done: from, total: workouts.length });
      const read = await readSummaries(run, workouts.slice(from, from + run.pace.batchSize));
      live.take({ workouts: read.flatMap((key) => run.state.get(WORKOUTS, key) ?? []) });
      await run.breathe();
    }
    const open = sessions.flatMap((key) => live.session(key) ?? []);
    for (const some of slicesOf(open, run.pace.batchSize)) await summariseSessions(run, live, some);
  }
};

/**
 * Plans everything once before anything is done, so that a loss spread over years meets one guard.
 *
 * **Errors** a {@link stop} where more would go than passes without the user's word.
 */
const checkGuard = async (run: RunContext, live: LivePlanner, parts: readonly Part[]): Promise<Losses> => {
  const losses = noLosses();
  if (!canRemove(run)) return losses;
  let done = 0;
  for (const part of parts) {
    addLosses(losses, part.plan());
    done += 1;
    run.progress({ phase: 'planning', done, total: parts.length });
    await run.breathe();
  }
  const guard = guardOver(run, losses);
  if (!guard.held) return losses;
  for (const part of parts) {
    live.place(part.plan(), part);
    await run.breathe();
  }
  return hold(run, live, guard, losses);
};

/**
 * Drops the confirmations once they were used, or were not needed: the same removals, another time, are asked about again. What has
 * failed is no other time, and a side that was not seen whole does not say what is needed.
 */
const useConfirmations = async (
  run: RunContext,
  live: LivePlanner,
  { removals }: Losses,
  { id }: Guard,
  { left }: Tries,
): Promise<void> => {
  const { sessions, mirror } = live.world() ?? {};
  const isWhole = sessions?.complete && mirror?.complete;
  const used = [...run.state.all(ANSWERS)].filter(
    ([, answer]) => answer.kind === 'confirm' && (isWhole || answer.guard === id),
  );
  const begun = run.state.get(BEGUN)?.steps ?? [];
  const kept = begun.filter((step) => left.has(step) || !(isWhole || removals.has(step)));
  const rows = kept.length === 0 ? drop(BEGUN, ONLY) : put(BEGUN, ONLY, { steps: kept });
  await run.commit([...used.map(([key]) => drop(ANSWERS, key)), ...(kept.length < begun.length ? [rows] : [])]);
};

export interface Doing {
  readonly tries: Tries;
  /** Records whose samples were asked for in this run. */
  readonly asked: Set<string>;
  /** Which steps this run carries out; the others are left to another. */
  readonly wants: (step: Step) => boolean;
}

/** What came of a part: its last plan, and whether anything was tried of it. */
interface CarriedOut {
  readonly plan: Plan;
  readonly isTried: boolean;
}

/** Carries one part out until it has nothing left to create. */
export const carryOutPart = async (
  run: RunContext,
  live: LivePlanner,
  part: Part,
  doing: Doing,
): Promise<CarriedOut> => {
  let done = 0;
  for (let round = 0; ; round++) {
    const plan = await planWithDetail(run, live, part, doing.asked);
    live.place(plan, part);
    const steps = creationsIn(plan).filter(doing.wants);
    const onDone = (count: number): void => {
      done += count;
      run.progress({ phase: 'applying', done, total: Math.max(done, steps.length) });
    };
    const tried = await applySteps(run, live, doing.tries, steps, onDone);
    if (!tried || round === ROUNDS) return { plan, isTried: tried || round > 0 };
  }
};

/**
 * Plans the parts and carries them out, newest first: what is created part by part, what is removed last of all, together,
 * under one guard.
 */
export const planAndApply = async (
  run: RunContext,
  live: LivePlanner,
  parts: readonly Part[],
  doing: Doing,
): Promise<void> => {
  const foreseen = await checkGuard(run, live, parts);
  await run.commit([
    ...rowsOfConfirmed(run, foreseen),
    ...guardPassed(run),
    ...rowsOfIdleWishes(run, live, isOfHeldLoss),
  ]);
  const losses = noLosses();
  for (const part of parts) addLosses(losses, (await carryOutPart(run, live, part, doing)).plan);
  addLosses(losses, (await carryOutPart(run, live, live.followUp(run), doing)).plan);
  const guard = guardOver(run, losses);
  if (guard.held) await hold(run, live, guard, losses);
  const removals = [...losses.removals.values()].filter(doing.wants);
  for (const id of losses.removals.keys()) doing.tries.left.add(id);
  await applySteps(run, live, doing.tries, removals, (done) => run.progress({ phase: 'applying', done }));
  await useConfirmations(run, live, losses, guard, doing.tries);
  if (removals.length > 0) await carryOutPart(run, live, live.followUp(run), doing);
};
