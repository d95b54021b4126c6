import type { ChangeFeed, ChangePage } from '../../ports/health-store';
import { type StoreError, storeError } from '../../ports/store-error';
import type { HealthConnectCalls } from './calls';
import type { NativeChanges } from './module';
import type { HealthConnectOptions } from './options';
import { withTotals } from './read-workouts';
import type { NativeRecordType, NativeSession } from './records';

/**
 * What is watched: sessions alone. Each further type would fill the pages with the steps and pulses of the whole day, and one
 * record of a type that the library does not know makes a page unreadable for ever. What arrives late beside a session is found by
 * the full read that is made now and then.
 */
const WATCHED: NativeRecordType[] = ['ExerciseSession'];

const EXPIRED: ChangePage = { kind: 'expired' };

/** A token is all that a reading of changes consists of: what is refused as invalid is the token, or a page that no one can read. */
const isBadToken = ({ kind }: StoreError): boolean => kind === 'invalid' || kind === 'cursor-expired';

const sessionsOf = ({ upsertionChanges }: NativeChanges): readonly NativeSession[] => {
  const sessions = new Map<string, NativeSession>();
  for (const { record } of upsertionChanges) {
    const session = record as NativeSession & { readonly recordType?: string };
    if (session.recordType === undefined || session.recordType === 'ExerciseSession') {
      sessions.set(session.metadata?.id ?? '', session);
    }
  }
  return [...sessions.values()];
};

/**
 * Reads what changed, by Health Connect's tokens.
 *
 * **Laws** an empty token is never given and never used: Health Connect answers one where a token is expired, foreign or was
 * restored from a backup. A record that a page both puts and deletes lives.
 */
export const changeFeed = (calls: HealthConnectCalls, options: HealthConnectOptions): ChangeFeed => ({
  deletions: 'id',
  begin: async (call = {}) => {
    // The library takes a token and reads from it in one call. What that shows was there before: the range read shows it too.
    const first = await calls.ask(({ getChanges }) => getChanges({ recordTypes: WATCHED }), call.signal);
    if (!first.nextChangesToken) throw storeError('unavailable', 'Health Connect gave no changes token.');
    return first.nextChangesToken;
  },
  read: async (cursor, call = {}) => {
    if (!cursor) return EXPIRED;
    try {
      const page = await calls.ask(({ getChanges }) => getChanges({ changesToken: cursor }), call.signal);
      if (page.changesTokenExpired) return EXPIRED;
      const sessions = sessionsOf(page);
      const live = new Set(sessions.map(({ metadata }) => metadata?.id));
      return {
        kind: 'changes',
        upserts: await withTotals(calls, options, sessions, call.signal),
        deletions: page.deletionChanges
          .filter(({ recordId }) => !live.has(recordId))
          .map(({ recordId: key }) => ({ key })),
        next: page.nextChangesToken || cursor,
        more: page.hasMore && page.nextChangesToken !== '' && page.nextChangesToken !== cursor,
      };
    } catch (thrown) {
      if (isBadToken(thrown as StoreError)) return EXPIRED;
      throw thrown;
    }
  },
});
