import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { Workout } from '../../src/domain/workout';
import { historyOf } from './history';
import { json, run } from './in-process';
import { exportOf, freshPath } from './places';

const MINUTE = 60_000;
const START = Date.UTC(2022, 4, 14, 18, 30);
const QUESTION =
  'Strength training of Sat 14 May 2022, 18:30 (Iron) and HIIT of Sat 14 May 2022, 18:30 (Watch): One is a part of the other.';
const ADVICE = 'delete one of the two from the table "sessions"';

const recorded = (key: string, appName: string, activity: Workout['activity'], minutes: number): Workout => ({
  kind: 'workout',
  platform: 'apple-health',
  raw: { platform: 'apple-health', type: 50 },
  key,
  activity,
  start: START,
  end: START + minutes * MINUTE,
  offsetSeconds: 0,
  source: { app: appName.toLowerCase(), appName },
});

const FILE = exportOf([
  ...historyOf(6),
  recorded('gym', 'Iron', 'strength-training', 21),
  recorded('watch', 'Watch', 'hiit', 40),
]);

describe('a question that only a person can answer', () => {
  it('is asked by sync each time, until one of the two sessions is deleted', async () => {
    const into = freshPath('db');
    const first = await run('sync', FILE, '--into', into);
    expect(first.out).toContain(`1 question:\n  ${QUESTION}\n`);
    expect(first.out).toContain(ADVICE);
    const again = json(await run('sync', FILE, '--into', into, '--json'));
    expect(again).toMatchObject({ questions: [{ text: QUESTION, bothKept: true }], totals: { sessions: 8 } });

    const database = new DatabaseSync(into);
    database.exec("DELETE FROM sessions WHERE origin_workout = 'gym'");
    database.close();
    const answered = await run('sync', FILE, '--into', into);
    expect(answered.out).not.toContain('question');
    const settled = json(await run('sync', FILE, '--into', into, '--json'));
    expect(settled).toMatchObject({ questions: [], totals: { sessions: 7 } });
  });

  it('is asked by doctor', async () => {
    expect((await run('doctor', FILE)).out).toContain(QUESTION);
    expect(json(await run('doctor', FILE, '--json'))).toMatchObject({ questions: [{ text: QUESTION }] });
  });

  it('stands in the report', async () => {
    const out = freshPath('html');
    await run('report', FILE, '--out', out);
    const [, data = ''] = /id="data">(.*?)<\/script>/s.exec(readFileSync(out, 'utf8')) ?? [];
    expect(JSON.parse(data)).toMatchObject({ questions: [{ text: QUESTION }], questionAdvice: [expect.anything()] });
  });

  it('is not asked where every pair is certain', async () => {
    const certain = exportOf(historyOf(6));
    expect((await run('sync', certain, '--into', freshPath('db'))).out).not.toContain('question');
    expect((await run('doctor', certain)).out).not.toContain('question');
  });
});
