import { fingerprint } from '../../domain/hash';
import { covers, type Interval, WHOLE_HISTORY } from '../../domain/interval';
import type { MirrorEntry } from '../../domain/workout';
import type { RunContext } from '../run/context';
import { visitAll } from '../run/visit-all';
import { COVERAGE, type Coverage, ONLY, READING, WORKOUTS } from '../state/collections';
import { drop, put, type RowChange } from '../state/table';
import { ALL_SEEN, isForeign, isOurOwn, keyed, type Observation, unseenOwn, upserted } from './mirror-rows';

interface AllRead {
  /** Whether it came to its end on pages that follow those of an earlier run. */
  readonly isResumed: boolean;
  /** Our own records that it neither met nor proved to be gone. */
  readonly unseen: ReadonlySet<string>;
}

/** What a cursor and a mirror are valid for: under another scope, everything is read again. */
export const scopePrint = ({ scope }: RunContext): string =>
  fingerprint(
    JSON.stringify([
      scope.account,
      scope.device,
      scope.platform,
      scope.readAccess,
      scope.mappingVersion,
      [...scope.ownSources].sort(),
    ]),
  );

/** A read that broke off leaves a mirror of which nothing absent can be concluded, and is done anew. */
export const brokenOff = (run: RunContext): RowChange[] => {
  const { state } = run;
  const before = state.get(COVERAGE);
  const { window = WHOLE_HISTORY } = before ?? {};
  const changes: RowChange[] = state.get(READING) ? [drop(READING, ONLY)] : [];
  if (before?.complete === false && before.cursor === undefined) return changes;
  return [...changes, put(COVERAGE, ONLY, { scope: scopePrint(run), window, complete: false, fullReadAt: 0 })];
};

interface ReadToItsEnd {
  readonly scope: string;
  readonly cursor: string | undefined;
  readonly window: Interval;
  /** Whether the store says that everything was given. */
  readonly complete: boolean;
  /** Whether the read proves what it does not show. */
  readonly proven: boolean;
  /** What it met; absent where it was taken up half-way, and what stood before is not known. */
  readonly met: ReadonlySet<string> | undefined;
}

const isUnchanged = (before: Coverage | undefined, now: Coverage): boolean =>
  before !== undefined && JSON.stringify({ ...before, fullReadAt: 0 }) === JSON.stringify({ ...now, fullReadAt: 0 });

/** Whether a read that found every record as it was says something else about the rest: what follows is planned by it. */
const tellsMore = ({ state }: RunContext, { proven, window }: ReadToItsEnd): boolean => {
  const before = state.get(COVERAGE);
  return before?.complete !== proven || before.window.start !== window.start || before.window.end !== window.end;
};

/** The rows that change when the last page was read. */
const concluded = async (run: RunContext, read: ReadToItsEnd, seen: Observation): Promise<RowChange[]> => {
  const { state, host } = run;
  const { cursor, window, proven, met } = read;
  const missing: MirrorEntry[] = [];
  await visitAll(run, state.all(WORKOUTS).values(), (entry) => {
    if (met === undefined || met.has(entry.key)) return;
    if (covers(window, entry) && !isOurOwn(run, entry.key)) missing.push(entry);
  });
  // Our own records are shown whatever is hidden: a whole read that lacks one has seen that it is not there.
  const dropped = proven ? missing : missing.filter((entry) => read.complete && !isForeign(run, entry));
  for (const { key } of dropped) {
    seen.absent.add(key);
    seen.changed.delete(key);
  }
  const coverage: Coverage = {
    scope: read.scope,
    window,
    complete: proven,
    ...(cursor !== undefined && proven && { cursor }),
    ...(window.start > WHOLE_HISTORY.start && { readFrom: window.start }),
    // Taken up half-way, it cannot tell what has gone since the mirror was first filled: it is done again soon.
    fullReadAt: met !== undefined || state.get(COVERAGE) === undefined ? run.now() : 0,
  };
  const isKept = host.store.changes === undefined && isUnchanged(state.get(COVERAGE), coverage);
  return [...dropped.map(({ key }) => drop(WORKOUTS, key)), ...(isKept ? [] : [put(COVERAGE, ONLY, coverage)])];
};

/** The cursor from which later changes can be read; none where the store has no feed, or does not give one now. */
const beginChanges = async (run: RunContext): Promise<string | undefined> => {
  const { changes } = run.host.store;
  if (changes === undefined) return undefined;
  const begun = await run.ask('health-store', (options) => changes.begin(options));
  return begun.kind === 'ok' && begun.value ? begun.value : undefined;
};

