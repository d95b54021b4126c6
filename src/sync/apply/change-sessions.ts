import type { Link } from '../../domain/link';
import { withSummary } from '../../domain/mirror';
import { printOf, sameFacts, sameTotals, untitled } from '../../domain/prints';
import type { Session } from '../../domain/session';
import type { MirrorEntry } from '../../domain/workout';
import type { Detail } from '../../ports/detail';
import type { ItemResult, SessionChange } from '../../ports/session-store';
import { type StoreError, storeError } from '../../ports/store-error';
import { summariseDetail } from '../../ports/summarise-detail';
import { acknowledge } from '../../reconcile/apply-plan';
import type { Effect, Step } from '../../reconcile/plan';
import { importedBase, originBase, sessionFrom, takeParts, withKnownSamples } from '../../reconcile/write/content';
import type { LivePlanner } from '../plan/live-planner';
import type { RunContext } from '../run/context';
import { WORKOUTS } from '../state/collections';
import { isStop, type Stop } from '../stop';
import type { Done } from './done';
import { isSink, type Seen } from './seen';
import type { Fault } from './trouble';

/** What became of a step. */
export type Attempt =
  | { readonly kind: 'done'; readonly done: Done }
  /** What it took for granted is no longer so: it is planned anew, with what the app said of the session. */
  | ({ readonly kind: 'dropped'; readonly step: Step } & Seen)
  | ({ readonly kind: 'failed'; readonly step: Step } & Fault)
  /** The run ends here, once the other steps of its batch are written down. */
  | { readonly kind: 'stopped'; readonly stop: Stop };

export const failedIn = (side: Fault['side'], step: Step, error: StoreError): Attempt => ({
  kind: 'failed',
  step,
  side,
  error,
});

/** A step with the change that it asks of the app. */
interface Asked {
  readonly step: Step;
  readonly change: SessionChange;
  readonly link: Link;
  readonly workout?: MirrorEntry;
}

type SessionEffect = Extract<Effect, { kind: 'import' | 'update-session' | 'enrich-session' | 'remove-session' }>;

export const isSessionStep = (step: Step): step is Step & { readonly effect: SessionEffect } =>
  ['import', 'update-session', 'enrich-session', 'remove-session'].includes(step.effect.kind);

const withoutRoutes = (detail: Detail): Detail => ({ ...detail, routes: [] });

/** The samples of a workout, where the app takes them and the store gives them. */
const detailOf = async (run: RunContext, workout: MirrorEntry): Promise<Detail | undefined | StoreError> => {
  const { detail } = run.host.store;
  if (detail === undefined || run.host.sessions.takes === 'header') return undefined;
  const answer = await run.ask('health-store', (options) => detail.read(workout, options));
  if (answer.kind === 'error') return answer.error;
  return run.settings.import.routes === 'leave-out' ? withoutRoutes(answer.value) : answer.value;
};

const isError = (answer: Detail | StoreError): answer is StoreError => 'kind' in answer;

/** The workout with its samples counted off what was just read. */
const counted = (run: RunContext, workout: MirrorEntry, detail: Detail | undefined): MirrorEntry =>
  detail === undefined ? workout : withSummary(workout, summariseDetail(detail, workout, run.now()));

/** The change that a step asks of the app; nothing where the workout has gone meanwhile. */
const askFor = async (
  run: RunContext,
  live: LivePlanner,
  step: Step & { readonly effect: SessionEffect },
): Promise<Asked | Attempt> => {
  const { effect, link } = step;
  const session = live.session(effect.session);
  if (effect.kind === 'remove-session') {
    if (session === undefined) return { kind: 'dropped', step };
    return { step, link, change: { kind: 'remove', key: effect.session, revision: session.revision } };
  }
  const known = run.state.get(WORKOUTS, effect.workout);
  if (known === undefined) return { kind: 'dropped', step };
  const wantsDetail = effect.kind === 'import' || effect.parts.includes('detail');
  const detail = wantsDetail ? await detailOf(run, known) : undefined;
  if (detail !== undefined && isError(detail)) return failedIn('health-store', step, detail);
  const workout = counted(run, known, detail);
  const samples = detail === undefined ? {} : { detail };
  if (effect.kind === 'import') {
    const made = sessionFrom(run.scope, workout, effect.session);
    const base = { ...link.base, ...importedBase(workout), version: link.base.version };
    return {
      step,
      workout,
      link: { ...link, base },
      change: { kind: 'create', key: effect.session, session: made, ...samples },
    };
  }
  if (session === undefined) return { kind: 'dropped', step };
  const { parts } = effect;
  const said = withKnownSamples(workout, link.base.workout.detail);
  const taken = takeParts(session, said, parts);
  const handed = said === workout ? samples : {};
  const base = {
    ...link.base,
    ...(parts.includes('detail') && {
      workout: { ...link.base.workout, detail: said.prints.detail },
      session: { ...link.base.session, detail: printOf(taken).detail },
    }),
  };
  return {
    step,
    workout,
    link: { ...link, base },
    change: { kind: 'update', key: effect.session, session: taken, parts, revision: session.revision, ...handed },
  };
};

