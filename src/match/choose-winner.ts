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

/**
 * The least share of the time that a series covers to count as detail, as `import.minimumCoverage` has it: below it a chart
 * is more gap than line. What a device measures all day, at rest too, lies in the time of everybody's recordings and covers
 * less.
 */
const LEAST_COVERAGE = 0.5;

/** How many kinds of samples stand behind most of a recording, the route being one. Unread detail counts as none. */
const richnessOf = ({ detail }: Recording): number => {
  if (detail === undefined) return 0;
  const series = Object.values(detail.series).filter((one) => one && one.count > 0 && one.coverage >= LEAST_COVERAGE);
  return series.length + (detail.routePoints > 0 ? 1 : 0);
};

const rankBy = (rank: (recording: Recording) => number): Ord<Recording> => contramap(rank)(numberOrd);

/** The criteria, most important first; the smaller wins. */
const criteriaOf = ({
  preferredSources = [],
  ownSources = [],
}: WinnerOptions): readonly (readonly [Criterion, Ord<Recording>])[] => [
  ['preferred-source', rankBy(({ source }) => preferredSources.indexOf(source?.app ?? '') + 1 || Infinity)],
  ['richer-detail', rankBy((recording) => -richnessOf(recording))],
  ['recorded-live', rankBy(({ method }) => METHOD_RANK[method ?? 'recorded'])],
  ['own-device', rankBy(({ source }) => (ownSources.includes(source?.app ?? '') ? 0 : 1))],
  ['earliest-written', rankBy(({ start }) => start)],
  ['key', contramap(({ key }: Recording) => key)(stringOrd)],
];

/**
 * Chooses the recording that stands for its cluster, by the same options for many clusters.
 *
 * **Laws** the same choice for any order of the recordings; `only-one` exactly when there is no other.
 *
 * **Shape** nobody knows when a recording was written, so `earliest-written` goes by its start.
 */
export const winnerBy = (options: WinnerOptions): ((recordings: readonly [Recording, ...Recording[]]) => Choice) => {
  const criteria = criteriaOf(options);
  const { concat, empty } = getMonoid<Recording>();
  const order = criteria.reduce((all, [, one]) => concat(all, one), empty);
  return (recordings) => {
    if (recordings.length === 1) return { winner: recordings[0], decidedBy: 'only-one' };
    const [winner, runnerUp] = [...recordings].sort(order.compare) as [Recording, Recording];
    const decisive = criteria.find(([, one]) => one.compare(winner, runnerUp) !== 0);
    return { winner, decidedBy: decisive?.[0] ?? 'key' };
  };
};

/** Chooses the recording that stands for one cluster. @see {@link winnerBy} for many. */
export const chooseWinner = (recordings: readonly [Recording, ...Recording[]], options: WinnerOptions = {}): Choice =>
  winnerBy(options)(recordings);
