import type { DetailPart } from '../../ports/detail';
import type { WorkoutDraft, WorkoutWriter, WrittenChild } from '../../ports/health-store';
import { type StoreError, storeError } from '../../ports/store-error';
import type { HealthConnectCalls } from './calls';
import type { HealthConnectOptions } from './options';
import { type OwnRecords, ownRecords } from './own-records';
import type { MetricInsert, MetricType, SessionInsert } from './records';
import { toHealthConnectRecords } from './write-records';

/** What each type of record beside a session is part of. */
const partOf = (type: MetricType): DetailPart =>
  ['Distance', 'ActiveCaloriesBurned', 'TotalCaloriesBurned', 'ElevationGained'].includes(type) ? 'totals' : 'series';

/** After these, whatever else is tried fails as well. */
const ENDS: ReadonlySet<string> = new Set(['rate-limited', 'unavailable', 'update-required', 'cancelled']);

interface Inserted {
  readonly children: readonly WrittenChild[];
  readonly missing: ReadonlySet<DetailPart>;
}

/** Records of several types are several calls, none of which knows of the others: what fails is missing. */
const insertBeside = async (calls: HealthConnectCalls, records: readonly MetricInsert[]): Promise<Inserted> => {
  const children: WrittenChild[] = [];
  const missing = new Set<DetailPart>();
  let isOver = false;
  for (const type of new Set(records.map(({ recordType }) => recordType))) {
    const some = records.filter(({ recordType }) => recordType === type);
    try {
      if (isOver) throw storeError('unknown', 'Not tried.');
      await calls.ask(({ insertRecords }) => insertRecords([...some]));
      children.push(...some.map(({ metadata }) => ({ type, key: metadata.clientRecordId })));
    } catch (thrown) {
      isOver = isOver || ENDS.has((thrown as StoreError).kind);
      missing.add(partOf(type));
    }
  }
  return { children, missing };
};

/** Writes the session, without its route where that alone is refused. */
const insertSession = async (
  calls: HealthConnectCalls,
  session: SessionInsert,
): Promise<{ readonly key: string | undefined; readonly missing: readonly DetailPart[] }> => {
  const insert = (record: SessionInsert) => calls.ask(({ insertRecords }) => insertRecords([record]));
  try {
    return { key: (await insert(session))[0], missing: [] };
  } catch (thrown) {
    const { exerciseRoute, ...bare } = session;
    if (exerciseRoute === undefined || !['invalid', 'too-large'].includes((thrown as StoreError).kind)) throw thrown;
    return { key: (await insert(bare))[0], missing: ['route'] };
  }
};

const WITH_THE_SESSION: readonly DetailPart[] = ['route', 'laps', 'pauses'];

/** The records beside a session that an earlier write left and this one did not write again. */
const leftovers = async (
  own: OwnRecords,
  { previous, external, only }: WorkoutDraft,
  key: string,
  written: readonly WrittenChild[],
): Promise<readonly WrittenChild[]> => {
  if (previous === undefined || only !== undefined) return [];
  const session = previous.children === undefined ? await own.find(key) : undefined;
  const before = previous.children ?? (session ? await own.childrenOf(session, external.id) : []);
  const kept = new Set(written.map((child) => child.key));
  return before.filter((child) => !kept.has(child.key));
};

/**
 * Writes workouts of this app's own.
 *
 * **Laws** everything is written under a client record id and a rising version, so that writing again replaces. The session comes
 * first and carries its whole route each time. What the user did not allow to write is not tried, and not missing.
 */
export const workoutWriter = (calls: HealthConnectCalls, options: HealthConnectOptions): WorkoutWriter => {
  const own = ownRecords(calls, options);

  return {
    replaces: 'greater-or-equal',
    save: async (draft, { signal } = {}) => {
      const { external, previous, only } = draft;
      const granted = await calls.granted('write');
      const [whole, ...beside] = toHealthConnectRecords(draft) as readonly [SessionInsert, ...MetricInsert[]];
      const { exerciseRoute, ...bare } = whole;
      const session = exerciseRoute !== undefined && granted.has('ExerciseRoute') ? whole : bare;
      const there = only && (await own.find(previous?.key ?? ''));
      if (only && there === undefined) throw storeError('precondition', 'The workout to complete is not there.');
      if (signal?.aborted) throw storeError('cancelled', 'The call was given up.');
      const isSessionDone = only !== undefined && !only.some((part) => WITH_THE_SESSION.includes(part));
      const saved = isSessionDone ? { key: previous?.key, missing: [] } : await insertSession(calls, session);
      if (!saved.key) throw storeError('unknown', 'Health Connect gave no id for what was written.');
      // A version below the stored one is ignored without a word.
      const stored = isSessionDone ? undefined : await own.find(saved.key).catch(() => undefined);
      const version = stored?.metadata?.clientRecordVersion ?? external.version;
      if (version > external.version) {
        return {
          key: saved.key,
          external: { ...external, version },
          ...(previous?.children && { children: previous.children }),
        };
      }
      const wanted = beside.filter(({ recordType }) => only === undefined || only.includes(partOf(recordType)));
      const inserted = await insertBeside(
        calls,
        wanted.filter(({ recordType }) => granted.has(recordType)),
      );
      const missing = [...saved.missing, ...inserted.missing];
      const stale = await leftovers(own, draft, saved.key, inserted.children).catch(() => previous?.children ?? []);
      const left = await own.dropChildren(stale);
      return {
        key: saved.key,
        external,
        children: [...inserted.children, ...left],
        ...(missing.length > 0 && { missing }),
      };
    },
    remove: async ({ key, external, children = [] }) => {
      const session = await own.find(key);
      const found = session ? await own.childrenOf(session, external.id) : [];
      const named = new Map([...children, ...found].map((child) => [child.key, child]));
      const left = await own.dropChildren([...named.values()]);
      if (left.length > 0) throw storeError('unavailable', 'The records beside the workout could not be removed yet.');
      if (session === undefined) return 'absent';
      await calls.ask(({ deleteRecordsByUuids }) => deleteRecordsByUuids('ExerciseSession', [key], []));
      return 'removed';
    },
  };
};
