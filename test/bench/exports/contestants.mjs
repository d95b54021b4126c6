// One contestant of the reading bench, in a process of its own, so that its memory is its own:
// `node contestants.mjs <name> <file> <folder of the built package>`. Prints what it did as JSON.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { SaxesParser } from 'saxes';

const [name, file, built] = process.argv.slice(2);

const PIECE_BYTES = 1 << 19;
const SMALL_BYTES = 1 << 20;
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

/** The files of an archive as its directory has them. */
const directoryOf = async (handle) => {
  const { size } = await handle.stat();
  const end = Buffer.alloc(22);
  await handle.read(end, 0, 22, size - 22);
  const directory = Buffer.alloc(end.readUInt32LE(12));
  await handle.read(directory, 0, directory.length, end.readUInt32LE(16));
  const files = [];
  for (let at = 0; at < directory.length; ) {
    const [checksum, packed, unpacked, nameLength, extraLength, commentLength, offset] = [
      directory.readUInt32LE(at + 16),
      directory.readUInt32LE(at + 20),
      directory.readUInt32LE(at + 24),
      directory.readUInt16LE(at + 28),
      directory.readUInt16LE(at + 30),
      directory.readUInt16LE(at + 32),
      directory.readUInt32LE(at + 42),
    ];
    files.push({ checksum, packed, unpacked, offset });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
};

/** All files of the archive, unpacked, compared with their checksums and forgotten. */
const unpack = async () => {
  const handle = await open(file);
  let bytes = 0;
  for (const { checksum, packed, unpacked, offset } of await directoryOf(handle)) {
    const head = Buffer.alloc(30);
    await handle.read(head, 0, 30, offset);
    const start = offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
    let sum = 0;
    if (unpacked <= SMALL_BYTES) {
      const content = Buffer.alloc(packed);
      await handle.read(content, 0, packed, start);
      const whole = inflateRawSync(content);
      sum = crc32(whole);
      bytes += whole.length;
    } else {
      const stream = createReadStream(file, { start, end: start + packed - 1, highWaterMark: PIECE_BYTES });
      for await (const piece of stream.pipe(createInflateRaw({ chunkSize: 1 << 18 }))) {
        sum = crc32(piece, sum);
        bytes += piece.length;
      }
    }
    if (sum !== checksum) throw new Error(`the checksum at ${offset} is ${sum} instead of ${checksum}`);
  }
  await handle.close();
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
const done = await { saxes, inflate, unpack, ours }[name]();
const milliseconds = performance.now() - start;
const { user, system } = process.cpuUsage(before);
// Node gives the peak in kilobytes, and the processor's time in microseconds.
const megabytes = process.resourceUsage().maxRSS / 1000;
console.log(JSON.stringify({ milliseconds, cpuMilliseconds: (user + system) / 1000, megabytes, ...done }));
