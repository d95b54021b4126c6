import { html, nothing, type TemplateResult } from 'lit-html';
import type { ReportData, ReportPlace } from '../report/report-data';
import { DAY } from './buckets';
import { EVERYTHING, FIRST_ROWS, type View } from './model';
import { countText, isoDay, PLACES } from './words';

type Change = (change: Partial<View>) => void;

const givenBy = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

const numberFrom = (value: string): { readonly activity?: number } => (value === '' ? {} : { activity: Number(value) });

const dayFrom = (value: string): number | undefined => {
  const at = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(at) ? undefined : at;
};

/** The same view without the fields that are named, which `undefined` would not leave out. */
const without = (view: View, ...names: readonly (keyof View)[]): View =>
  Object.fromEntries(Object.entries(view).filter(([name]) => !names.includes(name as keyof View))) as unknown as View;

const isFiltered = (view: View): boolean =>
  view.hidden.size > 0 ||
  view.onlyShared ||
  view.text !== '' ||
  [view.from, view.to, view.activity, view.place, view.reason].some((one) => one !== undefined);

/** Fields for time, activity, place, copies and words; the sources have switches of their own. */
export const filters = (data: ReportData, view: View, found: number, set: (view: View) => void): TemplateResult => {
  const change: Change = (changed) => set({ ...view, ...changed, shown: FIRST_ROWS });
  const setDay = (name: 'from' | 'to', value: string) => {
    const at = dayFrom(value);
    // "To" includes the day that it names.
    set(at === undefined ? without(view, name) : { ...view, [name]: name === 'to' ? at + DAY : at, shown: FIRST_ROWS });
  };
  const activities = data.activities
    .map((label, index) => ({ label, index }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  return html`<form class="filters" @submit=${(event: Event) => event.preventDefault()}>
    <label>From <input type="date" .value=${view.from === undefined ? '' : isoDay(view.from)} @change=${(event: Event) => setDay('from', givenBy(event))} /></label>
    <label>To <input type="date" .value=${view.to === undefined ? '' : isoDay(view.to - 1)} @change=${(event: Event) => setDay('to', givenBy(event))} /></label>
    <label>Activity
      <select .value=${String(view.activity ?? '')} @change=${(event: Event) => set({ ...without(view, 'activity'), ...numberFrom(givenBy(event)), shown: FIRST_ROWS })}>
        <option value="">All</option>
        ${activities.map(({ label, index }) => html`<option value=${index}>${label}</option>`)}
      </select>
    </label>
    <label>Place
      <select .value=${view.place ?? ''} @change=${(event: Event) => {
        const place = givenBy(event) as ReportPlace | '';
        set({ ...without(view, 'place'), ...(place !== '' && { place }), shown: FIRST_ROWS });
      }}>
        <option value="">All</option>
        ${Object.entries(PLACES).map(([place, label]) => html`<option value=${place}>${label}</option>`)}
      </select>
    </label>
    <label>Search <input type="search" placeholder="title, app, key" .value=${view.text} @input=${(event: Event) => change({ text: givenBy(event) })} /></label>
    <label class="check"><input type="checkbox" .checked=${view.onlyShared} @change=${() => change({ onlyShared: !view.onlyShared })} /> with copies only</label>
    <output aria-live="polite">${countText(found)} ${found === 1 ? 'workout' : 'workouts'}</output>
    ${isFiltered(view) ? html`<button type="button" class="link" @click=${() => set({ ...EVERYTHING, measure: view.measure })}>Show everything</button>` : nothing}
  </form>`;
};
