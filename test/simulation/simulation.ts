import { AsyncLocalStorage } from 'node:async_hooks';
import type { Settings } from '../../src/domain/settings';
import type { SyncHost } from '../../src/sync/surface/host';
import type { Sync } from '../../src/sync/surface/sync';
import {
  type HealthEffect,
  type SimulatedHealthStore,
  simulatedHealthStore,
} from '../../src/testing/health-store/simulated-health-store';
import type { Ports, Through } from '../../src/testing/ports-through-process';
import {
  type SessionEffect,
  type SimulatedSessionStore,
  simulatedSessionStore,
} from '../../src/testing/session-store/simulated-session-store';
import { type SimulatedClock, simulatedClock } from '../../src/testing/simulated-clock';
import { type SimulatedStateStore, type StateCopy, simulatedStateStore } from '../../src/testing/simulated-state-store';
import { emptyHistory, type History, historyBeside } from './history';
import { type Household, openHousehold } from './household';
import type { Process } from './process';
import { ACCOUNTS, type Account, BEGINNING, OWN_APP } from './records';
import { eventsUnder, settingsUnder } from './rules';
import type { Setting } from './trace';

/** Notes whose call is having its effect. */
interface Stage {
  readonly call: <Answer>(actor: string, through: Through, effect: () => Promise<Answer>) => Promise<Answer>;
  readonly actor: () => string;
}

const actors = new AsyncLocalStorage<string>();

/** The process whose call it is: an adapter's own calls, of its client library, are made through it. */
export const running = new AsyncLocalStorage<Through>();

/** An adapter awaits much before its effect. */
const followed: Stage = {
  call: (actor, through, effect) => actors.run(actor, () => running.run(through, effect)),
  actor: () => actors.getStore() ?? '',
};

/** A simulated store has its effect before it first awaits: a variable tells whose it is, at a fraction of the cost. */
const atOnce = (): Stage => {
  let current = '';
  return {
    call: (actor, _, effect) => {
      const before = current;
      current = actor;
      try {
        return effect();
      } finally {
        current = before;
      }
    },
    actor: () => current,
  };
};

export type MakeSync = (host: SyncHost) => Sync;

/** A phone: its state, and the process that runs on it. */
export interface Device {
  /** Changes with the phone, where a new one goes on with the state of an old one. */
  name: string;
  /** The names of the phones whose state it goes on with. */
  former: readonly string[];
  readonly state: SimulatedStateStore;
  /** The process that lives at the moment. */
  process: Process | undefined;
  /** What the last backup kept, and what the oracle then knew of the device. */
  backup?: { readonly copy: StateCopy; readonly known: ReadonlySet<string> };
}

/** A seeded bug: the ports as a faulty adapter or runner would use them. */
export type Bug = (ports: Ports, device: string) => Ports;

/** Makes the health store of a world: the simulated one, or an adapter over the fake of its client library. */
export type MakeHealth = typeof simulatedHealthStore;

/** How the calls of the health store are answered: how long each takes, and how many there may be in a quarter of an hour. */
interface Answering {
  seconds: number;
  allowance: number;
  /** When the calls that count were made. */
  made: readonly number[];
}

/** Shared stores, two phones, and the oracle's history of them, as one account sees them. */
export interface Simulation {
  /** Whose sessions they are. */
  readonly account: Account;
  /** Everybody who uses these phones. */
  readonly household: Household;
  readonly setting: Setting;
  readonly makeSync: MakeSync;
  readonly bug: Bug;
  readonly clock: SimulatedClock;
  readonly health: SimulatedHealthStore;
  readonly answering: Answering;
  readonly app: SimulatedSessionStore;
  readonly devices: readonly Device[];
  /** A second process of the first phone: its background task. */
  readonly background: Device;
  readonly history: History;
  readonly faults: string[];
  settings: Settings;
  mappingVersion: number;
  /** How many processes were started. */
  starts: number;
  /** Listens to effects while a sync is under way. */
  onEffect: (effect: HealthEffect | SessionEffect) => void;
  /** What was asked of processes and has not ended yet. */
  readonly pending: Promise<unknown>[];
  /** Which device's call is having its effect. */
  readonly actor: string;
  /** Makes a call in the name of a device. */
  readonly callAs: Stage['call'];
}

const phone = (name: string): Device => ({
  name,
  former: [],
  state: simulatedStateStore(),
  process: undefined,
});

/** A world in which nothing has happened yet. */
export const openSimulation = (
  setting: Setting,
  makeSync: MakeSync,
  bug: Bug = (ports) => ports,
  makeHealth: MakeHealth = simulatedHealthStore,
): Simulation => {
  const clock = simulatedClock(BEGINNING);
  const { profile, pageSize, paging, equalVersions, titles, gone = 'told', devices } = setting;
  let listener: Simulation['onEffect'] = () => undefined;
  const tell: Simulation['onEffect'] = (effect) => listener(effect);
  const stage = makeHealth === simulatedHealthStore ? atOnce() : followed;
  const shared = {
    setting,
    makeSync,
    bug,
    clock,
    health: makeHealth(profile, {
      now: clock.now,
      ownSources: [OWN_APP],
      onEffect: tell,
      ...(pageSize !== undefined && { pageSize }),
      ...(paging && { paging }),
      profile: {
        ...(equalVersions && ({ replaces: equalVersions === 'ignored' ? 'greater' : 'greater-or-equal' } as const)),
        ...(setting.precision && { precision: setting.precision }),
      },
    }),
    answering: { seconds: 0, allowance: Number.POSITIVE_INFINITY, made: [] },
    faults: [],
    pending: [],
    callAs: stage.call,
  };
  const open = (account: Account, history: History): Simulation => {
    const first = phone('device-1');
    return {
      ...shared,
      account,
      get household() {
        return household;
      },
      app: simulatedSessionStore({
        onEffect: tell,
        gone,
        ...(setting.sessions && { kind: setting.sessions }),
        ...(pageSize !== undefined && { pageSize }),
        ...(titles === 'given' && { titleOf: ({ activity }) => `My ${activity}` }),
      }),
      devices: [{ ...first }, ...(devices === 2 ? [phone('device-2')] : [])],
      background: { ...first },
      history,
      settings: settingsUnder(setting.rules),
      mappingVersion: 1,
      starts: 0,
      get onEffect() {
        return listener;
      },
      set onEffect(next) {
        listener = next;
      },
      get actor() {
        return stage.actor();
      },
    };
  };
  const first = open(ACCOUNTS[0], emptyHistory());
  for (const event of eventsUnder(setting.rules)) first.history.events.add(event);
  const household = openHousehold(first, (account) => open(account, historyBeside(first.history)));
  return first;
};
