import { importedSessionKey } from '../../src/domain/external-id';
import type { Session } from '../../src/domain/session';
import { type SettingsOverrides, settingsFrom } from '../../src/policy/settings-from';
import { storeError } from '../../src/ports/store-error';
import type { HealthConditions } from '../../src/testing/health-store/conditions';
import type { StoredRecord } from '../../src/testing/health-store/record-shelf';
import { activityOf } from './history';
import { externalId, metres, nameOf, OWN_APP, PHONE, shapeOf, spotOf, WATCH, WITNESS, witnessShape } from './records';
import type { Simulation } from './simulation';

/** What an action is about: the n-th of what is there, in one of four ways. */
export interface Target {
  readonly index: number;
  readonly variant: number;
}

type Act = (simulation: Simulation, target: Target) => void;

const pick = <Item>(items: readonly Item[], index: number): Item | undefined =>
  items[index % Math.max(1, items.length)];

const inState = ({ app }: Simulation, ...states: readonly Session['state'][]): readonly Session[] =>
  app.sessions().filter(({ key, state }) => states.includes(state) && key !== WITNESS);

const isOwn = ({ workout }: StoredRecord): boolean => workout.source?.app === OWN_APP;

const isWitness = ({ workout }: StoredRecord): boolean => workout.start === witnessShape.start;

const foreign = ({ health }: Simulation): readonly StoredRecord[] =>
  health.records().filter((one) => !isOwn(one) && !isWitness(one));

const named = ({ history }: Simulation, record: string, activity: string): void => {
  history.activityOf.set(record, activity);
};

const record =
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
      owner: 'device-1',
      detail,
    });
    history.sessions.add(key);
    history.recorded.add(key);
    history.moved.set(key, history.tick);
    named(simulation, `session ${key}`, nameOf(spot));
  };

const write =
  (app: string): Act =>
  (simulation, { index, variant }) => {
    const { health, history } = simulation;
    const spot = spotOf(index, variant);
    const measured = variant % 2 === 0 ? { distanceMetres: metres(variant + 1) } : {};
    const key = health.write({ ...shapeOf(spot, variant + 1), ...measured, source: { app } });
    named(simulation, `workout ${key}`, nameOf(spot));
    history.foreign.add(nameOf(spot));
  };

const SLOTS = [0, 1, 2, 3];

/** Something in every slot: a run of the watch, and strength training in the app. */
const busyWeek: Act = (simulation) => {
  // Three recordings of everything find nothing that two do not, and cost most of the time.
  if (foreign(simulation).length >= 2 * SLOTS.length) return;
  for (const index of SLOTS) {
    simulation.history.tick += 1;
    write(WATCH)(simulation, { index, variant: 0 });
    record('completed')(simulation, { index, variant: 3 });
  }
};

const edit =
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
  };

const complete: Act = (simulation, { index }) => {
  const { app, history } = simulation;
  const target = pick(inState(simulation, 'open'), index);
  if (target === undefined) return;
  app.edit(target.key, { state: 'completed' });
  history.moved.set(target.key, history.tick);
};

const remove =
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
const eraseAll: Act = (simulation) => {
  for (const _ of inState(simulation, 'completed')) remove('hard')(simulation, { index: 0, variant: 0 });
};

const unbin: Act = (simulation, { index }) => {
  const { app, history } = simulation;
  const target = pick(inState(simulation, 'deleted'), index);
  if (target === undefined) return;
  app.unbin(target.key);
  history.moved.set(target.key, history.tick);
  history.deleted.delete(target.key);
  history.asked.add(target.key);
  history.storeRemoved.delete(externalId(target.key));
};

const renamed = ({ history }: Simulation, from: string, to: string): void => {
  if (from === to) return;
  history.former.set(to, from);
  history.activityOf.set(`workout ${to}`, activityOf(history, `workout ${from}`));
};

const change =
  (part: 'facts' | 'detail'): Act =>
  (simulation, { index }) => {
    const target = pick(foreign(simulation), index);
    if (target === undefined) return;
    const { key, start } = target.workout;
    const { tick } = simulation.history;
    const changed = part === 'facts' ? { end: start + (57 + (tick % 5)) * 60_000 } : { distanceMetres: metres(tick) };
    renamed(simulation, key, simulation.health.edit(key, changed));
  };

