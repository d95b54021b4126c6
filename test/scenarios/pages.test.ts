import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it, vi } from 'vitest';
import { fencedBlocks } from '../gate/extract-examples.mjs';
import { temporaryFolder } from '../temporary-folder';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('docs/real-world-problems.md', () => {
  const rows = [...read('docs/real-world-problems.md').matchAll(/^\| (P\d+) \| .+ \| (.+) \| (.+) \|$/gm)].map(
    ([, id = '', answer = '', scenario = '']) => ({ id, answer, file: scenario.match(/\(\.\.\/(.+)\)/)?.[1] }),
  );

  it('lists the twenty-five problems, once each and in order', () => {
    expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 25 }, (_, at) => `P${at + 1}`));
  });

  it.each(rows)('$id names the file with its scenario, or says why there is none', ({ id, answer, file }) => {
    if (file === undefined) expect(answer).toContain('**No scenario.**');
    else expect(read(file)).toContain(`'${id} `);
  });
});

describe('README.md', () => {
  const readme = read('README.md');

  it('shows what its example really prints', async () => {
    const [example] = fencedBlocks(readme.slice(readme.indexOf('## A first plan')));
    const outfile = join(temporaryFolder('readme'), 'example.mjs');
    await build({
      stdin: { contents: example?.code ?? '', loader: 'ts', resolveDir: root },
      alias: {
        'workout-sync': join(root, 'src/index.ts'),
        'workout-sync/messages': join(root, 'src/messages/index.ts'),
      },
      bundle: true,
      format: 'esm',
      outfile,
    });
    const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
    await import(/* @vite-ignore */ pathToFileURL(outfile).href);
    const [[text] = []] = printed.mock.calls;
    printed.mockRestore();
    const shown = readme.match(/<!-- plan:start -->\n```text\n([\s\S]*)\n```\n<!-- plan:end -->/)?.[1];
    expect(`${shown}\n`).toBe(text);
  });
});

describe('the pages', () => {
  const pages = [
    'README.md',
    ...readdirSync(join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];

  it.each(pages)('%s links only to files that are there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, link = '']) => link);
    const missing = links.filter((link) => !existsSync(join(root, page, '..', link)));
    expect(missing).toEqual([]);
  });
});
