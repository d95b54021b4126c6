// The public surface of each entry as a page in docs/api, so that changing it is a reviewed line: signatures, and the
// numbered clauses of what a host implements.
// `--write` rewrites the pages; without it they are compared with the source.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { openClauses } from './api-clauses.mjs';
import { entries, root } from './entries.mjs';
import { mustRun, report } from './run.mjs';

const work = join(root, 'reports/api');
const declarations = join(work, 'types');
const quiet = { logLevel: ExtractorLogLevel.None };

/** Declarations of the source tree itself: the built ones lie in chunks whose names change with their content. */
const emitDeclarations = () => {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, 'pages'), { recursive: true });
  mustRun(process.execPath, [
    'node_modules/typescript/lib/tsc.js',
    '--noEmit',
    'false',
    '--declaration',
    '--emitDeclarationOnly',
    '--outDir',
    declarations,
  ]);
};

/** Pages lie side by side: `sqlite/node` is `sqlite-node.api.md`. */
const pageName = (entry) => `${entry.name.replaceAll('/', '-')}.api.md`;

const declarationOf = (entry) => join(declarations, entry.source.replace(/\.ts$/, '.d.ts'));

const signaturesOf = (entry) => {
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: join(root, 'package.json'),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: declarationOf(entry),
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'es2020',
            module: 'esnext',
            moduleResolution: 'bundler',
            lib: ['es2020'],
            types: [],
            strict: true,
            skipLibCheck: true,
          },
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: pageName(entry),
        reportFolder: join(work, 'pages'),
        reportTempFolder: join(work, 'pages'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        extractorMessageReporting: { default: quiet, 'ae-forgotten-export': quiet },
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        tsdocMessageReporting: { default: quiet },
      },
    },
  });
  Extractor.invoke(config, {
    localBuild: true,
    showVerboseMessages: false,
    messageCallback: (message) => {
      message.handled = message.logLevel !== ExtractorLogLevel.Error;
    },
  });
  return readFileSync(join(work, 'pages', pageName(entry)), 'utf8');
};

mkdirSync(join(root, 'docs/api'), { recursive: true });
emitDeclarations();
const clausesOf = openClauses(entries.map(declarationOf));
const problems = entries.flatMap((entry) => {
  const committed = join(root, 'docs/api', pageName(entry));
  const page = signaturesOf(entry) + clausesOf(declarationOf(entry));
  if (process.argv.includes('--write')) writeFileSync(committed, page);
  const current = existsSync(committed) && readFileSync(committed, 'utf8') === page;
  return current ? [] : [`docs/api/${pageName(entry)} is out of date: npm run api:update, and read the difference`];
});
report('API report', problems);
