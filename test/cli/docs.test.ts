import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXIT_CODES } from '../../src/cli/failure';
import { historyOf } from './history';
import { run } from './in-process';
import { exportOf, freshPath } from './places';

const PAGE = readFileSync('docs/command.md', 'utf8');
const QUERIES = [...PAGE.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql = '']) => sql);

describe('the page of the command', () => {
  const into = freshPath('db');
  beforeAll(async () => {
    await run('sync', exportOf(historyOf(60)), '--into', into, '--preset', 'training-load-service', '--with-detail');
  });

  it('has queries', () => expect(QUERIES.length).toBeGreaterThan(3));

  it.each(QUERIES)('asks what the database answers: %s', (sql) => {
    const database = new DatabaseSync(into);
    const rows = database.prepare(sql).all();
    database.close();
    // No run of the training-load service has a copy to show: its runs are switched off.
    if (sql.includes('FROM copies')) expect(rows).toEqual([]);
    // A list of workouts has no samples.
    else if (sql.includes('FROM samples')) expect(rows).toEqual([]);
    else expect(rows).not.toEqual([]);
  });

  it.each([
    ['sessions', 6],
    ['workouts', 6],
    ['copies', 6],
    ['sync_history', 6],
    ['sync_items', 6],
    ['samples', 4],
    ['route_points', 8],
    ['session_details', 5],
  ])('names every column of %s', (table, atLeast) => {
    const database = new DatabaseSync(into);
    const columns = database.prepare(`SELECT name FROM pragma_table_xinfo('${table}')`).all();
    database.close();
    const unnamed = columns
      .map(({ name }) => String(name))
      .filter((name) => !PAGE.includes(name.replace(/^(original|copy)_.*/, '$1_app')));
    expect(columns.length).toBeGreaterThanOrEqual(atLeast);
    expect(unnamed).toEqual([]);
  });

  it('lists the exit codes, and no others', () => {
    const section = PAGE.slice(PAGE.indexOf('## How it ends'), PAGE.indexOf('## The database'));
    const listed = [...section.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
    expect(listed).toEqual(Object.values(EXIT_CODES));
  });
});
