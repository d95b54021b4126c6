import { html, svg, type TemplateResult } from 'lit-html';
import type { ReportData, ReportRow } from '../report/report-data';
import { calendarOf } from './buckets';
import { rankedSources, type View, wallStart } from './model';
import { scaleOf } from './timeline';
import { countText } from './words';

const LANE = 18;

interface Strokes {
  readonly own: string;
  readonly copies: string;
}

const strokesOf = (data: ReportData, rows: readonly ReportRow[], width: number): Strokes => {
  const { x } = scaleOf(calendarOf(data.rows), width);
  const path = (some: readonly ReportRow[]): string => {
    // Strokes in one place look like one.
    const places = new Set(some.map((row) => Math.round(x(wallStart(row)) * 2) / 2));
    return [...places].map((place) => `M${place} 0V${LANE}`).join('');
  };
  return {
    own: path(rows.filter(({ place }) => place !== 'copy')),
    copies: path(rows.filter(({ place }) => place === 'copy')),
  };
};

/** The strokes depend on the width alone, and the page is drawn anew with every move of a finger. */
const drawn = new Map<string, Strokes>();

/** A stroke per workout, so that gaps, habits and changes of apps are seen at once. */
const lane = (
  data: ReportData,
  source: number,
  rows: readonly ReportRow[],
  colour: string,
  width: number,
): TemplateResult => {
  const name = `${source} ${width}`;
  const { own, copies } = drawn.get(name) ?? strokesOf(data, rows, width);
  drawn.set(name, { own, copies });
  return html`<svg class="lane ${colour}" aria-hidden="true" width=${width} height=${LANE} viewBox="0 0 ${width} ${LANE}">
    ${svg`<path class="pale" d=${copies} /><path d=${own} />`}
  </svg>`;
};

const shareText = (rows: readonly ReportRow[]): string => {
  const copies = rows.filter(({ place }) => place === 'copy').length;
  const left = rows.filter(({ place }) => place === 'left-out').length;
  const parts = [copies > 0 && `${countText(copies)} copies`, left > 0 && `${countText(left)} left out`].filter(
    Boolean,
  );
  return parts.join(', ');
};

/** The sources as switches, each with a lane of its own. */
export const sources = (
  data: ReportData,
  view: View,
  width: number,
  colourOf: (source: number) => string,
  toggle: (source: number) => void,
): TemplateResult => {
  const bySource = new Map<number, ReportRow[]>();
  for (const row of data.rows) {
    const known = bySource.get(row.source);
    if (known) known.push(row);
    else bySource.set(row.source, [row]);
  }
  return html`<ul class="sources">
    ${rankedSources(data).map(({ source, count }) => {
      const rows = bySource.get(source) ?? [];
      const isOn = !view.hidden.has(source);
      return html`<li class=${isOn ? '' : 'off'}>
        <label>
          <input type="checkbox" .checked=${isOn} @change=${() => toggle(source)} />
          <span class="dot ${colourOf(source)}"></span>
          <span class="name">${data.sources[source]?.name}</span>
          <span class="count">${countText(count)}</span>
          <span class="faint">${shareText(rows)}</span>
        </label>
        ${lane(data, source, rows, colourOf(source), width)}
      </li>`;
    })}
  </ul>`;
};
