import type { Instant } from '../../domain/interval';
import { rejection } from './rejection';

/** How many calls there may be in fifteen minutes. **Source** AOSP `RateLimiter`, its defaults. */
export interface QuotaLimits {
  readonly reads: number;
  readonly readsInBackground: number;
  readonly writes: number;
}

export const AOSP_LIMITS: QuotaLimits = { reads: 2000, readsInBackground: 1000, writes: 1000 };

const WINDOW_MILLISECONDS = 15 * 60_000;

/** The most bytes of one record, and of one request; counted here as the letters of its JSON. */
const MOST_OF_A_RECORD = 1_000_000;
const MOST_OF_A_REQUEST = 5_000_000;

export interface Quota {
  readonly spend: (on: keyof QuotaLimits) => void;
  readonly weigh: (records: readonly object[]) => void;
}

const exceeded = (available: number): Error =>
  rejection('SERVICE_UNAVAILABLE', `API call quota exceeded, availableQuota: ${available} requested: 1`);

/** The error that an exhausted quota is. */
export const overQuota = (): Error => exceeded(0);

/** Quotas that refill all the time. */
export const quotaOf = (now: () => Instant, limits: QuotaLimits): Quota => {
  const left = new Map<keyof QuotaLimits, { readonly amount: number; readonly at: Instant }>();
  return {
    spend: (on) => {
      const most = limits[on];
      const { amount, at } = left.get(on) ?? { amount: most, at: now() };
      const refilled = Math.min(most, amount + (Math.max(0, now() - at) / WINDOW_MILLISECONDS) * most);
      if (refilled < 1) throw exceeded(refilled);
      left.set(on, { amount: refilled - 1, at: now() });
    },
    weigh: (records) => {
      let sum = 0;
      for (const record of records) {
        const size = JSON.stringify(record).length;
        sum += size;
        if (size > MOST_OF_A_RECORD) {
          throw rejection(
            'ARGUMENT_VALIDATION_ERROR',
            `Record size exceeded the single record size limit: ${MOST_OF_A_RECORD}, was: ${size}`,
          );
        }
      }
      if (sum > MOST_OF_A_REQUEST) {
        throw rejection(
          'ARGUMENT_VALIDATION_ERROR',
          `Records chunk size exceeded the max chunk limit: ${MOST_OF_A_REQUEST}, was: ${sum}`,
        );
      }
    },
  };
};
