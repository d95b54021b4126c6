import type { ReasonCode } from '../domain/reason';

/** A sentence for a user of the app, and what to do about it where anything can be done. See `fill` for the holes. */
export type Text = readonly [text: string, advice?: string];

const LOOKS_AGAIN = 'The next sync looks at them.';
const NO_SAMPLES = 'It has no samples behind it, such as heart rate, speed or a route.';
const BY_HAND = 'Export it by hand if it should go out all the same.';
const SAME_OR_NOT = 'Say whether the two are the same activity or different ones.';

/**
 * The English texts, code by code.
 *
 * **Laws** a code without a text does not compile. `docs/problems.md` lists the same codes for the host's team.
 */
export const REASON_TEXTS: Readonly<Record<ReasonCode, Text>> = {
  // Why a workout may not come in.
  'import-off': ['Importing workouts is switched off.', 'Switch imports on to bring it in.'],
  'own-export': ['This app wrote this record itself, so its session is in the app already.'],
  'own-recording': [
    "This app's own recorder[ ({app:app})] wrote this workout, and own recordings stay out.",
    'Allow own recordings in the sync settings to bring it in.',
  ],
  'activity-not-selected': [
    '{activity:activity} is not among the activities to sync.',
    'Add it to the activities to sync to bring the workout in.',
  ],
  'category-off': [
    '{category:category} is switched off in the sports to sync.',
    'Switch it on to bring the workout in.',
  ],
  'before-import-start': [
    'It starts before {from:time}, and earlier workouts stay out.',
    'Choose an earlier start date for imports to bring it in.',
  ],
  'source-ignored': ['Workouts from {app:app} are ignored.', 'Take it off the ignored apps to bring the workout in.'],
  'origin-relayed': ['It came through {origin:word}, which sends its workouts to this app directly.'],
  'manual-entry': [
    'Somebody typed this workout in, and typed-in workouts stay out.',
    'Allow manual entries in the sync settings to bring it in.',
  ],
  'summary-only': [NO_SAMPLES, 'Allow workouts without samples in the sync settings to bring it in.'],
  'detail-missing': ['It has none of the samples that a workout needs to come in: {needed:word}.'],
  'detail-sparse': ['Its {series:word} covers {coverage:share} of its time, and {minimumCoverage:share} is needed.'],
  'detail-unread': ['Its samples have not been counted yet.', LOOKS_AGAIN],
  settling: [
    'It ended so recently that samples may still arrive; it waits for them[ until {until:time}].',
    'Open the app that recorded it, so that it can hand over what it has.',
  ],
  'too-short': ['It lasts {actualSeconds:duration}, and workouts under {minimumSeconds:duration} stay out.'],
  'too-long': [
    'It lasts {actualSeconds:duration}, more than the {maximumSeconds:duration} that a workout may take; ' +
      'somebody may have forgotten to stop it.',
    'Raise the longest duration in the sync settings if it is a real one.',
  ],
  'too-near': ['It covers {actualMetres:distance}, and workouts under {minimumMetres:distance} stay out.'],
  'in-the-future': [
    'It ends in the future[, at {until:time}].',
    'Check the clock of this phone and of the device that recorded it.',
  ],

  // Why a session may not go out. `session-deleted` is a reason for steps too.
  'export-off': ['Exporting sessions is switched off.', `Switch exports on. ${BY_HAND}`],
  'not-completed': ['It is still being recorded.', 'Finish the recording; it goes out with the next sync.'],
  'session-deleted': ['The session was deleted in the app.'],
  'imported-from-here': ['It came from {platform:platform}, so it is there already.'],
  'origin-writes-there': ['It came through {origin:word}, which writes to {store:store} itself.', BY_HAND],
  'no-detail': [NO_SAMPLES, BY_HAND],
  'session-detail-unread': ['The samples of this session have not been counted yet.', LOOKS_AGAIN],
  'activity-not-writable': [
    '{platform:platform} takes no “{activity:activity}” as a workout of its own.',
    "Change the session's activity to one that it takes.",
  ],
  'activity-lossy': ['{platform:platform} would show “{activity:activity}” as a broader activity.', BY_HAND],
  'session-too-short': [
    'It lasts {actualSeconds:duration}, and sessions under {minimumSeconds:duration} stay home.',
    BY_HAND,
  ],
  'owned-elsewhere': [
    'Another device[ ({owner:word})] keeps this session in {store:store}.',
    'Sync on that device, or let this device take the session over.',
  ],
  'before-export-start': [
    'It starts before {from:time}, and earlier sessions stay home.',
    `Choose an earlier start date for exports. ${BY_HAND}`,
  ],
  'grace-period': [
    "It ended so recently that a watch's own copy may still arrive; it waits for that[ until {until:time}].",
  ],
  'session-in-the-future': ['It ends in the future[, at {until:time}].', 'Check the clock of this phone.'],

  // Why a record can only wait.
  'session-unknown': [
    "The app's list of sessions is not complete, or proves nothing by itself, so nothing is known for certain about this one.",
    'Go online, sign in and sync again.',
  ],
  'workout-unknown': [
    'What {store:store} holds could not be read in full, so nothing is known for certain about this one.',
    'Unlock the phone, allow this app to read workouts in {store:store}, and sync again.',
  ],
  'session-open': [
    'A session is still being recorded at this time.',
    'Finish the recording; the next sync goes on from there.',
  ],
  'direction-off': ['Syncing in this direction is switched off.', 'Switch it on to go on from where it stopped.'],
  'awaits-partner': ['It belongs with a record that was not seen yet.'],

  // Why a record is left where it is.
  malformed: [
    'The record is damaged[: its field “{field:word}” cannot be right].',
    'Correct it or delete it in the app that wrote it.',
  ],
  'deleted-in-app': [
    'You deleted the session of this activity in the app, so it does not come back.',
    'Restore the session to bring it back.',
  ],
  'removed-in-store': [
    'This record was removed from {store:store}, so sync leaves it alone.',
    'Export the session again if it should be there.',
  ],
  'unknown-owner': [
    'This app wrote it for a session that is not here, perhaps with another account.',
    'Sign in with that account to see it.',
  ],
  'duplicate-session': [
    'Another session already stands for this activity: {of:record}.',
    'Delete one of the two, or say that they are different activities.',
  ],
  deleted: ['The session was deleted before it left the app.'],

  // Why a record is held until somebody decides.
  'possible-twin': ['It may be the same activity as {other:record}.', SAME_OR_NOT],
  'part-of-session': ['It and {other:record} may be a part and the whole of one activity.', SAME_OR_NOT],
  quarantined: [
    'It failed too often and was set aside, so that it stops nothing else.',
    'Try it again from the sync history.',
  ],

  // Why a step is taken.
  'new-workout': ['The app has no session for this workout yet.'],
  'new-session': ['{Store:store} does not hold this session yet.'],
  'same-activity': ['Both sides hold the same activity already, so nothing is created.'],
  'origin-known': ['The session came from this workout, and the link between them was lost.'],
  'own-record-found': ['{Store:store} already holds a record that this app wrote for the session.'],
  'workout-changed': ['The workout changed in {store:store}.'],
  'detail-arrived': ['Samples or totals arrived after the workout.'],
  'session-changed': ['The session in the app and its record in {store:store} no longer agree; the session counts.'],
  'both-agree': ['Both sides changed, and they agree.'],
  'conflict-kept-session': [
    'Both sides changed; your edit in the app stays.',
    'Take the side of {store:store} if that one is right.',
  ],
  'conflict-took-workout': ['Both sides changed; you chose what {store:store} says.'],
  'workout-removed': ['The workout was removed from {store:store}.'],
  'copy-promoted': ['The workout is gone from {store:store}; a copy of it takes its place.'],
  'better-copy': ['A better recording of the same activity arrived.'],
  'user-preferred': ['You prefer this recording.'],
  'record-replaced': ['The app that recorded it replaced its record with a new one.'],
  'copy-found': ['Another app holds a copy of this workout.'],
  'source-back': ['The workout is back in {store:store}.'],
  'session-restored': ['The session is back in the app.'],
  'user-asked': ['You asked for it.'],
};
