import { concatAll } from 'fp-ts/Monoid';
import { Ord as numberOrd } from 'fp-ts/number';
import { contramap, getMonoid, type Ord } from 'fp-ts/Ord';
import { Ord as stringOrd } from 'fp-ts/string';
import type { Recording, RecordingMethod } from '../domain/recording';
import type { Criterion } from './comparison';

/** What a choice between recordings depends on, beside themselves. */
export interface WinnerOptions {
  /**
   * Apps whose recording wins, best first.
   * @defaultValue `[]`
   */
  readonly preferredSources?: readonly string[];
  /**
   * The host's own writers, such as its watch companion.
   * @defaultValue `[]`
   */
  readonly ownSources?: readonly string[];
}

/** The recording that stands for its cluster, and the first criterion by which it beat the runner-up. */
export interface Choice {
  readonly winner: Recording;
  readonly decidedBy: Criterion;
}

/** Recorded first, typed in last. Most platforms only mark what was typed in, so unmarked counts as recorded. */
const METHOD_RANK: Readonly<Record<RecordingMethod, number>> = { recorded: 0, detected: 1, manual: 2 };

/** How many kinds of samples stand behind a recording, the route being one. Unread detail counts as none. */
const richnessOf = ({ detail }: Recording): number =>
  detail === undefined
    ? 0
    : Object.values(detail.series).filter((series) => series !== undefined && series.count > 0).length +
      (detail.routePoints > 0 ? 1 : 0);

const rankBy = (rank: (recording: Recording) => number): Ord<Recording> => contramap(rank)(numberOrd);

/** The criteria, most important first. The smaller wins. */
const criteriaOf = ({
  preferredSources = [],
  ownSources = [],
}: WinnerOptions): readonly (readonly [Criterion, Ord<Recording>])[] => {
  const preference = ({ source }: Recording): number => {
    const at = source === undefined ? -1 : preferredSources.indexOf(source.app);
    return at < 0 ? preferredSources.length : at;
  };
  return [
    ['preferred-source', rankBy(preference)],
    ['richer-detail', rankBy((recording) => -richnessOf(recording))],
    ['recorded-live', rankBy(({ method }) => METHOD_RANK[method ?? 'recorded'])],
    ['own-device', rankBy(({ source }) => (source !== undefined && ownSources.includes(source.app) ? 0 : 1))],
    ['earliest-written', rankBy(({ start }) => start)],
    ['key', contramap(({ key }: Recording) => key)(stringOrd)],
  ];
};

/**
 * Chooses the recording that stands for its cluster.
 *
 * **Laws** the same choice for any order of the recordings; `only-one` exactly when there is no other.
 *
 * **Shape** nobody knows when a recording was written, so `earliest-written` goes by its start.
 */
export const chooseWinner = (recordings: readonly [Recording, ...Recording[]], options: WinnerOptions = {}): Choice => {
  const criteria = criteriaOf(options);
  const better = concatAll(getMonoid<Recording>())(criteria.map(([, order]) => order));
  const [winner, runnerUp] = [...recordings].sort(better.compare) as [Recording, Recording?];
  const decisive = runnerUp && criteria.find(([, order]) => order.compare(winner, runnerUp) !== 0);
  return { winner, decidedBy: runnerUp === undefined ? 'only-one' : (decisive?.[0] ?? 'key') };
};
