import type { Session } from '../../src/domain/session';
import type { HealthEffect } from '../../src/testing/health-store/simulated-health-store';
import type { SessionEffect } from '../../src/testing/session-store/simulated-session-store';
import { activityOf, lineage, setIn } from './history';
import { isAnothers, sessionOf } from './household';
import { OWN_APP } from './records';
import type { Simulation } from './simulation';
import type { Accident } from './trace';

export type Effect = HealthEffect | SessionEffect;

/** What the oracle knows of the sync that is under way. */
export interface RunInProgress {
  /** The tick at which it began: what happened later happened in its middle. */
  readonly begun: number;
  /** Whether something goes wrong in it, and what. */
  readonly accident?: Accident['kind'];
  /** Which phone made a session in it. */
  readonly made: Map<string, string>;
  /** Whether it goes by the settings with which it once began. */
  readonly keepsSettings?: boolean;
  /** The external ids that were written in it. */
  readonly written: Set<string>;
  removals: number;
}

/** A run that begins now. */
export const begin = (
  { history }: Simulation,
  accident: Accident | undefined,
  rest: Partial<RunInProgress> = {},
): RunInProgress => ({
  begun: history.tick,
  removals: 0,
  made: new Map(),
  written: new Set(),
  ...(accident && { accident: accident.kind }),
  ...rest,
});

interface Moment {
  readonly simulation: Simulation;
  readonly run: RunInProgress;
}

