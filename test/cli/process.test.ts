import { copyFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, type Ended, spawnCommand } from './built';
import { historyOf } from './history';
import { exportOf, freshPath } from './places';

const KILLER = fileURLToPath(new URL('./kill-at-commit.cjs', import.meta.url));
const FILE = exportOf(historyOf(400, 2));

let command = '';
beforeAll(() => {
  command = buildCommand();
});

const call = (...argv: readonly string[]): Promise<Ended> => spawnCommand(command, argv);

const signalled = (
  signal: 'SIGKILL' | 'SIGINT',
  when: 'before' | 'after',
  commit: number,
  argv: readonly string[],
): Promise<Ended> =>
  spawnCommand(command, argv, {
    nodeArguments: ['--disable-warning=ExperimentalWarning', '--require', KILLER],
    env: { KILL_AT_COMMIT: String(commit), KILL_WHEN: when, KILL_SIGNAL: signal },
  });

/** All that a person would look at, and the links; times of runs are no part of it. */
const contentOf = (path: string) => {
  const database = new DatabaseSync(path);
  const rows = (sql: string) =>
    database
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }));
  try {
    return {
      sessions: rows('SELECT * FROM sessions ORDER BY key'),
      workouts: rows('SELECT * FROM workouts ORDER BY key'),
      copies: rows('SELECT * FROM copies ORDER BY copy_workout'),
      links: rows("SELECT value FROM sync_apple_health_rows_0 WHERE key GLOB 'link/*' ORDER BY key").map(({ value }) =>
        JSON.parse(String(value)),
      ),
    };
  } finally {
    database.close();
  }
};

const uninterrupted = async () => {
  const into = freshPath('db');
  await call('sync', FILE, '--into', into);
  return contentOf(into);
};

describe('the command as a process', () => {
  it('prints nothing but the result in a pipe, without colours', async () => {
    const { code, out, err } = await call('plan', FILE, '--limit', '1');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toContain('\u001b');
  });

  it('colours where it is told to, and not where NO_COLOR is set', async () => {
    const argv = ['duplicates', FILE, '--limit', '1'];
    const coloured = await spawnCommand(command, argv, { env: { FORCE_COLOR: '1' } });
    expect(coloured.out).toContain('\u001b[1m');
    const plain = await spawnCommand(command, argv, { env: { NO_COLOR: '1' } });
    expect(plain.out).not.toContain('\u001b');
  });

  it('ends quietly when its reader goes away', async () => {
    const gone = await spawnCommand(command, ['plan', FILE, '--all'], { onOutput: (child) => child.stdout?.destroy() });
    expect(gone).toMatchObject({ code: 0, err: '' });
  });

  it('hands on the exit code', async () => {
    expect((await call('plan', '/no/such/file')).code).toBe(3);
  });

  it('says that its Node is too old, and does nothing else', async () => {
    const old = freshPath('cjs');
    writeFileSync(
      old,
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '22.12.0' } });",
    );
    const { code, out, err } = await spawnCommand(command, ['plan', FILE], { nodeArguments: ['--require', old] });
    expect({ code, out }).toEqual({ code: 7, out: '' });
    expect(err).toContain('needs Node 22.13 or newer');
  });

  // The pace writes 200 sessions in one go, so this is every place where a kill can leave something else behind.
  it('leaves what an uninterrupted sync leaves, at whichever commit it is killed', async () => {
    const wanted = await uninterrupted();
    expect(wanted.sessions).toHaveLength(400);
    let killed = 0;
    for (let commit = 1; ; commit += 1) {
      const into = freshPath('db');
      const when = commit % 2 === 0 ? 'before' : 'after';
      const { signal } = await signalled('SIGKILL', when, commit, ['sync', FILE, '--into', into]);
      if (signal === null) break;
      killed += 1;
      const resumed = await call('sync', FILE, '--into', into);
      expect(resumed).toMatchObject({ code: 0, err: '' });
      expect(contentOf(into)).toEqual(wanted);
    }
    expect(killed).toBeGreaterThan(5);
  });

  it('has the samples of all sessions in the end, at whichever batch of them it is killed', async () => {
    const detailOf = (path: string) => {
      const database = new DatabaseSync(path);
      const rows = database.prepare('SELECT * FROM session_details ORDER BY session').all();
      database.close();
      return rows.map((row) => ({ ...row }));
    };
    const whole = freshPath('db');
    await call('sync', FILE, '--into', whole);
    const copyOf = (path: string): string => {
      const copy = freshPath('db');
      copyFileSync(path, copy);
      return copy;
    };
    const calm = copyOf(whole);
    await call('sync', FILE, '--into', calm, '--with-detail');
    const wanted = detailOf(calm);
    expect(wanted).toHaveLength(400);
    let killed = 0;
    for (let commit = 1; ; commit += 1) {
      const argv = ['sync', FILE, '--into', copyOf(whole), '--with-detail'];
      const { signal } = await signalled('SIGKILL', commit % 2 === 0 ? 'before' : 'after', commit, argv);
      if (signal === null) break;
      killed += 1;
      expect(await call(...argv)).toMatchObject({ code: 0, err: '' });
      expect(detailOf(argv[3] as string)).toEqual(wanted);
    }
    // Eight batches of fifty, beside what every sync commits.
    expect(killed).toBeGreaterThan(8);
  });

  it('stops on SIGINT with 130, and the next call goes on', async () => {
    const into = freshPath('db');
    const stopped = await signalled('SIGINT', 'after', 5, ['sync', FILE, '--into', into]);
    expect(stopped.code).toBe(130);
    expect(stopped.err).toContain(`workout-sync sync ${FILE} --into ${into}`);
    expect(contentOf(into).sessions.length).toBeLessThan(400);
    await call('sync', FILE, '--into', into);
    expect(contentOf(into)).toEqual(await uninterrupted());
  });

  it('says once how a sync was stopped, and how to go on with all of its options', async () => {
    const into = freshPath('db').replace('.db', ' of Ada.db');
    const argv = ['sync', FILE, '--into', into, '--preset', 'everything', '--since', '2022-01-05'];
    const told = await signalled('SIGINT', 'after', 5, argv);
    expect(told.out).toContain('cancelled');
    expect(told.err).toBe(
      `What was done is kept. Go on with: workout-sync sync ${FILE} --into "${into}" --preset everything --since 2022-01-05\n`,
    );
    const asJson = await signalled('SIGINT', 'after', 5, ['sync', FILE, '--into', freshPath('db'), '--json']);
    expect(asJson.code).toBe(130);
    expect(JSON.parse(asJson.out)).toMatchObject({ kind: 'workout-sync/sync', run: { end: 'cancelled' } });
  });

  it('gives no answer about half a file when it is stopped', async () => {
    const { code, out, err } = await signalled('SIGINT', 'after', 2, ['report', FILE, '--out', freshPath('html')]);
    expect({ code, out, err }).toEqual({ code: 130, out: '', err: 'Stopped. Nothing was changed.\n' });
  });
});
