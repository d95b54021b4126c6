import type { Interval } from '../../domain/interval';

/**
 * The spans of a session that Health Connect takes: within it, in order, none over another.
 *
 * **Shape** of spans that overlap the one that starts first stays, and of those the shorter one: of an Apple Watch's two series
 * of laps, by kilometre and by mile, the kilometres remain.
 */
export const cleanSpans = <Span extends Interval>(
  spans: readonly Span[],
  { start, end }: Interval,
): readonly Span[] => {
  const kept: Span[] = [];
  let until = start;
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (span.start < until || span.end > end || !(span.start < span.end)) continue;
    kept.push(span);
    until = span.end;
  }
  return kept;
};
