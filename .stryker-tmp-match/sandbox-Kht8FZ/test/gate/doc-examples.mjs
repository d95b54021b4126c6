// @ts-nocheck
// Every fenced ts block of the README, of docs/ and of the source's doc comments is type-checked and run against the
// build, through the names that a host imports.
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './entries.mjs';
import { docCommentsOnly, fencedBlocks, withClaimsChecked } from './extract-examples.mjs';
import { report, run } from './run.mjs';

// Inside the package, so that 'workout-sync/...' resolves to the build through our own `exports`.
const folder = join(root, 'reports/doc-examples');

const pages = globSync(['README.md', 'docs/**/*.md'], { cwd: root, exclude: ['docs/api/**'] });
const sources = globSync('src/**/*.ts', { cwd: root });

const readText = (file) => readFileSync(join(root, file), 'utf8');
const blocksOf = (file, text) => fencedBlocks(text).map((block) => ({ ...block, where: `${file}:${block.line}` }));

const blocks = [
  ...pages.sort().flatMap((file) => blocksOf(file, readText(file))),
  ...sources.sort().flatMap((file) => blocksOf(file, docCommentsOnly(readText(file)))),
].map((block, at) => ({ ...block, file: `${String(at).padStart(3, '0')}-${block.where.replace(/[^\w.]+/g, '-')}.ts` }));

const writeBlocks = () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { file, line, code } of blocks) {
    // Blank lines in front keep the line numbers of the page; `export` makes a module of a block without imports.
    writeFileSync(join(folder, file), `${'\n'.repeat(line - 1)}${withClaimsChecked(code)}\nexport {};\n`);
  }
  writeFileSync(
    join(folder, 'claims.d.ts'),
    'declare function assertShows(actual: unknown, expected: unknown): void;\n',
  );
  const compilerOptions = {
    noEmit: true,
    types: ['node'],
    lib: ['es2023'],
    target: 'es2023',
    erasableSyntaxOnly: true,
    rootDir: '../..',
  };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../tsconfig.json', compilerOptions, include: ['*.ts'] }),
  );
};

/** Compiler messages name the page and its line instead of the file that was made of it. */
const inWordsOfThePage = (output) =>
  blocks.reduce(
    (text, { file, where }) => text.replaceAll(`reports/doc-examples/${file}`, where.replace(/:\d+$/, '')),
    output,
  );

const typeCheck = () => {
  const checked = run(process.execPath, ['node_modules/typescript/lib/tsc.js', '-p', folder, '--pretty', 'false']);
  return checked.ok ? [] : [inWordsOfThePage(checked.output)];
};

const runBlocks = () => {
  const ran = run(process.execPath, [
    'test/gate/run-examples.mjs',
    ...blocks.filter((block) => block.runs).map((block) => join(folder, block.file)),
  ]);
  return ran.ok ? [] : [inWordsOfThePage(ran.output)];
};

writeBlocks();
const complaints = blocks
  .filter((block) => block.complaint !== undefined)
  .map((block) => `${block.where}: ${block.complaint}`);
report(
  `${blocks.length} doc examples`,
  blocks.length === 0 ? ['no examples found'] : [...complaints, ...typeCheck(), ...runBlocks()],
);
