import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const run = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));

const ROUNDS = 5;

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** The generator is TypeScript, and this is not. */
const loadGenerator = async (folder) => {
  const outfile = `${folder}/apple-export-generator.mjs`;
  const contents = `export { somebodysExport } from './somebody';
    export { writeXml, writeZip } from './write-export';`;
  const resolveDir = fileURLToPath(new URL('../../generators/apple-export', import.meta.url));
  await build({
    stdin: { contents, resolveDir, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
    outfile,
  });
  return import(pathToFileURL(outfile).href);
};

/** Eight years of somebody, as an `export.xml` of about that size and as the zip of it. The same seed, the same bytes. */
const writeExports = async (folder, megabytes) => {
  mkdirSync(folder, { recursive: true });
  const files = { xml: `${folder}/export-${megabytes}.xml`, zip: `${folder}/export-${megabytes}.zip` };
  if (existsSync(files.zip)) return files;
  const { somebodysExport, writeXml, writeZip } = await loadGenerator(folder);
  const { options } = somebodysExport({ seed: 8, years: 8, megabytes, sampleSeconds: 60, routeSeconds: 30 });
  await writeXml(files.xml, options);
  await writeZip(files.zip, options);
  return files;
};

/**
 * Reads a generated export in turn with the reader and with the least that anybody could do, each in a process of its own.
 *
 * @param {string} built the folder of the built package
 * @param {string} folder where the exports are kept
 */
export const measureReading = async (built, folder, megabytes) => {
  const files = await writeExports(folder, megabytes);
  const bytes = statSync(files.xml).size;
  const contests = [
    { form: 'export.xml', file: files.xml, floors: ['saxes'] },
    { form: 'export.zip', file: files.zip, floors: ['inflate', 'unpack'] },
  ];
  const rows = [];
  for (const { form, file, floors } of contests) {
    const taken = Object.fromEntries([...floors, 'ours'].map((name) => [name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, runs] of Object.entries(taken)) {
        const { stdout } = await run(process.execPath, [`${here}contestants.mjs`, name, file, built]);
        runs.push(JSON.parse(stdout));
      }
    }
    const of = (side, field) => median(taken[side].map((one) => one[field]));
    const { workouts, samples } = taken.ours[0];
    if (!(workouts > 1000 && samples > 10_000)) throw new Error(`${form}: ${workouts} workouts, ${samples} samples`);
    const ours = {
      ours: of('ours', 'milliseconds'),
      oursCpu: of('ours', 'cpuMilliseconds'),
      oursMegabytes: of('ours', 'megabytes'),
      workouts,
      samples,
    };
    for (const floor of floors) {
      rows.push({
        form,
        bytes,
        floorName: floor,
        floor: of(floor, 'milliseconds'),
        floorCpu: of(floor, 'cpuMilliseconds'),
        floorMegabytes: of(floor, 'megabytes'),
        ...ours,
      });
    }
  }
  return rows;
};

const speed = (bytes, milliseconds) => `${Math.round(bytes / 1e3 / milliseconds).toLocaleString('en')} MB/s`;

/** The rows as a Markdown table. */
export const readingTable = (rows) =>
  [
    '| reading | size | beside | its speed | ours | ours / its time | of the processor | its peak memory | our peak memory | workouts | samples |',
    '|---|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|',
    ...rows.map((row) =>
      [
        `| ${row.form}`,
        `${Math.round(row.bytes / 1e6).toLocaleString('en')} MB`,
        row.floorName,
        speed(row.bytes, row.floor),
        speed(row.bytes, row.ours),
        (row.ours / row.floor).toFixed(2),
        (row.oursCpu / row.floorCpu).toFixed(2),
        `${Math.round(row.floorMegabytes)} MB`,
        `${Math.round(row.oursMegabytes)} MB`,
        row.workouts.toLocaleString('en'),
        `${row.samples.toLocaleString('en')} |`,
      ].join(' | '),
    ),
  ].join('\n');
