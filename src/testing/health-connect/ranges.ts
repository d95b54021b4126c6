import type { HealthConnectRecord } from './records';
import { invalidArgument, rejection } from './rejection';

/** What `readRecords` is asked for. */
export interface RangeAsked {
  readonly timeRangeFilter: { readonly operator: string; readonly startTime?: string; readonly endTime?: string };
  readonly dataOriginFilter?: readonly string[];
  readonly ascendingOrder?: boolean;
  readonly pageSize?: number;
  readonly pageToken?: string;
}

const MOST_PER_PAGE = 5000;

const boundsOf = ({ timeRangeFilter }: RangeAsked): readonly [number, number] => {
  const { operator, startTime = '', endTime = '' } = timeRangeFilter;
  if (operator !== 'between') throw new Error(`The simulation does not know ranges of the kind ${operator}.`);
  const [start, end] = [Date.parse(startTime), Date.parse(endTime)];
  if (Number.isNaN(start) || Number.isNaN(end)) throw rejection('UNKNOWN_ERROR', 'Text could not be parsed');
  if (!(start < end)) throw invalidArgument('end time needs be after start time');
  return [start, end];
};

/** A page of records. A token counts the records from a start on, as AOSP's `PageTokenWrapper` does. */
export const pageOf = (
  records: readonly HealthConnectRecord[],
  asked: RangeAsked,
  rangeHolds: 'starts' | 'overlaps',
): { readonly records: readonly HealthConnectRecord[]; readonly next: string } => {
  const [start, end] = boundsOf(asked);
  const { dataOriginFilter = [], ascendingOrder = true, pageSize = 1000, pageToken } = asked;
  if (!(pageSize >= 1 && pageSize <= MOST_PER_PAGE)) throw invalidArgument(`pageSize must be at most ${MOST_PER_PAGE}`);
  const all = records
    .filter((one) => (rangeHolds === 'starts' ? one.start >= start : one.end > start) && one.start < end)
    .filter(({ app }) => dataOriginFilter.length === 0 || dataOriginFilter.includes(app))
    .sort((a, b) => (ascendingOrder ? a.start - b.start : b.start - a.start));
  const [at, skipped] = (pageToken ?? '').split('/').map(Number);
  const isBehind = ({ start: begun }: HealthConnectRecord): boolean =>
    at === undefined || (ascendingOrder ? begun >= at : begun <= at);
  const rest = pageToken ? all.filter(isBehind).slice(skipped ?? 0) : all;
  const given = rest.slice(0, pageSize);
  const next = rest[pageSize];
  if (next === undefined) return { records: given, next: '' };
  const before = all.slice(0, all.indexOf(next)).filter((one) => one.start === next.start).length;
  return { records: given, next: `${next.start}/${before}` };
};
