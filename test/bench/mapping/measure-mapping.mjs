import { measure } from '../measure.mjs';
import { ADAPTERS, HEADERS, perSecond } from './adapters.mjs';

const ROUNDS = 21;

/** How many headers a second are mapped, both ways. */
export const measureMapping = async (built) => {
  const rows = [];
  for (const { adapter, entry, headersOf } of ADAPTERS) {
    const { read, write } = measure(headersOf(await import(`${built}/${entry}.js`), HEADERS), ROUNDS);
    rows.push({ adapter, read: perSecond(read), write: perSecond(write) });
  }
  return rows;
};

const cell = (count) => count?.toLocaleString('en') ?? '–';

export const mappingTable = (rows) =>
  [
    '| adapter | headers read a second | written a second |',
    '|---|--:|--:|',
    ...rows.map(({ adapter, read, write }) => `| ${adapter} | ${cell(read)} | ${cell(write)} |`),
  ].join('\n');
