import { describe, expect, it } from 'vitest';
import type { ByteSource, NativeCodec } from '../../../src/exports/bytes/byte-source';
import { gatherBytes } from '../../../src/exports/bytes/byte-streams';
import { isExportError } from '../../../src/exports/export-error';
import { ZLIB } from '../../../src/exports/node-files/zlib-codec';
import { openZip } from '../../../src/exports/zip/open-zip';
import { archive, overwrite, type Packed, zipSource } from './archives';

const noise = (length: number): Uint8Array => {
  let state = 7;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
};
const LINES = Buffer.from('<Record type="x" value="1"/>\n'.repeat(90_000));

const contents = async (source: ByteSource): Promise<Readonly<Record<string, Uint8Array>>> => {
  const entries = await (await openZip(source)).list();
  const pairs: [string, Uint8Array][] = [];
  for (const { path, open } of entries) pairs.push([path, await gatherBytes(await open(), 1 << 27)]);
  return Object.fromEntries(pairs);
};

const refusal = async (bytes: Uint8Array, native?: NativeCodec): Promise<string> => {
  try {
    await contents(zipSource(bytes, native));
    return 'read';
  } catch (thrown) {
    if (!isExportError(thrown)) throw thrown;
    expect(thrown.message).toBe(`Expected ${thrown.expected}, found ${thrown.found}. ${thrown.advice}`);
    return thrown.code;
  }
};

describe.each([
  ['with zlib', ZLIB],
  ['with the DecompressionStream of the engine', undefined],
])('an archive %s', (_, native) => {
  const files: readonly Packed[] = [
    ['export/export.xml', LINES],
    ['export/noise.bin', noise(700_000)],
    ['export/stored.txt', 'stored', { level: 0 }],
    ['export/empty.txt', ''],
    ['export/Übersicht.gpx', 'Ü'],
  ];

  it.each([
    ['with sizes in front of the data', { dataDescriptor: false }, false],
    ['with data descriptors behind the data', { dataDescriptor: true }, false],
    ['in ZIP64', { dataDescriptor: true }, true],
  ])('%s gives back what was packed', async (_name, options, zip64) => {
    const packed = await archive(
      files.map(([path, content, more]) => [path, content, { ...more, ...options }] as const),
      zip64,
    );
    const read = await contents(zipSource(packed, native));
    for (const [path, content] of files) expect(Buffer.compare(read[path] ?? noise(1), Buffer.from(content))).toBe(0);
    expect(Object.keys(read).length).toBe(files.length);
  });

  it('may be opened many times, and closed in the middle', async () => {
    const [entry] = await (await openZip(zipSource(await archive([['a', LINES]]), native))).list();
    if (entry === undefined) throw new Error('no entry');
    const stream = await entry.open();
    expect((await stream.next())?.length).toBeGreaterThan(0);
    await stream.close();
    await stream.close();
    for (const _again of [1, 2]) expect((await gatherBytes(await entry.open(), 1 << 27)).length).toBe(LINES.length);
  });

  it('gives the same bytes when the memory of each piece is given back before the next one comes', async () => {
    const large = Buffer.concat([LINES, noise(700_000), LINES]);
    const files: Readonly<Record<string, Uint8Array>> = {
      large,
      small: LINES.subarray(0, 5000),
      tiny: LINES.subarray(0, 9),
    };
    const packed = await archive(Object.entries(files));
    for (const { path, open } of await (await openZip(zipSource(packed, native))).list()) {
      const copies: Uint8Array[] = [];
      const stream = await open();
      for (let piece = await stream.next(); piece !== undefined; piece = await stream.next()) {
        copies.push(piece.slice());
        stream.release?.(piece);
      }
      expect(Buffer.concat(copies).equals(files[path] ?? noise(1))).toBe(true);
    }
  });

  it('of a damaged stream is damaged', async () => {
    const bytes = (await archive([['a', LINES]])).slice();
    bytes.fill(0xff, 40, 400);
    expect(await refusal(bytes, native)).toBe('damaged');
  });

  it('that unpacks to more than its directory says is stopped on the way', async () => {
    const bytes = (await archive([['a', LINES, { dataDescriptor: false }]])).slice();
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 22 + 16, true);
    view.setUint32(directory + 24, 100, true);
    expect(await refusal(bytes, native)).toBe('damaged');
  });

  it.each([
    ['large', LINES],
    ['small', LINES.subarray(0, 5000)],
  ])('of other bytes than its directory says is damaged: %s', async (_name, content) => {
    const bytes = (await archive([['a', content, { dataDescriptor: false }]])).slice();
    const view = new DataView(bytes.buffer);
    const checksum = view.getUint32(bytes.length - 22 + 16, true) + 16;
    view.setUint32(checksum, view.getUint32(checksum, true) ^ 1, true);
    expect(await refusal(bytes, native)).toBe('damaged');
  });

  it('that unpacks to less than its directory says is damaged', async () => {
    const bytes = (await archive([['a', LINES, { dataDescriptor: false }]])).slice();
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 22 + 16, true);
    view.setUint32(directory + 24, LINES.length + 1, true);
    expect(await refusal(bytes, native)).toBe('damaged');
  });
});

