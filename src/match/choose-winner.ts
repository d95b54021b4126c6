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
const richnessOf = ({ detail }: Recording): number => {
  if (detail === undefined) return 0;
  const series = Object.values(detail.series).filter((one) => one !== undefined && one.count > 0);
  return series.length + (detail.routePoints > 0 ? 1 : 0);
};

/** How a recording stands by one criterion: the smaller wins. */
type Rank = (recording: Recording) => number | string;

/** The criteria, most important first. */
const criteriaOf = ({
  preferredSources = [],
  ownSources = [],
}: WinnerOptions): readonly (readonly [Criterion, Rank])[] => [
  ['preferred-source', ({ source }) => preferredSources.indexOf(source?.app ?? '') + 1 || Infinity],
  ['richer-detail', (recording) => -richnessOf(recording)],
  ['recorded-live', ({ method }) => METHOD_RANK[method ?? 'recorded']],
  ['own-device', ({ source }) => (ownSources.includes(source?.app ?? '') ? 0 : 1)],
  ['earliest-written', ({ start }) => start],
  ['key', ({ key }) => key],
];

/**
 * Chooses the recording that stands for its cluster.
 *
 * **Laws** the same choice for any order of the recordings; `only-one` exactly when there is no other.
 *
 * **Shape** nobody knows when a recording was written, so `earliest-written` goes by its start.
 */
export const chooseWinner = (recordings: readonly [Recording, ...Recording[]], options: WinnerOptions = {}): Choice => {
  if (recordings.length === 1) return { winner: recordings[0], decidedBy: 'only-one' };
  const criteria = criteriaOf(options);
  const order = (a: Recording, b: Recording): number => {
    for (const [, rank] of criteria) {
      if (rank(a) !== rank(b)) return rank(a) < rank(b) ? -1 : 1;
    }
    return 0;
  };
  const [winner, runnerUp] = [...recordings].sort(order) as [Recording, Recording];
  const decisive = criteria.find(([, rank]) => rank(winner) !== rank(runnerUp));
  return { winner, decidedBy: decisive?.[0] ?? 'key' };
};
