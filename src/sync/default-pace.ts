import type { Pace } from './surface/host';

/**
 * How a host that has chosen nothing is served.
 *
 * **Source** of the numbers: a page of 500 headers stays far below every platform's page limit and parses in a few
 * milliseconds; 150 records are planned well under one frame on a phone; Health Connect's quota refills over 15 minutes,
 * so five attempts that start at 30 seconds and double span it; a day between full reads, which cost a page per 500 headers, is how
 * long what no feed tells may stay unseen (`docs/ports.md`).
 */
export const DEFAULT_PACE: Pace = {
  batchSize: 20,
  sliceSize: 150,
  pageSize: 500,
  attempts: 5,
  backoffSeconds: 30,
  leaseSeconds: 60,
  fullReadSeconds: 86_400,
  keptRuns: 50,
  keptItems: 500,
};
