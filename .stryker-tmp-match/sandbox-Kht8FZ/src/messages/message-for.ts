// @ts-nocheck
import type { Reason } from '../domain/reason';
import { fill } from './fill';
import { lookUp } from './look-up';
import type { Naming } from './naming';
import { REASON_TEXTS, type Text } from './reason-texts';

/** What a user of the app is told: a sentence, and what to do about it where anything can be done. */
export interface Message {
  readonly text: string;
  readonly advice?: string;
}

/** A route that is hidden is another matter than one that is not there: the user can show it. */
const ROUTE_ADVICE: Readonly<Record<string, string>> = {
  'consent-required': 'Let this app see the route of this workout, then sync again.',
  denied: 'Allow this app to read routes in {store:store}, then sync again.',
};

/** A host has texts for its own rules; until it shows them, the words of the code must do. */
const unknownText = (code: string): string => {
  const said = code
    .replace(/^host-/, '')
    .split('-')
    .join(' ');
  return code.startsWith('host-') ? `A rule of this app says: ${said}.` : `The reason is: ${said}.`;
};

/**
 * The English sentence for a reason, with its parameters filled in, and what to do about it.
 *
 * **Shape** `naming` says what the records, apps and the health store are called; without it they are called by their
 * ids. A host's own code (`host-…`) is spelt out, so a host shows its own text for those instead.
 * **Laws** total: every code has a sentence, a missing parameter leaves no hole in it, and no machine setting (zone,
 * locale) changes it.
 *
 * @example
 * ```ts
 * import { messageFor } from 'workout-sync/messages';
 *
 * const reason = { code: 'too-short', params: { actualSeconds: 95, minimumSeconds: 300 } } as const;
 * messageFor(reason).text; // => 'It lasts 1 min 35 s, and workouts under 5 min stay out.'
 * messageFor({ code: 'manual-entry' }).advice; // => 'Allow manual entries in the sync settings to bring it in.'
 * ```
 *
 * @see {@link explain} for a whole plan.
 */
export const messageFor = (reason: Reason, naming: Naming = {}): Message => {
  const { code, params = {} } = reason;
  const known = lookUp<Text>(REASON_TEXTS, code);
  // A code is not a template: a host may have put any sign into it.
  if (known === undefined) return { text: unknownText(String(code)) };
  const advice = lookUp(ROUTE_ADVICE, params.route) ?? known[1];
  return {
    text: fill(known[0], params, naming),
    ...(advice !== undefined && { advice: fill(advice, params, naming) }),
  };
};
