import { html, nothing, render, type TemplateResult } from 'lit-html';
import type { ReportData } from '../report/report-data';
import { calendarOf } from './buckets';
import { filters } from './filters';
import { list } from './list';
import { clustersOf, EVERYTHING, FIRST_ROWS, rankedSources, rowsOf, totalsOf, type View } from './model';
import { pairs, questions, reasons } from './panels';
import { sources } from './sources';
import { scaleOf, stretchAt, timeline } from './timeline';
import { countText, dayText, farText } from './words';

const COLOURS = 8;
const MORE_ROWS = 200;
const CLICK_PIXELS = 4;
const WIDTH_WITHOUT_LAYOUT = 1000;

const data: ReportData = JSON.parse(document.getElementById('data')?.textContent ?? '');
const target = document.getElementById('report') as HTMLElement;
const order = rankedSources(data).map(({ source }) => source);
const clusters = clustersOf(data);
const calendar = calendarOf(data.rows);
const everything = totalsOf(data.rows);

/** The most frequent sources have a colour each, the others share one. */
const colourOf = (source: number): string => `c${Math.min(order.indexOf(source), COLOURS)}`;

let view: View = EVERYTHING;
let brush: readonly [number, number] | undefined;
let drag: { readonly x: number; readonly left: number } | undefined;

const set = (next: View): void => {
  view = next;
  draw();
};

const toggled = <Member>(all: ReadonlySet<Member>, one: Member): ReadonlySet<Member> => {
  const next = new Set(all);
  if (!next.delete(one)) next.add(one);
  return next;
};

const widthNow = (): number => target.querySelector('.drawing')?.clientWidth || WIDTH_WITHOUT_LAYOUT;

const tile = (value: string, label: string, note = ''): TemplateResult =>
  html`<div class="tile"><strong>${value}</strong><span>${label}</span>${note ? html`<span class="faint">${note}</span>` : nothing}</div>`;

const begin = (event: PointerEvent): void => {
  const area = event.currentTarget as HTMLElement;
  const { left } = area.getBoundingClientRect();
  drag = { x: event.clientX - left, left };
  area.setPointerCapture?.(event.pointerId);
};

const momentsOf = (
  { x, left }: { readonly x: number; readonly left: number },
  event: PointerEvent,
): readonly [number, number] => {
  const { at } = scaleOf(calendar, widthNow());
  const here = event.clientX - left;
  // A click means the bar, a drag means all bars that it touches.
  const [a, b] = [Math.min(x, here), Math.max(x, here)];
  return [stretchAt(calendar, at(a))[0], stretchAt(calendar, at(b))[1]];
};

const move = (event: PointerEvent): void => {
  if (drag === undefined || Math.abs(event.clientX - drag.left - drag.x) < CLICK_PIXELS) return;
  brush = momentsOf(drag, event);
  draw();
};

const end = (event: PointerEvent): void => {
  if (drag === undefined) return;
  const [from, to] = momentsOf(drag, event);
  drag = undefined;
  brush = undefined;
  // The same bar again lets go of it.
  if (view.from === from && view.to === to) {
    const { from: _from, to: _to, ...rest } = view;
    set(rest);
  } else set({ ...view, from, to, shown: FIRST_ROWS });
};

const title = (): TemplateResult => {
  const first = data.rows[0];
  const last = data.rows.at(-1);
  const span = first && last ? `${dayText(first.start)} – ${dayText(last.start)}` : '';
  const { copies, copiedMetres } = everything;
  const twice = copiedMetres > 0 ? `, which would count ${farText(copiedMetres)} twice` : '';
  return html`<header>
    <p class="eyebrow">${data.name} · ${data.file}</p>
    <h1>${countText(everything.originals)} activities${copies > 0 ? html`, <span class="mark">${countText(copies)} copies</span>` : nothing}</h1>
    <p class="lead">${countText(data.rows.length)} workouts that ${countText(data.sources.length)} ${data.sources.length === 1 ? 'app' : 'apps'} wrote. ${copies > 0 ? `${countText(copies)} of them are copies of an activity that is there already${twice}.` : 'None of them is there twice.'}</p>
    <p class="faint">${span}</p>
  </header>`;
};

const draw = (): void => {
  const width = widthNow();
  const { ever, now } = rowsOf(data, view);
  const totals = totalsOf(now);
  const showMore = () => set({ ...view, shown: view.shown + MORE_ROWS });
  const toggle = (key: string) => set({ ...view, open: toggled(view.open, key) });
  const measure = (name: View['measure']) =>
    html`<button type="button" aria-pressed=${view.measure === name} @click=${() => set({ ...view, measure: name })}>${name}</button>`;
  render(
    html`${title()}
      <section class="tiles" aria-label="Totals of what is shown">
        ${tile(countText(totals.originals), 'activities')} ${tile(countText(totals.copies), 'copies')}
        ${tile(countText(totals.leftOut), 'left out')}
        ${totals.waiting > 0 ? tile(countText(totals.waiting), 'waiting') : nothing}
        ${tile(`${countText(totals.hours)} h`, 'moving', 'each activity once')}
        ${totals.metres > 0 ? tile(farText(totals.metres), 'covered', 'each activity once') : nothing}
      </section>
      <section>
        <div class="head"><h2>The whole history</h2><span class="switch" role="group" aria-label="What the bars count">${measure('workouts')}${measure('hours')}</span></div>
        <div class="drawing" @pointerdown=${begin} @pointermove=${move} @pointerup=${end}>
          ${timeline({ data, view, width, order, colourOf, ...(brush && { brush }) }, ever)}
        </div>
        <p class="faint hint">Click a bar or drag over the bars to look at that time, or name it below with <em>From</em> and <em>To</em>. Paler: copies.</p>
        ${sources(data, view, width, colourOf, (source) => set({ ...view, hidden: toggled(view.hidden, source), shown: FIRST_ROWS }))}
      </section>
      <div class="columns">
        <section><h2>Who copies whom</h2>${pairs(data, clusters, now, totals.copiedMetres, colourOf)}</section>
        <section><h2>Left out, and why</h2>
          ${reasons(data, view, now, (reason) => {
            const { reason: _old, ...rest } = view;
            set({ ...rest, ...(reason !== undefined && { reason }), shown: FIRST_ROWS });
          })}
        </section>
      </div>
      ${questions(data)}
      ${
        data.problems.length === 0
          ? nothing
          : html`<section><h2>Not readable</h2><ul class="problems">${data.problems.map(({ where, message }) => html`<li>${where ? html`<code>${where}</code> ` : nothing}${message}</li>`)}</ul></section>`
      }
      <section><h2>Workouts</h2>${filters(data, view, now.length, set)}${list(data, view, now, clusters, colourOf, { toggle, showMore })}</section>
      <footer class="faint">Made by workout-sync ${data.version} on ${dayText(data.madeAt)}, with the settings <em>${data.settings}</em>. This page loads nothing and sends nothing.</footer>`,
    target,
  );
};

draw();
// The first drawing had no width yet.
draw();
new ResizeObserver(() => draw()).observe(target);
