import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { sqliteState } from '../../../src/stores/sqlite';
import { nodeDriver } from '../../../src/stores/sqlite/node';
import { newDatabasePath } from '../places';
import { bundleScript, killWriters } from './kill-writers';

describe('the SQLite store and a process that is killed', () => {
  it('ST1 ST5 loses no change that was answered, and has none by half (1,000 kills: npm run kills)', async () => {
    const { kills, inChange, lost, halfWritten } = await killWriters(30);
    expect({ kills, lost, halfWritten }).toEqual({ kills: 30, lost: [], halfWritten: [] });
    expect(inChange).toBeGreaterThan(10);
  });

  it('is found out within thirty kills if its driver uses no transactions', async () => {
    const { halfWritten } = await killWriters(30, { killsPerFile: 1, driver: 'without transactions' });
    expect(halfWritten.length).toBeGreaterThan(0);
  });
});

describe('the SQLite store in two processes at once', () => {
  it('ST2 counts to two hundred when each of them counts one hundred', async () => {
    const path = newDatabasePath();
    const script = await bundleScript('counter', dirname(path));
    const count = () => promisify(execFile)(process.execPath, [script, path, '100']);
    const conflicts = (await Promise.all([count(), count()])).map(({ stdout }) => Number(stdout));
    const state = sqliteState(nodeDriver(new DatabaseSync(path)));
    const { revision, rows } = await state.read({ from: '', to: '\u007f' });
    expect({ revision, rows }).toEqual({ revision: 200, rows: [{ key: 'count', value: '200' }] });
    // Had they never met, nothing was shown.
    expect(Math.max(...conflicts)).toBeGreaterThan(0);
  });
});
