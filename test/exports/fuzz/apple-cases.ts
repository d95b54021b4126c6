import { readFileSync } from 'node:fs';
import { exportXml, otherFiles } from '../../generators/apple-export/document';
import { seedOf } from '../../generators/apple-export/seed-of';
import { somebodysExport } from '../../generators/apple-export/somebody';
import { type SeededRandom, seededRandom } from '../../generators/seeded-random';
import { zipBytes } from '../zip-bytes';
import { mutate } from './mutate';

/** A file to read that nobody should have. */
export interface FuzzCase {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Sound files: every damage starts from one of these. */
export interface Corpus {
  readonly xml: readonly Uint8Array[];
  readonly gpx: readonly Uint8Array[];
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The hand-written exports in a folder, and small generated ones of every format. */
export const readCorpus = (folder: string): Corpus => {
  const read = (name: string): Uint8Array => new Uint8Array(readFileSync(`${folder}/${name}`));
  const generated = ([11, 12, 14] as const).map(
    (format) =>
      somebodysExport({ seed: format, years: 0.05, format, sampleSeconds: 600, dailyRecords: 10, routeSeconds: 300 })
        .options,
  );
  return {
    xml: [
      ...['ios-15.xml', 'ios-16.xml', 'current.xml'].map(read),
      ...generated.map((options) => bytesOf([...exportXml(options)].join(''))),
    ],
    gpx: [
      read('route_2020-05-03_9.30am.gpx'),
      ...generated.flatMap((options) =>
        otherFiles(options)
          .filter(({ path }) => path.endsWith('.gpx'))
          .slice(0, 1)
          .map(({ content }) => bytesOf(content())),
      ),
    ],
  };
};

const ROUTE = 'apple_health_export/workout-routes/route_2020-05-03_9.30am.gpx';

const zipped = (random: SeededRandom, xml: Uint8Array, gpx: Uint8Array): Uint8Array =>
  zipBytes([
    { path: 'apple_health_export/export.xml', content: xml, method: random.chance(0.3) ? 'stored' : 'deflated' },
    { path: ROUTE, content: gpx },
  ]);

/** The case of a seed and a number: the same for ever, so that a failure can be looked at. */
export const appleCase = ({ xml, gpx }: Corpus, seed: number, number: number): FuzzCase => {
  const random = seededRandom(seedOf(seed, 'case', number));
  const [main, route, donor] = [random.pick(xml), random.pick(gpx), random.pick([...xml, ...gpx])];
  switch (random.whole(0, 3)) {
    case 0:
      return { name: 'export.xml', bytes: mutate(random, main, donor) };
    case 1:
      // A sound archive of a damaged file: what is inside gets past the archive's own checks.
      return { name: 'export.zip', bytes: zipped(random, mutate(random, main, donor), route) };
    case 2:
      return { name: 'export.zip', bytes: zipped(random, xml[0] as Uint8Array, mutate(random, route, donor)) };
    default: {
      const whole = zipped(random, main, route);
      return { name: 'export.zip', bytes: mutate(random, whole, zipped(random, donor, route)) };
    }
  }
};
