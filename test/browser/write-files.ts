// Writes the files that are read in a browser and in Node.
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipBytes } from '../exports/zip-bytes';
import { somebodysExport } from '../generators/apple-export/somebody';
import { writeXml, writeZip } from '../generators/apple-export/write-export';
import { A_WEEK } from '../generators/health-connect-export/a-week';
import { exportBytes } from '../generators/health-connect-export/write-export';

const SOMEBODY = { seed: 5, years: 0.4, sampleSeconds: 60, routeSeconds: 30, dailyRecords: 10 };

/** As much of a file as came over before the cable was pulled. */
const cut = async (from: string, to: string): Promise<void> => {
  const whole = await readFile(from);
  await writeFile(to, whole);
  await truncate(to, Math.floor(whole.length * 0.7));
};

const CHECKSUM_AT = 16;

/** Every byte is there and can be unpacked; the checksum that the directory has of the main file is another one. */
const withOtherChecksum = async (from: string, to: string): Promise<void> => {
  const bytes = await readFile(from);
  const entry = bytes.indexOf('PK\u0001\u0002', 'latin1') + CHECKSUM_AT;
  bytes.writeUInt32LE((bytes.readUInt32LE(entry) ^ 1) >>> 0, entry);
  await writeFile(to, bytes);
};

export const writeFiles = async (folder: string): Promise<void> => {
  const at = (name: string): string => join(folder, name);
  const { options } = somebodysExport(SOMEBODY);
  await writeZip(at('apple.zip'), options);
  await writeXml(at('apple.xml'), options);
  await cut(at('apple.zip'), at('apple-cut.zip'));
  await cut(at('apple.xml'), at('apple-cut.xml'));
  await withOtherChecksum(at('apple.zip'), at('apple-other-checksum.zip'));
  const hidden = { path: 'apple_health_export/export.xml', content: Buffer.from('secret'), encrypted: true } as const;
  await writeFile(at('apple-encrypted.zip'), zipBytes([hidden]));
  const database = exportBytes(A_WEEK);
  await writeFile(at('health-connect.db'), database);
  await writeFile(at('health-connect.zip'), zipBytes([{ path: 'health_connect_export.db', content: database }]));
  await cut(at('health-connect.db'), at('health-connect-cut.db'));
};
