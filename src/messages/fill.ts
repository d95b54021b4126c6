import type { Activity, ActivityAffinity, Category } from '../domain/activity';
import type { Platform } from '../domain/platform';
import { activityLabel, categoryLabel, platformLabel } from './labels';
import { lookUp } from './look-up';
import type { Naming } from './naming';
import { decimalText, distanceText, durationText, shareText } from './quantity-text';
import { timeText } from './time-text';

type Value = string | number;

/** How a hole of a template is filled, and what stands there where the value is missing or makes no sense. */
interface Format {
  readonly show: (value: Value, naming: Naming) => string;
  readonly otherwise: string;
  /** Whether only a finite number makes sense. */
  readonly numeric?: true;
}

const amount = (show: (value: number) => string, otherwise: string): Format => ({
  show: (value) => show(value as number),
  otherwise,
  numeric: true,
});

const AFFINITIES: Readonly<Record<ActivityAffinity, string>> = {
  same: 'the same',
  family: 'two names of one activity',
  near: 'close relatives',
  wildcard: 'at least one does not say',
  incompatible: 'never one activity',
};

const SIDES: Readonly<Record<string, string>> = {
  'session-store': "the app's sessions",
  state: 'what sync remembers',
};

const words = (value: Value): string => String(value).split('-').join(' ');

const FORMATS: Readonly<Record<string, Format>> = {
  word: { show: words, otherwise: 'something else' },
  record: {
    show: (key, { record }) => record?.(String(key)) ?? `“${key}”`,
    otherwise: 'another recording',
  },
  app: { show: (id, { app }) => app?.(String(id)) ?? String(id), otherwise: 'another app' },
  activity: { show: (id) => activityLabel(id as Activity), otherwise: 'Its activity' },
  category: { show: (id) => categoryLabel(id as Category), otherwise: 'Its category' },
  platform: { show: (id) => platformLabel(id as Platform), otherwise: 'The health store' },
  affinity: { show: (id) => lookUp(AFFINITIES, id) ?? words(id), otherwise: 'not known' },
  time: {
    show: (instant, { offsetSeconds }) => timeText(instant as number, offsetSeconds),
    otherwise: 'the date in the settings',
    numeric: true,
  },
  duration: amount(durationText, 'the limit'),
  distance: amount(distanceText, 'the limit'),
  share: amount(shareText, 'the limit'),
  side: { show: (id, { store = 'the health store' }) => lookUp(SIDES, id) ?? store, otherwise: 'one of the two sides' },
  number: amount((value) => decimalText(value, 1), 'some'),
};

const PART = /\[([^\]]*)\]/g;
const HOLE = /\{(\w+):(\w+)\}/g;

/** A text that says something, or a number that a person can read. */
const isShown = (value: unknown, format: Format | undefined): value is Value =>
  typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' && value !== '' && !format?.numeric;

/**
 * Fills the holes of a template.
 *
 * **Shape** `{name:format}` shows the parameter `name`; `{store:store}` is the health store, with a capital as
 * `{Store:store}`. A part in square brackets is left out where one of its parameters is missing; a hole outside of
 * brackets then says something general.
 * **Laws** never shows `undefined` or `NaN`; what a parameter holds is never read as a template.
 */
export const fill = (template: string, params: Readonly<Record<string, unknown>>, naming: Naming): string => {
  const store = naming.store ?? 'the health store';
  const formatOf = (kind: string): Format | undefined => lookUp(FORMATS, kind);
  return template
    .replace(PART, (_whole, part: string) => {
      let complete = true;
      part.replace(HOLE, (hole, name: string, kind: string) => {
        if (!isShown(params[name], formatOf(kind))) complete = false;
        return hole;
      });
      return complete ? part : '';
    })
    .replace(HOLE, (_hole, name: string, kind: string) => {
      if (kind === 'store') return name === 'Store' ? store.charAt(0).toUpperCase() + store.slice(1) : store;
      const format = formatOf(kind);
      const value = params[name];
      return format && isShown(value, format) ? format.show(value, naming) : (format?.otherwise ?? '');
    });
};