const readPage = (run: RunContext, page: string | undefined) =>
  run.ask('health-store', async (options) => {
    const read = await run.host.store.readWorkouts({
      ...options,
      window: WHOLE_HISTORY,
      limit: run.pace.pageSize,
      ...(page !== undefined && { page }),
    });
    return { ...read, items: read.items.map(keyed) };
  });

/**
 * Reads everything. The cursor is taken before the first page, so that nothing falls between the two, and stored when the
 * last page is in the mirror.
 *
 * **Laws** what a complete read did not show leaves the mirror, but where the platform hides whether reading is allowed, only if that
 * read shows a record of another app, or the mirror never held one: a hidden permission shows own records only.
 *
 */
export const readAll = async (run: RunContext, seen: Observation): Promise<AllRead> => {
  const scope = scopePrint(run);
  const interrupted = run.state.get(READING);
  let readFrom = run.scope.readFrom ?? WHOLE_HISTORY.start;
  // Pages from a time when less could be read lack what can be read now; what has changed on them since, only a cursor tells.
  const isAsWide = (interrupted?.readFrom ?? WHOLE_HISTORY.start) <= readFrom;
  const isGoodStill = interrupted?.scope === scope && isAsWide && interrupted.cursor !== undefined;
  const resumed = isGoodStill ? interrupted : undefined;
  const cursor = resumed ? resumed.cursor : await beginChanges(run);
  let page = resumed?.page;
  const hadForeign = [...run.state.all(WORKOUTS).values()].some((entry) => isForeign(run, entry));
  let metForeign = resumed?.metForeign ?? false;
  const isKnownToBeAllowed = run.scope.readAccess === 'granted';
  const met = new Set<string>();
  for (;;) {
    const answer = await readPage(run, page);
    if (answer.kind === 'error') {
      run.blame('health-store', answer.error);
      await run.commit(brokenOff(run));
      return { isResumed: false, unseen: await unseenOwn(run, met) };
    }
    const { items, next, complete, window } = answer.value;
    // What may be read can change between two pages: the whole reaches back as far as every one of them.
    readFrom = Math.max(readFrom, window.start);
    for (const workout of items) {
      met.add(workout.key);
      metForeign = metForeign || isForeign(run, workout);
    }
    const changes = upserted(run, items, seen);
    run.progress({ phase: 'observing', done: met.size });
    if (!next) {
      const proven = complete && (isKnownToBeAllowed || metForeign || !hadForeign);
      const end: ReadToItsEnd = {
        scope,
        cursor,
        window: { ...window, start: readFrom },
        complete,
        proven,
        met: resumed ? undefined : met,
      };
      const conclusion = await concluded(run, end, seen);
      // A checkpoint of this read may still wait to be written: its end takes it back.
      if (page !== undefined || interrupted !== undefined) run.later([drop(READING, ONLY)]);
      const isNews = changes.length + seen.absent.size > 0 || resumed !== undefined || tellsMore(run, end);
      if (isNews) await run.commit([...changes, ...conclusion]);
      else run.later(conclusion);
      return { isResumed: resumed !== undefined, unseen: complete ? ALL_SEEN : await unseenOwn(run, met) };
    }
    page = next;
    const checkpoint = put(READING, ONLY, {
      scope,
      page,
      metForeign,
      ...(cursor !== undefined && { cursor }),
      ...(readFrom > WHOLE_HISTORY.start && { readFrom }),
    });
    if (changes.length > 0) await run.commit([...changes, checkpoint]);
    else run.later([checkpoint]);
    await run.breathe();
  }
};

/**
 * Where changes cannot be read, as in the background of Health Connect, a range may still show our own records. Without them, a
 * state that was put back from a backup would write again what is there. The cursor stays where it is, unless nothing can be read
 * at all.
 *
 * @returns our own records that are not shown.
 */
export const readShown = async (run: RunContext, seen: Observation): Promise<ReadonlySet<string>> => {
  const met = new Set<string>();
  let page: string | undefined;
  do {
    const answer = await readPage(run, page);
    if (answer.kind === 'error') {
      await run.commit(brokenOff(run));
      break;
    }
    for (const { key } of answer.value.items) met.add(key);
    await run.commit(upserted(run, answer.value.items, seen));
    page = answer.value.next;
    await run.breathe();
  } while (page);
  return unseenOwn(run, met);
};
