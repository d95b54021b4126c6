// @ts-nocheck
import type { Evidence, EvidenceCode } from '../match/comparison';
import { fill } from './fill';
import { lookUp } from './look-up';
import type { Naming } from './naming';

/** What was measured, and in brackets what it was held against. */
const EVIDENCE_TEXTS: Readonly<Record<EvidenceCode, string>> = {
  'shared-id': 'Both carry the same id ({value:word}).',
  'conflicting-id': 'They carry different ids ({value:word}).',
  parent: 'One is recorded as a leg of the other ({value:record}).',
  'overlap-of-union': 'They share {value:share} of the time that either covers[ ({threshold:share} is enough)].',
  'overlap-of-shorter': 'They share {value:share} of the time of the shorter one[ ({threshold:share} is the least)].',
  'start-distance': 'Their starts are {value:duration} apart[ (near is up to {threshold:duration})].',
  'end-distance': 'Their ends are {value:duration} apart[ (near is up to {threshold:duration})].',
  'activity-affinity': 'Their activities: {value:affinity}.',
  'distance-ratio': 'The shorter distance is {value:share} of the longer[ ({threshold:share} agrees)].',
  'energy-ratio': 'The lower energy is {value:share} of the higher.',
  'same-source': 'One app wrote both: {value:app}.',
  'exact-rewrite': 'One app wrote the same recording twice: {value:app}.',
  'hour-shift': 'They are {value:number} h apart to the second, as after a time-zone fault.',
  'long-recording': 'One lasts {value:duration}; somebody may have forgotten to stop it.',
  'sibling-piece': 'It is one piece beside another ({value:record}), and the whole covers both.',
  answered: 'You have said that they are {value:word}.',
};

/**
 * One fact of a comparison, as a sentence with what was measured and what it was held against.
 *
 * @example
 * ```ts
 * import { evidenceText } from 'workout-sync/messages';
 *
 * evidenceText({ code: 'overlap-of-union', value: 0.92, threshold: 0.6, speaks: 'for' });
 * // => 'They share 92 % of the time that either covers (60 % is enough).'
 * ```
 *
 * @see {@link verdictText} for what the facts add up to.
 */
export const evidenceText = ({ code, value, threshold }: Evidence, naming: Naming = {}): string =>
  fill(lookUp(EVIDENCE_TEXTS, code) ?? 'Something else was measured: {value:word}.', { value, threshold }, naming);
