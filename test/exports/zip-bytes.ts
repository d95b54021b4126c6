import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive that is put together byte by byte, with whatever it is to lie about. */
export interface ZipPart {
  readonly path: string;
  readonly content: Uint8Array;
  readonly method?: 'stored' | 'deflated';
  /** Says another size than the content has. */
  readonly claimedSize?: number;
  readonly encrypted?: true;
  /** Writes no bytes of its own: its directory entry leads to those of the part with this place. */
  readonly sharesBytesOf?: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8 = 0x0800;

const header = (bytes: number, fields: readonly (readonly [at: number, size: 2 | 4, value: number])[]): Buffer => {
  const buffer = Buffer.alloc(bytes);
  for (const [at, size, value] of fields) buffer.writeUIntLE(value, at, size);
  return buffer;
};

/**
 * An archive made of its bare structures, so that each of them can be wrong. What a well-behaved archive needs is made by
 * `zipSource`.
 *
 * **Source** PKWARE's APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16.
 */
export const zipBytes = (parts: readonly ZipPart[]): Uint8Array => {
  const written: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const { path, content, method = 'deflated', claimedSize, encrypted, sharesBytesOf } of parts) {
    const name = Buffer.from(path);
    const packed = method === 'stored' ? Buffer.from(content) : deflateRawSync(content);
    const common = [
      [0, 2, 20],
      [2, 2, UTF8 | (encrypted ? 1 : 0)],
      [4, 2, method === 'stored' ? 0 : 8],
      [10, 4, crc32(content)],
      [14, 4, packed.length],
      [18, 4, claimedSize ?? content.length],
      [22, 2, name.length],
    ] as const;
    const shifted = (by: number) => common.map(([at, size, value]) => [at + by, size, value] as const);
    const at = sharesBytesOf === undefined ? offset : (offsets[sharesBytesOf] ?? 0);
    offsets.push(at);
    if (sharesBytesOf === undefined) {
      const local = [header(30, [[0, 4, LOCAL], ...shifted(4)]), name, packed];
      written.push(...local);
      offset += local.reduce((sum, { length }) => sum + length, 0);
    }
    directory.push(header(46, [[0, 4, CENTRAL], ...shifted(6), [42, 4, at]]), name);
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = header(22, [
    [0, 4, END],
    [8, 2, parts.length],
    [10, 2, parts.length],
    [12, 4, size],
    [16, 4, offset],
  ]);
  return new Uint8Array(Buffer.concat([...written, ...directory, end]));
};
