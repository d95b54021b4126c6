import type { HealthConditions } from '../../../src/testing/health-store/conditions';
import { activityOf } from '../history';
import { metres, nameOf, shapeOf, spotOf, WATCH } from '../records';
import { type Act, foreign, isOwn, isWitness, named, pick, renamed } from './target';

export const write =
  (app: string): Act =>
  (simulation, { index, variant }) => {
    const { health, history } = simulation;
    const spot = spotOf(index, variant);
    const measured = variant % 2 === 0 ? { distanceMetres: metres(variant + 1) } : {};
    const key = health.write({ ...shapeOf(spot, variant + 1), ...measured, source: { app } });
    named(simulation, `workout ${key}`, nameOf(spot));
    history.foreign.add(nameOf(spot));
  };

/** Another app writes a workout that ends before it begins. Once it is put right, it is like any other. */
export const writeNonsense: Act = (simulation, { index, variant }) => {
  const spot = spotOf(index, variant);
  const { activity, start } = shapeOf(spot, variant + 1);
  const { health, history } = simulation;
  const key = health.write({ activity, start, end: start - 60_000, source: { app: WATCH } });
  named(simulation, `workout ${key}`, nameOf(spot));
  history.foreign.add(nameOf(spot));
};

export const change =
  (part: 'facts' | 'detail'): Act =>
  (simulation, { index }) => {
    const target = pick(foreign(simulation), index);
    if (target === undefined) return;
    const { key, start, end, distanceMetres } = target.workout;
    const { tick, said } = simulation.history;
    const changed = part === 'facts' ? { end: start + (57 + (tick % 5)) * 60_000 } : { distanceMetres: metres(tick) };
    const before = [`end ${end}`, `metres ${distanceMetres}`];
    const news = 'end' in changed ? `end ${changed.end}` : `metres ${changed.distanceMetres}`;
    const name = activityOf(simulation.history, `workout ${key}`);
    if (!before.includes(news)) said.set(name, [...(said.get(name) ?? before), news]);
    renamed(simulation, key, simulation.health.edit(key, changed));
  };

export const deliver: Act = (simulation, { index, variant }) => {
  simulation.history.events.add('hidden');
  const target = pick(foreign(simulation), index);
  if (target === undefined) return;
  const count = 20 + 10 * (variant % 4);
  simulation.health.deliver(target.workout.key, {
    series: { 'heart-rate': { count, coverage: 1 }, speed: { count, coverage: 1 } },
    route: 'present',
    routePoints: count,
  });
};

export const removeForeign: Act = (simulation, { index }) => {
  const target = pick(foreign(simulation), index);
  if (target !== undefined) simulation.health.erase(target.workout.key);
};

export const removeOwn: Act = ({ health, history }, { index }) => {
  const target = pick(
    health.records().filter((one) => isOwn(one) && !isWitness(one)),
    index,
  );
  if (target === undefined) return;
  health.erase(target.workout.key);
  history.storeRemoved.set(target.workout.external?.id ?? '', history.tick);
};

export const clearStore: Act = ({ health, history }) => {
  for (const { workout } of health.records().filter((one) => !isWitness(one))) {
    health.erase(workout.key);
    if (workout.external !== undefined) history.storeRemoved.set(workout.external.id, history.tick);
  }
};

export const rewrite =
  (way: 'replace' | 'reinsert'): Act =>
  (simulation, { index }) => {
    const target = pick(foreign(simulation), index);
    if (target === undefined) return;
    renamed(simulation, target.workout.key, simulation.health[way](target.workout.key));
  };

/** Something is hidden while the feed runs on: only a full read finds it later. */
export const hide =
  (conditions: Partial<HealthConditions>): Act =>
  ({ health, history }) => {
    health.set(conditions);
    history.events.add('hidden');
  };
