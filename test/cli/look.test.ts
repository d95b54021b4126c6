import { describe, expect, it } from 'vitest';
import { historyOf } from './history';
import { json, run } from './in-process';
import { exportOf, fileOf, freshPath } from './places';

const HISTORY = historyOf(60);
const FILE = exportOf(HISTORY);

describe('workout-sync plan', () => {
  it('plans what a sync then does', async () => {
    const planned = json(await run('plan', FILE, '--json')) as unknown as { plan: { steps: unknown[] } };
    const synced = json(await run('sync', FILE, '--into', freshPath('db'), '--json')) as unknown as {
      run: { counts: { imported: number } };
    };
    expect(planned.plan.steps).toHaveLength(synced.run.counts.imported);
  });

  it('shows the newest rows and says how many more there are', async () => {
    const { out, exit } = await run('plan', FILE, '--limit', '2');
    expect(exit).toBe(0);
    expect(out).toContain('70 workouts · 3 apps · 2022');
    expect(out).toContain('What happens (60)');
    expect(out).toContain('… and 58 more; --all shows them.');
    expect(out.trimEnd()).toMatch(/60 steps, 0 settled\.$/);
  });

  it('shows all rows with --all', async () => {
    const { out } = await run('plan', FILE, '--all');
    expect(out).not.toContain('more; --all');
  });

  it('counts the reasons where a list is cut', async () => {
    const { out } = await run('plan', FILE, '--preset', 'training-load-service', '--limit', '1');
    expect(out).toContain('20 × category-off: Running is switched off');
    expect(out).toContain('10 × category-off: Cycling is switched off');
  });

  it('looks at a database and leaves it as it is', async () => {
    const into = freshPath('db');
    await run('sync', exportOf(HISTORY.slice(0, 7)), '--into', into);
    const planned = json(await run('plan', FILE, '--into', into, '--json')) as unknown as {
      plan: { steps: unknown[]; settled: number };
    };
    expect(planned.plan.steps).toHaveLength(54);
    const after = json(await run('sync', exportOf(HISTORY.slice(0, 7)), '--into', into, '--json'));
    expect(after).toMatchObject({ totals: { sessions: 6 } });
    expect(after).toHaveProperty('run.counts', {});
  });

  it('knows the sessions of a file', async () => {
    const { start, end, activity } = HISTORY[0] as (typeof HISTORY)[number];
    const own = { kind: 'session', key: 'mine', activity, start, end, revision: '1', state: 'completed' };
    const { out } = await run('plan', FILE, '--sessions', fileOf({ sessions: [own] }), '--all');
    expect(out).toMatch(/Link/);
  });

  it('lets no title or name move the cursor', async () => {
    const named = HISTORY.slice(0, 1).map((workout) => ({
      ...workout,
      source: { app: 'x', appName: 'Evil\u001b[2J\u0007\nApp' },
    }));
    const { out } = await run('plan', exportOf(named));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not get through
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(out).toContain('Evil [2J');
  });
});

describe('workout-sync explain', () => {
  it('says who has the original, who a copy, and what is missing', async () => {
    const into = freshPath('db');
    await run('sync', FILE, '--into', into);
    const { out, exit } = await run('explain', FILE, 'w0', '--into', into);
    expect(exit).toBe(0);
    expect(out).toContain("The original is from Ada's Watch.");
    expect(out).toContain('A copy is in Strider.');
    expect(out).toMatch(/distance\s+5\.10 km\s+5\.04 km\s+−60 m \(1\.2 %\)/);
    expect(out).toContain('They share');
  });

  it('knows the original of a copy without a database, too', async () => {
    const { out } = await run('explain', FILE, 'c0');
    expect(out).toContain("The original is from Ada's Watch.");
    expect(out).toContain('A copy is in Strider.');
  });

  it('finds a workout by when it started', async () => {
    const ran = await run('explain', FILE, '2022-01-04 07:10', '--json');
    expect(json(ran)).toMatchObject({ kind: 'workout-sync/explain', provenance: { key: 'w1', found: true } });
  });

  it('lists what a name may mean, and ends with 6', async () => {
    const { err, exit } = await run('explain', FILE, '2022-01');
    expect(exit).toBe(6);
    expect(err).toContain('34 workouts answer to "2022-01"');
    expect(err).toContain('w0');
  });

  it('means the original by a time at which original and copy started', async () => {
    const ran = await run('explain', FILE, '2022-01-03', '--json');
    expect(ran.exit).toBe(0);
    expect(json(ran)).toMatchObject({ provenance: { key: 'w0' } });
  });

  it('says how to name one where none answers', async () => {
    const { err, exit } = await run('explain', FILE, 'nonsense');
    expect(exit).toBe(6);
    expect(err).toContain('No workout answers to "nonsense".');
  });
});

describe('workout-sync duplicates', () => {
  it('sets the numbers of original and copy side by side', async () => {
    const { out, exit } = await run('duplicates', FILE, '--limit', '1');
    expect(exit).toBe(0);
    expect(out).toContain("Ada's Watch (original)  Strider");
    expect(out).toContain('It has more samples behind it.');
    expect(out).toContain('10 activities recorded more than once: 10 copies.');
  });

  it('gives them as data', async () => {
    const { groups } = json(await run('duplicates', FILE, '--json', '--since', '2022-02-20')) as unknown as {
      groups: { original: { key: string }; copies: { numbers: { name: string; of: number; copy: number }[] }[] }[];
    };
    expect(groups.map(({ original }) => original.key)).toEqual(['w54', 'w48']);
    expect(groups[1]?.copies[0]?.numbers).toContainEqual({ name: 'distanceMetres', of: 10_248, copy: 10_128 });
  });

  it('says so where there are none', async () => {
    const { out } = await run('duplicates', exportOf(HISTORY.filter(({ key }) => key.startsWith('w'))));
    expect(out).toContain('No activity was recorded twice.');
  });
});

describe('workout-sync doctor', () => {
  it('names the apps that write the same workouts', async () => {
    const ran = await run('doctor', FILE, '--json');
    expect(ran.exit).toBe(0);
    expect(json(ran)).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ code: 'several-apps-write' })]),
    });
  });

  it('ends with 8 where something is a problem', async () => {
    const { out, exit } = await run('doctor', exportOf([]));
    expect(exit).toBe(8);
    expect(out).toContain('✗ Nothing');
  });

  it('says what of the file could not be read', async () => {
    const broken = fileOf([HISTORY[0], { kind: 'workout', key: 'bad' }]);
    const { err, out } = await run('doctor', broken);
    const [head, first, second] = err.split('\n');
    expect(head).toBe('1 part of the file could not be read; the rest was.');
    expect(first).toMatch(/^ {2}workout 1: \w+ is missing/);
    expect(second).toMatch(/^ {4}\w+ is missing/);
    expect(out).toContain('1 workout');
  });
});
