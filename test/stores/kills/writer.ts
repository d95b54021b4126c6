import { openSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { type SqliteDriver, sqliteState } from '../../../src/stores/sqlite';
import { nodeDriver } from '../../../src/stores/sqlite/node';
import { changeAt } from './changes';

/**
 * Changes the state at a path until it is killed. Each change is told twice in the log, on one line each: `begin 7` before the
 * change at revision 7, `done 8` after it. Telling it through a pipe would wake the killer up just between two changes.
 */
/** A driver that must be found out: its statements count one by one. */
const withoutTransactions = (database: DatabaseSync): SqliteDriver => ({
  ...nodeDriver(database),
  transact: async (statements) => {
    for (const { sql, params, mustChange } of statements) {
      const { changes } = database.prepare(sql).run(...params);
      if (mustChange && changes === 0) return 'stopped';
    }
    return 'done';
  },
});

const [path = '', log = '', journal = 'DELETE', driver = 'right'] = process.argv.slice(2);
const database = new DatabaseSync(path);
database.exec(`PRAGMA journal_mode = ${journal}`);
// A killed process loses nothing that it has written, flushed or not; only a dead machine does.
database.exec('PRAGMA synchronous = OFF');
// Pages go to the file before the commit, so that a kill leaves something to undo.
database.exec('PRAGMA cache_size = 5');
const state = sqliteState(driver === 'right' ? nodeDriver(database) : withoutTransactions(database));

const lines = openSync(log, 'w');
let { revision } = await state.read({ from: '', to: '' });
writeSync(1, 'ready');
for (;;) {
  writeSync(lines, `begin ${revision}\n`);
  if ((await state.transact(changeAt(revision))) === 'conflict') throw new Error(`a conflict at ${revision}`);
  revision += 1;
  writeSync(lines, `done ${revision}\n`);
}
