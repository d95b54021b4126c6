import type { LinkKind, LinkState } from '../domain/link';
import type { Provenance, Witness } from '../sync/surface/provenance';
import { evidenceText } from './evidence-text';
import { fill } from './fill';
import { lookUp } from './look-up';
import { type Message, messageFor } from './message-for';
import type { Naming } from './naming';
import { appNameOf } from './naming-of';
import { type NumberLine, numberLine } from './number-line';
import type { Text } from './reason-texts';
import { messageForMissing } from './run-messages';

/** One recording of the activity, and how it differs from the original: nothing for the original itself. */
export interface WitnessLine extends Pick<Witness, 'kind' | 'key' | 'isOriginal'> {
  readonly text: string;
  readonly numbers: readonly NumberLine[];
  /** The measurements behind the comparison with the original. */
  readonly facts: readonly string[];
}

/** Where a session or a workout comes from, as texts. */
export interface ProvenanceLines extends Message {
  /** The recordings of the activity, the session first. */
  readonly witnesses: readonly WitnessLine[];
  /** What the workout lacks, one field after the other, and why. */
  readonly missing: readonly Message[];
}

const ORIGINS: Readonly<Record<LinkKind, string>> = {
  imported: 'Imported from {store:store}.',
  exported: 'Written to {store:store} by this app.',
  matched: 'Recorded on both sides, and recognised as one activity.',
};

/** Where an item of a pair stands that nothing is to be done about. */
const SETTLED: Readonly<Record<LinkState, Text>> = {
  active: ['Both sides are in step.'],
  detached: ['The workout is gone from {store:store}; the session stays in the app.'],
  'session-deleted': [
    'The session was deleted in the app, so the activity does not come back.',
    'Restore the session to bring it back.',
  ],
  'workout-removed': [
    'Its record was removed from {store:store}, so it is not written there again.',
    'Export the session again if it should be there.',
  ],
};

const PLACES: Readonly<Record<Exclude<Provenance['place'], 'settled'>, Text>> = {
  step: ['The next sync sees to it.'],
  skipped: ['It is left where it is.'],
  waiting: ['It waits.'],
  blocked: ['It is held back.'],
  absent: ['Sync knows nothing of it.', 'Sync, then look again.'],
};

const NOTHING_TO_DO: Text = ['Nothing is to be done about it.'];

const originText = ({ key, link, witnesses }: Provenance): string => {
  if (link?.copies.includes(key)) return "Another app's copy of an activity that is known already.";
  if (link) return lookUp(ORIGINS, link.kind) ?? '';
  const [only] = witnesses;
  if (only === undefined) return '';
  return only.kind === 'session' ? 'The app holds it.' : '{Store:store} holds it.';
};

const placeText = ({ place, link }: Provenance): Text =>
  place === 'settled' ? (lookUp(SETTLED, link?.state) ?? NOTHING_TO_DO) : (lookUp(PLACES, place) ?? ['']);

const witnessText = ({ kind, key, source, isOriginal }: Witness, { link }: Provenance, naming: Naming): string => {
  const app = kind === 'workout' && source === undefined ? 'another app' : appNameOf(source ? { source } : {}, naming);
  if (isOriginal) return `The original is from ${app}.`;
  if (kind === 'session') return `The app has a session ${link?.kind === 'imported' ? 'made from' : 'for'} it.`;
  const isOwnRecord = link?.kind === 'exported' && link.workout === key;
  return isOwnRecord ? fill("{Store:store} has this app's record of it.", {}, naming) : `A copy is in ${app}.`;
};

const witnessLine = (witness: Witness, provenance: Provenance, naming: Naming): WitnessLine => ({
  kind: witness.kind,
  key: witness.key,
  isOriginal: witness.isOriginal,
  text: witnessText(witness, provenance, naming),
  numbers: witness.numbers.map(numberLine),
  facts: (witness.comparison?.evidence ?? []).map((fact) => evidenceText(fact, naming)),
});

/**
 * What `Sync.explain` answers, in words: how the record came to be where it is and why it stays there, which app recorded
 * the original, which hold a copy and how their numbers differ, what is missing and why.
 *
 * **Shape** `text` begins with the record's name where `naming` has one; the advice is the first that there is.
 * **Laws** total: codes of a newer version have a sentence too, and no machine zone or locale changes it.
 *
 * @example
 * ```ts
 * import type { Provenance } from 'workout-sync';
 * import { describeProvenance } from 'workout-sync/messages';
 *
 * const watch = { app: 'com.example.watch', appName: 'Watch' };
 * const answer: Provenance = {
 *   key: 'w1', found: true, place: 'skipped', reasons: [{ code: 'manual-entry' }],
 *   witnesses: [{ kind: 'workout', key: 'w1', source: watch, isOriginal: true, numbers: [] }],
 *   missing: [{ workout: 'w1', field: 'route', why: 'indoor' }],
 * };
 * const { text, witnesses, missing } = describeProvenance(answer, { store: 'Apple Health' });
 * text; // => 'Apple Health holds it. It is left where it is. Somebody typed this workout in, and typed-in workouts stay out.'
 * witnesses[0]?.text; // => 'The original is from Watch.'
 * missing[0]?.text; // => 'It has no route, since it took place indoors.'
 * ```
 *
 * @see {@link describeNotices} for the same about all pairs of a plan.
 */
export const describeProvenance = (provenance: Provenance, naming: Naming = {}): ProvenanceLines => {
  const { key, place, reasons, witnesses, missing } = provenance;
  const [standing, hint] = placeText(provenance);
  // The reason of a settled pair is the state of its link, which has a text of its own.
  const why = place === 'settled' ? [] : reasons.map((reason) => messageFor(reason, naming));
  const name = naming.record?.(key);
  const advice = why.find((message) => message.advice !== undefined)?.advice ?? hint;
  const sentences = [originText(provenance), standing].filter(Boolean).map((text) => fill(text, {}, naming));
  return {
    text: `${name === undefined ? '' : `${name}: `}${[...sentences, ...why.map(({ text }) => text)].join(' ')}`,
    ...(advice !== undefined && { advice }),
    witnesses: witnesses.map((witness) => witnessLine(witness, provenance, naming)),
    missing: missing.map((field) => messageForMissing(field, naming)),
  };
};
