import { mishap, step, trace } from './steps';
import type { Trace } from './trace';

/** What happens to everybody, without an accident, on either platform. */
const STORIES: Readonly<Record<string, Trace['steps']>> = {
  'a first sync of a busy week': [step('busyWeek')],
  'an import changes in the store': [step('watchWrites'), step('changeFacts'), step('changeDetail')],
  'an exported session is edited, twice': [step('record'), step('editFacts', { variant: 1 }), step('editDetail')],
  'an exported session is deleted': [step('record'), step('binSession')],
  'an imported session is deleted, and its workout changes': [
    step('watchWrites'),
    step('eraseSession'),
    step('changeFacts'),
  ],
  'our record is removed from the store, and the session edited': [
    step('record'),
    step('removeOwn'),
    step('editFacts', { variant: 1 }),
  ],
  'an imported workout is removed, and the settings ask for it': [
    step('removeGone', { sync: 'no' }),
    step('watchWrites'),
    step('removeForeign'),
  ],
  'a workout is replaced under a new key': [step('watchWrites'), step('replace'), step('changeFacts')],
  'a copy arrives late': [step('watchWrites'), step('phoneWrites', { variant: 1 }), step('removeForeign')],
  'a session is recorded that the watch already has': [step('watchWrites'), step('record'), step('editFacts')],
  'an exported session gets another key, and is edited': [step('record'), step('rekey'), step('editFacts')],
  'an imported session gets another key, and its workout changes': [
    step('watchWrites'),
    step('rekey'),
    step('nothing'),
    step('changeFacts'),
  ],
  'a session ends while the watch has it': [step('startSession'), step('watchWrites'), step('complete')],
};

/** The stories, each on both platforms. */
export const scenes: Readonly<Record<string, Trace>> = Object.fromEntries(
  (['apple-health', 'health-connect'] as const).flatMap((profile) =>
    Object.entries(STORIES).map(([name, steps]) => [`${name} (${profile})`, trace({ profile }, ...steps)]),
  ),
);

const hc = { profile: 'health-connect' } as const;

/** Rare circumstances that random traces meet too seldom. */
export const circumstances: Readonly<Record<string, Trace>> = {
  'a write fails': trace({}, mishap('record', 'throw-before', 'writing.save')),
  'a removal fails': trace({}, step('record'), mishap('binSession', 'throw-before', 'writing.remove')),
  'a creation fails': trace({}, mishap('watchWrites', 'throw-before', 'sessions.apply')),
  'the process dies after it saved what it observed': trace(
    {},
    step('nothing'),
    mishap('watchWrites', 'crash-before', 'state.transact', { at: 2 }),
  ),
  'the user edits in the middle of an update': trace(
    {},
    step('watchWrites'),
    mishap('changeFacts', 'user-before', 'sessions.apply', { meanwhile: 'editFacts', variant: 1 }),
  ),
  'a workout is deleted and put back between two syncs': trace(
    hc,
    step('removeGone', { sync: 'no' }),
    step('watchWrites'),
    step('reinsert'),
  ),
  'the cursor expires while something is written': trace(
    hc,
    step('nothing'),
    step('expire', { sync: 'no' }),
    step('watchWrites'),
  ),
  'a workout is written while everything is read': trace(
    {},
    mishap('nothing', 'user-after', 'store.readWorkouts', { meanwhile: 'watchWrites' }),
  ),
  'the user removes our record, and edits the session after a restart': trace(
    {},
    step('record'),
    step('removeOwn'),
    step('restart', { sync: 'no' }),
    step('editFacts', { variant: 1 }),
  ),
  'a page of the sessions is lost': trace({}, step('record'), step('losePage')),
  'the server is away': trace({}, step('watchWrites'), step('record', { index: 1 }), step('goOffline')),
  'most of what was imported is removed at once': trace(
    {},
    step('removeGone', { sync: 'no' }),
    step('busyWeek'),
    step('clearStore'),
  ),
  'a session cannot be seen while its workout comes in': trace(
    {},
    step('record', { sync: 'no' }),
    mishap('watchWrites', 'throw-before', 'sessions.read'),
  ),
  'the state is lost': trace({}, step('record'), step('loseState')),
  'the user edits after the sessions were read, and before an update': trace(
    {},
    step('watchWrites'),
    mishap('changeFacts', 'user-after', 'sessions.read', { meanwhile: 'editFacts', variant: 1 }),
  ),
  'the state is lost, and a workout changes before the next sync': trace(
    hc,
    step('watchWrites'),
    step('loseState', { sync: 'no' }),
    step('changeDetail'),
  ),
  'the answer to an import is lost, and the workout changes before the next sync': trace(
    hc,
    mishap('watchWrites', 'crash-after', 'sessions.apply'),
    step('changeFacts'),
  ),
  'a deleted import changes in the store after a restart': trace(
    {},
    step('watchWrites'),
    step('eraseSession'),
    step('restart', { sync: 'no' }),
    step('changeFacts'),
  ),
  'a first sync in small pages': trace({ pageSize: 1 }, step('busyWeek')),
  'changes in small pages': trace({ pageSize: 1 }, step('nothing'), step('busyWeek'), step('changeFacts')),
  'samples may not be read any more, and a workout changes': trace(
    hc,
    step('watchWrites'),
    step('denySamples', { sync: 'no' }),
    step('changeDetail'),
    step('showStore'),
  ),
  'somebody looks before what came in last time is there again': trace(
    {},
    step('watchWrites'),
    step('rekey'),
    step('nothing'),
    step('changeFacts', { request: 'look' }),
    step('record', { index: 1, request: 'look' }),
    step('binSession', { request: 'look' }),
  ),
  'imports go off in the middle of a run, by another process': trace(
    {},
    step('nothing', { sync: 'processes' }),
    mishap('busyWeek', 'user-before', 'sessions.apply', { meanwhile: 'importsOff', by: 'background' }),
    step('watchWrites', { index: 3, sync: 'processes' }),
  ),
  'two processes at once': trace({}, mishap('busyWeek', 'rival', 'writing.save')),
  'somebody else signs in who trained at the same time, and the first user again': trace(
    {},
    step('record'),
    step('switchAccount'),
    step('record'),
    step('switchAccount'),
  ),
  'a new phone goes on where the old one has removed what was deleted': trace(
    { gone: 'forgotten' },
    step('watchWrites'),
    step('eraseSession'),
    step('newPhone'),
  ),
  'a new phone meets a record that the old one could not finish': trace(
    {},
    step('failParts', { sync: 'no' }),
    step('record'),
    step('showStore', { sync: 'no' }),
    step('newPhone'),
  ),
  'two phones at once': trace(
    { devices: 2 },
    step('busyWeek', { sync: 'both' }),
    step('changeFacts', { sync: 'both' }),
  ),
};
