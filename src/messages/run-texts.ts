import type { FindingCode, MissingCode } from '../sync/surface/finding';
import type { ItemOutcome, ProblemCode, RunEnd } from '../sync/surface/report';
import type { Connection } from '../sync/surface/status';
import type { Text } from './reason-texts';

const GOES_ON = 'The next sync goes on from there.';
const IN_SETTINGS = "Allow it in the phone's settings, then sync again.";
const NOT_READABLE = 'The app that recorded it may still show it.';

const NEWER: Text = [
  'A newer version of this app wrote what sync remembers, so nothing was touched.',
  'Update the app, then sync again.',
];

/** What stood in the way of a run or of an item. */
export const PROBLEM_TEXTS: Readonly<Record<ProblemCode, Text>> = {
  unavailable: ['Sync cannot reach {side:side} now.', 'Try again later.'],
  'update-required': ['{Store:store} must be updated before sync can use it.', 'Update it, then sync again.'],
  permission: ['This app is not allowed to do that in {side:side}.', IN_SETTINGS],
  locked: ['The phone is locked, and {side:side} with it.', `Unlock the phone. ${GOES_ON}`],
  'auth-required': ['You are signed out, so {side:side} cannot be read.', 'Sign in, then sync again.'],
  offline: ['There is no connection to {side:side}.', `Go online. ${GOES_ON}`],
  'rate-limited': ['Sync has asked {side:side} too often for now.', `Wait a while. ${GOES_ON}`],
  'cursor-expired': ['It can no longer be told what changed in {side:side}, so everything is read again.'],
  precondition: ['It changed in {side:side} while sync was at work on it.', 'The next sync looks at it anew.'],
  invalid: ['It was not accepted by {side:side}.', 'Correct it, then try it again from the sync history.'],
  'too-large': ['It is larger than what {side:side} can take.', 'Shorten it, then try it again from the sync history.'],
  partial: ['Only a part of it reached {side:side}.', 'The next sync writes what is missing.'],
  cancelled: ['It was cancelled.', GOES_ON],
  unknown: ['Something went wrong in {side:side}.', 'Sync again. If it stays like this, tell the support.'],
  busy: ['Another sync is running, or was stopped a moment ago.', 'Sync again in a minute.'],
  'not-connected': ['This app is not connected to {store:store}.', 'Connect it, then sync again.'],
  'state-newer': NEWER,
  'state-elsewhere': [
    'What sync remembers was made on another phone or for another account, as after a restored backup.',
    'Take it over on this phone, or sign in with the account that it belongs to.',
  ],
};

/** What of it says something else where it is about what sync remembers. */
export const STATE_TEXTS: Partial<Readonly<Record<ProblemCode, Text>>> = {
  'update-required': NEWER,
  'too-large': ['There is no room for what sync remembers.', 'Free some space on the phone, then sync again.'],
};

/** What `diagnose` found. */
export const FINDING_TEXTS: Readonly<Record<FindingCode, Text>> = {
  'nothing-syncs': [
    'Nothing has come in or gone out yet.',
    'Check that workouts are in {store:store}, that this app may read them there, and what the settings let in.',
  ],
  'heart-rate-missing': [
    'The heart rate is missing in some imported workouts[: {workouts:number}].',
    'Allow this app to read heart rate in {store:store}, and check that the app that recorded them writes it there.',
  ],
  'route-missing': [
    'The route is missing in some imported workouts[: {workouts:number}].',
    'Allow this app to read routes in {store:store}; some ask for your consent one by one.',
  ],
  'background-stale': [
    'No sync has ended in the background for days[: {days:number}].',
    'Open the app now and then, and let it refresh in the background.',
  ],
  'background-denied': ['This app may not read workouts in the background.', IN_SETTINGS],
  'several-apps-write': [
    'Several apps write the same workouts[: {apps:word}].',
    'Switch one of them off in {store:store}, or choose the app that you prefer.',
  ],
  'history-limited': [
    'Workouts before {readableSince:time} cannot be read.',
    'Allow this app to read older data in {store:store}.',
  ],
  'write-denied': ['This app may not write workouts into {store:store}.', IN_SETTINGS],
  'read-denied': ['This app may not read workouts in {store:store}.', IN_SETTINGS],
  'store-unavailable': ['There is no health store on this phone that sync can reach.'],
  'store-outdated': ['{Store:store} is too old for sync.', 'Update it, then sync again.'],
  'store-locked': ['The phone was locked when sync last ran.', 'Unlock the phone and sync again.'],
  'killed-runs': ['The phone stopped sync before it had ended[, {count:number} times of late]. Nothing was lost.'],
  'clock-wrong': [
    'Some workouts end in the future[: {workouts:number}].',
    'Check the clock of this phone and of the device that recorded them.',
  ],
  'set-aside': [
    'Some items failed too often and were set aside[: {count:number}].',
    'Try them again from the sync history.',
  ],
  held: ['Sync waits for your word on removals.', 'Look at what would be removed, and confirm it if it is right.'],
  'state-damaged': ['A part of what sync remembers was lost[: {rows:number} entries], and is found again by syncing.'],
};

