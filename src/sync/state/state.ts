import type { Instant } from '../../domain/interval';
import type { StateRow, StateStore } from '../../ports/state-store';
import { toStoreError } from '../../ports/store-error';
import { stop } from '../stop';
import type { Problem } from '../surface/report';
import {
  AGAIN,
  ALIASES,
  ANSWERS,
  COLLECTIONS,
  type Collection,
  FORMAT,
  HEAD,
  LEASE,
  type Lease,
  ONLY,
  SEEDS,
  SETTINGS,
  TROUBLES,
} from './collections';
import { EVERY_ROW, type Range, rangeOf, rowKeyOf } from './row-key';
import { drop, openTable, put, type RowChange } from './table';

/** What sync remembers, in memory, in step with the store. */
export interface State {
  readonly get: <Value>(collection: Collection<Value>, key?: string) => Value | undefined;
  readonly all: <Value>(collection: Collection<Value>) => ReadonlyMap<string, Value>;
  /** Reads what another process may have changed; everything, if anything but the rows that anybody may write has. */
  readonly refresh: () => Promise<void>;
  /**
   * All of these changes, or none. Without a change nothing is written.
   *
   * **Errors** a {@link stop}: `busy` when the lease is another's by now; else the problem of the store.
   */
  readonly commit: (changes: readonly RowChange[]) => Promise<void>;
  /** Takes the lease, together with these changes. Whoever holds it is the only one that writes. */
  readonly acquire: (changes: readonly RowChange[]) => Promise<void>;
  readonly release: (changes: readonly RowChange[]) => Promise<void>;
  /** Renews the lease if little is left of it. */
  readonly keepLease: () => Promise<void>;
  /** Reads what anybody may have written meanwhile, without a lease. */
  readonly catchUp: () => Promise<void>;
  /** Rises with every row that changes here. */
  readonly edition: () => number;
  /** Rises whenever everything was read anew: what was derived from it before is then out of date. */
  readonly generation: () => number;
  /** Row keys that could not be read, since the state was opened. */
  readonly damaged: () => readonly string[];
  /** Those of them that were not written anew since: what they said is not known again. */
  readonly lost: () => readonly string[];
}

/** Whether the one row of a collection could not be read: that is not as if it had never been there. */
export const isLost = ({ lost }: State, { name }: Collection<unknown>): boolean =>
  lost().includes(rowKeyOf(name, ONLY));

interface StateOptions {
  readonly now: () => Instant;
  readonly breathe: () => Promise<void>;
  readonly holder: string;
  readonly leaseSeconds: number;
}

/** Rows that somebody without the lease may write: a decision (a `retry` frees troubles), a setting, a seed. */
const ANYBODYS: readonly Collection<unknown>[] = [AGAIN, ALIASES, ANSWERS, HEAD, LEASE, SEEDS, SETTINGS, TROUBLES];

const PAGE = 500;

/** No lease is longer: one that seems to be was taken before the clock of this phone was put back. */
const LONGEST_LEASE_MILLISECONDS = 3_600_000;

