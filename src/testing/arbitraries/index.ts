/**
 * `workout-sync/testing/arbitraries`: records that have to do with each other, for property tests with fast-check, which stays
 * yours.
 *
 * @packageDocumentation
 */
export { type CopyKind, type CopyOptions, copyOf } from './copies';
export {
  type LabelledPair,
  type LabelledRecording,
  type LabelledRecordingsOptions,
  labelledPairs,
  labelledRecordings,
} from './labelled-recordings';
export { type EchoOptions, echoOf, editOf, sessionWith, workoutWith } from './records';
export { type WorldOptions, world } from './world';