/** Why a field of a workout is missing. */
export const MISSING_TEXTS: Readonly<Record<MissingCode, Text>> = {
  indoor: ['It has no {field:word}, since it took place indoors.'],
  denied: ['This app may not read its {field:word}.', 'Allow it in {store:store}, then sync again.'],
  'consent-required': ['Its {field:word} is shown only with your consent.', 'Let this app see it, then sync again.'],
  'may-arrive': ['Its {field:word} may still arrive.', 'Open the app that recorded it, then sync again.'],
  'not-read': ['Nobody has looked for its {field:word} yet.'],
  'never-recorded': [
    'There is no {field:word} with it.',
    'If there should be, allow this app to read it in {store:store}.',
  ],
  'not-readable': ['{Store:store} does not hand on its {field:word}.', NOT_READABLE],
  'not-wanted': ['The sync settings leave its {field:word} out.', 'Switch it on in the sync settings.'],
};

/** How the app and the health store are connected, and the one thing to do about it. */
export const CONNECTION_TEXTS: Readonly<Record<Connection['state'], Text>> = {
  unavailable: ['This phone has no health store to sync with.'],
  'update-required': ['{Store:store} must be updated first.', 'Update it.'],
  'never-asked': ['This app is not connected to {store:store}.', 'Connect it.'],
  connected: ['This app is connected to {store:store}.'],
  unknowable: [
    'This app is connected to {store:store}, which does not tell what may be read.',
    "If nothing comes in, check this app's access in {store:store}.",
  ],
  'needs-attention': ['{Store:store} denies something that sync needs.', "Allow it in the phone's settings."],
};

/** How a run ended. */
export const RUN_TEXTS: Readonly<Record<RunEnd, Text>> = {
  done: ['Everything is in sync.'],
  fresh: ['The last sync is recent, so nothing was done.'],
  held: [
    'More would be removed than passes without your word, so nothing was done.',
    'Look at what would be removed, and confirm it if it is right.',
  ],
  budget: ['Sync used up its time before it was done. Nothing is lost.', GOES_ON],
  cancelled: ['Sync was cancelled before it was done. Nothing is lost.', GOES_ON],
  paused: ['Sync makes a pause[ until {until:time}].', GOES_ON],
  problem: ['Sync stopped before it was done. Nothing is lost.', 'Sync again.'],
};

/** What happened to one item, as a sentence and as a word beside a number. */
export const ITEM_TEXTS: Readonly<Record<ItemOutcome, readonly [sentence: string, counted: string]>> = {
  imported: ['Imported from {store:store}.', 'imported'],
  updated: ['The session was updated from {store:store}.', 'updated'],
  enriched: ['Detail was added to the session.', 'completed with detail'],
  'session-removed': ['The session was removed from the app.', 'removed from the app'],
  exported: ['Written to {store:store}.', 'exported'],
  rewritten: ['Written to {store:store} anew.', 'written anew'],
  'workout-removed': ["This app's record was removed from {store:store}.", 'removed from {store:store}'],
  // Links are closed and detached like this too: the reason says what happened, and to which side.
  linked: ['Noted; nothing had to be written to either side.', 'only noted'],
  'already-synced': ['Synced already.', 'synced already'],
  refused: ['Left where it is.', 'left where they are'],
  waiting: ['It waits.', 'waiting'],
  blocked: ['It waits for your answer.', 'waiting for your answer'],
  failed: ['It did not work this time.', 'failed'],
};
