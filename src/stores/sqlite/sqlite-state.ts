import type { StateChange, StateRange, StateRead, StateRow, StateStore } from '../../ports/state-store';
import { storeError } from '../../ports/store-error';
import { boundsOf } from './bounds';
import type { SqliteDriver, SqlStatement } from './driver';
import { putRows, removeWhere } from './rows';
import { rowOf, type Salvaged, salvage } from './salvage';
import { createRows, MIGRATIONS, migrate, tablesOf } from './schema';
import { isDamage, toSqlError } from './sql-error';

/** Where in the database the state is kept. */
export interface SqliteStateOptions {
  /**
   * What the names of its tables start with: letters, digits and underscores.
   *
   * @defaultValue `'workout_sync_'`
   */
  readonly prefix?: string;
}

/** One look at a range. `isElsewhere`: the rows have moved to another table since. */
interface Look {
  readonly revision: number;
  readonly schema: number;
  readonly generation: number;
  readonly found: readonly ReturnType<typeof rowOf>[];
  readonly last?: string;
}

const toPrefix = (prefix: string): string => {
  if (/^[A-Za-z0-9_]+$/.test(prefix)) return prefix;
  throw storeError('invalid', `The table prefix may hold letters, digits and underscores only; it is "${prefix}".`);
};

/** Another connection is waited for, as `better-sqlite3` does by default. A longer wait that the app has set stays. */
const WAIT_MILLISECONDS = 5000;

const waitForOthers = async (driver: SqliteDriver): Promise<void> => {
  const [row] = await driver.all('PRAGMA busy_timeout', []);
  if (Number(row?.timeout ?? 0) < WAIT_MILLISECONDS) await driver.all(`PRAGMA busy_timeout = ${WAIT_MILLISECONDS}`, []);
};

/**
 * A state store in a SQLite database, the app's own or one for itself.
 *
 * A change is one transaction whose first statement is the comparison: `UPDATE … SET revision = revision + 1 WHERE revision =
 * ?`. So of two processes one gets `done` and the other `conflict`. The connection is set to wait up to five seconds for another.
 *
 * **Laws** ST1 to ST8 of `StateStore`, between processes too. Rows on damaged pages are named in `damaged` and the others given;
 * the first change that meets the damage moves what can be read to a new table, and keeps the names until somebody puts or
 * removes them.
 * **Cost** a page is one query, a change one transaction; both in proportion to their rows.
 * **Errors** `update-required` where a newer version has written; `unavailable` where another connection holds the database
 * or the file is damaged beyond that; `too-large` where the disk is full; else `unknown`.
 *
 * @see `nodeDriver`, `expoDriver` and `opDriver`, each from an entry of its own.
 */
