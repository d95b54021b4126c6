import { buildSync } from 'esbuild';
import { manifest, root } from './entries.mjs';

const build = (file) =>
  buildSync({
    absWorkingDir: root,
    entryPoints: [`src/cli/page/${file}`],
    metafile: true,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    mainFields: ['module', 'main'],
    legalComments: 'none',
    // A browser ends a script at this, wherever it stands.
    supported: { 'inline-script': false },
  });

const bundled = (file) => JSON.stringify(build(file).outputFiles[0].text.trim());

/** The files that the script of the report is made of: the build's source maps do not know them. */
export const reportSources = () => Object.keys(build('page.ts').metafile.inputs);

/** What the build puts into the command, and the tests into its source: names that stand for texts. */
export const commandConstants = () => ({
  WORKOUT_SYNC_VERSION: JSON.stringify(manifest.version),
  REPORT_SCRIPT: bundled('page.ts'),
  REPORT_STYLE: bundled('page.css'),
});
