import type { Truth } from '../generators/apple-export/truth';
import type { StoredSession } from './database';

/** How far a database is from the truth. */
export interface Distance {
  /** Things that were done and are in no session. */
  readonly lost: readonly string[];
  /** Things that were done once and are in several sessions, with the keys of these: a copy was taken for something else. */
  readonly twice: readonly { readonly name: string; readonly sessions: readonly string[] }[];
  /** Things whose session is a copy, though the original is there. */
  readonly copiesImported: readonly string[];
  /** Sessions of nothing that was ever done. */
  readonly invented: number;
}

const nameOf = (one: { readonly start: number; readonly end: number }, app: string): string =>
  `${app.replace(/\u00a0/g, ' ')} ${one.start} ${one.end}`;

/** Compares what was imported with what truly happened. */
export const compareWithTruth = ({ happenings }: Truth, sessions: readonly StoredSession[]): Distance => {
  const wanted = new Map<string, { readonly place: number; readonly original: boolean }>();
  happenings.forEach(({ original, copies }, place) => {
    for (const copy of copies) wanted.set(nameOf(copy, copy.source), { place, original: false });
    wanted.set(nameOf(original, original.source), { place, original: true });
  });
  const found = sessions.map(({ key, ...session }) => {
    const one = wanted.get(nameOf(session, session.app));
    return one && { ...one, key };
  });
  const times = happenings.map((_, place) => found.filter((one) => one?.place === place));
  const nameAt = (place: number): string => {
    const original = happenings[place]?.original;
    return `${original?.key}: ${original?.kind}`;
  };
  const named = (places: readonly number[]): string[] => places.map(nameAt);
  const placesWhere = (is: (members: (typeof times)[number]) => boolean): number[] =>
    times.flatMap((members, place) => (is(members) ? [place] : []));
  return {
    lost: named(placesWhere((members) => members.length === 0)),
    twice: placesWhere((members) => members.length > 1).map((place) => ({
      name: nameAt(place),
      sessions: (times[place] ?? []).flatMap((one) => one?.key ?? []).sort(),
    })),
    copiesImported: named(
      placesWhere((members) => members.length > 0 && members.every((one) => one?.original === false)),
    ),
    invented: found.filter((one) => one === undefined).length,
  };
};
