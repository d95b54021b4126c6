import type { ReasonCode } from '../../domain/reason';
import type { ProvenanceLines } from '../../messages/describe-provenance';
import { fill } from '../../messages/fill';
import { lookUp } from '../../messages/look-up';
import type { Message } from '../../messages/message-for';
import type { Naming } from '../../messages/naming';
import { messageForFinding } from '../../messages/run-messages';
import type { Finding, FindingCode } from '../../sync/surface/finding';
import type { Provenance } from '../../sync/surface/provenance';

/**
 * What somebody with a file can do. The advice of `workout-sync/messages` is for the user of an app on a phone: a file has
 * no permissions to give and no history to try again from. Where nothing stands here, nothing can be done.
 */
type Advice<Code extends string> = Readonly<Partial<Record<Code, string>>>;

const setting = (name: string): string => `The setting "${name}" decides that: see --settings.`;

const EXPORT_AGAIN = 'Correct it or delete it in the app that wrote it, and export again.';

const REASONS: Advice<ReasonCode> = {
  'import-off': setting('import.enabled'),
  'own-recording': setting('import.ownRecordings'),
  'activity-not-selected': setting('import.activities'),
  'category-off': setting('import.categories'),
  'before-import-start': 'An earlier --since brings it in, and --since all everything.',
  'source-ignored': setting('import.ignoredSources'),
  'origin-relayed': setting('import.refusedOrigins'),
  'manual-entry': setting('import.manualEntries'),
  'summary-only': setting('import.summaryOnly'),
  'detail-missing': setting('import.requiredDetail'),
  'detail-sparse': setting('import.minimumCoverage'),
  settling: 'A later export has them; --settings can shorten "import.settlingSeconds".',
  'too-short': setting('import.minimumDurationSeconds'),
  'too-long': setting('import.maximumDurationSeconds'),
  'too-near': setting('import.minimumDistanceMetres'),
  'in-the-future': 'Check the clock of the device that recorded it.',
  'workout-unknown': 'A file of which everything can be read settles it.',
  malformed: EXPORT_AGAIN,
};

const WRITE_IT_TOO =
  'If there should be one, check that the app that recorded them writes it into {store:store}, and export again.';

const FINDINGS: Advice<FindingCode> = {
  'nothing-syncs': 'Check that the file holds workouts, and what --preset, --settings and --since let in.',
  'heart-rate-missing': WRITE_IT_TOO,
  'route-missing': WRITE_IT_TOO,
  'several-apps-write': 'Their copies are known. The setting "import.preferredSources" says whose recording counts.',
  'clock-wrong': 'Check the clock of the device that recorded them.',
  held: 'See what would go with "plan FILE --into DB"; "sync" prints what lets it go.',
};

/** Findings whose sentence is about a phone, too. */
const FINDING_TEXTS: Advice<FindingCode> = {
  'killed-runs': 'A sync was stopped before it had ended[, {count:number} times of late]. Nothing was lost.',
};

/** What can be done about any of these reasons, each advice once. */
export const adviceForReasons = (codes: readonly string[]): readonly string[] => [
  ...new Set(codes.flatMap((code) => lookUp(REASONS as Readonly<Record<string, string>>, code) ?? [])),
];

/** What `diagnose` found, for somebody with a file. */
export const messageForFile = (finding: Finding, naming: Naming): Message => {
  const { code, evidence } = finding;
  const { [code]: text } = FINDING_TEXTS;
  const { [code]: advice } = FINDINGS;
  return {
    text: text === undefined ? messageForFinding(finding, naming).text : fill(text, evidence, naming),
    ...(advice !== undefined && { advice: fill(advice, evidence, naming) }),
  };
};

/** The words of a provenance, with what somebody with a file can do. */
export const provenanceForFile = (
  { advice: _ofAnApp, missing, ...lines }: ProvenanceLines,
  { place, reasons }: Provenance,
): ProvenanceLines => {
  const [advice] = place === 'settled' ? [] : adviceForReasons(reasons.map(({ code }) => code));
  return { ...lines, ...(advice !== undefined && { advice }), missing: missing.map(({ text }) => ({ text })) };
};