const overlaps = (a: Session, b: { readonly start: number; readonly end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** Whether a phone was told in the middle of this to take away what sync had brought. */
const isTakenAway = ({ simulation: { history }, run }: Moment): boolean => history.takenAway > run.begun;

const wasThere = ({ simulation, run }: Moment, session: string): boolean =>
  (simulation.history.moved.get(session) ?? Number.POSITIVE_INFINITY) <= run.begun;

/** Sessions that sync can know of: a sink shows none. */
const shown = ({ app, setting }: Simulation): readonly Session[] => (setting.sessions === 'sink' ? [] : app.sessions());

const live = (simulation: Simulation): readonly Session[] =>
  shown(simulation).filter(({ state }) => state !== 'deleted');

/** Whether this was made by a phone that was disconnected, or told that the direction is off, before it began. */
const isOff = ({ simulation: { actor, history }, run }: Moment, direction: 'import' | 'export'): boolean =>
  !run.keepsSettings &&
  [actor, `${actor} ${direction}`].some((what) => (history.off.get(what) ?? Number.POSITIVE_INFINITY) <= run.begun);

type Create = { readonly session: Session; readonly workout: string; readonly activity: string };

/** S1 no echo. */
const noEcho = ({ simulation: { health } }: Moment, { workout, session }: Create): readonly string[] => {
  const record = health.records().find((one) => one.workout.key === workout);
  const isOwn = record?.workout.source?.app === OWN_APP || workout.startsWith('own-');
  return isOwn ? [`S1 ${session.key} was imported from our own record`] : [];
};

/** R8: what cannot be true is not taken for a training. */
const noNonsense = ({ simulation: { health } }: Moment, { workout, session }: Create): readonly string[] => {
  const record = health.records().find((one) => one.workout.key === workout);
  return record && record.workout.end < record.workout.start ? [`R8 ${session.key} was imported from nonsense`] : [];
};

/** S3 no double import: no other session stands for the activity. */
const noDoubleImport = (moment: Moment, { session, activity }: Create): readonly string[] => {
  const { actor, history } = moment.simulation;
  return (
    live(moment.simulation)
      .filter(({ key }) => key !== session.key && activityOf(history, `session ${key}`) === activity)
      // Two phones at once can only agree on what both derive: the key. Other twins are for the user to judge.
      .filter(({ key }) => wasThere(moment, key) && (moment.run.made.get(key) ?? actor) === actor)
      .map(({ key }) => `S3 ${session.key} was imported although ${key} stands for ${activity}`)
  );
};

/** S4 no local resurrection. */
const noLocalResurrection = (moment: Moment, { session, activity }: Create): readonly string[] => {
  const { history, actor } = moment.simulation;
  return [...history.deleted]
    .filter(([key]) => activityOf(history, `session ${key}`) === activity)
    .filter(([key, { tick }]) => tick <= moment.run.begun && !history.asked.has(key))
    .filter(([key, { way }]) =>
      way === 'soft' ? shown(moment.simulation).some((one) => one.key === key) : setIn(history.known, actor).has(key),
    )
    .map(([key, { way }]) => `S4 ${session.key} brought back ${activity}, which was deleted as ${key} (${way})`);
};

/** S13 unfinished stays home: imports that overlap a session in progress wait. */
const waitsForOpen = (moment: Moment, { session }: Create): readonly string[] =>
  shown(moment.simulation)
    .filter(({ key, state }) => state === 'open' && wasThere(moment, key))
    .filter((open) => overlaps(open, session))
    .map(({ key }) => `S13 ${session.key} was imported over ${key}, which is in progress`);

const judgeCreate = (moment: Moment, session: Session): readonly string[] => {
  const { history, actor } = moment.simulation;
  const workout = session.origin?.workout ?? '';
  const activity = activityOf(history, `workout ${workout}`);
  const created: Create = { session, workout, activity };
  const isAsked = [...history.asked].some((key) => activityOf(history, `session ${key}`) === activity);
  const faults = isOff(moment, 'import') && !isAsked ? [`P13 ${session.key} was imported while imports are off`] : [];
  faults.push(
    ...[noEcho, noNonsense, noDoubleImport, noLocalResurrection, waitsForOpen].flatMap((judge) =>
      judge(moment, created),
    ),
  );
  history.activityOf.set(`session ${session.key}`, activity);
  history.sessions.add(session.key);
  history.moved.set(session.key, history.tick);
  history.editedFacts.delete(session.key);
  history.editedDetail.delete(session.key);
  setIn(history.tried, actor).add(session.key);
  moment.run.made.set(session.key, actor);
  if (moment.run.accident !== undefined) history.interrupted.add(session.key);
  return faults;
};

/** S7 no clobber: content that did not come from the store is never overwritten. */
const judgeUpdate = ({ simulation: { history } }: Moment, before: Session, now: Session): readonly string[] => {
  const { key } = before;
  if (history.yielded.has(key)) return [];
  const recorded = history.recorded.has(key);
  const facts =
    now.title !== before.title ||
    now.start !== before.start ||
    now.end !== before.end ||
    now.activity !== before.activity;
  const detail = now.distanceMetres !== before.distanceMetres;
  const lost =
    (facts && (recorded || history.editedFacts.has(key))) || (detail && (recorded || history.editedDetail.has(key)));
  return lost ? [`S7 ${key} was overwritten`] : [];
};

/** S6 no silent loss. */
const judgeRemove = (moment: Moment, { key, origin }: Session): readonly string[] => {
  const { simulation } = moment;
  const { history, settings, health } = simulation;
  if (history.recorded.has(key)) return [`S6 ${key}, recorded in the app, was removed`];
  const isEdited = history.editedFacts.has(key) || history.editedDetail.has(key);
  // The user may have given their edits up for what the health store says.
  if (isEdited && !history.yielded.has(key)) return [`S6 ${key}, edited, was removed`];
  if (isTakenAway(moment)) return [];
  if (settings.onWorkoutGone !== 'remove-session') return [`S6 ${key} was removed against the settings`];
  // A record that was replaced and may not be read any more looks deleted.
  if (health.conditions().readableSince !== undefined) return [];
  const alive = health.records().some(({ workout }) => lineage(history, workout.key).includes(origin?.workout ?? ''));
  return alive ? [`S8 ${key} was removed while its workout is there`] : [];
};

/** S8: samples that a session was once given are not taken from it because they cannot be read. */
const judgeSamples = ({ simulation: { history } }: Moment, { change }: SessionEffect): readonly string[] => {
  if (change.kind === 'remove' || change.detail === undefined) return [];
  const before = history.samples.get(change.key) ?? [];
  const now = Object.keys(change.detail.series);
  history.samples.set(change.key, now);
  const isPreferred = history.preferred.has(activityOf(history, `session ${change.key}`));
  const isTakenAway = change.kind === 'update' && !isPreferred && before.some((name) => !now.includes(name));
  return isTakenAway ? [`S8 ${change.key} lost samples: it had ${before}, and has ${now}`] : [];
};

const judgeSession = (moment: Moment, effect: SessionEffect): readonly string[] => {
  const { result, before } = effect;
  if (result.kind === 'created') return [...judgeCreate(moment, result.session), ...judgeSamples(moment, effect)];
  if (result.kind === 'updated' && before)
    return [...judgeUpdate(moment, before, result.session), ...judgeSamples(moment, effect)];
  if (result.kind === 'removed' && before) {
    const { history } = moment.simulation;
    moment.run.removals += 1;
    history.withdrawn.add(activityOf(history, `session ${before.key}`));
    return judgeRemove(moment, before);
  }
  return [];
};

type Saved = Extract<HealthEffect, { readonly kind: 'saved' }>;

const judgeSave = (moment: Moment, { draft, saved }: Saved): readonly string[] => {
  const { simulation } = moment;
  const { history, health, app, actor, setting } = simulation;
  const { id, version } = draft.external;
  const key = sessionOf(simulation, id);
  if (key === undefined) return [`S12 a record was written that belongs to no session: ${id}`];
  const session = app.sessions().find((one) => one.key === key);
  const faults: string[] = [];
  const records = health.records().filter(({ workout }) => workout.external?.id === id);
  if (records.length > 1) faults.push(`S2 ${key} has ${records.length} own records`);
  if (session?.state === 'open' && wasThere(moment, key)) faults.push(`S13 ${key} was exported while in progress`);
  if (session?.origin?.platform === setting.profile && !history.asked.has(key)) {
    faults.push(`S1 ${key}, which came from this store, was written back to it`);
  }
  const isOthers = session?.owner !== undefined && session.owner !== actor;
  const handedOver = history.handedOver.get(key) ?? Number.NEGATIVE_INFINITY;
  const over = history.overruled.get(actor)?.get(key) ?? session?.owner;
  const isTakenOver = setIn(history.claimed, actor).has(key) && over === session?.owner;
  if (isOthers && !isTakenOver && handedOver <= moment.run.begun)
    faults.push(`R11 ${actor} wrote ${key} of another device`);
  if (saved.outcome === 'created' && isOff(moment, 'export') && !history.asked.has(key))
    faults.push(`P13 ${key} was exported while exports are off`);
  const removed = history.storeRemoved.get(id) ?? Number.POSITIVE_INFINITY;
  if (removed <= moment.run.begun && setIn(history.known, actor).has(key) && !history.asked.has(key)) {
    faults.push(`S5 the record of ${key} was written again`);
  }
  const highestOf = (name: string): number => history.versions.get(name) ?? Number.NEGATIVE_INFINITY;
  const highest = highestOf(id);
  const ownId = `${actor} ${id}`;
  const stored = saved.before?.workout.external?.version ?? Number.NEGATIVE_INFINITY;
  // A process that was overtaken may still be in the middle of its write: the store ignores what is older.
  const isOvertaken = moment.run.accident === 'rival' && saved.outcome === 'ignored';
  const isClaimed = history.handedOver.has(key) || [...history.claimed.values()].some((keys) => keys.has(key));
  // Until they have seen each other, two phones that may both write a session derive one version.
  const isShared = isClaimed && version === highest;
  // What the other phone wrote, and is gone before this one looks, it cannot know of.
  const isUnseen = isClaimed && saved.outcome === 'created';
  // Nor what the other one writes at the same time, and what that is written above.
  const isCrossed = isClaimed && moment.run.written.has(id);
  moment.run.written.add(id);
  const seen = isUnseen ? stored : Math.max(highest, stored);
  const before = Math.max(isCrossed ? Number.NEGATIVE_INFINITY : seen, highestOf(ownId));
  if (draft.only === undefined && !isOvertaken && !isShared && version <= before) {
    faults.push(`R5 ${key} was written at version ${version}, after ${before}`);
  }
  history.versions.set(id, Math.max(highest, version));
  history.versions.set(ownId, Math.max(highestOf(ownId), version));
  // Whoever did not know of the removal has written it again; from now on that record counts.
  if (saved.outcome === 'created') history.storeRemoved.delete(id);
  setIn(history.tried, actor).add(key);
  return faults;
};

type Removed = Extract<HealthEffect, { readonly kind: 'removed' }>;

const judgeRemoval = (moment: Moment, { written, removed }: Removed): readonly string[] => {
  const { simulation } = moment;
  const { app, health } = simulation;
  const foreign = health.records().find(({ workout }) => workout.key === written.key);
  if (foreign !== undefined && foreign.workout.source?.app !== OWN_APP) return [`S10 ${written.key} is another app's`];
  if (removed === undefined) return [];
  moment.run.removals += 1;
  const id = removed.workout.external?.id ?? '';
  if (isAnothers(simulation, id)) return [`S10 ${written.key} is another account's`];
  const key = sessionOf(simulation, id);
  const session = app.sessions().find((one) => one.key === key);
  return !isTakenAway(moment) && session !== undefined && session.state !== 'deleted' && wasThere(moment, session.key)
    ? [`S8 the record of ${key} was removed while its session is there`]
    : [];
};

/** How much a run may remove before the user is asked: what the world's settings say. */
const GUARD = 2;

const judgeGuard = ({ simulation, run }: Moment): readonly string[] => {
  const confirmed = simulation.history.events.has('confirmed');
  const meanwhile = simulation.history.tick > run.begun;
  return run.removals > GUARD && !confirmed && !meanwhile ? [`S9 ${run.removals} removals without a word`] : [];
};

/** What must never happen, judged at the moment at which it does. */
export const judgeEffect = (simulation: Simulation, run: RunInProgress, effect: Effect): void => {
  const moment: Moment = { simulation, run };
  const faults =
    'change' in effect
      ? judgeSession(moment, effect)
      : effect.kind === 'saved'
        ? judgeSave(moment, effect)
        : judgeRemoval(moment, effect);
  if (simulation.actor === '')
    simulation.faults.push('nobody has made this change: the store awaited before its effect');
  simulation.faults.push(...faults, ...judgeGuard(moment));
};
