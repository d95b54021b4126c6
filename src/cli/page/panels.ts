import { html, nothing, type TemplateResult } from 'lit-html';
import { shareText } from '../../messages/quantity-text';
import type { ReportData, ReportRow } from '../report/report-data';
import { isCopy, type View } from './model';
import { countText, farText } from './words';

interface Pair {
  readonly original: number;
  readonly copy: number;
  readonly differences: number[];
  count: number;
}

const pairsOf = (
  clusters: ReadonlyMap<number, readonly ReportRow[]>,
  rows: ReadonlySet<ReportRow>,
): readonly Pair[] => {
  const pairs = new Map<string, Pair>();
  for (const [original, ...copies] of clusters.values()) {
    if (original === undefined) continue;
    for (const copy of copies) {
      if (!rows.has(copy)) continue;
      const name = `${original.source} ${copy.source}`;
      const pair = pairs.get(name) ?? { original: original.source, copy: copy.source, differences: [], count: 0 };
      pair.count += 1;
      if (original.distanceMetres && copy.distanceMetres) {
        pair.differences.push((copy.distanceMetres - original.distanceMetres) / original.distanceMetres);
      }
      pairs.set(name, pair);
    }
  }
  return [...pairs.values()].sort((a, b) => b.count - a.count);
};

const medianText = (values: readonly number[]): string => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) return 'not measured';
  if (Math.abs(middle) < 0.0005) return 'the same';
  return `${middle > 0 ? '+' : '−'}${shareText(Math.abs(middle))}`;
};

/** Which app has the originals of which app's copies, and how far their distances are apart. */
export const pairs = (
  data: ReportData,
  clusters: ReadonlyMap<number, readonly ReportRow[]>,
  rows: readonly ReportRow[],
  copiedMetres: number,
  colourOf: (source: number) => string,
): TemplateResult => {
  const found = pairsOf(clusters, new Set(rows));
  const app = (source: number) =>
    html`<span class="app"><span class="dot ${colourOf(source)}"></span>${data.sources[source]?.name}</span>`;
  if (found.length === 0) return html`<p class="faint">No activity here was recorded twice.</p>`;
  return html`<p>${copiedMetres > 0 ? `Counted twice, they would add ${farText(copiedMetres)}.` : nothing}</p>
    <div class="scroll"><table>
      <thead><tr><th scope="col">Original</th><th scope="col">Copy</th><th scope="col" class="num">Times</th><th scope="col" class="num" title="How much longer the copy's distance is: the median of those that both measured">Distance</th></tr></thead>
      <tbody>
        ${found.map(
          ({ original, copy, count, differences }) => html`<tr>
            <td>${app(original)}</td><td>${app(copy)}</td><td class="num">${countText(count)}</td>
            <td class="num">${medianText(differences)}</td>
          </tr>`,
        )}
      </tbody>
    </table></div>`;
};

const BAR_WIDTH = 90;

/** Why workouts did not come in, the most frequent reason first; each is a filter. */
export const reasons = (
  data: ReportData,
  view: View,
  rows: readonly ReportRow[],
  choose: (reason: number | undefined) => void,
): TemplateResult => {
  const counts = new Map<number, number>();
  for (const row of rows) {
    if (row.reason !== undefined && !isCopy(row)) counts.set(row.reason, (counts.get(row.reason) ?? 0) + 1);
  }
  if (counts.size === 0) return html`<p class="faint">Everything here came in.</p>`;
  const most = Math.max(...counts.values());
  return html`<ul class="reasons">
    ${[...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([reason, count]) => {
        const { text, advice, code } = data.reasons[reason] ?? { text: '', code: '' };
        const isChosen = view.reason === reason;
        return html`<li>
          <button type="button" aria-pressed=${isChosen} title=${code} @click=${() => choose(isChosen ? undefined : reason)}>
            <span class="count">${countText(count)}</span>
            <svg class="bar" width=${BAR_WIDTH} height="8" aria-hidden="true"><rect class="trough" width=${BAR_WIDTH} height="8" rx="4" /><rect width=${(BAR_WIDTH * count) / most} height="8" rx="4" /></svg>
            <span>${text}</span>
            ${advice ? html`<span class="faint advice">${advice}</span>` : nothing}
          </button>
        </li>`;
      })}
  </ul>`;
};

/** Pairs that may be one activity, with what was measured of each; nothing where there is no such pair. */
export const questions = ({ questions: asked, questionAdvice }: ReportData): TemplateResult | typeof nothing =>
  asked.length === 0
    ? nothing
    : html`<section><h2>Questions for you</h2><ul class="questions">${asked.map(
        ({ text, facts }) =>
          html`<li>${text}<details><summary>What was measured</summary>${facts.map((fact) => html`<p>${fact}</p>`)}</details></li>`,
      )}</ul>${questionAdvice.map((advice) => html`<p class="faint">${advice}</p>`)}</section>`;
