import { existsSync, readFileSync, renameSync } from 'node:fs';
import { type Element, type HTMLInputElement, type Response, Window } from 'happy-dom';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { historyOf } from './history';
import { json, run } from './in-process';
import { exportOf, fileOf, freshPath } from './places';

const HISTORY = historyOf(60);
const NASTY = {
  ...HISTORY[1],
  title: '</script><script>document.title = "owned"</script><img src=x onerror=alert(1)>',
  source: { app: 'https://evil.example/', appName: '<img src="https://evil.example/x.png">' },
} as (typeof HISTORY)[number];

const pageOf = async (workouts: typeof HISTORY, ...argv: readonly string[]): Promise<string> => {
  const out = freshPath('html');
  const { exit } = await run('report', exportOf(workouts), '--out', out, ...argv);
  expect(exit).toBe(0);
  return readFileSync(out, 'utf8');
};

const windows: Window[] = [];
afterEach(async () => {
  for (const window of windows.splice(0)) await window.happyDOM.close();
});

/** The page in a browser without a screen, its script run. Whatever it would load is noted. */
const opened = (page: string) => {
  const requested: string[] = [];
  const window: Window = new Window({
    url: 'https://example.org/report.html',
    settings: {
      enableJavaScriptEvaluation: true,
      suppressInsecureJavaScriptEnvironmentWarning: true,
      fetch: {
        interceptor: {
          beforeAsyncRequest: async ({ request }): Promise<Response> => {
            requested.push(request.url);
            return new window.Response('');
          },
        },
      },
    },
  });
  windows.push(window);
  const { document } = window;
  document.write(page);
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const textOf = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
  const texts = (selector: string) => all(selector).map(textOf);
  const fire = (element: Element | null | undefined, type: string) =>
    element?.dispatchEvent(new window.Event(type, { bubbles: true }));
  const fill = (selector: string, value: string, type: string) => {
    const field = document.querySelector(selector) as HTMLInputElement;
    field.value = value;
    fire(field, type);
  };
  const cells = (row: Element | undefined) => [...(row?.querySelectorAll('th, td') ?? [])].map(textOf);
  return { document, requested, all, texts, fire, fill, cells };
};

