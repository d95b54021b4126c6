// @ts-nocheck
// THIRD-PARTY-NOTICES.md carries the licence of every package whose code is inside dist, word for word.
// `--write` makes the page; without it the page is compared with what the build really contains.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { root } from './entries.mjs';
import { report } from './run.mjs';

const page = `${root}THIRD-PARTY-NOTICES.md`;

const inlinedPackages = () => {
  const maps = globSync('dist/*.map', { cwd: root }).map((map) => JSON.parse(readFileSync(root + map, 'utf8')));
  const names = maps.flatMap((map) =>
    map.sources.flatMap((source) => source.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1] ?? []),
  );
  return [...new Set(names)].sort();
};

const licenceFile = (name) => {
  const [file] = globSync('{LICENSE,LICENCE}{,.md,.txt}', { cwd: `${root}node_modules/${name}` });
  if (file === undefined) throw new Error(`${name} ships no licence file`);
  return readFileSync(`${root}node_modules/${name}/${file}`, 'utf8').trim();
};

const notice = (name) => {
  const { license } = JSON.parse(readFileSync(`${root}node_modules/${name}/package.json`, 'utf8'));
  return `## ${name} (${license})\n\n\`\`\`text\n${licenceFile(name)}\n\`\`\`\n`;
};

const names = inlinedPackages();
const preamble =
  '# Third-party notices\n\nParts of these packages are inlined into the published files of workout-sync.\n';
const wanted = [preamble, ...names.map(notice)].join('\n');

if (process.argv.includes('--write')) writeFileSync(page, wanted);
const upToDate = readFileSync(page, 'utf8') === wanted;
report(
  `third-party notices (${names.join(', ') || 'none inlined'})`,
  upToDate ? [] : [`THIRD-PARTY-NOTICES.md is out of date: npm run notices:update`],
);
