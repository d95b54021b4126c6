import { openAppleHealthExport } from '../../../src/exports/apple-health/index';
import { bytesSource } from '../../../src/exports/bytes/memory-sources';
import { ZLIB } from '../../../src/exports/node-files/zlib-codec';
import type { FuzzCase } from './apple-cases';

/** How reading a case ended: with workouts, or with an error that says which. Anything else is a finding. */
export type CaseEnd =
  | { readonly kind: 'read'; readonly workouts: number }
  | { readonly kind: 'refused'; readonly code: string };

const isTyped = (thrown: unknown): thrown is { readonly kind: string; readonly code?: string } =>
  thrown instanceof Error && 'kind' in thrown && typeof thrown.kind === 'string';

const DETAILS_READ = 5;

const check = (condition: boolean, what: string): void => {
  if (!condition) throw new Error(`not true: ${what}`);
};

/**
 * Reads everything of a damaged export: headers, summaries, the detail of some.
 *
 * **Errors** rejects with whatever is no typed error, and with what the reader promised and did not keep.
 */
export const readCase = async ({ name, bytes }: FuzzCase, withZlib: boolean): Promise<CaseEnd> => {
  const source = withZlib ? { ...bytesSource(bytes, name), native: ZLIB } : bytesSource(bytes, name);
  try {
    const { store } = await openAppleHealthExport(source);
    const { items, complete } = await store.readWorkouts({ window: { start: -1e15, end: 1e15 }, limit: 1e6 });
    check(complete || items.length >= 500, 'a page is complete or full');
    check(new Set(items.map(({ key }) => key)).size === items.length, 'no key twice');
    for (const { start, end, distanceMetres = 1 } of items) {
      check(Number.isInteger(start) && Number.isInteger(end) && start < end, 'an interval of two instants');
      check(Number.isFinite(distanceMetres) && distanceMetres > 0, 'a distance');
    }
    const summaries = (await store.detail?.summarise(items)) ?? [];
    check(summaries.length === items.length, 'a summary for each');
    for (const { summary } of summaries) {
      for (const { count, coverage } of Object.values(summary.series)) {
        check(count > 0 && coverage >= 0 && coverage <= 1, 'a share between 0 and 1');
      }
    }
    for (const item of items.slice(0, DETAILS_READ)) {
      const detail = await store.detail?.read(item);
      for (const sample of Object.values(detail?.series ?? {}).flat()) check(Number.isFinite(sample.at), 'an instant');
    }
    return { kind: 'read', workouts: items.length };
  } catch (thrown) {
    if (isTyped(thrown)) return { kind: 'refused', code: thrown.code ?? thrown.kind };
    throw thrown;
  }
};
