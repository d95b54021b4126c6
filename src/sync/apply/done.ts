import type { Answer } from '../../domain/ledger';
import { type Link, workoutsIn } from '../../domain/link';
import type { MirrorEntry } from '../../domain/workout';
import { usesUp } from '../../reconcile/apply-plan';
import type { Effect, Step } from '../../reconcile/plan';
import { rowsOfOwner } from '../observe/owners';
import type { LivePlanner } from '../plan/live-planner';
import type { RunContext } from '../run/context';
import { ANSWERS, LINKS, WORKOUTS } from '../state/collections';
import { drop, put, type RowChange } from '../state/table';
import type { ItemOutcome } from '../surface/report';
import { rowsOfClosed, rowsOfSeen, type Seen } from './seen';
import { forgetTrouble, itemOf, workoutItem } from './trouble';

/** A step that was carried out: its ledger row, and the records as they are now. */
export interface Done extends Seen {
  readonly step: Step;
  readonly link: Link;
  readonly workout?: MirrorEntry;
  /** Somebody else had done it before. */
  readonly already?: true;
  readonly goneWorkouts?: readonly string[];
  readonly changes?: readonly RowChange[];
}

const OUTCOMES: Readonly<Record<Effect['kind'], ItemOutcome>> = {
  import: 'imported',
  'update-session': 'updated',
  'enrich-session': 'enriched',
  'remove-session': 'session-removed',
  export: 'exported',
  'update-workout': 'rewritten',
  'remove-workout': 'workout-removed',
  'set-link': 'linked',
};

/** What a link names that it did not name before has found its place, whatever had failed of it. */
const rowsOfPlaced = (run: RunContext, link: Link): readonly RowChange[] => {
  const known = run.state.get(LINKS, link.session);
  const named = new Set(known ? workoutsIn(known) : []);
  return workoutsIn(link).flatMap((key) => (named.has(key) ? [] : forgetTrouble(run, workoutItem(key))));
};

const rowsOf = (run: RunContext, live: LivePlanner, done: Done): RowChange[] => {
  const { step, link, workout, goneWorkouts = [], changes = [] } = done;
  return [
    put(LINKS, link.session, link),
    ...rowsOfOwner(run, link.session, live.session(link.session), link),
    ...(workout ? [put(WORKOUTS, workout.key, workout)] : []),
    ...goneWorkouts.filter((key) => key !== workout?.key).map((key) => drop(WORKOUTS, key)),
    ...rowsOfSeen(run, done),
    ...rowsOfClosed(run, link, done),
    ...forgetTrouble(run, itemOf(step)),
    ...rowsOfPlaced(run, link),
    ...changes,
  ];
};

/** One that was given anew meanwhile, in the same words, is another answer. */
const rowsOfUsed = ({ state }: RunContext, used: ReadonlySet<Answer>): readonly RowChange[] =>
  [...state.all(ANSWERS)].flatMap(([key, answer]) => (used.has(answer) ? [drop(ANSWERS, key)] : []));

/** Writes what was done into the ledger, the mirror and the journal, in one transaction, and tells the planner. */
export const writeDown = async (run: RunContext, live: LivePlanner, all: readonly Done[]): Promise<void> => {
  if (all.length === 0) return;
  // A step knows nothing of what was said after it was planned.
  const used = new Set(live.heard().filter((answer) => all.some(({ step }) => usesUp(step, answer))));
  for (const { step, link } of all) {
    run.journal.note({
      outcome: OUTCOMES[step.effect.kind],
      session: link.session,
      ...('workout' in step.effect ? { workout: step.effect.workout } : link.workout && { workout: link.workout }),
      reasons: [step.reason],
    });
  }
  await run.commit([
    ...all.flatMap((done) => rowsOf(run, live, done)),
    ...rowsOfUsed(run, used),
    ...run.journal.flush(),
  ]);
  live.take({
    now: run.now(),
    links: all.map(({ link }) => link),
    sessions: all.flatMap(({ session }) => session ?? []),
    workouts: all.flatMap(({ workout }) => workout ?? []),
    goneSessions: all.flatMap(({ goneSession }) => goneSession ?? []),
    goneWorkouts: all.flatMap(({ goneWorkouts = [], workout }) => goneWorkouts.filter((key) => key !== workout?.key)),
    ...(used.size > 0 && { answers: live.heard().filter((answer) => !used.has(answer)) }),
  });
};
