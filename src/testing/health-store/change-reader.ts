import type { Instant } from '../../domain/interval';
import type { Workout } from '../../domain/workout';
import type { ChangePage, Deletion } from '../../ports/health-store';
import { admit, sightUnder } from './conditions';
import { isVisible, type ReaderContext } from './range-reader';
import type { FeedEvent, RecordShelf } from './record-shelf';

/** A place in the feed, when it was handed out, and by which store. */
interface Place {
  readonly store: string;
  readonly position: number;
  readonly at: Instant;
}

/** Reads what changed, under cursors of its own. */
export interface ChangeReader {
  readonly begin: () => string;
  readonly read: (cursor: string) => ChangePage;
  /** No cursor that was handed out so far is good any more. */
  readonly expire: () => void;
}

const written = ({ store, position, at }: Place): string => `${store}/${position}/${at}`;

const parse = (cursor: string): Place | undefined => {
  const [store = '', position = '', at = ''] = cursor.split('/');
  return /^\d+$/.test(position) && /^-?\d+$/.test(at)
    ? { store, position: Number(position), at: Number(at) }
    : undefined;
};

/**
 * A reader of a shelf's feed.
 *
 * **Shape** upserts show each record once, as it is now; a record that is gone by now is left out, its deletion follows.
 * Whether a key was first put and then deleted, or the other way round, is not to be seen.
 */
export const changeReader = (
  context: ReaderContext & { readonly now: () => Instant; readonly name: string },
  shelf: RecordShelf,
): ChangeReader => {
  const { profile, name, now, pageSize, paging } = context;
  let generation = 0;

  const cursorAt = (position: number): string => written({ store: `${name}-${generation}`, position, at: now() });

  const isGood = (place: Place | undefined): place is Place => {
    if (place?.store !== `${name}-${generation}` || place.position > shelf.feed().length) return false;
    const life = profile.cursorLifeSeconds;
    return life === undefined || now() - place.at <= life * 1000;
  };

  const upsertsOf = (events: readonly FeedEvent[]): readonly Workout[] => {
    const keys = new Set(events.flatMap((event) => (event.kind === 'upsert' ? [event.key] : [])));
    const there = [...keys].flatMap((key) => shelf.get(key) ?? []).map(({ workout }) => workout);
    const seen = there.filter((workout) => isVisible(context, workout));
    return paging === 'shuffled' ? [...seen].reverse() : seen;
  };

  // Who may not read learns of no deletion either; a limit of the history does not hide deletions.
  const isTold = (workout: Workout): boolean =>
    sightUnder(context.conditions(), profile) === 'all' || context.isOwn(workout);

  const deletionsOf = (events: readonly FeedEvent[]): readonly Deletion[] => {
    const told = events.flatMap((event) =>
      event.kind === 'deletion' && isTold(event.workout) ? [event.deletion] : [],
    );
    return profile.deletions === 'id' ? told.map(({ key }) => ({ key })) : told;
  };

  return {
    begin: () => {
      admit(context.conditions(), profile, 'changes');
      return cursorAt(shelf.feed().length);
    },
    read: (cursor) => {
      admit(context.conditions(), profile, 'changes');
      const place = parse(cursor);
      if (!isGood(place)) return { kind: 'expired' };
      const end = Math.min(place.position + pageSize, shelf.feed().length);
      const isRepeated = paging === 'repeated' && end > place.position;
      const from = isRepeated ? Math.max(0, place.position - 1) : place.position;
      const events = shelf.feed().slice(from, end);
      return {
        kind: 'changes',
        upserts: upsertsOf(events),
        deletions: deletionsOf(events),
        next: cursorAt(end),
        more: end < shelf.feed().length,
      };
    },
    expire: () => {
      generation += 1;
    },
  };
};
