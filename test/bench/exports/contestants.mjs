// One contestant of the reading bench, in a process of its own, so that its memory is its own:
// `node contestants.mjs <name> <file> <folder of the built package>`. Prints what it did as JSON.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { createInflateRaw } from 'node:zlib';
import { SaxesParser } from 'saxes';

const [name, file, built] = process.argv.slice(2);

const PIECE_BYTES = 1 << 19;
const ALWAYS = { start: 0, end: Date.UTC(2100, 0, 1) };

/** A parser that is told of everything and does nothing with it. */
const saxes = async () => {
  const parser = new SaxesParser({ position: false });
  let elements = 0;
  parser.on('opentag', () => {
    elements += 1;
  });
  const decoder = new TextDecoder();
  for await (const piece of createReadStream(file, { highWaterMark: PIECE_BYTES })) {
    parser.write(decoder.decode(piece, { stream: true }));
  }
  parser.close();
  return { elements };
};

/** The first file of the archive, unpacked and forgotten. */
const inflate = async () => {
  const handle = await open(file);
  const { buffer } = await handle.read(Buffer.alloc(30), 0, 30, 0);
  await handle.close();
  const start = 30 + buffer.readUInt16LE(26) + buffer.readUInt16LE(28);
  const stream = createReadStream(file, { start, highWaterMark: PIECE_BYTES });
  let bytes = 0;
  for await (const piece of stream.pipe(createInflateRaw({ chunkSize: 1 << 18 }))) bytes += piece.length;
  stream.destroy();
  return { bytes };
};

/** Headers and all detail summaries, as a sync asks for them. */
const ours = async () => {
  const at = (entry) => import(pathToFileURL(`${built}/${entry}.js`).href);
  const { openAppleHealthExport } = await at('apple-health-export');
  const { openPath } = await at('node-files');
  const source = await openPath(file);
  const { store, problems } = await openAppleHealthExport(source);
  const workouts = [];
  let page;
  do {
    const { items, next } = await store.readWorkouts({ window: ALWAYS, ...(page && { page }) });
    workouts.push(...items);
    page = next;
  } while (page);
  const summaries = await store.detail.summarise(workouts);
  await source.close();
  const samples = summaries.reduce(
    (sum, { summary }) => sum + Object.values(summary.series).reduce((all, { count }) => all + count, 0),
    0,
  );
  return { workouts: workouts.length, samples, problems: problems.length };
};

const start = performance.now();
const before = process.cpuUsage();
const done = await { saxes, inflate, ours }[name]();
const milliseconds = performance.now() - start;
const { user, system } = process.cpuUsage(before);
// Node gives the peak in kilobytes, and the processor's time in microseconds.
const megabytes = process.resourceUsage().maxRSS / 1000;
console.log(JSON.stringify({ milliseconds, cpuMilliseconds: (user + system) / 1000, megabytes, ...done }));
