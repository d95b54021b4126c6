import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit-html';
import type { ReportData, ReportRow } from '../report/report-data';
import { type Calendar, calendarOf, sharesOf } from './buckets';
import type { View } from './model';
import { countText, dayText, monthText } from './words';

const HEIGHT = 230;
const TOP = 14;
const FOOT = 24;
const GAP = 1;
const TICK_TEXT = 64;

/** What the drawing needs beside the rows. */
export interface TimelineFrame {
  readonly data: ReportData;
  readonly view: View;
  readonly width: number;
  /** The sources, most workouts first. */
  readonly order: readonly number[];
  readonly colourOf: (source: number) => string;
  /** What is being dragged over, in wall-clock moments. */
  readonly brush?: readonly [number, number];
}

/** Where a moment lies on the drawing, and which moment lies at a place. */
export const scaleOf = ({ edges }: Calendar, width: number) => {
  const first = edges[0] ?? 0;
  const last = edges.at(-1) ?? 1;
  return {
    x: (at: number): number => ((at - first) / (last - first)) * width,
    at: (x: number): number => first + (Math.max(0, Math.min(width, x)) / width) * (last - first),
  };
};

/** The stretch that a moment lies in. */
export const stretchAt = ({ edges }: Calendar, at: number): readonly [number, number] => {
  const last = edges.length - 2;
  const index = Math.max(0, Math.min(last, edges.findIndex((edge) => edge > at) - 1));
  return [edges[index] ?? 0, edges[index + 1] ?? 0];
};

const stretchText = ({ unit }: Calendar, start: number): string => {
  if (unit === 'month') return monthText(start);
  if (unit === 'quarter') return `${monthText(start)} and the two months after`;
  return unit === 'week' ? `Week of ${dayText(start)}` : dayText(start);
};

const yearTicks = ({ edges }: Calendar, x: (at: number) => number, width: number): readonly SVGTemplateResult[] => {
  const first = new Date(edges[0] ?? 0);
  const last = new Date((edges.at(-1) ?? 0) - 1);
  const years = last.getUTCFullYear() - first.getUTCFullYear();
  const inMonths = years < 2;
  const ticks: { readonly at: number; readonly text: string }[] = [];
  if (inMonths) {
    const months = years * 12 + last.getUTCMonth() - first.getUTCMonth();
    const each = Math.max(1, Math.ceil(months / 8));
    for (let month = 0; month <= months; month += each) {
      const at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month);
      ticks.push({ at, text: monthText(at).replace(/^(\w{3})\w* /, '$1 ') });
    }
  } else {
    const each = Math.max(1, Math.ceil((years * 52) / width));
    for (let year = first.getUTCFullYear(); year <= last.getUTCFullYear(); year += each) {
      ticks.push({ at: Date.UTC(year), text: String(year) });
    }
  }
  return ticks.flatMap(({ at, text }) => {
    const left = x(at);
    if (left > width - TICK_TEXT) return [];
    const shown = Math.max(0, left);
    return [
      svg`<line class="tick" x1=${shown} x2=${shown} y1=${TOP} y2=${HEIGHT - FOOT + 6} /><text class="axis" x=${shown + 4} y=${HEIGHT - 6}>${text}</text>`,
    ];
  });
};

const niceStep = (most: number): number => {
  const rough = most / 3;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
};

/** The whole history as bars, one for each stretch of time, in the colours of the sources; copies are paler. */
export const timeline = (frame: TimelineFrame, ever: readonly ReportRow[]): TemplateResult => {
  const { data, view, width, order, colourOf, brush } = frame;
  const calendar = calendarOf(data.rows);
  const shares = sharesOf(calendar, ever, view.measure);
  const totals = shares.map((stretch) => [...stretch.values()].reduce((sum, { own, copies }) => sum + own + copies, 0));
  const most = totals.reduce((a, b) => Math.max(a, b), 1);
  const { x } = scaleOf(calendar, width);
  const step = niceStep(most);
  const y = (value: number): number => HEIGHT - FOOT - (value / most) * (HEIGHT - FOOT - TOP);
  const unit = view.measure === 'hours' ? 'h' : '';

  const bar = (stretch: ReadonlyMap<number, { own: number; copies: number }>, index: number): SVGTemplateResult => {
    const start = calendar.edges[index] ?? 0;
    const left = x(start);
    const wide = Math.max(0.6, x(calendar.edges[index + 1] ?? 0) - left - GAP);
    let reached = 0;
    const piece = (source: number, value: number, paler: string): SVGTemplateResult | typeof nothing => {
      if (value === 0) return nothing;
      const bottom = y(reached);
      reached += value;
      return svg`<rect class="${colourOf(source)} ${paler}" x=${left} width=${wide} y=${y(reached)} height=${Math.max(0, bottom - y(reached))} />`;
    };
    const own = order.map((source) => piece(source, stretch.get(source)?.own ?? 0, ''));
    const copies = order.map((source) => piece(source, stretch.get(source)?.copies ?? 0, 'pale'));
    const told = order.flatMap((source) => {
      const share = stretch.get(source);
      return share
        ? [`${data.sources[source]?.name}: ${countText(share.own + share.copies)}${unit && ` ${unit}`}`]
        : [];
    });
    return svg`<g><title>${stretchText(calendar, start)}\n${told.join('\n')}</title><rect class="catch" x=${left} width=${wide + GAP} y=${TOP} height=${HEIGHT - FOOT - TOP} />${own}${copies}</g>`;
  };

  const chosen =
    brush ??
    (view.from !== undefined || view.to !== undefined
      ? [view.from ?? calendar.edges[0] ?? 0, view.to ?? calendar.edges.at(-1) ?? 0]
      : undefined);
  const steps = Array.from({ length: Math.floor(most / step) }, (_, index) => (index + 1) * step);
  const grid = steps.map((value) => svg`<line class="grid" x1="0" x2=${width} y1=${y(value)} y2=${y(value)} />`);
  const labels = steps.map((value) => {
    const text = `${countText(value)}${unit && ` ${unit}`}`;
    return svg`<text class="axis halo" x="4" y=${y(value) + 14}>${text}</text>`;
  });
  const what = view.measure === 'hours' ? 'hours' : 'workouts';
  return html`<svg class="timeline" role="img" aria-label="Number of ${what} per ${calendar.unit}, by source, over the whole history. The list below holds the same workouts." width=${width} height=${HEIGHT} viewBox="0 0 ${width} ${HEIGHT}">
    ${yearTicks(calendar, x, width)}${grid}
    ${shares.map(bar)}${labels}
    <line class="base" x1="0" x2=${width} y1=${HEIGHT - FOOT} y2=${HEIGHT - FOOT}></line>
    ${
      chosen === undefined
        ? nothing
        : svg`<rect class="veil" x="0" width=${Math.max(0, x(chosen[0]))} y=${TOP} height=${HEIGHT - FOOT - TOP} /><rect class="veil" x=${x(chosen[1])} width=${Math.max(0, width - x(chosen[1]))} y=${TOP} height=${HEIGHT - FOOT - TOP} /><rect class="brush" x=${x(chosen[0])} width=${Math.max(1, x(chosen[1]) - x(chosen[0]))} y=${TOP} height=${HEIGHT - FOOT - TOP} />`
    }
  </svg>`;
};
