import { measure } from '../measure.mjs';
import { healthConnectHeaders } from './health-connect-headers.mjs';
import { healthKitHeaders } from './healthkit-headers.mjs';

/** The adapters: the entry that holds the mapping, and the headers to map. */
const ADAPTERS = {
  'Apple Health': ['healthkit', healthKitHeaders],
  'Health Connect': ['health-connect', healthConnectHeaders],
};

const COUNT = 10_000;
const ROUNDS = 21;

const perSecond = (milliseconds) => Math.round((COUNT / milliseconds) * 1000);

/** How many headers a second are mapped, both ways. */
export const measureMapping = async (built) => {
  const rows = [];
  for (const [adapter, [entry, headersOf]] of Object.entries(ADAPTERS)) {
    const { read, write } = measure(headersOf(await import(`${built}/${entry}.js`), COUNT), ROUNDS);
    rows.push({ adapter, read: perSecond(read), write: perSecond(write) });
  }
  return rows;
};

export const mappingTable = (rows) =>
  [
    '| adapter | headers read a second | written a second |',
    '|---|--:|--:|',
    ...rows.map(
      ({ adapter, read, write }) => `| ${adapter} | ${read.toLocaleString('en')} | ${write.toLocaleString('en')} |`,
    ),
  ].join('\n');
