import type { Link } from '../../domain/link';
import type { Session } from '../../domain/session';
import { ALIASES, type Alias, LINKS } from '../state/collections';
import type { State } from '../state/state';
import { drop, put, type RowChange } from '../state/table';
import { isKnown } from './is-known';
import type { Keys } from './keys';

/**
 * What a list says of names: the rows to write, the links among them, and the keys of which only the next list can tell whose
 * they are.
 */
export interface Settled {
  readonly rows: readonly RowChange[];
  readonly links: readonly Link[];
  readonly unclear: ReadonlySet<string>;
}

/** A name that nobody else has: of no session that is listed, remembered, or known by another key. */
const nameFor = (state: State, keys: Keys, listed: ReadonlyMap<string, string>, key: string): string => {
  for (let n = 1; ; n++) {
    const name = `${key}~${n}`;
    const isTaken = listed.has(name) || keys.outside(name) !== name || keys.inside(name) !== name;
    if (!isTaken && !isKnown(state, name)) return name;
  }
};

/**
 * The link of a session that was taken for deleted, since a list showed its new key before anybody had said whose that is. At another
 * revision it would be live again by itself; without one it is so at any.
 */
const reopened = (link: Link | undefined, revision: string | undefined): readonly Link[] =>
  link?.state === 'session-deleted' && link.base.revision === revision
    ? [{ ...link, base: { ...link.base, revision: '' } }]
    : [];

/** Whether the app said of a session under the key that it has now that it will get this one. */
const isToCome = (aliases: ReadonlyMap<string, Alias>, key: string, present: string): boolean => {
  const seen = new Set<string>();
  for (let at = aliases.get(key)?.from; at !== undefined && !seen.has(at); at = aliases.get(at)?.from) {
    if (at === present) return key !== present;
    seen.add(at);
  }
  return false;
};

/**
 * Settles which key is whose, by what the app lists.
 *
 * **Laws** until a session is listed under a new key, all of its keys lead to it: the app may change its rows later than it says so, or
 * in the middle of a list. From then on the others are free, and whoever is listed under one of them in a later list is another
 * session, with a name of its own.
 */
export const settleNames = (state: State, keys: Keys, sessions: readonly Session[]): Settled => {
  const aliases = state.all(ALIASES);
  if (aliases.size === 0) return { rows: [], links: [], unclear: new Set() };
  const listed = new Map(sessions.map(({ key, revision }) => [key, revision]));
  const rows: RowChange[] = [];
  const arrived = new Map<string, string>();
  const news = [...aliases].filter(([key, { said }]) => said !== undefined && listed.has(key));
  for (const [key, { key: name, from }] of news.sort(([, a], [, b]) => (a.said ?? 0) - (b.said ?? 0))) {
    const present = arrived.get(name);
    if (present === undefined || present === from) arrived.set(name, key);
  }
  const unclear = new Set<string>();
  for (const [key, { key: name }] of aliases) {
    const present = arrived.get(name);
    if (present === undefined || isToCome(aliases, key, present)) continue;
    const isPresent = present === key && key !== name;
    rows.push(isPresent ? put(ALIASES, key, { key: name }) : drop(ALIASES, key));
    if (present !== key) unclear.add(key);
  }
  for (const key of listed.keys()) {
    const present = keys.outside(key);
    if (aliases.has(key) || present === key || !listed.has(present)) continue;
    if (arrived.has(key)) unclear.add(key);
    else rows.push(put(ALIASES, key, { key: nameFor(state, keys, listed, key) }));
  }
  const links = [...arrived].flatMap(([name, key]) => reopened(state.get(LINKS, name), listed.get(key)));
  return { rows: [...rows, ...links.map((link) => put(LINKS, link.session, link))], links, unclear };
};
