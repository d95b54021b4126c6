// THIRD-PARTY-NOTICES.md carries the licence of every package whose code is inside dist, word for word.
// `--write` makes the page; without it the page is compared with what the build really contains.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { reportSources } from './command-constants.mjs';
import { root } from './entries.mjs';
import { report } from './run.mjs';

const page = `${root}THIRD-PARTY-NOTICES.md`;

/** The folders of the packages that the build took code from: a library may bring one of its own along. */
const inlinedPackages = () => {
  const maps = globSync('dist/*.map', { cwd: root }).map((map) => JSON.parse(readFileSync(root + map, 'utf8')));
  const files = [...maps.flatMap((map) => map.sources), ...reportSources()];
  const folders = files.flatMap(
    (source) => source.match(/^.*(node_modules\/.*)?node_modules\/(@[^/]+\/)?[^/]+(?=\/)/)?.[0] ?? [],
  );
  // tsup.config.ts bundles saxes with xmlchars before the build sees it.
  if (folders.some((folder) => folder.endsWith('/saxes'))) folders.push('node_modules/xmlchars');
  const unique = [...new Set(folders.map((folder) => folder.slice(folder.indexOf('node_modules/'))))];
  const packages = unique.map((folder) => ({ folder, name: folder.slice(folder.lastIndexOf('node_modules/') + 13) }));
  return packages.sort((a, b) => (a.name < b.name || (a.name === b.name && a.folder < b.folder) ? -1 : 1));
};

const licenceFile = ({ name, folder }) => {
  const [file] = globSync('{LICENSE,LICENCE,license}{,-MIT}{,.md,.txt}', { cwd: root + folder });
  if (file !== undefined) return readFileSync(`${root}${folder}/${file}`, 'utf8').trim();
  // For a package that leaves it out, word for word from its repository.
  const kept = `${root}test/gate/licences/${name}.txt`;
  if (!existsSync(kept)) throw new Error(`${name} ships no licence file: put the one of its repository into ${kept}`);
  return readFileSync(kept, 'utf8').trim();
};

const notice = (one) => {
  const { license } = JSON.parse(readFileSync(`${root}${one.folder}/package.json`, 'utf8'));
  return `## ${one.name} (${license})\n\n\`\`\`text\n${licenceFile(one)}\n\`\`\`\n`;
};

const packages = inlinedPackages();
const names = packages.map(({ name }) => name);
const preamble =
  '# Third-party notices\n\nParts of these packages are inlined into the published files of workout-sync.\n';
const wanted = [preamble, ...packages.map(notice)].join('\n');

if (process.argv.includes('--write')) writeFileSync(page, wanted);
const upToDate = readFileSync(page, 'utf8') === wanted;
report(
  `third-party notices (${names.join(', ') || 'none inlined'})`,
  upToDate ? [] : [`THIRD-PARTY-NOTICES.md is out of date: npm run notices:update`],
);
