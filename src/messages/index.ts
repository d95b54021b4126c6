export { describeNotices, type NoticeLine } from './describe-notices';
export { describePlan, type PlanGroup, type PlanLine } from './describe-plan';
export { describeProvenance, type ProvenanceLines, type WitnessLine } from './describe-provenance';
export { evidenceText } from './evidence-text';
export { explain, guardText, summaryText } from './explain';
export { activityLabel, categoryLabel, criterionText, platformLabel, verdictText } from './labels';
export { type Message, messageFor } from './message-for';
export type { Naming } from './naming';
export { namingOf } from './naming-of';
export type { NumberLine } from './number-line';
export { durationText } from './quantity-text';
export {
  messageForConnection,
  messageForFinding,
  messageForItem,
  messageForMissing,
  messageForProblem,
  messageForRun,
} from './run-messages';
export { timeText } from './time-text';
