import type { Link } from '../../domain/link';
import type { Session } from '../../domain/session';
import type { External } from '../../domain/workout';
import type { Detail, DetailPart } from '../../ports/detail';
import type { WorkoutDraft, WorkoutWriter, Written } from '../../ports/health-store';
import { type StoreError, storeError, toStoreError } from '../../ports/store-error';
import { recordOf } from '../../reconcile/apply-plan';
import type { Effect, Step } from '../../reconcile/plan';
import type { LivePlanner } from '../plan/live-planner';
import type { RunContext } from '../run/context';
import { EXPORTS, type ExportRecord, LINKS, WORKOUTS } from '../state/collections';
import { drop, put } from '../state/table';
import { type Attempt, failedIn } from './change-sessions';
import { type Fault, forgetTrouble, partsItem } from './trouble';

type WorkoutEffect = Extract<Effect, { kind: 'export' | 'update-workout' | 'remove-workout' }>;

export const isWorkoutStep = (step: Step): step is Step & { readonly effect: WorkoutEffect } =>
  ['export', 'update-workout', 'remove-workout'].includes(step.effect.kind);

/** What the last write of a session left, as far as is known: children too, which a removal must take along. */
const previousOf = ({ state }: RunContext, session: string, workout: string): Written | undefined => {
  const record = state.get(EXPORTS, session)?.written;
  const external = state.get(WORKOUTS, workout)?.external;
  if (record !== undefined && (record.key === workout || record.key === '')) return { ...record, key: workout };
  return external === undefined || workout === '' ? undefined : { key: workout, external };
};

/** The samples of a session, where the app gives them. */
const detailOf = async (run: RunContext, session: Session): Promise<Detail | undefined | StoreError> => {
  const { readDetail } = run.host.sessions;
  if (readDetail === undefined) return undefined;
  const answer = await run.ask('session-store', (options) => readDetail(run.keys.outside(session.key), options));
  return answer.kind === 'ok' ? answer.value : answer.error;
};

const isError = (answer: Detail | StoreError): answer is StoreError => 'kind' in answer;

/** All that the record should say. */
const draftOf = (
  session: Session,
  external: External,
  detail: Detail | undefined,
  previous: Written | undefined,
): WorkoutDraft => ({
  activity: session.activity,
  start: session.start,
  end: session.end,
  external,
  ...(session.title !== undefined && { title: session.title }),
  ...(session.offsetSeconds !== undefined && { offsetSeconds: session.offsetSeconds }),
  ...(session.distanceMetres !== undefined && { distanceMetres: session.distanceMetres }),
  ...(session.energyKilocalories !== undefined && { energyKilocalories: session.energyKilocalories }),
  ...(session.elevationGainMetres !== undefined && { elevationGainMetres: session.elevationGainMetres }),
  ...(session.activeSeconds !== undefined && { activeSeconds: session.activeSeconds }),
  ...(session.method !== undefined && { method: session.method }),
  ...(detail !== undefined && { detail }),
  ...(previous !== undefined && previous.key !== '' && { previous }),
});

/** The version to write: above the planned one where an earlier attempt may have reached the store with it. */
const versionOf = ({ state }: RunContext, { id, version }: External, session: string): External => {
  const attempted = state.get(EXPORTS, session)?.written.external.version ?? 0;
  return { id, version: Math.max(version, attempted + 1) };
};

/** The keys of all records of a session that are known to have been. */
const formerOf = ({ state }: RunContext, session: string, workout: string): readonly string[] => {
  const { former = [] } = state.get(EXPORTS, session) ?? {};
  return [...new Set([...former, workout])].filter((key) => key !== '');
};

/**
 * The link of a session whose record is being written, if it has one: until the store has answered, the two sides agree on
 * nothing. Also an edit that is taken back meanwhile is then written, over whatever that write has left or removed.
 */
const unagreed = ({ state }: RunContext, session: string): readonly Link[] => {
  const link = state.get(LINKS, session);
  if (link?.kind !== 'exported' || link.state !== 'active') return [];
  return [{ ...link, base: { ...link.base, session: { facts: '', detail: '' }, revision: '' } }];
};

const ALL_PARTS: readonly DetailPart[] = ['totals', 'series', 'route', 'laps', 'pauses'];

/** What a store says that has not done what it was asked for. After any other error nobody knows. */
const REFUSALS: ReadonlySet<string> = new Set(['permission', 'locked', 'unavailable', 'invalid']);

/** Removes what a store that cannot replace would keep beside the new record. Where it refuses, `refused` is written down. */
const makeRoom = async (
  run: RunContext,
  { replaces, remove }: WorkoutWriter,
  previous: Written | undefined,
  refused: ExportRecord,
): Promise<StoreError | undefined> => {
  if (replaces !== 'never' || previous === undefined || previous.key === '') return undefined;
  const answer = await run.finish('health-store', async () => {
    try {
      return await remove(previous);
    } catch (thrown) {
      if (REFUSALS.has(toStoreError(thrown).kind)) await run.commit([put(EXPORTS, refused.session, refused)]);
      throw thrown;
    }
  });
  return answer.kind === 'error' ? answer.error : undefined;
};

/**
 * Writes a session into the health store.
 *
 * **Laws** the version is written down before the write, so that an attempt whose answer was lost is never repeated under the
 * same version with other content. So are its parts, as missing: an attempt may end behind the record itself, and records are
 * compared without their samples. A store that holds a higher version has ignored the write: it is made anew above that.
 */