const deliver: Act = (simulation, { index, variant }) => {
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

/** The app refuses what comes in from a workout. */
const refuseImport: Act = ({ app, setting, health }, { index }) => {
  const records = health.records();
  const { workout } = records[index % Math.max(1, records.length)] ?? {};
  if (workout === undefined) return;
  app.refuse(importedSessionKey({ platform: setting.profile }, workout.key), storeError('invalid', 'refused'));
};

/** The app takes everything again. */
const acceptImports: Act = ({ app, setting, history }) => {
  for (const record of history.activityOf.keys()) {
    const [, key = ''] = record.split(' ');
    app.refuse(importedSessionKey({ platform: setting.profile }, key));
  }
};

const removeForeign: Act = (simulation, { index }) => {
  const target = pick(foreign(simulation), index);
  if (target !== undefined) simulation.health.erase(target.workout.key);
};

const removeOwn: Act = ({ health, history }, { index }) => {
  const target = pick(
    health.records().filter((one) => isOwn(one) && !isWitness(one)),
    index,
  );
  if (target === undefined) return;
  health.erase(target.workout.key);
  history.storeRemoved.set(target.workout.external?.id ?? '', history.tick);
};

const clearStore: Act = ({ health, history }) => {
  for (const { workout } of health.records().filter((one) => !isWitness(one))) {
    health.erase(workout.key);
    if (workout.external !== undefined) history.storeRemoved.set(workout.external.id, history.tick);
  }
};

const rewrite =
  (way: 'replace' | 'reinsert'): Act =>
  (simulation, { index }) => {
    const target = pick(foreign(simulation), index);
    if (target === undefined) return;
    renamed(simulation, target.workout.key, simulation.health[way](target.workout.key));
  };

const choose =
  (overrides: SettingsOverrides, event?: 'imports-off' | 'exports-off' | 'on-gone'): Act =>
  (simulation) => {
    simulation.settings = settingsFrom(overrides, simulation.settings);
    if (event) simulation.history.events.add(event);
    for (const { process } of processesOf(simulation)) {
      if (process === undefined) continue;
      // Where the state cannot be read it rejects, and the host asks again.
      const asked = process.sync.configure(simulation.settings).catch(() => undefined);
      simulation.pending.push(Promise.race([asked, process.simulated.died]));
    }
  };

/** Something is hidden while the feed runs on: only a full read finds it later. */
const hide =
  (conditions: Partial<HealthConditions>): Act =>
  ({ health, history }) => {
    health.set(conditions);
    history.events.add('hidden');
  };

/** Every process of a phone, or of all. */
const processesOf = ({ devices, background }: Simulation, name?: string) =>
  [...devices, background].filter((device) => name === undefined || device.name === name);

const stop = (simulation: Simulation, name?: string): void => {
  for (const device of processesOf(simulation, name)) device.process = undefined;
};

const deviceAt = ({ devices }: Simulation, index: number) => devices[index % devices.length];

/** Forgets what the oracle thought that a device knew. */
const loseState: Act = (simulation, { index }) => {
  const device = deviceAt(simulation, index);
  if (device === undefined) return;
  device.state.erase();
  stop(simulation, device.name);
  forget(simulation, device.name);
};

const forget = ({ history }: Simulation, device: string, known: ReadonlySet<string> = new Set()): void => {
  history.known.set(device, new Set(known));
  history.tried.delete(device);
  history.versions.clear();
  history.events.add('state-lost');
};

const backUp: Act = (simulation, { index }) => {
  const device = deviceAt(simulation, index);
  if (device === undefined) return;
  device.backup = {
    copy: device.state.copy(),
    known: new Set(simulation.history.known.get(device.name)),
  };
};

const restore: Act = (simulation, { index }) => {
  const device = deviceAt(simulation, index);
  if (device?.backup === undefined) return;
  device.state.restore(device.backup.copy);
  stop(simulation, device.name);
  forget(simulation, device.name, device.backup.known);
};

const damage: Act = (simulation, { index, variant }) => {
  const device = deviceAt(simulation, index);
  if (device === undefined) return;
  const prefix = ['link/', 'workout/', 'coverage/', 'export/'][variant % 4] ?? '';
  device.state.damage((key) => key.startsWith(prefix));
  stop(simulation, device.name);
  forget(simulation, device.name);
};

/** A record on each side that stays as it is. */
export const placeWitnesses: Act = (simulation) => {
  const { app, health, history } = simulation;
  app.record({ key: WITNESS, ...witnessShape, state: 'completed', owner: 'device-1' });
  const key = health.write({ ...witnessShape, source: { app: WATCH } });
  history.sessions.add(WITNESS);
  history.recorded.add(WITNESS);
  named(simulation, `session ${WITNESS}`, WITNESS);
  named(simulation, `workout ${key}`, WITNESS);
  history.foreign.add(WITNESS);
};

/** All that may happen between two syncs, or in the middle of one. */
const ACTIONS = {
  nothing: () => undefined,
  pause: () => undefined,
  busyWeek,
  record: record('completed'),
  startSession: record('open'),
  complete,
  watchWrites: write(WATCH),
  phoneWrites: write(PHONE),
  editFacts: edit('facts'),
  editDetail: edit('detail'),
  binSession: remove('soft'),
  eraseSession: remove('hard'),
  eraseAll,
  unbin,
  changeFacts: change('facts'),
  changeDetail: change('detail'),
  deliver,
  removeForeign,
  removeOwn,
  clearStore,
  replace: rewrite('replace'),
  reinsert: rewrite('reinsert'),
  importsOff: choose({ import: { enabled: false } }, 'imports-off'),
  importsOn: choose({ import: { enabled: true } }),
  exportsOff: choose({ export: { enabled: false } }, 'exports-off'),
  exportsOn: choose({ export: { enabled: true } }),
  runningOff: choose({ import: { categories: { running: false } } }),
  runningOn: choose({ import: { categories: { running: true } } }),
  removeGone: choose({ onWorkoutGone: 'remove-session' }, 'on-gone'),
  detachGone: choose({ onWorkoutGone: 'detach' }),
  refuseImport,
  acceptImports,
  goOffline: ({ app }) => app.set({ online: false }),
  signOut: ({ app }) => app.set({ signedIn: false }),
  losePage: ({ app }) => app.set({ missingPage: true }),
  showSessions: ({ app }) => app.set({ online: true, signedIn: true, missingPage: false }),
  lock: ({ health }) => health.set({ locked: true }),
  denyRead: hide({ read: 'denied' }),
  denyWrite: ({ health }) => health.set({ write: 'denied' }),
  goToBackground: hide({ inBackground: true, background: 'denied' }),
  limitRate: ({ health }, { variant }) => health.set({ retryAfterSeconds: variant % 2 === 0 ? 1 : 600 }),
  limitHistory: hide({ readableSince: shapeOf({ slot: 1, variant: 'run' }, 0).start }),
  failParts: ({ health }) => health.set({ failing: ['series'] }),
  showStore: ({ health }) =>
    health.set({
      locked: false,
      read: 'granted',
      write: 'granted',
      inBackground: false,
      retryAfterSeconds: undefined,
      readableSince: undefined,
      failing: [],
    }),
  expire: ({ health }) => health.expireCursors(),
  purge: ({ health, history, setting }) => {
    if (setting.profile === 'health-connect') return;
    health.purgeDeletions();
    history.events.add('hidden');
  },
  aMonthPasses: ({ clock }) => clock.move(31 * 86_400_000),
  clockBack: ({ clock, history }) => {
    clock.move(-3_600_000);
    // What ends in the future waits until then.
    history.events.add('hidden');
  },
  restart: (simulation) => stop(simulation),
  newMapping: (simulation) => {
    simulation.mappingVersion += 1;
    stop(simulation);
  },
  loseState,
  backUp,
  restore,
  damage,
} as const satisfies Readonly<Record<string, Act>>;

export type ActionName = keyof typeof ACTIONS;

export const ACTION_NAMES = Object.keys(ACTIONS) as readonly ActionName[];

const UNCOUNTED: ReadonlySet<ActionName> = new Set(['pause', 'expire']);

/** Something happens. */
export const act = (simulation: Simulation, name: ActionName, target: Target): void => {
  // What is compared with another world takes place at the same ticks.
  if (!UNCOUNTED.has(name)) simulation.history.tick += 1;
  const doIt: Act = ACTIONS[name];
  doIt(simulation, target);
};
