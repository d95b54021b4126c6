import type { Session } from '../../src/domain/session';
import type { StoredRecord } from '../../src/testing/health-store/record-shelf';
import { activityOf, lineage } from './history';
import { isAnothers, sessionOf } from './household';
import { externalId, OWN_APP } from './records';
import type { Simulation } from './simulation';

/** Stores may keep whole seconds. */
const TOLERANCE = 1500;

const near = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE;

const sameDistance = (a: number | undefined, b: number | undefined): boolean =>
  a === undefined || b === undefined || Math.abs(a - b) <= 0.01 * a;

const recordsOf = (simulation: Simulation, session: string): readonly StoredRecord[] =>
  simulation.health.records().filter(({ workout }) => workout.external?.id === externalId(simulation, session));

const live = ({ app }: Simulation): readonly Session[] => app.sessions().filter(({ state }) => state !== 'deleted');

/** What was recorded in the app alone is in the store once, as it is in the app. */
const exported = (simulation: Simulation): readonly string[] => {
  const { history, health } = simulation;
  if (health.port.writing === undefined) return [];
  // Once other apps' records were seen and none is left, no read proves that our own record is not there.
  const isUnproven = simulation.setting.witness === 'none' && history.foreign.size > 0;
  const isSink = simulation.setting.sessions === 'sink';
  if (history.events.has('exports-off') || isUnproven || isSink) return [];
  const twins = (name: string) => live(simulation).filter(({ key }) => activityOf(history, `session ${key}`) === name);
  return (
    live(simulation)
      .filter(({ key, state }) => state === 'completed' && history.recorded.has(key))
      .filter(({ key }) => !history.storeRemoved.has(externalId(simulation, key)) && !history.asked.has(key))
      .filter(({ key }) => !history.foreign.has(activityOf(history, `session ${key}`)))
      // What one phone took away when it was disconnected, another one takes for its user's wish: it goes by that once the session is its own.
      .filter(({ key }) => !(history.handedOver.has(key) && history.takenAway > 0))
      .filter(({ key }) => twins(activityOf(history, `session ${key}`)).length === 1)
      .flatMap((session) => {
        const records = recordsOf(simulation, session.key);
        const [record] = records;
        if (record === undefined) return [`L1 ${session.key} was not exported`];
        const { start, end, distanceMetres } = record.workout;
        return near(start, session.start) &&
          near(end, session.end) &&
          sameDistance(distanceMetres, session.distanceMetres)
          ? []
          : [`R6 the record of ${session.key} is not what the session says`];
      })
  );
};

const foreignOf = ({ health, history }: Simulation, activity: string): readonly StoredRecord[] =>
  health
    .records()
    .filter(({ workout }) => workout.source?.app !== OWN_APP && workout.start < workout.end)
    .filter(({ workout }) => activityOf(history, `workout ${workout.key}`) === activity);

/** What other apps recorded is in the app once. */
const imported = (simulation: Simulation): readonly string[] => {
  const { history } = simulation;
  if (history.events.has('imports-off')) return [];
  const deleted = new Set([...history.deleted.keys()].map((key) => activityOf(history, `session ${key}`)));
  return [...history.foreign]
    .filter((activity) => !deleted.has(activity) && !history.withdrawn.has(activity))
    .filter((activity) => foreignOf(simulation, activity).length > 0)
    .filter((activity) => !live(simulation).some(({ key }) => activityOf(history, `session ${key}`) === activity))
    .filter((activity) =>
      foreignOf(simulation, activity).every(
        ({ workout }) =>
          !live(simulation).some((one) => one.state === 'open' && one.start < workout.end && workout.start < one.end),
      ),
    )
    .map((activity) => `L2 ${activity} was not imported`);
};

/** An import that nobody touched says what its workout says. */
const updated = (simulation: Simulation): readonly string[] => {
  const { history, setting } = simulation;
  if (history.events.has('imports-off')) return [];
  // Once it is forgotten, nobody knows whether the app or its user gave a title, nor what was replaced under a new id.
  // Nor, where a workout is again what it was before, that this is news: it looks as if the app had moved away from it.
  const wentBack = (said: readonly string[] = []): boolean => new Set(said).size < said.length;
  const isForgotten = ({ key, origin }: Session, { workout }: StoredRecord): boolean =>
    (setting.titles === 'given' ||
      workout.key !== origin?.workout ||
      wentBack(history.said.get(activityOf(history, `workout ${workout.key}`)))) &&
    (history.events.has('state-lost') || history.interrupted.has(key));
  // A sink that once said that a session is deleted has no way to say that it is back.
  const isBackUnseen = ({ key }: Session): boolean => setting.sessions === 'sink' && history.asked.has(key);
  return live(simulation)
    .filter(({ key }) => !history.recorded.has(key) && !history.editedFacts.has(key) && !history.editedDetail.has(key))
    .filter((session) => !isBackUnseen(session))
    .flatMap((session) => {
      const activity = activityOf(history, `session ${session.key}`);
      const records = foreignOf(simulation, activity);
      const [record] = records;
      const isSole =
        records.length === 1 && record && lineage(history, record.workout.key).includes(session.origin?.workout ?? '');
      if (
        !isSole ||
        live(simulation).filter(({ key }) => activityOf(history, `session ${key}`) === activity).length > 1
      )
        return [];
      if (isForgotten(session, record)) return [];
      const { end, distanceMetres } = record.workout;
      return near(end, session.end) && sameDistance(distanceMetres, session.distanceMetres)
        ? []
        : [`L3 ${session.key} does not say what its workout says`];
    });
};

/** S12 no orphan: our records stand for sessions that are there. */
const noOrphans = (simulation: Simulation): readonly string[] => {
  const { health, history, app, setting } = simulation;
  const lost = history.events.has('state-lost') || (setting.witness === 'none' && setting.gone === 'forgotten');
  return health
    .records()
    .filter(({ workout }) => workout.external !== undefined)
    .flatMap(({ workout }) => {
      const key = sessionOf(simulation, workout.external?.id ?? '');
      if (key === undefined)
        return isAnothers(simulation, workout.external?.id ?? '') ? [] : [`S12 ${workout.key} belongs to no session`];
      const session = app.sessions().find((one) => one.key === key);
      if (session?.state === 'deleted') return [`S12 the record of ${key} outlived its session (soft)`];
      return session === undefined && !lost ? [`S12 the record of ${key} outlived its session (hard)`] : [];
    });
};

/** S2, and what becomes of samples. */
const atMostOne = (simulation: Simulation): readonly string[] =>
  [...simulation.history.sessions].flatMap((key) =>
    recordsOf(simulation, key).length > 1 ? [`S2 ${key} has several own records`] : [],
  );

/** What must be true once everything works again and all has come to rest. */
export const judgeEnd = (simulation: Simulation): readonly string[] =>
  [exported, imported, updated, noOrphans, atMostOne].flatMap((judge) => judge(simulation));
