import { mishap, step, trace } from './steps';
import type { Trace } from './trace';

/** Traces in which a simulation once found something, each with what had been wrong. */
export const COUNTEREXAMPLES: Readonly<Record<string, Trace>> = {
  'E4 the checkpoint of a read in pages outlived the read, and the next read began in its middle': trace(
    { pageSize: 1, feed: 'full' },
    step('watchWrites'),
  ),
  'E4 a read that was resumed after a crash could not prove a removal, and the sync after it wrote that down': trace(
    { profile: 'health-connect', pageSize: 3, feed: 'full' },
    step('busyWeek'),
    mishap('removeOwn', 'crash-after', 'store.readWorkouts', { at: 2, meanwhile: 'removeOwn' }),
  ),
  'S5 a record of ours that a read without proof lacked was written again': trace(
    { feed: 'full', witness: 'none' },
    step('busyWeek', { sync: 'background' }),
    step('clearStore'),
    step('editDetail'),
  ),
  'R8 an item whose trouble the user had cleared was not planned again before a restart': trace(
    {},
    mishap('watchWrites', 'throw-before', 'sessions.apply'),
    step('clockBack', { sync: 'no' }),
  ),
  'E4 a sink written by two devices was tried in every run, since a conflict said nothing of what stands': trace(
    { profile: 'health-connect', devices: 2, feed: 'full', sessions: 'sink' },
    step('nothing'),
    step('watchWrites', { variant: 1, sync: 'both' }),
    step('claim', { index: 1, variant: 1, sync: 'no' }),
    step('busyWeek', { sync: 'both' }),
  ),
  'R5 a state put back from a backup wrote again what is there, in the background, where ranges can be read and changes cannot':
    trace(
      { profile: 'health-connect' },
      step('nothing'),
      step('backUp', { sync: 'no' }),
      step('busyWeek'),
      step('restore', { sync: 'no' }),
      step('goToBackground'),
    ),
  'L2 a first read that began while little could be read went on from its page, and missed what it had not been shown':
    trace(
      { pageSize: 3, fullReads: 'needed' },
      step('limitHistory', { sync: 'no' }),
      step('busyWeek'),
      mishap('loseState', 'crash-after', 'state.transact', { at: 1 }),
    ),
  'L3 a session that was updated after a backup and before its return looks edited, and stays': trace(
    { profile: 'health-connect' },
    step('watchWrites'),
    step('backUp', { sync: 'no' }),
    step('changeDetail'),
    step('restore', { sync: 'no' }),
    step('changeDetail', { sync: 'no' }),
  ),
  'R5 a state put back from a backup wrote again what is there, where the feed of changes fails once': trace(
    {},
    step('nothing'),
    step('backUp', { sync: 'no' }),
    step('busyWeek'),
    step('restore', { sync: 'no' }),
    mishap('nothing', 'throw-before', 'changes.read'),
  ),
  'R5 a state put back from a backup went on with a read that it had begun, and wrote again what was written since':
    trace(
      { profile: 'health-connect', pageSize: 3 },
      mishap('busyWeek', 'crash-after', 'any', { at: 9, request: 'completed' }),
      step('backUp', { sync: 'no' }),
      step('nothing'),
      step('restore', { sync: 'no' }),
    ),
  'L3 a session whose update was not written down looks edited, and did not follow its workout any more': trace(
    { profile: 'health-connect' },
    step('watchWrites'),
    step('changeDetail', { sync: 'no' }),
    mishap('nothing', 'crash-after', 'sessions.apply'),
    step('changeDetail', { sync: 'no' }),
  ),
  'E4 two phones that share a store and both write a session did so for ever, each because the other had': trace(
    { profile: 'health-connect', devices: 2 },
    step('record', { sync: 'no' }),
    step('claim', { variant: 3, sync: 'second' }),
    step('editFacts', { sync: 'no' }),
  ),
  'L2 rows that were damaged, found again and damaged once more were not found again': trace(
    { profile: 'health-connect', fullReads: 'needed' },
    step('runningOff', { sync: 'no' }),
    step('watchWrites', { sync: 'background' }),
    step('damage', { variant: 1 }),
    step('damage', { variant: 1, sync: 'no' }),
  ),
  'R5 a state put back from a backup wrote again what is there, where reading was denied in the middle of the run':
    trace(
      { profile: 'health-connect', pageSize: 3 },
      step('nothing'),
      step('backUp', { sync: 'no' }),
      step('busyWeek'),
      step('restore', { sync: 'no' }),
      mishap('nothing', 'user-before', 'sessions.read', { at: 2, sync: 'both', meanwhile: 'denyRead' }),
    ),
  'L2 rows that were damaged while the phone was locked were not found again': trace(
    { profile: 'health-connect' },
    mishap('busyWeek', 'user-before', 'detail.read', { at: 2, meanwhile: 'lock' }),
    step('damage', { variant: 1 }),
  ),
  'L2 rows that were damaged behind the page at which a first read had broken off were not found again': trace(
    { pageSize: 3 },
    mishap('busyWeek', 'throw-before', 'state.transact', { at: 2 }),
    step('damage', { variant: 1, sync: 'no' }),
  ),
  'S12 a record whose write was not answered was not linked while its session rested, and outlived it': trace(
    { profile: 'health-connect', gone: 'forgotten' },
    mishap('busyWeek', 'throw-after', 'writing.save'),
    step('clockBack', { sync: 'processes' }),
    step('eraseAll', { sync: 'no' }),
  ),
  'L3 a session that came back from the bin did not follow the record that had replaced its workout when it was binned':
    trace(
      {},
      step('watchWrites'),
      step('binSession', { sync: 'no' }),
      step('nothing', { sync: 'no' }),
      step('changeFacts'),
      step('unbin', { sync: 'no' }),
    ),
  'L3 a session that came back from the bin did not follow the record that replaced its workout meanwhile': trace(
    {},
    step('watchWrites'),
    step('binSession'),
    step('nothing', { sync: 'no' }),
    step('changeFacts'),
    step('unbin', { sync: 'no' }),
  ),
  'L2 a history that was limited after the run had asked what may be read was not read whole when it was free again':
    trace(
      { fullReads: 'needed' },
      mishap('busyWeek', 'user-after', 'sessions.read', { sync: 'processes', meanwhile: 'limitHistory' }),
    ),
  'S5 a record that the user had removed was written again in the background, where its session had been edited': trace(
    { profile: 'health-connect' },
    step('busyWeek', { sync: 'second' }),
    step('goToBackground', { sync: 'no' }),
    step('removeOwn', { sync: 'no' }),
    step('editFacts', { index: 3 }),
  ),
  'E4 a record without all of its parts, whose session is gone, made every settled sync write once more': trace(
    { gone: 'forgotten', witness: 'none' },
    step('failParts', { sync: 'no' }),
    step('record'),
    step('eraseAll', { sync: 'no' }),
  ),
  'S7 an edit that put a session back to what another phone knew was overwritten by that phone': trace(
    { profile: 'health-connect', devices: 2 },
    // How far it is depends on when it is changed.
    step('nothing', { sync: 'no' }),
    step('watchWrites', { sync: 'second' }),
    ...[1, 2, 3].map(() => step('nothing', { sync: 'no' })),
    step('changeDetail', { sync: 'background' }),
    ...[1, 2].map(() => step('nothing', { sync: 'no' })),
    step('editDetail', { sync: 'no' }),
  ),
  'R5 a run that looked for rekeyed sessions did not notice that its state had been erased meanwhile': trace(
    { pageSize: 2 },
    mishap('watchWrites', 'user-before', 'detail.read', { meanwhile: 'busyWeek' }),
    step('nothing', { request: 'completed' }),
    step('nothing', { sync: 'background' }),
    mishap('busyWeek', 'user-before', 'sessions.read', { at: 2, meanwhile: 'loseState' }),
  ),
  'L3 a session did not follow its workout once the answer to an update was lost, where the app had given it a title':
    trace(
      { profile: 'health-connect', titles: 'given' },
      step('watchWrites', { sync: 'no' }),
      step('nothing', { sync: 'no' }),
      step('nothing', { sync: 'processes' }),
      mishap('changeFacts', 'throw-after', 'sessions.apply'),
      step('changeFacts', { sync: 'no' }),
    ),
  'L3 a session did not follow its workout once the answer to an update was lost, where its app replaced the record twice':
    trace(
      {},
      step('busyWeek', { sync: 'processes' }),
      mishap('changeDetail', 'throw-before', 'state.transact', { at: 2, sync: 'both', meanwhile: 'busyWeek' }),
      step('nothing', { sync: 'no' }),
      step('changeDetail', { index: 3, sync: 'no', request: 'completed' }),
    ),
  'S12 a record whose write was never answered outlived its session, which a list only lacked': trace(
    { gone: 'forgotten' },
    step('nothing'),
    mishap('record', 'crash-after', 'writing.save'),
    step('eraseAll', { sync: 'no' }),
  ),
  'E4 only a restart closed a link of which nothing was left, once the app showed what proves that its list was read':
    trace(
      { gone: 'forgotten', witness: 'none' },
      mishap('nothing', 'user-after', 'store.access', { meanwhile: 'record' }),
      step('eraseAll', { sync: 'no' }),
      step('watchWrites', { variant: 3, sync: 'no' }),
      step('runningOn', { sync: 'no' }),
      step('removeOwn', { sync: 'both' }),
      step('record', { index: 1, sync: 'no' }),
    ),
  'S8 a list of sessions that had lacked a page was called whole by its store, since the page could be had again by its end':
    trace(
      { pageSize: 3 },
      step('busyWeek', { sync: 'no' }),
      step('nothing', { sync: 'background' }),
      mishap('losePage', 'user-after', 'sessions.read', {
        at: 1,
        sync: 'both',
        request: 'look',
        meanwhile: 'showSessions',
      }),
    ),
  'S8 a better copy whose samples may not be read took those of the session away': trace(
    { rules: 'careful' },
    step('watchWrites', { variant: 1 }),
    step('denySamples', { sync: 'no' }),
    step('busyWeek'),
  ),
  'L1 a new phone forgot that a disconnect was about to remove a record, and took its being gone for the wish of the user':
    trace(
      {},
      step('busyWeek', { sync: 'background' }),
      mishap('disconnectRemoving', 'throw-after', 'writing.remove', { sync: 'no' }),
      step('newPhone', { sync: 'no' }),
    ),
  'L3 an import that was named with its own workout waited for it when the store showed it under a new id': trace(
    {},
    step('watchWrites', { index: 3, sync: 'no' }),
    step('nothing'),
    step('nothing', { variant: 2, request: 'completed' }),
    step('changeFacts', { sync: 'no' }),
  ),
  'L1 an import was named with its workout, the key of which was taken for that of a session that had it by then':
    trace(
      { profile: 'health-connect' },
      mishap('busyWeek', 'throw-after', 'state.transact', { at: 2, request: 'completed' }),
      step('rekey', { index: 3, variant: 3, request: 'completed' }),
    ),
  'S8 an import whose workout was rewritten lost it to a session that was more like it, and was removed': trace(
    {},
    step('removeGone', { sync: 'no' }),
    step('phoneWrites', { index: 2 }),
    step('record', { index: 2, variant: 1, sync: 'no' }),
    step('changeFacts', { sync: 'background' }),
  ),
  'L1 what was said of a workout was taken to be about a session that got the key of that workout later': trace(
    {},
    step('record', { variant: 3, sync: 'no' }),
    step('watchWrites', { sync: 'no' }),
    step('nothing'),
    step('nothing', { index: 1, variant: 2, request: 'completed' }),
    step('rekey', { variant: 3, sync: 'no' }),
    step('disconnectRemoving', { sync: 'no' }),
  ),
  'P13 the judge took a phone for disconnected that its user had connected again before the disconnect had ended':
    trace(
      {},
      step('nothing', { sync: 'background', request: 'completed' }),
      mishap('disconnectRemoving', 'user-after', 'state.transact', {
        at: 1,
        meanwhile: 'connectAll',
        by: 'background',
        sync: 'no',
      }),
      step('record'),
    ),
  'E4 a session of a sink that was damaged was asked for by no run of a process whose user had looked first': trace(
    { profile: 'health-connect', sessions: 'sink' },
    step('nothing', { sync: 'no' }),
    step('nothing', { request: 'background' }),
    step('nothing', { sync: 'both', by: 'background' }),
    step('runningOn', { sync: 'no' }),
    step('watchWrites', { request: 'background' }),
    step('damageRow', { variant: 3, request: 'look' }),
  ),
  'E4 the judge had forgotten that time passes between a preview and its run, in which the time of grace of a session ended':
    trace(
      { rules: 'careful' },
      step('slowDown', { variant: 3, sync: 'no' }),
      step('nothing', { sync: 'no' }),
      step('record', { index: 3, variant: 1, sync: 'no' }),
      step('watchWrites', { request: 'look' }),
    ),
  'P13 the judge took a phone for disconnected whose state was lost before the disconnect had ended': trace(
    { profile: 'health-connect' },
    step('busyWeek', { sync: 'no' }),
    mishap('disconnectRemoving', 'user-after', 'state.transact', {
      at: 2,
      meanwhile: 'loseState',
      sync: 'processes',
      request: 'background',
    }),
  ),
};