describe('a piece that zlib unpacked', () => {
  it.each([
    ['large', LINES],
    ['small', LINES.subarray(0, 50_000)],
    ['tiny', LINES.subarray(0, 9)],
  ])('has no bytes any more once its memory was given back: %s', async (_, content) => {
    const [entry] = await (await openZip(zipSource(await archive([['a', content]]), ZLIB))).list();
    const stream = await entry?.open();
    const piece = await stream?.next();
    expect(piece?.length).toBeGreaterThan(0);
    if (piece) stream?.release?.(piece);
    expect(piece?.length).toBe(0);
    await stream?.close();
  });
});

describe('an archive is refused', () => {
  it('as truncated, wherever it was cut', async () => {
    const whole = await archive([
      ['a', noise(5000)],
      ['b', noise(5000)],
    ]);
    for (const length of [30, 1000, 5100, 10_100, whole.length - 30, whole.length - 1]) {
      expect([length, await refusal(whole.slice(0, length))]).toEqual([length, 'truncated']);
    }
  });

  it('as encrypted, when a file in it needs a password', async () => {
    expect(await refusal(await archive([['a', 'secret', { password: 'x', zipCrypto: true }]]))).toBe('encrypted');
    expect(await refusal(await archive([['a', 'secret', { password: 'x' }]]))).toBe('encrypted');
  });

  it.each(['../..', '/etc', 'C:/x', 'a/..'])('as unsafe, when a file leads out of it by %s', async (lead) => {
    const placed = overwrite(
      await archive([[`${'x'.repeat(lead.length)}/passwd`, 'root']]),
      'x'.repeat(lead.length),
      lead,
    );
    expect(await refusal(placed)).toBe('unsafe');
  });

  it('as unsafe, when it leads out by backslashes', async () => {
    expect(await refusal(overwrite(await archive([['xx/yy/z', 'root']]), 'xx/yy/z', '..\\..\\z'))).toBe('unsafe');
  });

  it('as unsafe, when a file unpacks to more than 250 times its packed size', async () => {
    const zeros = new Uint8Array(70 * 1024 * 1024);
    expect(await refusal(await archive([['a', zeros]]))).toBe('unsafe');
  });

  it('as damaged, when a checksum is wrong and the engine can tell', async () => {
    const bytes = await archive([['a', 'the quick brown fox', { level: 0 }]]);
    expect(await refusal(overwrite(bytes, 'quick', 'quack'), ZLIB)).toBe('damaged');
  });

  it('as what it is, when its files are compressed in another way', async () => {
    const bytes = (await archive([['a', 'text', { level: 0, dataDescriptor: false }]])).slice();
    const view = new DataView(bytes.buffer);
    view.setUint16(view.getUint32(bytes.length - 22 + 16, true) + 10, 12, true);
    expect(await refusal(bytes)).toBe('wrong-file');
  });
});
