import { externalIdOf, importedSessionKey, isExternalId } from '../../domain/external-id';
import { fingerprint } from '../../domain/hash';
import type { Instant } from '../../domain/interval';
import type { Scope } from '../../domain/scope';

/** What each thing that could tell who somebody is, is called in a bundle. */
export interface Names {
  /** Sessions and workouts. */
  readonly key: (key: string) => string;
  readonly app: (identifier: string) => string;
  /** External ids, ids of other apps, file ids. */
  readonly id: (id: string) => string;
  readonly revision: (revision: string) => string;
  readonly device: (device: string) => string;
  readonly title: (title: string) => string;
  /** The print of a title, as it stands in the print of facts. */
  readonly titlePrint: (print: string) => string;
  readonly time: (at: Instant) => Instant;
}

/** Everything that was named, by the kind of its name. */
export type Heard = Readonly<Record<Exclude<keyof Names, 'time'>, Set<string>>>;

/** Names that only listen: a first pass over what is to be redacted, so that the names can keep its order. */
export const listening = (): { readonly heard: Heard; readonly names: Names } => {
  const heard: Heard = {
    key: new Set(),
    app: new Set(),
    id: new Set(),
    revision: new Set(),
    device: new Set(),
    title: new Set(),
    titlePrint: new Set(),
  };
  const listen =
    (kind: keyof Heard) =>
    (value: string): string => {
      heard[kind].add(value);
      return value;
    };
  const names: Names = {
    key: listen('key'),
    app: listen('app'),
    id: listen('id'),
    revision: listen('revision'),
    device: listen('device'),
    title: listen('title'),
    titlePrint: listen('titlePrint'),
    time: (at) => at,
  };
  return { heard, names };
};

/** Numbers values in their order, so that whatever is decided by comparing them is decided the same. */
const numbered = (prefix: string, values: Iterable<string>): ((value: string) => string) => {
  const places = new Map([...new Set(values)].sort().map((value, at) => [value, at + 1]));
  return (value) => (value === '' ? '' : prefix + String(places.get(value) ?? 0).padStart(6, '0'));
};

/** What a planner puts before the key of a session that is not there. */
const SHADOW = 'shadow ';

/** Names of keys that keep their order, that of the keys of imported sessions and shadows included. */
const keyNames = ({ platform }: Scope, keys: ReadonlySet<string>): ((key: string) => string) => {
  const prefix = importedSessionKey({ platform }, '');
  const workoutOf = (key: string): readonly [string, string] => {
    // The key of an imported session is made of its workout's; one that was taken got tildes behind it.
    const workout = key.slice(prefix.length).replace(/~+$/, '');
    return [workout, key.slice(prefix.length + workout.length)];
  };
  const plain = [...keys].map((key) => (key.startsWith(prefix) ? workoutOf(key)[0] : key));
  const regions = { a: [] as string[], m: [] as string[], z: [] as string[] };
  const regionOf = (key: string): keyof typeof regions => (key < prefix ? 'a' : key < SHADOW ? 'm' : 'z');
  for (const key of plain) if (key !== '') regions[regionOf(key)].push(key);
  const names = { a: numbered('a', regions.a), m: numbered('m', regions.m), z: numbered('z', regions.z) };
  const nameOf = (key: string): string => names[regionOf(key)](key);
  return (key) => {
    if (!key.startsWith(prefix)) return nameOf(key);
    const [workout, tildes] = workoutOf(key);
    return prefix + nameOf(workout) + tildes;
  };
};

/** The account of every bundle, and that of records whose account nobody here knows. */
export const REDACTED_ACCOUNT = 'account';
const OTHER_ACCOUNT = 'other account';

/** External ids of ours stay external ids of ours, and keep finding their sessions. */
const idNames = (scope: Scope, { id, key }: Heard, nameOfKey: (key: string) => string): ((id: string) => string) => {
  const ours = new Map(
    [...key].map((known) => [
      externalIdOf(scope, known),
      externalIdOf({ account: REDACTED_ACCOUNT }, nameOfKey(known)),
    ]),
  );
  const others = numbered('id', id);
  return (value) => {
    const own = ours.get(value);
    if (own !== undefined) return own;
    return isExternalId(value) ? externalIdOf({ account: OTHER_ACCOUNT }, others(value)) : others(value);
  };
};

const printOfTitle = (title: string): string => fingerprint(title).slice(0, 16);

/** Names for everything that was heard, the same for the same thing. */
export const namesFor = (scope: Scope, heard: Heard, shiftSeconds: number): Names => {
  const key = keyNames(scope, heard.key);
  const title = numbered('title', heard.title);
  const lost = numbered('lost title', heard.titlePrint);
  const prints = new Map([...heard.title].map((text) => [printOfTitle(text), printOfTitle(title(text))]));
  return {
    key,
    app: numbered('app', heard.app),
    id: idNames(scope, heard, key),
    revision: numbered('r', heard.revision),
    device: numbered('device', heard.device),
    title,
    titlePrint: (print) => (print === '' ? '' : (prints.get(print) ?? printOfTitle(lost(print)))),
    time: (at) => at + shiftSeconds * 1000,
  };
};