const save = async (
  run: RunContext,
  live: LivePlanner,
  step: Step,
  effect: Extract<Effect, { kind: 'export' | 'update-workout' }>,
): Promise<Attempt> => {
  const { writing } = run.host.store;
  const session = live.session(effect.session);
  if (writing === undefined || session === undefined) return { kind: 'dropped', step };
  const external = versionOf(run, effect.external, effect.session);
  const previous = previousOf(run, effect.session, step.link.workout);
  const detail = await detailOf(run, session);
  if (detail !== undefined && isError(detail)) return failedIn('session-store', step, detail);
  const pending: Written = { ...previous, key: previous?.key ?? '', external, missing: ALL_PARTS };
  const former = formerOf(run, effect.session, step.link.workout);
  const unanswered: ExportRecord = { session: effect.session, state: 'pending', written: pending, former };
  const before = run.state.get(EXPORTS, effect.session);
  // What an earlier attempt may have removed is ours still. Else the old record is as good as any other until this one removes it: if
  // it goes, its user has removed it.
  const isBegun = before?.state === 'pending' && before.written.key === pending.key;
  const refused = isBegun ? unanswered : { ...unanswered, written: { ...pending, key: '' } };
  const links = unagreed(run, effect.session);
  await run.commit([
    put(EXPORTS, effect.session, unanswered),
    ...links.map((link) => put(LINKS, effect.session, link)),
  ]);
  live.take({ links });
  const room = await makeRoom(run, writing, previous, refused);
  if (room !== undefined) return failedIn('health-store', step, room);
  const answer = await run.finish('health-store', () => writing.save(draftOf(session, external, detail, previous)));
  if (answer.kind === 'error') return failedIn('health-store', step, answer.error);
  const { missing = [], ...answered } = answer.value;
  const { version } = answered.external;
  if (version > external.version) {
    const above: Written = { ...pending, external: { ...external, version } };
    await run.commit([put(EXPORTS, effect.session, { ...unanswered, written: above })]);
    return { kind: 'dropped', step };
  }
  const written: Written = { ...answered, external, ...(missing.length > 0 && { missing }) };
  const record: ExportRecord = { session: effect.session, state: 'confirmed', written };
  const { base } = step.link;
  return {
    kind: 'done',
    done: {
      step,
      link: { ...step.link, workout: written.key, base: { ...base, version: external.version } },
      workout: recordOf(run.scope, session, written.key, external),
      goneWorkouts: previous && previous.key !== '' && previous.key !== written.key ? [previous.key] : [],
      changes: [put(EXPORTS, effect.session, record), ...forgetTrouble(run, partsItem(effect.session))],
    },
  };
};

/** The highest version that a session was written under, or was meant to be. */
export const lastVersion = ({ state }: RunContext, { session, base }: Link, workouts: readonly string[]): number =>
  Math.max(
    base.version,
    state.get(EXPORTS, session)?.written.external.version ?? 0,
    ...workouts.map((key) => state.get(WORKOUTS, key)?.external?.version ?? 0),
  );

/**
 * Removes our own records of a session, each with what was written beside it.
 *
 * **Laws** the link keeps the highest version: should the session come back, its record is written above it.
 */
const remove = async (
  run: RunContext,
  step: Step,
  effect: Extract<Effect, { kind: 'remove-workout' }>,
): Promise<Attempt> => {
  const { writing } = run.host.store;
  if (writing === undefined) return { kind: 'dropped', step };
  const { link } = step;
  const base = { ...link.base, version: lastVersion(run, link, effect.workouts) };
  let isNews = false;
  for (const key of effect.workouts) {
    const entry = run.state.get(WORKOUTS, key);
    const external = entry?.external ?? { id: effect.external, version: link.base.version };
    const written = previousOf(run, link.session, key) ?? { key, external };
    const answer = await run.ask('health-store', () => writing.remove(written));
    if (answer.kind === 'error') return failedIn('health-store', step, answer.error);
    isNews ||= answer.value === 'removed';
  }
  return {
    kind: 'done',
    done: {
      step,
      link: { ...link, base },
      goneWorkouts: effect.workouts,
      changes: [drop(EXPORTS, link.session)],
      ...(!isNews && { already: true }),
    },
  };
};

/** Carries a step out in the health store. */
export const writeWorkout = (
  run: RunContext,
  live: LivePlanner,
  step: Step & { readonly effect: WorkoutEffect },
): Promise<Attempt> =>
  step.effect.kind === 'remove-workout' ? remove(run, step, step.effect) : save(run, live, step, step.effect);

/** Writes the parts that an earlier write could not finish. */
export const finishWrite = async (
  run: RunContext,
  live: LivePlanner,
  record: ExportRecord,
): Promise<Fault | undefined> => {
  const { writing } = run.host.store;
  const session = live.session(record.session);
  const { missing = [], external } = record.written;
  if (writing === undefined || session === undefined) return undefined;
  const detail = await detailOf(run, session);
  if (detail !== undefined && isError(detail)) return { side: 'session-store', error: detail };
  const draft = { ...draftOf(session, external, detail, record.written), only: missing };
  const answer = await run.finish('health-store', () => writing.save(draft));
  if (answer.kind === 'error') return { side: 'health-store', error: answer.error };
  const children = [...(record.written.children ?? []), ...(answer.value.children ?? [])];
  const { missing: left = [] } = answer.value;
  const written: Written = { key: answer.value.key, external, children, ...(left.length > 0 && { missing: left }) };
  await run.commit([put(EXPORTS, record.session, { ...record, state: 'confirmed', written })]);
  if (left.length === 0) return undefined;
  return { side: 'health-store', error: storeError('partial', `Still missing: ${left.join(', ')}.`) };
};
