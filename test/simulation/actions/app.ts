import { importedSessionKey } from '../../../src/domain/external-id';
import { storeError } from '../../../src/ports/store-error';
import type { StoredRecord } from '../../../src/testing/health-store/record-shelf';
import { activityOf } from '../history';
import { externalId, metres, nameOf, shapeOf, spotOf } from '../records';
import { type Act, deviceAt, inState, named, pick } from './target';

export const record =
  (state: 'open' | 'completed'): Act =>
  (simulation, { index, variant }) => {
    const { app, history } = simulation;
    const spot = spotOf(index, variant);
    const key = `s${history.tick}`;
    const detail = { series: { 'heart-rate': { count: 6, coverage: 1 } }, route: 'none', routePoints: 0 } as const;
    const { start, end, activity } = shapeOf(spot, variant);
    const [from, to] = [start + 350, end + 720];
    app.record({
      key,
      activity,
      start: from,
      end: to,
      distanceMetres: metres(variant),
      state,
      owner: simulation.devices[0]?.name ?? '',
      detail,
    });
    history.sessions.add(key);
    history.recorded.add(key);
    history.moved.set(key, history.tick);
    named(simulation, `session ${key}`, nameOf(spot));
  };

export const edit =
  (part: 'facts' | 'detail'): Act =>
  (simulation, { index, variant }) => {
    const { app, history } = simulation;
    const target = pick(inState(simulation, 'completed'), index);
    if (target === undefined) return;
    const { tick } = history;
    // Half a minute apart from whatever a workout says: going back to what the store once gave is no edit that could be seen.
    const end = target.start + (58.5 + (tick % 4)) * 60_000;
    const title = `Edit ${tick}`;
    const changed = part === 'detail' ? { distanceMetres: metres(tick) } : variant % 2 === 0 ? { title } : { end };
    app.edit(target.key, changed);
    // Saving without having changed anything is no edit, though it gives the session another revision.
    if ('end' in changed && changed.end === target.end) return;
    if ('distanceMetres' in changed && changed.distanceMetres === target.distanceMetres) return;
    (part === 'facts' ? history.editedFacts : history.editedDetail).set(target.key, tick);
    // A distance that is again what a workout says cannot be told from one that was never edited.
    const activity = activityOf(history, `session ${target.key}`);
    const isSaid = ({ workout }: StoredRecord): boolean =>
      workout.distanceMetres === metres(tick) && activityOf(history, `workout ${workout.key}`) === activity;
    if (part === 'detail' && simulation.health.records().some(isSaid)) history.yielded.add(target.key);
  };

/** The app gives a session to one of the phones. */
export const handOver: Act = (simulation, { index, variant }) => {
  const { app, history } = simulation;
  const target = pick(inState(simulation, 'completed'), index);
  const device = deviceAt(simulation, variant);
  if (target === undefined || device === undefined || target.owner === device.name) return;
  app.edit(target.key, { owner: device.name });
  history.handedOver.set(target.key, history.tick);
};

export const complete: Act = (simulation, { index }) => {
  const { app, history } = simulation;
  const target = pick(inState(simulation, 'open'), index);
  if (target === undefined) return;
  app.edit(target.key, { state: 'completed' });
  history.moved.set(target.key, history.tick);
};

export const remove =
  (way: 'soft' | 'hard'): Act =>
  (simulation, { index }) => {
    const { app, history } = simulation;
    const target = pick(inState(simulation, 'completed', 'open'), index);
    if (target === undefined) return;
    if (way === 'soft') app.bin(target.key);
    else app.erase(target.key);
    history.moved.set(target.key, history.tick);
    history.deleted.set(target.key, { way, tick: history.tick });
  };

/** The user deletes everything in the app. */
export const eraseAll: Act = (simulation) => {
  for (const _ of inState(simulation, 'completed')) remove('hard')(simulation, { index: 0, variant: 0 });
};

export const unbin: Act = (simulation, { index }) => {
  const { app, history } = simulation;
  const target = pick(inState(simulation, 'deleted'), index);
  if (target === undefined) return;
  app.unbin(target.key);
  history.moved.set(target.key, history.tick);
  history.deleted.delete(target.key);
  history.asked.add(target.key);
  history.storeRemoved.delete(externalId(simulation, target.key));
};

/** The app refuses what comes in from a workout. */
export const refuseImport: Act = ({ app, setting, health }, { index }) => {
  const records = health.records();
  const { workout } = records[index % Math.max(1, records.length)] ?? {};
  if (workout === undefined) return;
  app.refuse(importedSessionKey({ platform: setting.profile }, workout.key), storeError('invalid', 'refused'));
};

/** The app takes everything again. */
export const acceptImports: Act = ({ app, setting, history }) => {
  for (const record of history.activityOf.keys()) {
    const [, key = ''] = record.split(' ');
    app.refuse(importedSessionKey({ platform: setting.profile }, key));
  }
};
