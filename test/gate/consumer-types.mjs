// Hosts compile our types with the TypeScript they have: 5.4 or 6, strict, library check on, every resolution in use.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addPeers, withConsumer } from './consumer.mjs';
import { entries, root } from './entries.mjs';
import { report, run } from './run.mjs';

const compilers = {
  'TypeScript 5.4': join(root, 'node_modules/typescript-5.4/lib/tsc.js'),
  'TypeScript 6': join(root, 'node_modules/typescript/lib/tsc.js'),
};

const usesEveryEntry = entries
  .map((entry, at) => `import * as entry${at} from '${entry.specifier}';\nexport { entry${at} };\n`)
  .join('');

const settings = {
  'node16, import': { file: 'esm.mts', module: 'node16', moduleResolution: 'node16' },
  'node16, require': { file: 'cjs.cts', module: 'node16', moduleResolution: 'node16' },
  'nodenext, import': { file: 'next.mts', module: 'nodenext', moduleResolution: 'nodenext' },
  'nodenext, require': { file: 'next.cts', module: 'nodenext', moduleResolution: 'nodenext' },
  bundler: { file: 'bundled.ts', module: 'esnext', moduleResolution: 'bundler' },
};

const compile = (compiler, folder, { file, ...resolution }) => {
  writeFileSync(join(folder, file), usesEveryEntry);
  const compilerOptions = {
    ...resolution,
    target: 'es2020',
    lib: ['es2020'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
  return run(process.execPath, [compiler, '-p', folder], { cwd: folder });
};

await withConsumer(async (folder) => {
  addPeers(folder);
  const failed = Object.entries(compilers).flatMap(([version, compiler]) =>
    Object.entries(settings)
      .map(([name, setting]) => ({ name: `${version}, ${name}`, ...compile(compiler, folder, setting) }))
      .filter((answer) => !answer.ok),
  );
  report(
    `types under ${Object.keys(compilers).join(' and ')}`,
    failed.map((answer) => `${answer.name}:\n${answer.output}`),
  );
});
