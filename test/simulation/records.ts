import type { Activity } from '../../src/domain/activity';
import { externalIdOf } from '../../src/domain/external-id';
import type { History } from './history';

/** Whoever uses the app from the beginning, and somebody else who signs in on the same phones. */
export const ACCOUNTS = ['ada', 'bob'] as const;

export type Account = (typeof ACCOUNTS)[number];

export const OWN_APP = 'com.example.app';
export const WATCH = 'com.watch';
export const PHONE = 'com.phone';

const MIDNIGHT = Date.UTC(2026, 4, 4);

/** The instant at a minute of the first day. */
const at = (minute: number): number => MIDNIGHT + minute * 60_000;

/** When the world begins: half an hour after the last slot. */
export const BEGINNING = at(2400);

/** The hashes of the few keys that there are. */
const externalIds = new Map<string, string>();

/** The external id that the session of an account has in the store: it is made from the first key. */
export const externalId = (
  { account, history }: { readonly account: Account; readonly history: Pick<History, 'firstKey'> },
  key: string,
): string => {
  const session = history.firstKey.get(key) ?? key;
  const name = `${account} ${session}`;
  const known = externalIds.get(name);
  if (known !== undefined) return known;
  const made = externalIdOf({ account }, session);
  externalIds.set(name, made);
  return made;
};

/** A real activity. Its recordings are off by some minutes; no two activities are ever the same. */
export interface Spot {
  readonly slot: number;
  readonly variant: 'run' | 'strength';
}

/** The last slot has just ended, the others are long over. */
const SLOTS = [600, 900, 1200, 2310] as const;

export const spotOf = (index: number, variant: number): Spot => ({
  slot: index % SLOTS.length,
  variant: variant % 4 === 3 ? 'strength' : 'run',
});

export const nameOf = ({ slot, variant }: Spot): string => `${variant} ${slot}`;

export interface Shape {
  readonly activity: Activity;
  readonly start: number;
  readonly end: number;
}

/** An activity as one recording has it: its ends are off by up to two minutes. */
export const shapeOf = ({ slot, variant }: Spot, noise: number): Shape => {
  const from = (SLOTS[slot] ?? 600) + (noise % 3);
  return {
    activity: variant === 'strength' ? 'strength-training' : 'running',
    start: at(from),
    end: at(from + 60),
  };
};

/** The distance of a run as its n-th teller measures it: always within a few percent. */
export const metres = (teller: number): number => 10_000 + 100 * (teller % 8);

/** The run that is on both sides from the beginning, and stays as it is. */
export const WITNESS = 'witness';

export const witnessShape: Shape = { activity: 'running', start: at(-600), end: at(-540) };
