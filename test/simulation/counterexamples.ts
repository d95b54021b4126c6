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
};
