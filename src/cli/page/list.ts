import { html, nothing, type TemplateResult } from 'lit-html';
import { numberLine } from '../../messages/number-line';
import { distanceText, durationText } from '../../messages/quantity-text';
import { timeText } from '../../messages/time-text';
import type { ReportData, ReportRow } from '../report/report-data';
import { shellWord } from '../show/shell-word';
import { secondsOf, type View } from './model';
import { countText, PLACES } from './words';

const NUMBERS = [
  ['durationSeconds', secondsOf],
  ['distanceMetres', (row: ReportRow) => row.distanceMetres],
  ['activeKilocalories', (row: ReportRow) => row.activeKilocalories],
  ['elevationGainMetres', (row: ReportRow) => row.elevationGainMetres],
] as const;

const SAMPLES = [
  ['heart rate samples', (row: ReportRow) => row.heartRateSamples],
  ['route points', (row: ReportRow) => row.routePoints],
] as const;

const pair = (of: number | undefined, copy: number | undefined) => ({
  ...(of !== undefined && { of }),
  ...(copy !== undefined && { copy }),
});

/** The recordings of one activity, the original first, with their numbers side by side. */
const sideBySide = (data: ReportData, [original, ...copies]: readonly ReportRow[]): TemplateResult => {
  if (original === undefined) return html``;
  const named = NUMBERS.filter(([, read]) => [original, ...copies].some((row) => read(row) !== undefined));
  const counted = SAMPLES.filter(([, read]) => [original, ...copies].some((row) => read(row) !== undefined));
  const nameOf = ({ source }: ReportRow) => data.sources[source]?.name;
  return html`<table class="beside">
    <thead><tr><td></td><th scope="col">${nameOf(original)} <span class="faint">original</span></th>${copies.map((copy) => html`<th scope="col">${nameOf(copy)} <span class="faint">copy</span></th>`)}</tr></thead>
    <tbody>
      ${named.map(([name, read]) => {
        const lines = copies.map((copy) => numberLine({ name, ...pair(read(original), read(copy)) }));
        const first = numberLine({ name, ...pair(read(original), undefined) });
        return html`<tr><th scope="row">${first.name}</th><td>${first.of || '–'}</td>${lines.map(
          ({ copy, difference }) => html`<td>${copy || '–'} <span class="faint">${difference}</span></td>`,
        )}</tr>`;
      })}
      ${counted.map(
        ([name, read]) =>
          html`<tr><th scope="row">${name}</th>${[original, ...copies].map((row) => html`<td>${read(row) === undefined ? '–' : countText(read(row) ?? 0)}</td>`)}</tr>`,
      )}
    </tbody>
  </table>`;
};

const detail = (data: ReportData, row: ReportRow, cluster: readonly ReportRow[] | undefined): TemplateResult => {
  const reason = row.reason === undefined ? undefined : data.reasons[row.reason];
  return html`<div class="detail">
    ${reason ? html`<p>${reason.text} ${reason.advice ? html`<span class="faint">${reason.advice}</span>` : nothing}</p>` : nothing}
    ${sideBySide(data, cluster ?? [row])}
    <p class="faint">Ask more: <code>workout-sync explain ${shellWord(data.file)} ${shellWord(row.key)}</code></p>
  </div>`;
};

const rowOf = (
  data: ReportData,
  view: View,
  row: ReportRow,
  cluster: readonly ReportRow[] | undefined,
  colourOf: (source: number) => string,
  toggle: (key: string) => void,
): TemplateResult => {
  const isOpen = view.open.has(row.key);
  const activity = data.activities[row.activity];
  const number = (value: string | undefined) => html`<td class="num">${value ?? ''}</td>`;
  return html`<tr class=${row.place}>
      <td class="when">
        <button type="button" class="open" aria-expanded=${isOpen} @click=${() => toggle(row.key)}>
          <span class="sign" aria-hidden="true">›</span>${timeText(row.start, row.offsetSeconds)}
        </button>
      </td>
      <td class="activity">${activity}${row.title ? html` <span class="faint">${row.title}</span>` : nothing}</td>
      <td class="source"><span class="app"><span class="dot ${colourOf(row.source)}"></span>${data.sources[row.source]?.name}</span></td>
      ${number(durationText(secondsOf(row)))} ${number(row.distanceMetres === undefined ? undefined : distanceText(row.distanceMetres))}
      ${number(row.activeKilocalories === undefined ? undefined : `${countText(row.activeKilocalories)} kcal`)}
      <td class="place"><span class="badge ${row.place}">${PLACES[row.place]}</span>${cluster && row.place === 'imported' ? html` <span class="faint">+${cluster.length - 1}</span>` : nothing}</td>
    </tr>
    ${isOpen ? html`<tr class="more"><td colspan="7">${detail(data, row, cluster)}</td></tr>` : nothing}`;
};

/** The workouts, the newest first, as many as were asked for. */
export const list = (
  data: ReportData,
  view: View,
  rows: readonly ReportRow[],
  clusters: ReadonlyMap<number, readonly ReportRow[]>,
  colourOf: (source: number) => string,
  acts: { readonly toggle: (key: string) => void; readonly showMore: () => void },
): TemplateResult => {
  const shown = rows.slice(-view.shown).reverse();
  const left = rows.length - shown.length;
  return html`<div class="scroll"><table class="list">
      <caption class="aside">The workouts that the filters leave, the newest first</caption>
      <thead><tr>
        <th scope="col">When</th><th scope="col">Activity</th><th scope="col">Source</th><th scope="col" class="num">Time</th>
        <th scope="col" class="num">Distance</th><th scope="col" class="num">Energy</th><th scope="col">Place</th>
      </tr></thead>
      <tbody>
        ${shown.map((row) =>
          rowOf(
            data,
            view,
            row,
            row.cluster === undefined ? undefined : clusters.get(row.cluster),
            colourOf,
            acts.toggle,
          ),
        )}
      </tbody>
    </table></div>
    ${rows.length === 0 ? html`<p class="faint">No workout is left by these filters.</p>` : nothing}
    ${left > 0 ? html`<button type="button" class="more-button" @click=${acts.showMore}>Show more <span class="faint">${countText(left)} left</span></button>` : nothing}`;
};
