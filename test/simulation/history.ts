/** What happened at least once: some promises hold only where it never did. */
export type Event =
  | 'imports-off'
  | 'exports-off'
  | 'on-gone'
  | 'state-lost'
  | 'rekeyed'
  | 'hidden'
  | 'confirmed'
  | 'accident';

/**
 * What the oracle remembers by itself: what users and other apps truly did. It shares nothing with sync.
 *
 * **Shape** sessions by key, own records by external id, activities by name. Numbers are ticks: they rise with every
 * action, so that what happened in the middle of a sync can be told from what happened before it.
 */
export interface History {
  tick: number;
  /** Which activity a record is of: `session s1`, `workout uuid-3`. */
  readonly activityOf: Map<string, string>;
  /** The key that a replaced workout had before. */
  readonly former: Map<string, string>;
  /** The key that a session had first, by the one that the app gave it since. */
  readonly firstKey: Map<string, string>;
  /** Every session by its present key, also those that are gone. */
  readonly sessions: Set<string>;
  readonly recorded: Set<string>;
  readonly editedFacts: Map<string, number>;
  readonly editedDetail: Map<string, number>;
  /** When a session came to be, or changed its state. */
  readonly moved: Map<string, number>;
  readonly deleted: Map<string, { readonly way: 'soft' | 'hard'; readonly tick: number }>;
  readonly storeRemoved: Map<string, number>;
  /** Sessions that the user explicitly asked for. */
  readonly asked: Set<string>;
  /** Sessions that the store may overwrite: their user took its side in a conflict, or wrote what it says. */
  readonly yielded: Set<string>;
  /** Per device: the sessions that it took over. */
  readonly claimed: Map<string, Set<string>>;
  /** Per device: the owner of such a session, as it saw it since. Once it has seen another, its claim is over. */
  readonly overruled: Map<string, Map<string, string>>;
  /** When the app gave a session to another device. */
  readonly handedOver: Map<string, number>;
  /** Per device: the sessions that it made, or wrote, and then ended a run in peace. */
  readonly known: Map<string, Set<string>>;
  readonly tried: Map<string, Set<string>>;
  /** Sessions that a run made which then went wrong: it may not have written down what it sent. */
  readonly interrupted: Set<string>;
  /** The highest version written of each external id, by anybody and, as `device-1 id`, by each phone; as far as somebody remembers it. */
  readonly versions: Map<string, number>;
  /** The series that a session was given with its samples. */
  readonly samples: Map<string, readonly string[]>;
  /** Activities whose import sync took away because the workout was gone: they do not come back by themselves. */
  readonly withdrawn: Set<string>;
  /** Activities of which the user prefers one recording, which is taken as it is. */
  readonly preferred: Set<string>;
  /** Activities for which another app ever wrote something. */
  readonly foreign: Set<string>;
  /** What other apps have said of an activity, before the first change of it and with each, in that order. */
  readonly said: Map<string, readonly string[]>;
  readonly events: Set<Event>;
  /** Per device and direction, and per device that is disconnected: since when nothing is made by it. */
  readonly off: Map<string, number>;
  /** When a phone was last told to connect, or forgot whether it was. */
  readonly connected: Map<string, number>;
  /** When a phone was last told to take away what sync had brought. */
  takenAway: number;
}

export const emptyHistory = (): History => ({
  tick: 0,
  activityOf: new Map(),
  former: new Map(),
  firstKey: new Map(),
  sessions: new Set(),
  recorded: new Set(),
  editedFacts: new Map(),
  editedDetail: new Map(),
  moved: new Map(),
  deleted: new Map(),
  storeRemoved: new Map(),
  asked: new Set(),
  yielded: new Set(),
  claimed: new Map(),
  overruled: new Map(),
  handedOver: new Map(),
  known: new Map(),
  tried: new Map(),
  interrupted: new Set(),
  versions: new Map(),
  said: new Map(),
  samples: new Map(),
  withdrawn: new Set(),
  preferred: new Set(),
  foreign: new Set(),
  events: new Set(),
  off: new Map(),
  connected: new Map(),
  takenAway: Number.NEGATIVE_INFINITY,
});

/** What somebody else does in an app of their own, on the same phones: what befalls the health store befalls them all. */
export const historyBeside = (first: History): History => {
  const { activityOf, former, foreign, said, storeRemoved, versions, events } = first;
  const shared = { activityOf, former, foreign, said, storeRemoved, versions, events };
  return Object.defineProperty({ ...emptyHistory(), ...shared }, 'tick', {
    get: () => first.tick,
    set: (tick: number) => {
      first.tick = tick;
    },
  });
};

/** The set under a key, made where there is none yet. */
export const setIn = (map: Map<string, Set<string>>, key: string): Set<string> => {
  const known = map.get(key) ?? new Set<string>();
  map.set(key, known);
  return known;
};

/** What the oracle knows of a session goes over to its new key. */
export const rekeyed = (history: History, from: string, to: string): void => {
  const { activityOf: names, firstKey, sessions, recorded, asked, yielded, interrupted } = history;
  const { editedFacts, editedDetail, moved, deleted, handedOver, claimed, known, tried, overruled } = history;
  firstKey.set(to, firstKey.get(from) ?? from);
  names.set(`session ${to}`, activityOf(history, `session ${from}`));
  const perDevice = [...claimed.values(), ...known.values(), ...tried.values()];
  for (const keys of [sessions, recorded, asked, yielded, interrupted, ...perDevice])
    if (keys.delete(from)) keys.add(to);
  const move = <Value>(values: Map<string, Value>): void => {
    const value = values.get(from);
    if (value === undefined) return;
    values.delete(from);
    values.set(to, value);
  };
  for (const values of [editedFacts, editedDetail, deleted, handedOver, history.samples, ...overruled.values()])
    move<unknown>(values as Map<string, unknown>);
  moved.delete(from);
  moved.set(to, history.tick);
};

export const activityOf = (history: History, record: string): string => history.activityOf.get(record) ?? '?';

/** The keys that a workout has had, the newest first. */
export const lineage = ({ former }: History, key: string): readonly string[] => {
  const keys: string[] = [];
  for (let at: string | undefined = key; at !== undefined; at = former.get(at)) keys.push(at);
  return keys;
};