describe('workout-sync report', () => {
  let page = '';
  beforeAll(async () => {
    page = await pageOf(HISTORY);
  });

  it('says what it wrote', async () => {
    const out = freshPath('html');
    const ran = await run('report', exportOf(HISTORY), '--out', out, '--json');
    expect(json(ran)).toMatchObject({ kind: 'workout-sync/report', version: 1, out, workouts: 70 });
    expect(existsSync(out)).toBe(true);
  });

  it('ends with 1 where it cannot write, before it reads the file', async () => {
    const ran = await run('report', '/no/such/file', '--out', '/no/such/folder/report.html');
    expect(ran.exit).toBe(1);
    expect(ran.err).toContain('/no/such/folder/report.html cannot be written');
  });

  it('writes over an older report, and over nothing else', async () => {
    const file = exportOf(HISTORY);
    const before = readFileSync(file, 'utf8');
    const refused = await run('report', file, '--out', file);
    expect(refused.exit).toBe(1);
    expect(refused.err).toContain('a file is there that is no report');
    expect(readFileSync(file, 'utf8')).toBe(before);
    const out = fileOf(page, 'html');
    expect((await run('report', exportOf(HISTORY.slice(0, 1)), '--out', out)).exit).toBe(0);
    expect(readFileSync(out, 'utf8')).not.toBe(page);
  });

  it('tells how to ask more of a file whose name holds spaces and quotes', async () => {
    const file = exportOf(HISTORY).replace('.json', ' of "Ada" $HOME.json');
    renameSync(fileOf({ workouts: HISTORY }), file);
    const out = freshPath('html');
    await run('report', file, '--out', out);
    const { all, fire, texts } = opened(readFileSync(out, 'utf8'));
    fire(all('.list button.open')[0], 'click');
    expect(texts('.detail code')[0]).toMatch(/^workout-sync explain "\d+ of \\"Ada\\" \\\$HOME\.json" \w+$/);
  });

  it('counts each activity once, and shows the copies', () => {
    const { texts } = opened(page);
    expect(texts('h1')).toEqual(['60 activities, 10 copies']);
    expect(texts('.lead')[0]).toMatch(
      /^70 workouts that 3 apps wrote\. 10 of them are copies .* count \d+ km twice\.$/,
    );
    expect(texts('.tile strong').slice(0, 3)).toEqual(['60', '10', '0']);
  });

  it('draws a piece for each source of each stretch, the copies paler', () => {
    const { all } = opened(page);
    expect(all('.timeline rect[class^="c"]').length).toBeGreaterThan(60);
    expect(all('.timeline rect.pale')).toHaveLength(10);
    expect(all('.sources li')).toHaveLength(3);
  });

  it('names which app has the original and which the copy', () => {
    const { all, cells } = opened(page);
    expect(all('.columns tbody tr').map(cells)).toEqual([["Ada's Watch", 'Strider', '10', '−1.2 %']]);
  });

  it('filters by source, by time and by words', () => {
    const { document, all, texts, fire, fill } = opened(page);
    fire(all('.sources input')[0], 'change');
    expect(texts('output')).toEqual(['30 workouts']);
    fill('input[type="date"]', '2022-02-01', 'change');
    expect(texts('output')).toEqual(['15 workouts']);
    fill('input[type="search"]', 'strider', 'input');
    expect(texts('output')).toEqual(['5 workouts']);
    fire(document.querySelector('.filters .link'), 'click');
    expect(texts('output')).toEqual(['70 workouts']);
  });

  it('opens a workout and sets its copies beside it', () => {
    const { all, texts, fire, cells } = opened(page);
    const shared = all('tr.imported').find((row) => row.textContent?.includes('+1'));
    fire(shared?.querySelector('button'), 'click');
    expect(texts('.beside thead th')).toEqual(["Ada's Watch original", 'Strider copy']);
    expect(cells(all('.beside tbody tr')[1])).toEqual(['distance', '9.40 km', '9.29 km −110 m (1.2 %)']);
    expect(texts('.detail code')[0]).toMatch(/^workout-sync explain \d+\.json w54$/);
  });

  it('says why workouts stayed out, and shows those alone when asked', async () => {
    const { texts, all, fire } = opened(await pageOf(HISTORY, '--preset', 'training-load-service'));
    // The ten copies of the runs are copies: each workout is in one of the three, and in one reason.
    expect(texts('.tile strong').slice(0, 3)).toEqual(['40', '10', '20']);
    expect(texts('.reasons .count')).toEqual(['10', '10']);
    expect(texts('.reasons li').join()).toMatch(
      /Running is switched off.*Cycling is switched off|Cycling is switched off.*Running is switched off/,
    );
    fire(all('.reasons button')[1], 'click');
    expect(texts('output')).toEqual(['10 workouts']);
  });

  it('shows more rows when asked', async () => {
    const { all, fire } = opened(page);
    expect(all('.list tbody tr')).toHaveLength(50);
    fire(all('.more-button')[0], 'click');
    expect(all('.list tbody tr')).toHaveLength(70);
  });

  it('draws hours instead of workouts when asked', () => {
    const { all, fire } = opened(page);
    const before = all('.timeline')[0]?.innerHTML;
    fire(all('.switch button')[1], 'click');
    expect(all('.timeline')[0]?.innerHTML).not.toBe(before);
    expect(all('.timeline')[0]?.getAttribute('aria-label')).toContain('hours');
  });

  it('takes nothing in the file for markup', async () => {
    const { document, all, requested } = opened(await pageOf([NASTY]));
    expect(document.title).toContain('workout-sync report');
    expect(all('img')).toEqual([]);
    expect(all('script')).toHaveLength(2);
    expect(document.body.textContent).toContain('<img src="https://evil.example/x.png">');
    expect(requested).toEqual([]);
  });

  it('names nothing that could be loaded, and forbids loading', () => {
    const markup = page.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<style[\s\S]*?<\/style>/g, '');
    expect(markup).not.toMatch(/\b(src|href|srcset|action)=/);
    expect(page).not.toMatch(/@import|url\(/);
    expect(page).toContain("default-src 'none'");
  });

  it('shows an export without workouts as what it is', async () => {
    const { texts } = opened(await pageOf([]));
    expect(texts('h1')).toEqual(['0 activities']);
    expect(texts('.list + p, section p.faint').join(' ')).toContain('No workout is left by these filters.');
  });

  it('lists what could not be read', async () => {
    const out = freshPath('html');
    await run('report', fileOf([HISTORY[0], { kind: 'workout' }]), '--out', out);
    expect(opened(readFileSync(out, 'utf8')).texts('.problems li')[0]).toContain('workout 1');
  });

  it('holds ten thousand workouts in two megabytes', async () => {
    const large = await pageOf(historyOf(8600, 5));
    const [, text = ''] = /id="data">(.*?)<\/script>/.exec(large) ?? [];
    expect(JSON.parse(text).rows).toHaveLength(10_034);
    expect(large.length).toBeLessThan(2_500_000);
  });
});
