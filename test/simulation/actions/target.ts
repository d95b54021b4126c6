import type { Session } from '../../../src/domain/session';
import type { StoredRecord } from '../../../src/testing/health-store/record-shelf';
import { activityOf } from '../history';
import { OWN_APP, WITNESS, witnessShape } from '../records';
import type { Device, Simulation } from '../simulation';

/** What an action is about: the n-th of what is there, in one of four ways. */
export interface Target {
  readonly index: number;
  readonly variant: number;
  /** The process that is spoken to, where it is not the first of a phone. */
  readonly by?: 'background';
}

export type Act = (simulation: Simulation, target: Target) => void;

export const pick = <Item>(items: readonly Item[], index: number): Item | undefined =>
  items[index % Math.max(1, items.length)];

export const inState = ({ app }: Simulation, ...states: readonly Session['state'][]): readonly Session[] =>
  app.sessions().filter(({ key, state }) => states.includes(state) && key !== WITNESS);

export const isOwn = ({ workout }: StoredRecord): boolean => workout.source?.app === OWN_APP;

export const isWitness = ({ workout }: StoredRecord): boolean => workout.start === witnessShape.start;

export const foreign = ({ health }: Simulation): readonly StoredRecord[] =>
  health.records().filter((one) => !isOwn(one) && !isWitness(one));

export const named = ({ history }: Simulation, record: string, activity: string): void => {
  history.activityOf.set(record, activity);
};

export const renamed = ({ history }: Simulation, from: string, to: string): void => {
  if (from === to) return;
  history.former.set(to, from);
  history.activityOf.set(`workout ${to}`, activityOf(history, `workout ${from}`));
};

export const deviceAt = ({ devices }: Simulation, index: number): Device | undefined => devices[index % devices.length];

/** The process that a user speaks to on the n-th phone. */
export const spokenTo = ({ devices, background }: Simulation, index: number, by: Target['by']): Device | undefined => {
  const at = index % devices.length;
  return by === 'background' && at === 0 ? background : devices[at];
};

/** Every process of a phone, or of all. */
export const processesOf = ({ devices, background }: Simulation, name?: string): readonly Device[] =>
  [...devices, background].filter((device) => name === undefined || device.name === name);

export const stop = (simulation: Simulation, name?: string): void => {
  for (const device of processesOf(simulation, name)) device.process = undefined;
};
