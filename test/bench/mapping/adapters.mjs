import { capacitorHeaders } from './capacitor-headers.mjs';
import { healthConnectHeaders } from './health-connect-headers.mjs';
import { healthKitHeaders } from './healthkit-headers.mjs';

/** The adapters: the entry that holds the mapping, and the headers to map, `read` and, where the client library can, `write`. */
export const ADAPTERS = [
  { adapter: 'Apple Health', entry: 'healthkit', headersOf: healthKitHeaders },
  { adapter: 'Health Connect', entry: 'health-connect', headersOf: healthConnectHeaders },
  { adapter: 'Capacitor', entry: 'capacitor', headersOf: capacitorHeaders },
];

/** How many headers each run maps. */
export const HEADERS = 10_000;

export const perSecond = (milliseconds) => milliseconds && Math.round((HEADERS / milliseconds) * 1000);