/** Opens what is remembered. Nothing is read yet. */
export const openState = (store: StateStore, { now, breathe, holder, leaseSeconds }: StateOptions): State => {
  const leaseMilliseconds = Math.min(leaseSeconds * 1000, LONGEST_LEASE_MILLISECONDS);
  const table = openTable();
  const { get } = table;
  let revision: number | undefined;
  // Somebody wrote while this one held no lease: what is not anybody's to write may have changed too.
  let isStale = false;
  let generation = 0;
  let edition = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const problem = (code: Problem['code'], message: string, resumeAt?: Instant) =>
    stop({
      end: 'problem',
      problem: { code, side: 'state', at: now(), message },
      ...(resumeAt !== undefined && { resumeAt }),
    });

  const ask = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await call();
    } catch (thrown) {
      const { kind, message } = toStoreError(thrown);
      throw problem(kind, message);
    }
  };

  /** Calls to the store never overlap. */
  const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  /** Reads ranges whole, at one revision. What was there of them is forgotten before each attempt. */
  const load = async (
    ranges: readonly Range[],
    forget: () => void,
    answers: ReadonlyMap<string, unknown> = table.all(ANSWERS),
  ): Promise<void> => {
    forget();
    let at: number | undefined;
    for (const { from: first, to } of ranges) {
      let from = first;
      for (;;) {
        const read = await ask(() => store.read({ from, to, limit: PAGE }));
        if (at !== undefined && read.revision !== at) return load(ranges, forget, answers);
        at = read.revision;
        for (const row of read.rows) table.enter(row, answers);
        for (const key of read.damaged ?? []) table.noteDamage(key);
        const last = read.rows[read.rows.length - 1];
        if (last === undefined || read.rows.length < PAGE) break;
        from = `${last.key}\u0000`;
        await breathe();
      }
    }
    revision = at;
    edition += 1;
  };

  const checkFormat = (): void => {
    const head = get(HEAD);
    if (head !== undefined && head.format > FORMAT) {
      table.forget(COLLECTIONS);
      revision = undefined;
      throw problem('state-newer', `The state has format ${head.format}; this version reads up to ${FORMAT}.`);
    }
  };

  const holds = (lease: Lease | undefined): boolean => lease !== undefined && lease.holder === holder;

  const isOthers = (lease: Lease | undefined): lease is Lease =>
    lease !== undefined && !holds(lease) && lease.until > now() && lease.until <= now() + LONGEST_LEASE_MILLISECONDS;

  const loadAll = async (): Promise<void> => {
    await load([EVERY_ROW], () => table.forget(COLLECTIONS));
    isStale = false;
    generation += 1;
    checkFormat();
  };

  const hasMoved = async (): Promise<boolean> => {
    const { revision: at } = await ask(() => store.read({ ...rangeOf(LEASE.name), limit: 1 }));
    return at !== revision;
  };

  const loadAnybodys = (): Promise<void> =>
    load(
      ANYBODYS.map(({ name }) => rangeOf(name)),
      () => table.forget(ANYBODYS),
    );

  /** Somebody else has written: what anybody may write, or, if the lease is theirs by now, anything. */
  const heedOthers = async (): Promise<void> => {
    const before = holds(get(LEASE));
    await loadAnybodys();
    checkFormat();
    if (before && holds(get(LEASE))) return;
    isStale = true;
    if (before) throw problem('busy', 'Another process has taken over.');
  };

  const refresh = async (): Promise<void> => {
    if (revision === undefined || isStale || (await hasMoved())) await loadAll();
  };

  /** One attempt. False: somebody else has written in between. */
  const attempt = async (changes: readonly RowChange[]): Promise<boolean> => {
    if (revision === undefined) await loadAll();
    const at = revision ?? 0;
    const wasStale = isStale;
    // The last change of a row counts.
    const last = new Map(changes.map((change) => [rowKeyOf(change.collection, change.key), change]));
    const rows: StateRow[] = [];
    const gone: string[] = [];
    for (const [key, { value }] of last) {
      if (value === undefined) gone.push(key);
      else rows.push({ key, value: JSON.stringify(value) });
    }
    // An answer that never came may have been a yes: until everything was read again, nobody knows.
    isStale = true;
    const answer = await ask(() => store.transact({ expectRevision: at, put: rows, remove: gone }));
    isStale = wasStale;
    if (answer === 'conflict') return false;
    revision = at + 1;
    for (const change of changes) table.apply(change);
    edition += 1;
    return true;
  };

  const lease = (): RowChange => put(LEASE, ONLY, { holder, until: now() + leaseMilliseconds });

  const write = async (changes: () => readonly RowChange[]): Promise<void> => {
    for (;;) {
      if (await attempt(changes())) return;
      await heedOthers();
    }
  };

  return {
    get,
    all: table.all,
    refresh: () => inTurn(refresh),
    commit: async (changes) => {
      if (changes.length > 0) await inTurn(() => write(() => changes));
    },
    acquire: (changes) =>
      inTurn(async () => {
        for (;;) {
          await refresh();
          const current = get(LEASE);
          if (isOthers(current)) {
            throw problem('busy', 'Another process is syncing.', current.until);
          }
          if (await attempt([...changes, lease()])) return;
        }
      }),
    release: (changes) => inTurn(() => write(() => [...changes, ...(holds(get(LEASE)) ? [drop(LEASE, ONLY)] : [])])),
    keepLease: () =>
      inTurn(async () => {
        const current = get(LEASE);
        if (current === undefined || !holds(current)) throw problem('busy', 'Another process has taken over.');
        if (current.until - now() < leaseMilliseconds / 2) await write(() => [lease()]);
      }),
    catchUp: () =>
      inTurn(async () => {
        if (await hasMoved()) await heedOthers();
      }),
    edition: () => edition,
    generation: () => generation,
    damaged: table.damaged,
    lost: table.lost,
  };
};
