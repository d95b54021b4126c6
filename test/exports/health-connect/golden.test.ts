import initSqlJs from 'sql.js';
import { describe, expect, it } from 'vitest';
import { nodeSqlite } from '../../../src/exports/health-connect/node/node-sqlite';
import { sqlJs } from '../../../src/exports/health-connect/sql-js';
import { A_WEEK } from '../../generators/health-connect-export/a-week';
import golden from './a-week.json';
import { ALL_TIME, openContent } from './open-week';

const libraries = {
  'node:sqlite': async () => nodeSqlite(),
  'sql.js': async () => sqlJs(await initSqlJs()),
};

describe.each(Object.entries(libraries))('a week read with %s', (_, sqlite) => {
  it.each([14, 23] as const)('is what was added up by hand, in a file of schema %i', async (version) => {
    const opened = await openContent(A_WEEK, { version, sqlite: await sqlite() });
    const { items, complete, next } = await opened.store.readWorkouts({ window: ALL_TIME });
    const details = [];
    for (const workout of items) details.push(await opened.store.detail.read(workout));
    const summaries = await opened.store.detail.summarise(items);

    expect(items).toEqual(golden.workouts);
    expect(details).toEqual(golden.details);
    expect(summaries.map(({ summary }) => summary)).toEqual(golden.summaries);
    expect([complete, next, opened.problems, opened.schemaVersion]).toEqual([true, undefined, [], version]);
    await opened.close();
  });
});

describe('a week in other schemas', () => {
  it('is the same in version 10', async () => {
    const opened = await openContent(A_WEEK, { version: 10 });
    expect((await opened.store.readWorkouts({ window: ALL_TIME })).items).toEqual(golden.workouts);
    await opened.close();
  });

  it('is read without what a later version may have dropped', async () => {
    const opened = await openContent(A_WEEK, { version: 99 });
    const [run, , ride] = (await opened.store.readWorkouts({ window: ALL_TIME })).items;
    const {
      title: _title,
      method: _method,
      source: _source,
      ...rest
    } = golden.workouts[0] as (typeof golden.workouts)[number];

    expect(run).toEqual({ ...rest, source: { app: 'com.example.watch', appName: 'Watch' } });
    // Without the time of writing, the later row holds: a minute of 500 m instead of 400 m.
    expect(ride?.distanceMetres).toBe(24_100);
    expect(ride?.external).toBeUndefined();
    expect(await opened.notes({ key: golden.workouts[1]?.key as string })).toBeUndefined();
    expect(opened.problems).toEqual([]);
    await opened.close();
  });
});
