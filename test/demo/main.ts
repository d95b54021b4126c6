// `npm run demo`, or `npm run demo -- path/to/export.zip`. The command that it runs is the built package's.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { showMadeUpPerson } from './made-up-person';
import { showOwnFile } from './own-file';
import type { Stage } from './stage';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cli: { type: 'string', default: 'reports/demo/cli.cjs' }, seed: { type: 'string', default: '1' } },
});

const { stdout } = process;
const paint =
  (style: Parameters<typeof styleText>[0]) =>
  (text: string): string =>
    styleText(style, text, { stream: stdout });

const began = performance.now();
const stage: Stage = {
  cli: resolve(values.cli),
  folder: await mkdtemp(join(tmpdir(), 'workout-sync-demo-')),
  print: (line) => stdout.write(`${line}\n`),
  strong: paint('bold'),
  faint: paint('dim'),
  good: paint('green'),
  bad: paint('red'),
};
// npm runs its scripts in the package's folder, wherever it was called.
const [file] = positionals;
const show = (): Promise<number> =>
  file === undefined
    ? showMadeUpPerson(stage, { seed: Number(values.seed), years: 4, sampleSeconds: 60, routeSeconds: 20 })
    : showOwnFile(stage, resolve(process.env.INIT_CWD ?? '.', file));
const failed = await show().catch((thrown: Error) => {
  stage.print(`  ${stage.bad('✗')} ${thrown.message}`);
  return 1;
});
const seconds = Math.round((performance.now() - began) / 1000);
stage.print(
  failed === 0
    ? `\n${stage.good('Everything above was checked')} ${stage.faint(`in ${seconds} s. It is all in ${stage.folder}: open report.html in a browser, app.db with any SQLite.`)}`
    : `\n${stage.bad(`${failed} of the claims above did not hold.`)}`,
);
process.exitCode = failed === 0 ? 0 : 1;
