/**
 * `workout-sync`: decides how workouts sync between an app and the phone's health store.
 *
 * @packageDocumentation
 */
export {
  ACTIVITIES,
  type Activity,
  type ActivityAffinity,
  activityAffinity,
  CATEGORIES,
  type Category,
  canContain,
  categoryOf,
  type Family,
  familyOf,
  isActivity,
} from './domain/activity';
export { type ActivityFidelity, fidelityOf } from './domain/activity-fidelity';
export type { DetailSummary, SeriesName, SeriesSummary } from './domain/detail-summary';
export { externalIdOf, importedSessionKey, isExternalId } from './domain/external-id';
export type { Instant, Interval } from './domain/interval';
export { type Answer, EMPTY_LEDGER, type Ledger, type RecordName } from './domain/ledger';
export {
  isTombstone,
  type Link,
  type LinkKind,
  type LinkState,
  type MergeBase,
  type Tombstone,
} from './domain/link';
export { findMalformedField, type MalformedField } from './domain/malformed';
export type { MatchSettings } from './domain/match-settings';
export { toMirrorEntry } from './domain/mirror';
export type { Observed } from './domain/observed';
export type { Platform } from './domain/platform';
export { type Prints, printOf, sameDetail, sameFacts } from './domain/prints';
export type { AppleHealthRawActivity, HealthConnectRawActivity, RawActivity } from './domain/raw-activity';
export type {
  BlockedCode,
  ExportRefusalCode,
  HostCode,
  ImportRefusalCode,
  Reason,
  ReasonCode,
  Refusal,
  SkippedCode,
  StepCode,
  WaitingCode,
} from './domain/reason';
export type { Energy, Recording, RecordingMethod } from './domain/recording';
export type { Result } from './domain/result';
export type { Scope } from './domain/scope';
export type { Origin, Session } from './domain/session';
export type { ExportSettings, GuardSettings, ImportSettings, Settings } from './domain/settings';
export type { Device, Source } from './domain/source';
export type { External, MirrorEntry, Workout } from './domain/workout';
export { type ClusterRecordingsOptions, clusterRecordings } from './match/cluster-recordings';
export { compareRecordings } from './match/compare-recordings';
export type {
  Cluster,
  Comparison,
  Copy,
  Criterion,
  Evidence,
  EvidenceCode,
  MatchVerdict,
  Rung,
} from './match/comparison';
export { DEFAULT_MATCH_SETTINGS } from './match/default-match-settings';
export { DEFAULT_SETTINGS } from './policy/default-settings';
export { DETAIL_UNREAD, SESSION_DETAIL_UNREAD } from './policy/detail-unread';
export { judgeExport } from './policy/judge-export';
export { judgeImport } from './policy/judge-import';
export { ACTIVITY_PIPELINE } from './policy/presets/activity-pipeline';
export { TRAINING_LOAD_SERVICE } from './policy/presets/training-load-service';
export { TWO_WAY_RUN_TRACKER } from './policy/presets/two-way-run-tracker';
export type { ExportContext, ExportRule, HostRefusal, ImportContext, ImportRule } from './policy/rule';
export { type SettingsOverrides, settingsFrom } from './policy/settings-from';
export { isWaiting, type Verdict } from './policy/verdict';
export type { Access, AccessNeeds, Permission, ReadBeside } from './ports/access';
export { type AccessNeedsOptions, accessNeedsOf } from './ports/access-needs';
export { type Availability, availability, type Capability, type DescribedHealthStore } from './ports/availability';
export type { Clock } from './ports/clock';
export type { Detail, DetailPart, Lap, RoutePoint, Sample } from './ports/detail';
export type {
  CallOptions,
  ChangeFeed,
  ChangePage,
  Deletion,
  DetailReader,
  HealthStore,
  Summarised,
  WorkoutDraft,
  WorkoutWriter,
  Written,
  WrittenChild,
} from './ports/health-store';
export type { Page, PageRequest } from './ports/page';
export type { ItemResult, SessionChange, SessionPage, SessionStore } from './ports/session-store';
export type { Signal, SignalShape } from './ports/signal';
export type { StateChange, StateRange, StateRead, StateRow, StateStore } from './ports/state-store';
export { type StoreError, type StoreErrorKind, storeError, toStoreError } from './ports/store-error';
export { summariseDetail } from './ports/summarise-detail';
export { type ApplyRefusal, acknowledge, applyPlan, applySteps } from './reconcile/apply-plan';
export { combinePlans } from './reconcile/combine-plans';
export type { Presence } from './reconcile/gather/certainty';
export type { PlanOptions } from './reconcile/options';
export type {
  Effect,
  Expectation,
  Guard,
  Notice,
  NumberPair,
  Placed,
  Plan,
  Step,
} from './reconcile/plan';
export { openPlanner, type Planner, type WorldChange } from './reconcile/planner';
export { reconcile } from './reconcile/reconcile';
export type { World } from './reconcile/world';
export { compareNumbers } from './reconcile/write/copy-notice';
export { createSync } from './sync/create-sync';
export type { Decision } from './sync/surface/decision';
export type { Finding, FindingCode, MissingCode, MissingField } from './sync/surface/finding';
export type { Pace, SyncHost } from './sync/surface/host';
export type { Provenance, Witness } from './sync/surface/provenance';
export type {
  ItemOutcome,
  ItemReport,
  Problem,
  ProblemCode,
  RunCounts,
  RunEnd,
  RunReport,
} from './sync/surface/report';
export type { Progress, RunRequest } from './sync/surface/request';
export type { Activeness, Connection, LastTime, Status, SyncEvent } from './sync/surface/status';
export type { DisconnectOptions, HistoryPage, Sync } from './sync/surface/sync';
