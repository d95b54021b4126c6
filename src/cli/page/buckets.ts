import type { ReportRow } from '../report/report-data';
import { secondsOf, type View, wallStart } from './model';

export const DAY = 86_400_000;

/** Stretches of time that a bar stands for. */
export interface Calendar {
  readonly unit: 'day' | 'week' | 'month' | 'quarter';
  /** The start of each stretch, and the end of the last. */
  readonly edges: readonly number[];
}

const monday = (at: number): number => {
  const day = Math.floor(at / DAY);
  // The epoch was a Thursday.
  return (day - ((day + 3) % 7)) * DAY;
};

const monthOf = (at: number): number => {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
};

const monthsLater = (at: number, months: number): number => {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months);
};

const quarterOf = (at: number): number => {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3);
};

const UNITS = {
  day: { floor: (at: number) => Math.floor(at / DAY) * DAY, next: (at: number) => at + DAY },
  week: { floor: monday, next: (at: number) => at + 7 * DAY },
  month: { floor: monthOf, next: (at: number) => monthsLater(at, 1) },
  quarter: { floor: quarterOf, next: (at: number) => monthsLater(at, 3) },
} as const;

/** Stretches so long that the bars are neither hairs nor walls. */
const unitFor = (days: number): Calendar['unit'] => {
  if (days <= 120) return 'day';
  if (days <= 2.5 * 365) return 'week';
  return days <= 15 * 365 ? 'month' : 'quarter';
};

/** The stretches that hold all rows. */
export const calendarOf = (rows: readonly ReportRow[]): Calendar => {
  const starts = rows.map(wallStart);
  const first = starts.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = starts.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (rows.length === 0) return { unit: 'day', edges: [0, DAY] };
  const unit = unitFor((last - first) / DAY);
  const { floor, next } = UNITS[unit];
  const edges = [floor(first)];
  for (let at = next(floor(first)); edges.length < 2 || (edges.at(-1) ?? 0) <= last; at = next(at)) edges.push(at);
  return { unit, edges };
};

/** What one source has in one stretch: as originals, and as copies. */
export interface Share {
  readonly own: number;
  readonly copies: number;
}

/** For each stretch, what each source has in it. */
export const sharesOf = (
  { edges }: Calendar,
  rows: readonly ReportRow[],
  measure: View['measure'],
): readonly ReadonlyMap<number, Share>[] => {
  const stretches = edges.slice(1).map(() => new Map<number, Share>());
  let at = 0;
  for (const row of [...rows].sort((a, b) => wallStart(a) - wallStart(b))) {
    while (at < stretches.length - 1 && wallStart(row) >= (edges[at + 1] ?? 0)) at += 1;
    const { own = 0, copies = 0 } = stretches[at]?.get(row.source) ?? {};
    const value = measure === 'hours' ? secondsOf(row) / 3600 : 1;
    const share = row.place === 'copy' ? { own, copies: copies + value } : { own: own + value, copies };
    stretches[at]?.set(row.source, share);
  }
  return stretches;
};
