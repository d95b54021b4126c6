import { describe, expect, it } from 'vitest';
import { isExportError, openAppleHealthExport } from '../../../src/exports/apple-health/index';
import type { ByteSource } from '../../../src/exports/bytes/byte-source';
import { bytesSource } from '../../../src/exports/bytes/memory-sources';
import { type ZipPart, zipBytes } from '../zip-bytes';
import { textSource } from './fixtures';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const RUN =
  '<Workout workoutActivityType="HKWorkoutActivityTypeRunning" sourceName="Strider" ' +
  'startDate="2024-05-01 07:00:00 +0200" endDate="2024-05-01 07:30:00 +0200"';

const document = (body: string, doctype = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}<HealthData locale="en_GB">\n` +
  ` <ExportDate value="2024-05-02 08:00:00 +0200"/>\n${body}\n</HealthData>\n`;

const archive = (...parts: readonly ZipPart[]): ByteSource => bytesSource(zipBytes(parts), 'export.zip');

const main = (text: string): ZipPart => ({ path: 'apple_health_export/export.xml', content: bytesOf(text) });

const codeOf = async (source: ByteSource): Promise<string> => {
  try {
    const { store } = await openAppleHealthExport(source);
    const { items } = await store.readWorkouts({ window: { start: 0, end: Date.UTC(2100, 0, 1) } });
    await store.detail?.summarise(items);
    for (const item of items) await store.detail?.read(item);
    return 'read';
  } catch (thrown) {
    return isExportError(thrown) ? thrown.code : `not an export error: ${thrown}`;
  }
};

const read = async (text: string) => {
  const { store, problems } = await openAppleHealthExport(textSource(text));
  const { items } = await store.readWorkouts({ window: { start: 0, end: Date.UTC(2100, 0, 1) } });
  await store.detail?.summarise(items);
  return { items, problems };
};

describe('an archive that was made to harm', () => {
  it('is refused when a file in it unpacks to far more than it is', async () => {
    // A hundred megabytes of one letter, and they say so.
    const bomb = new Uint8Array(100 * 1024 * 1024).fill(0x20);
    expect(await codeOf(archive(main(document(`${RUN}/>`)), { path: 'bomb.xml', content: bomb }))).toBe('unsafe');
  });

  it('is refused when a file in it unpacks to more than it says', async () => {
    const bomb = { ...main(document(`${RUN}/>${' '.repeat(1_000_000)}`)), claimedSize: 500 };
    expect(await codeOf(archive(bomb))).toBe('damaged');
  });

  it('is refused when its files share their bytes', async () => {
    const copies = Array.from({ length: 50 }, (_, index) => ({
      ...main(document(`${RUN}/>`)),
      path: `copy-${index}.xml`,
      ...(index > 0 && { sharesBytesOf: 0 }),
    }));
    expect(await codeOf(archive(...copies))).toBe('unsafe');
  });

  it('leads nowhere when it is an archive of archives: what is inside is not opened', async () => {
    const inner = zipBytes([main(document(`${RUN}/>`))]);
    expect(await codeOf(archive({ path: 'inner.zip', content: inner }))).toBe('wrong-file');
  });

  it.each([
    '../export.xml',
    'a/../../export.xml',
    '/etc/export.xml',
    'C:/export.xml',
    '..\\export.xml',
    'a\u0000b.xml',
  ])('is refused when it names a file outside of itself: %j', async (path) => {
    expect(await codeOf(archive({ path, content: bytesOf(document(`${RUN}/>`)) }))).toBe('unsafe');
  });

  it('is refused when it is encrypted', async () => {
    expect(await codeOf(archive({ ...main(document(`${RUN}/>`)), encrypted: true }))).toBe('encrypted');
  });

  it('has no route for a reference that leads out of it', async () => {
    const route = '<WorkoutRoute><FileReference path="/../../../../etc/passwd"/></WorkoutRoute>';
    const source = archive(main(document(`${RUN}>${route}</Workout>`)));
    const { store, problems } = await openAppleHealthExport(source);
    const { items } = await store.readWorkouts({ window: { start: 0, end: Date.UTC(2100, 0, 1) } });
    expect(await store.detail?.summarise(items)).toMatchObject([{ summary: { route: 'none', routePoints: 0 } }]);
    expect(problems.map(({ code }) => code)).toEqual(['route-missing']);
  });
});

describe('a document that was made to harm', () => {
  const LAUGHS = Array.from({ length: 9 }, (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level};`.repeat(10)}">`);

  it('laughs once: entities are never expanded', async () => {
    const doctype = `<!DOCTYPE HealthData [\n<!ENTITY lol0 "lol">\n${LAUGHS.join('\n')}\n]>\n`;
    const { items, problems } = await read(document(RUN.replace('Strider', '&lol9;').concat('/>'), doctype));
    const text = JSON.stringify({ items, problems });
    expect(text).not.toContain('lollol');
    expect(text.length).toBeLessThan(2000);
    expect(items.map(({ source }) => source?.app)).toEqual(['&lol9;']);
  });

  it('reads no other file: external entities are names like any other', async () => {
    const doctype = '<!DOCTYPE HealthData [\n<!ENTITY passwd SYSTEM "file:///etc/passwd">\n]>\n';
    const { items } = await read(document(RUN.replace('Strider', '&passwd;').concat('/>'), doctype));
    expect(items.map(({ source }) => source?.app)).toEqual(['&passwd;']);
  });

  it('loads no document type from elsewhere', async () => {
    const doctype = '<!DOCTYPE HealthData SYSTEM "http://192.0.2.1/health.dtd">\n';
    expect((await read(document(`${RUN}/>`, doctype))).items).toHaveLength(1);
  });

  it('does not exhaust the stack, however deep it is', async () => {
    const { items, problems } = await read(
      document(`${RUN}>${'<WorkoutActivity>'.repeat(200_000)}</Workout>\n${RUN.replace('07:00:00', '06:00:00')}/>`),
    );
    expect(items).toHaveLength(1);
    expect(problems.map(({ code }) => code)).toEqual(['workout-unreadable']);
  });

  // Each of these took time that grew with the square of the file while this was written: hours for a megabyte.
  const ENDLESS: Readonly<Record<string, readonly [word: string, start?: string]>> = {
    'comments that are never closed': ['<!-- '],
    'sections of character data that are never closed': ['<![CDATA[ '],
    'document types that are never closed': ['<!DOCTYPE x [ '],
    'document types that never begin': ['<!DOCTYPE '],
    'instructions that are never closed': ['<?x "'],
    'tags that are never closed': ['<Workout a=1 '],
    'quotes that are never closed': ['<Workout a="'],
    'records whose quotes are never closed': ['<Record type="HKQuantityTypeIdentifierHeartRate" a="'],
    'workouts that are never closed': ['<Workout>'],
    'workouts with comments that are never closed': ['<Workout><!--'],
    'dashes in a comment that is never closed': ['-', '<!--'],
    'brackets in a document type that is never closed': [']', '<!DOCTYPE x ['],
  };
  const LENGTH = 200_000;
  it.each(Object.entries(ENDLESS))(
    'is dealt with in one go when it is nothing but %s',
    async (_, [word, start = '']) => {
      const body = start + word.repeat(Math.ceil(LENGTH / word.length));
      expect(await codeOf(textSource(document(`${RUN}/>\n${body}`)))).toBe('read');
      // Inside of a workout as well: there, the end of the workout is looked for.
      expect(await codeOf(textSource(document(`${RUN}/>\n${RUN}>${body}`)))).toBe('read');
    },
  );

  it('is refused in one go when it is nothing but document types that are never closed, and no export', async () => {
    expect(await codeOf(textSource('<!DOCTYPE '.repeat(LENGTH / 10)))).toBe('wrong-file');
  });
});
