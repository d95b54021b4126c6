import type { Instant } from '../../domain/interval';

/** Java prints three, six or nine digits of a second; ECMAScript promises to read three. */
const FINER_THAN_MILLISECONDS = /(\.\d{3})\d+/;

/** An instant that Android printed; not a number, where it is none. */
export const instantOf = (text: string): Instant => Date.parse(text.replace(FINER_THAN_MILLISECONDS, '$1'));

/** An instant as Android reads it. */
export const textOf = (instant: Instant): string => new Date(instant).toISOString();
