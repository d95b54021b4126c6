import type { ChangeFeed } from '../../ports/health-store';
import type { RunContext } from '../run/context';
import { COVERAGE, type Coverage, ONLY, SUMMARY, WORKOUTS } from '../state/collections';
import { put } from '../state/table';
import { ALL_SEEN, deleted, isForeign, keyed, type Observation, upserted } from './mirror-rows';
import { brokenOff, readAll, readShown, scopePrint } from './read-all';

/** What is older than may be read now is told by no feed: the mirror is whole from then on only. */
const narrowed = ({ scope: { readFrom } }: RunContext, coverage: Coverage): Coverage =>
  readFrom !== undefined && readFrom > (coverage.readFrom ?? 0) ? { ...coverage, readFrom } : coverage;

/**
 * Reads what changed.
 *
 * @returns our own records that it could not tell of; nothing where the cursor is good no more.
 */
const readChanges = async (
  run: RunContext,
  feed: ChangeFeed,
  before: Coverage,
  seen: Observation,
): Promise<ReadonlySet<string> | undefined> => {
  const from = narrowed(run, before);
  // Without news no cursor takes it along, and once more can be read nobody would know that less could.
  if (from !== before) run.later([put(COVERAGE, ONLY, from)]);
  let { cursor } = from;
  while (cursor !== undefined) {
    const at: string = cursor;
    const answer = await run.ask('health-store', (options) => feed.read(at, options));
    if (answer.kind === 'error') {
      if (answer.error.kind === 'cursor-expired') return undefined;
      run.blame('health-store', answer.error);
      return readShown(run, seen);
    }
    const page = answer.value;
    if (page.kind === 'expired') return undefined;
    const upserts = page.upserts.map(keyed);
    const live = new Set(upserts.map(({ key }) => key));
    const changes = [...upserted(run, upserts, seen), ...deleted(run, page.deletions, live, seen)];
    // An empty cursor is no cursor: the one before it stays (Health Connect answers "" for one it does not know).
    const next = page.next || at;
    if (changes.length > 0 || (next !== at && page.more)) {
      await run.commit([...changes, put(COVERAGE, ONLY, { ...from, cursor: next })]);
    } else if (next !== at) {
      run.later([put(COVERAGE, ONLY, { ...from, cursor: next })]);
    }
    if (!page.more || next === at) return ALL_SEEN;
    cursor = next;
    run.progress({ phase: 'observing', done: seen.changed.size });
    await run.breathe();
  }
  return ALL_SEEN;
};

/**
 * What lost rows said is found by reading everything from its beginning, also where the pages of an interrupted read end behind
 * them. That this is to be done is written down with the rows it is for, so that a row that is lost for good asks for it once.
 */
const heedLosses = async (run: RunContext): Promise<void> => {
  const lost = run.state.lost();
  const summary = run.state.get(SUMMARY);
  const known = new Set(summary?.lost);
  if (lost.every((row) => known.has(row))) return;
  await run.commit([...brokenOff(run), put(SUMMARY, ONLY, { ...summary, lost })]);
};

/**
 * Brings the mirror up to what the health store shows, and notes in `seen` what that changed.
 *
 * **Laws** at any instant the mirror holds all that the cursor claims: both change in one transaction. Another scope, an
 * expired cursor, a damaged row and old age lead to reading everything.
 *
 * @returns our own records that may have been removed, as far as could be seen: an edit of their sessions waits.
 */
export const observeStore = async (run: RunContext, seen: Observation): Promise<ReadonlySet<string>> => {
  if (run.scope.readAccess === 'denied') return new Set();
  await heedLosses(run);
  const { changes: feed } = run.host.store;
  const coverage = run.state.get(COVERAGE);
  // Either way: a clock that was put back leaves a time that is long to come.
  const isOld = coverage !== undefined && Math.abs(run.now() - coverage.fullReadAt) > run.pace.fullReadSeconds * 1000;
  const isWider = (run.scope.readFrom ?? 0) < (coverage?.readFrom ?? 0);
  // A denied read looks like an empty one (HealthKit), and granting it later is told by no feed: until a record of another app
  // is seen, everything is read each time, which is little.
  const isBlind =
    run.scope.readAccess === 'unknown' && ![...run.state.all(WORKOUTS).values()].some((entry) => isForeign(run, entry));
  const isValid = !isBlind && coverage !== undefined && coverage.scope === scopePrint(run) && !isOld && !isWider;
  if (feed !== undefined && isValid && coverage.cursor !== undefined) {
    const unseen = await readChanges(run, feed, coverage, seen);
    if (unseen) return unseen;
  }
  const { isResumed, unseen } = await readAll(run, seen);
  const now = run.state.get(COVERAGE);
  // Between the pages of a read that was taken up again much may have been written, by this app too.
  const later = isResumed && feed && now ? await readChanges(run, feed, now, seen) : undefined;
  return later ?? unseen;
};
