import type { HealthKitRequest } from '../healthkit/healthkit-module';

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const text = (words: string): string => words.replace(/[&<>]/g, (letter) => MARKUP[letter] ?? letter);

const entry = (key: string, value: string): string => `<key>${key}</key>\n${value}`;

/**
 * The entries of an `Info.plist`: the sentences that iOS shows when it asks.
 *
 * **Source** Apple: an app that asks to read without the first, or to write without the second, is ended by iOS.
 */
export const infoPlistOf = (
  { toRead, toShare }: HealthKitRequest,
  reasons: { readonly read: string; readonly write: string },
): string =>
  [
    ...(toRead.length > 0 ? [entry('NSHealthShareUsageDescription', `<string>${text(reasons.read)}</string>`)] : []),
    ...(toShare.length > 0 ? [entry('NSHealthUpdateUsageDescription', `<string>${text(reasons.write)}</string>`)] : []),
  ].join('\n');

/** The entries of the entitlements. */
export const entitlementsOf = (background: boolean): string =>
  [
    entry('com.apple.developer.healthkit', '<true/>'),
    ...(background ? [entry('com.apple.developer.healthkit.background-delivery', '<true/>')] : []),
  ].join('\n');