/**
 * The ledger row once the app has stored what was sent. What the app added by itself (a title) is part of what both agree
 * on; where the stored session says something else than what was sent, somebody has edited it, and it stays an edit. So does
 * an edit in a part that was not sent at all.
 */
const agreed = (link: Link, sent: Session, stored: Session, parts: readonly ('facts' | 'detail')[]): Link => {
  const now = printOf(stored);
  const then = printOf(sent);
  const { session } = link.base;
  const isSent = {
    facts: sameFacts(untitled(now.facts), untitled(then.facts)),
    detail: sameTotals(now.detail, then.detail),
  };
  const base = {
    ...link.base,
    session: {
      facts: parts.includes('facts') && isSent.facts ? now.facts : session.facts,
      detail: parts.includes('detail') && isSent.detail ? now.detail : session.detail,
    },
  };
  return acknowledge({ ...link, base }, stored);
};

const BOTH = ['facts', 'detail'] as const;

const partsOf = (change: Exclude<SessionChange, { kind: 'remove' }>): readonly ('facts' | 'detail')[] =>
  change.kind === 'create' ? BOTH : change.parts;

const conclude = (run: RunContext, { step, change, link, workout }: Asked, result: ItemResult | undefined): Attempt => {
  const records = workout === undefined ? {} : { workout };
  if (result === undefined) {
    return failedIn(
      'session-store',
      step,
      storeError('unknown', `The app gave no answer for ${run.keys.outside(change.key)}.`),
    );
  }
  switch (result.kind) {
    case 'failed':
      return failedIn('session-store', step, result.error);
    case 'conflict':
      if (result.session) return { kind: 'dropped', step, session: run.keys.sessionInside(result.session) };
      return isSink(run)
        ? failedIn(
            'session-store',
            step,
            storeError(
              'unknown',
              `The conflict over ${run.keys.outside(change.key)} lacks the session that stands there (SS6).`,
            ),
          )
        : { kind: 'dropped', step };
    case 'absent':
    case 'removed':
      if (change.kind !== 'remove') return { kind: 'dropped', step, ...(isSink(run) && { goneSession: change.key }) };
      return {
        kind: 'done',
        done: { step, link, goneSession: change.key, ...(result.kind === 'absent' && { already: true }) },
      };
    case 'already-exists': {
      const stored = run.keys.sessionInside(result.session);
      // Somebody made it before: by an earlier attempt whose answer was lost, or on another device.
      if (stored.state === 'deleted' || workout === undefined) return { kind: 'dropped', step, session: stored };
      return {
        kind: 'done',
        done: { step, link: { ...link, base: originBase(stored, workout) }, session: stored, ...records },
      };
    }
    case 'created':
    case 'updated': {
      if (change.kind === 'remove') return { kind: 'dropped', step };
      const stored = run.keys.sessionInside(result.session);
      const detail = stored.detail ?? change.session.detail;
      const session = detail === undefined ? stored : { ...stored, detail };
      return {
        kind: 'done',
        done: { step, link: agreed(link, change.session, session, partsOf(change)), session, ...records },
      };
    }
  }
};

const outside = (run: RunContext, change: SessionChange): SessionChange =>
  change.kind === 'remove'
    ? { ...change, key: run.keys.outside(change.key) }
    : { ...change, key: run.keys.outside(change.key), session: run.keys.sessionOutside(change.session) };

/** What ends a run among the reads before a write; thrown on where nothing more is to be written. */
const stoppedBy = (thrown: unknown): Attempt => {
  if (!isStop(thrown) || thrown.end === 'cancelled') throw thrown;
  return { kind: 'stopped', stop: thrown };
};

/**
 * Carries steps out in the app, in one call, answered item by item.
 *
 * **Laws** what was read before the run had to stop is written all the same: where a limit is lower than what a batch takes, no run
 * would ever come further.
 */
export const changeSessions = async (
  run: RunContext,
  live: LivePlanner,
  steps: readonly (Step & { readonly effect: SessionEffect })[],
): Promise<readonly Attempt[]> => {
  const { apply } = run.host.sessions;
  if (apply === undefined) return steps.map((step) => ({ kind: 'dropped', step }));
  const attempts: Attempt[] = [];
  const asked: Asked[] = [];
  for (const step of steps) {
    const answer = await askFor(run, live, step).catch(stoppedBy);
    if ('change' in answer) asked.push(answer);
    else attempts.push(answer);
    if ('stop' in answer) break;
  }
  if (asked.length === 0) return attempts;
  const answer = await run.finish('session-store', () => apply(asked.map(({ change }) => outside(run, change))));
  if (answer.kind === 'error') {
    return [...attempts, ...asked.map(({ step }) => failedIn('session-store', step, answer.error))];
  }
  const results = new Map(answer.value.map((result) => [run.keys.inside(result.key), result]));
  return [...attempts, ...asked.map((one) => conclude(run, one, results.get(one.change.key)))];
};
