import type { SeriesName } from './detail-summary';
import { fingerprint } from './hash';
import type { Recording } from './recording';

/**
 * What a recording looked like at one moment, in two parts that change independently.
 *
 * **Shape** `facts`: activity, start, end, title. `detail`: totals and the samples behind them. They are apart so that
 * late samples and late totals never look like an edit. Fields that sync does not own are in neither.
 *
 * @see {@link printOf}, {@link sameFacts} and {@link sameDetail}; never compare prints as text.
 */
export interface Prints {
  readonly facts: string;
  readonly detail: string;
}

/**
 * Ends of an interval that differ by less than this are the same end: stores that keep whole seconds lose up to 999 ms,
 * and clocks that are read twice differ by a tenth of a second.
 */
const END_TOLERANCE_MILLISECONDS = 1500;

/** Totals that differ by less than this share, or by less than one unit, are the same total after a unit conversion. */
const TOTAL_TOLERANCE_SHARE = 0.005;

const SERIES: readonly SeriesName[] = ['heart-rate', 'speed', 'distance', 'cadence', 'power', 'steps'];

const UNREAD = '?';

const printDetail = (recording: Recording): string => {
  const energy = recording.energyKilocalories;
  const totals = `${recording.distanceMetres ?? ''} ${energy?.active ?? ''} ${energy?.total ?? ''} ${
    recording.elevationGainMetres ?? ''
  } ${recording.activeSeconds ?? ''}`;
  const { detail } = recording;
  if (!detail) return `${totals}|${UNREAD}`;
  return `${totals}|${detail.routePoints} ${SERIES.map((name) => detail.series?.[name]?.count ?? 0).join(' ')}`;
};

/**
 * The prints of a recording as it is now.
 *
 * **Laws** equal content gives equal prints; a parsed copy of a recording gives the same prints. Malformed fields never make
 * it throw: what they hold is found by `findMalformedField`.
 */
export const printOf = (recording: Recording & { readonly title?: string }): Prints => ({
  facts: `${recording.activity} ${recording.start} ${recording.end} ${
    typeof recording.title === 'string' && recording.title ? fingerprint(recording.title).slice(0, 16) : ''
  }`,
  detail: printDetail(recording),
});

/** Whether nobody had counted the samples when this detail was printed. */
export const isUnread = (detail: string): boolean => detail.endsWith(UNREAD);

/** The same facts without a title. */
export const untitled = (facts: string): string => facts.slice(0, facts.lastIndexOf(' ') + 1);

/** The print of the title in facts; empty where there is none. */
export const titleIn = (facts: string): string => facts.slice(untitled(facts).length);

const closeBy = (a: string, b: string, tolerance: number): boolean =>
  a === b || (a !== '' && b !== '' && Math.abs(Number(a) - Number(b)) <= tolerance);

/**
 * Whether two facts are the same activity, interval and title, as far as lossy stores let anybody tell.
 *
 * **Laws** reflexive and symmetric; not transitive, so always compare against the merge base. A title that one side does
 * not have (HealthKit keeps none) is no difference when `titles` is `where-both`.
 */
export const sameFacts = (a: string, b: string, titles: 'always' | 'where-both' = 'always'): boolean => {
  if (a === b) return true;
  const [activityA, startA = '', endA = '', titleA = ''] = a.split(' ');
  const [activityB, startB = '', endB = '', titleB = ''] = b.split(' ');
  return (
    activityA === activityB &&
    closeBy(startA, startB, END_TOLERANCE_MILLISECONDS) &&
    closeBy(endA, endB, END_TOLERANCE_MILLISECONDS) &&
    (titleA === titleB || (titles === 'where-both' && (titleA === '' || titleB === '')))
  );
};

const samplesIn = (detail: string): readonly string[] => detail.slice(detail.indexOf('|') + 1).split(' ');

/**
 * Whether samples of a kind that was there are not found now, or nobody has looked. A permission that was taken away looks just like
 * samples that were deleted, which is rarer: it tells nothing of them.
 */
export const lacksSamples = (known: string, now: string): boolean => {
  const found = samplesIn(now);
  return samplesIn(known).some((count, kind) => Number(count) > 0 && !(Number(found[kind]) > 0));
};

/** The totals that are there now, with the samples that are there, unless it {@link lacksSamples}: then with those that were known. */
export const keepSamples = (known: string, now: string): string =>
  lacksSamples(known, now) ? now.slice(0, now.indexOf('|')) + known.slice(known.indexOf('|')) : now;

const sameNumber = (a: string, b: string): boolean =>
  closeBy(a, b, Math.max(1, TOTAL_TOLERANCE_SHARE * Math.abs(Number(a))));

const sameNumbers = (a: string, b: string): boolean => {
  const others = b.split(' ');
  return a.split(' ').every((value, index) => sameNumber(value, others[index] ?? ''));
};

/**
 * Whether the detail that is there now is the detail that the base knew.
 *
 * **Laws** reflexive. Samples that nobody has looked at now say nothing; samples that nobody had looked at then count as
 * new once there are any.
 */
export const sameDetail = (base: string, now: string): boolean => {
  if (base === now) return true;
  const [baseTotals = '', baseSamples = ''] = base.split('|');
  const [nowTotals = '', nowSamples = ''] = now.split('|');
  if (!sameNumbers(baseTotals, nowTotals)) return false;
  if (nowSamples === UNREAD) return true;
  if (baseSamples === UNREAD) return /^[0 ]*$/.test(nowSamples);
  return sameNumbers(baseSamples, nowSamples);
};

/**
 * Whether the totals of two sides are the same, wherever both sides know them, or wherever the first one does: then a total
 * that only the first knows is a difference. The samples are left out of it.
 */
export const sameTotals = (a: string, b: string, known: 'by-both' | 'by-first' = 'by-both'): boolean => {
  const [totalsA = ''] = a.split('|');
  const others = b.slice(0, Math.max(0, b.indexOf('|'))).split(' ');
  return totalsA.split(' ').every((value, index) => {
    const other = others[index] ?? '';
    return value === '' || (other === '' && known === 'by-both') || sameNumber(value, other);
  });
};