export const sqliteState = (driver: SqliteDriver, options: SqliteStateOptions = {}): StateStore => {
  const tables = tablesOf(toPrefix(options.prefix ?? 'workout_sync_'));
  const { meta, lost } = tables;
  let generation: number | undefined;

  const metaOf = async () => {
    const [row] = await driver.all(`SELECT revision, generation FROM ${meta} WHERE id = 1`, []);
    return { revision: Number(row?.revision ?? 0), generation: Number(row?.generation ?? 0) };
  };

  /** Opens the tables on the first call, and again after an error: the file may be another one by then. */
  const open = async (): Promise<number> => {
    if (generation === undefined) {
      await waitForOthers(driver);
      await migrate(driver, tables);
      generation = (await metaOf()).generation;
    }
    return generation;
  };

  const classed = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await work();
    } catch (thrown) {
      generation = undefined;
      throw toSqlError(thrown);
    }
  };

  /** Rows and revision in one statement: nothing can happen between them. */
  const look = async (range: StateRange, at: number): Promise<Look> => {
    const { where, params } = boundsOf(range);
    const answer = await driver.all(
      `SELECT m.schema, m.revision, m.generation, r.key, r.value FROM ${meta} AS m ` +
        `LEFT JOIN ${tables.rows(at)} AS r ON ${where} WHERE m.id = 1 ORDER BY r.key LIMIT ?`,
      [...params, range.limit === undefined ? -1 : Math.max(1, range.limit)],
    );
    const [first] = answer;
    const rows = answer.filter(({ key }) => typeof key === 'string').slice(0, range.limit);
    return {
      schema: Number(first?.schema ?? 0),
      revision: Number(first?.revision ?? 0),
      generation: Number(first?.generation ?? 0),
      found: rows.map(rowOf),
      ...(rows.length > 0 && { last: String(rows[rows.length - 1]?.key) }),
    };
  };

  const lostNames = async (at: number): Promise<readonly string[]> =>
    at === 0 ? [] : (await driver.all(`SELECT name FROM ${lost} ORDER BY name`, [])).map(({ name }) => String(name));

  /** Nothing, if meanwhile the state has changed or the rows have moved: what lies in a table left behind is old. */
  const salvaged = async (range: StateRange, at: number): Promise<StateRead | undefined> => {
    const before = await metaOf();
    const { rows, damaged } = await salvage(driver, tables.rows(at), range);
    const names = [...(await lostNames(at)), ...damaged];
    const after = await metaOf();
    if (after.revision !== before.revision || after.generation !== at) return undefined;
    return { revision: after.revision, rows: rows.slice(0, range.limit), damaged: names };
  };

  const read = async (range: StateRange): Promise<StateRead> => {
    const at = await open();
    const rows: StateRow[] = [];
    const damaged: string[] = [];
    let { from } = range;
    let revision: number | undefined;
    for (;;) {
      const left = range.limit === undefined ? {} : { limit: range.limit - rows.length };
      const seen = await look({ from, to: range.to, ...left }, at).catch((thrown) => {
        if (isDamage(thrown)) return undefined;
        throw thrown;
      });
      if (seen === undefined) {
        const around = await salvaged(range, at);
        if (around !== undefined) return around;
      }
      if (
        seen === undefined ||
        seen.schema > MIGRATIONS.length ||
        seen.generation !== at ||
        (revision ?? seen.revision) !== seen.revision
      ) {
        generation = undefined;
        return read(range);
      }
      revision = seen.revision;
      for (const one of seen.found) {
        if ('damaged' in one) damaged.push(one.damaged);
        else rows.push(one);
      }
      // Fewer rows than asked for would say that there are no more: those that cannot be read are made up for.
      const isEnd = seen.last === undefined || range.limit === undefined || rows.length >= range.limit;
      if (isEnd || seen.found.length < (left.limit ?? 0)) break;
      from = `${seen.last}\u0000`;
    }
    const names = [...(await lostNames(at)), ...damaged];
    return { revision, rows, ...(names.length > 0 && { damaged: names }) };
  };

  const statementsOf = ({ expectRevision, put, remove }: StateChange, at: number): readonly SqlStatement[] => [
    {
      sql:
        `UPDATE ${meta} SET revision = revision + 1 ` +
        'WHERE id = 1 AND revision = ? AND generation = ? AND schema = ?',
      params: [expectRevision, at, MIGRATIONS.length],
      mustChange: true,
    },
    ...putRows(tables.rows(at), put),
    ...removeWhere(tables.rows(at), 'key', remove),
    ...(at === 0 ? [] : removeWhere(lost, 'name', [...put.map(({ key }) => key), ...remove])),
  ];

  /** Moves what can be read to a new table, unless somebody else has moved or changed it. The damaged one is left as it is. */
  const rebuild = async (at: number, revision: number): Promise<void> => {
    const { rows, damaged }: Salvaged = await salvage(driver, tables.rows(at));
    await driver.transact([
      {
        sql: `UPDATE ${meta} SET generation = ? WHERE id = 1 AND generation = ? AND revision = ?`,
        params: [at + 1, at, revision],
        mustChange: true,
      },
      createRows(tables.rows(at + 1)),
      ...putRows(tables.rows(at + 1), rows),
      ...damaged.map((name) => ({ sql: `INSERT OR IGNORE INTO ${lost} (name) VALUES (?)`, params: [name] })),
    ]);
    generation = undefined;
  };

  const transact = async (change: StateChange, mayRebuild: boolean): Promise<'done' | 'conflict'> => {
    const at = await open();
    try {
      if ((await driver.transact(statementsOf(change, at))) === 'done') return 'done';
    } catch (thrown) {
      if (!isDamage(thrown) || !mayRebuild) throw thrown;
      await rebuild(at, change.expectRevision);
      return transact(change, false);
    }
    // Another revision; or another process has moved the rows, or migrated: then once more, from the start.
    generation = undefined;
    return (await open()) === at ? 'conflict' : transact(change, mayRebuild);
  };

  return {
    processes: 'many',
    read: (range) => classed(() => read(range)),
    transact: (change) => classed(() => transact(change, true)),
  };
};
