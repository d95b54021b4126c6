import type { Instant } from '../../domain/interval';
import type { Trouble } from '../../sync/state/collections';
import type { ItemOutcome, Problem, RunReport } from '../../sync/surface/report';
import type { Names } from './names';
import { defined } from './redact-records';

/** A problem without what the platform or the host said. */
export type BundledProblem = Omit<Problem, 'message'>;

/** An item of a run: what happened, and the codes of the reasons. */
export interface BundledItem {
  readonly at: Instant;
  readonly outcome: ItemOutcome;
  readonly session?: string;
  readonly workout?: string;
  readonly reasons: readonly string[];
  readonly problem?: BundledProblem;
}

/** A run without its id and its guard; a trigger that is the host's own word is `other`. */
export interface BundledRun extends Omit<RunReport, 'id' | 'guard' | 'problem' | 'items'> {
  readonly problem?: BundledProblem;
  readonly items: readonly BundledItem[];
}

/** An item that failed. */
export interface BundledTrouble extends Pick<Trouble, 'attempts' | 'setAside' | 'next'> {
  readonly key: string;
  readonly problem: BundledProblem;
}

const TRIGGERS: ReadonlySet<string> = new Set(['user', 'background', 'app-opened']);

const problemOf = ({ code, side, at }: Problem, { time }: Names): BundledProblem => ({ code, side, at: time(at) });

/** The runs of the history as a bundle holds them. */
export const redactRun = (run: RunReport, names: Names): BundledRun =>
  defined<BundledRun>({
    kind: run.kind,
    trigger: TRIGGERS.has(run.trigger) ? run.trigger : 'other',
    startedAt: names.time(run.startedAt),
    endedAt: run.endedAt === undefined ? undefined : names.time(run.endedAt),
    end: run.end,
    resumeAt: run.resumeAt === undefined ? undefined : names.time(run.resumeAt),
    problem: run.problem && problemOf(run.problem, names),
    counts: run.counts,
    items: run.items.map((item) =>
      defined<BundledItem>({
        at: names.time(item.at),
        outcome: item.outcome,
        session: item.session === undefined ? undefined : names.key(item.session),
        workout: item.workout === undefined ? undefined : names.key(item.workout),
        reasons: item.reasons.map(({ code }) => code),
        problem: item.problem && problemOf(item.problem, names),
      }),
    ),
  });

/** What is remembered of an item that failed, as a bundle holds it. */
export const redactTrouble = ({ key, attempts, setAside, next, problem }: Trouble, names: Names): BundledTrouble => ({
  key: names.key(key),
  attempts,
  setAside,
  next: names.time(next),
  problem: problemOf(problem, names),
});
